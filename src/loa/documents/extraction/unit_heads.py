"""The words with which the name of a body or a post begins."""

from __future__ import annotations

CAPITAL = "A-ZĐÁÀẢÃẠÂẤẦẨẪẬĂẮẰẲẴẶÉÈẺẼẸÊẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌÔỐỒỔỖỘƠỚỜỞỠỢÚÙỦŨỤƯỨỪỬỮỰÝỲỶỸỴ"

# Bodies with a name of their own; what must not follow tells them from common words (`Phòng` from `Phòng, chống`).
_BODIES = (
    r"(?:UBND|HĐND|MTTQ|UB\.?MTTQ|UBMTTQ\w*|BCH|BHXH|VKSND|TAND|LLVT|TTĐU|VP|TT)(?:\s|$)",
    r"[ỦU][yỷ] ban\s",
    r"(?:Đảng|Tỉnh|Thành|Huyện|Quận|Cấp|Chi) [ủu][yỷ]\b",
    r"(?:Tỉnh|Thành|Huyện|Xã) đoàn\b",
    r"(?:Đảng|Chi) bộ\b",
    r"Sở\s(?!dĩ)",
    r"Phòng\s(?!ngừa|chống|tránh|họp)",
    rf"Bộ\s(?=[{CAPITAL}])(?!Tiêu|Luật)",
    rf"Ban\s(?=[{CAPITAL}]|chỉ|tổ|quản|thường|công|giám|chấp|tuyên|nhân|vận|đại)",
    r"Hội\s(?!nghị|thảo|thi|viên|nhập|họp)",
    r"Đoàn\s(?!thể|kết|viên)",
    r"Trường\s(?!hợp)",
    r"Tổ\s(?!chức|quốc)",
    r"Đội\s(?!ngũ)",
    r"Bảo hiểm\s(?=xã|[A-ZĐ])",
    rf"Báo\s(?=[{CAPITAL}]|và [{CAPITAL}])",
    rf"(?:Cục|Vụ|Quỹ|Khối)\s(?=[{CAPITAL}])",
    r"Quân\s(?=khu)",
    r"(?:Liên đoàn|Liên minh|Liên hiệp|Hiệp hội|Hội đồng|Mặt trận|Trung tâm|Bộ phận|Bộ đội)\s",
    r"(?:Chi cục|Tổng cục|Viện|Bệnh viện|Trạm|Kiểm toán|Kho bạc|Ngân hàng|Đài|Hạt|Đồn|Thuế)\s",
    r"(?:Tòa|Toà) án\s",
    r"(?:Công an|Công đoàn|Công ty|Tổng công ty|Tập đoàn|Văn phòng|Thanh tra|Thường trực|Bưu điện|Điện lực)\b",
    r"(?:Thư viện|Nhà văn hóa|Nhà trường|Chính phủ|Thủ tướng|Quốc hội)\b",
    rf"(?:phòng|trung tâm|văn phòng|trạm|trường)\s(?=[{CAPITAL}])",
    r"công an (?:xã|phường|tỉnh|đặc khu)\b",
)

# A person or post given a duty counts as a unit.
_POSTS = (
    r"(?:Phó )?(?:Chủ tịch|Giám đốc|Tổng [Gg]iám đốc)\b",
    r"(?:Thủ trưởng|Bí thư|Đồng chí|Người đứng đầu|Bộ trưởng|Chỉ huy trưởng|Hiệu trưởng)\b",
    r"(?:Chủ nhiệm|Chủ đầu tư|Tổ trưởng|người đứng đầu)\b",
    r"(?:Trưởng|Phó|Chánh|Công chức|Viên chức|Thành viên)\s",
    r"(?:Cộng tác viên|Tuyên truyền viên|Báo cáo viên|thủ trưởng|trưởng các|giám đốc các)\s",
    r"chủ tịch\s(?=UBND|[ỦU])",
)

# Nouns that make a class of bodies behind `các`, `những`, `toàn thể`.
_NOUNS = (
    r"sở|ban|ngành|phòng|cơ quan|đơn vị|địa phương|tổ chức|đoàn thể|doanh nghiệp|lực lượng|cơ sở|thành viên|cá nhân",
    r"xã|phường|đặc khu|thôn|bản|ấp|buôn|làng|khu (?:dân cư|phố|công)|tổ|tỉnh|thành|huyện|cấp|hộ|ông|bà|đồng chí",
    r"trường|trạm|trung tâm|bệnh viện|viện|văn phòng|bộ|cục|chi cục|vụ|đài|báo|ngân hàng|công ty|tập đoàn|hợp tác xã",
    r"hội|hiệp hội|đoàn|chi đoàn|chi hội|chi bộ|đảng|ubnd|[uủ][yỷ] ban|ủy viên|bí thư|trưởng|chủ|nhà|nhà mạng",
    r"tuyên truyền viên|cộng tác viên|báo cáo viên",
)

# Classes that also stand without such a word.
_LOOSE = (
    r"cơ quan(?! báo)|đơn vị|địa phương|doanh nghiệp|báo, đài|báo chí|sở, (?:ban|ngành)|ban, ngành|chủ đầu tư",
    r"cấp trên|cấp [ủu][yỷ]|nhà trường|đoàn thể|trường học|tổ chức chính trị|tổ chức đảng|ủy ban nhân dân",
    r"tuyên truyền viên",
)

FIXED = "|".join((*_BODIES, *_POSTS))
CLASS = rf"(?i:các|những|toàn thể)\s(?=(?i:{'|'.join(_NOUNS)})\b)"
BARE = rf"(?i:{'|'.join(_LOOSE)})\b"
LAND = r"(?i:xã|phường|đặc khu|thị trấn|thôn|bản|ấp|khu phố|tổ dân phố|khu dân cư|huyện|thành phố|tỉnh|buôn|làng)\b"
