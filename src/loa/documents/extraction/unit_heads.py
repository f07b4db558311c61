"""The words with which the name of a body or a post begins."""

from __future__ import annotations

from .wording import CAPITAL

# Bodies with a name of their own; what must not follow tells them from common words (`Phòng` from `Phòng, chống`).
_BODIES = (
    r"(?:UBND|HĐND|MTTQ|UB\.?MTTQ|UBMTTQ\w*|BCH|BHXH|VKSND|TAND|LLVT|TTĐU|VP|TT)(?=[\s,;]|$)",
    r"[ỦU][yỷ] ban\s",
    r"(?:Đảng|Tỉnh|Thành|Huyện|Quận|Cấp|Chi) [ủu][yỷ]\b",
    r"(?:Tỉnh|Thành|Huyện|Xã) đoàn\b",
    r"(?:(?:Đảng|Chi) bộ|Chi hội|Chi đoàn|Liên đội|Câu lạc bộ|Dân quân|Hợp tác xã|HTX)\b",
    r"(?:tổ|đội)\s(?=bảo vệ an ninh|công nghệ số|liên gia|tự quản|hò?[òo]?a giải|hoà giải|xung kích|kiểm tra|dân vận)",
    r"[Ll]ực lượng\s(?=tham gia bảo vệ|dân quân|công an|an ninh)",
    r"Sở\s(?!dĩ|hữu|thích|trường)",
    r"Phòng\s(?!ngừa|chống|tránh|họp|bệnh|trừ|thủ|vệ|học|dịch|cháy|khám|làm)",
    rf"Bộ\s(?=[{CAPITAL}])(?!Tiêu|Luật|Chỉ số|Quy|Câu|Tài liệu|Thủ tục|Nhận|Ảnh)",
    rf"Ban\s(?=[{CAPITAL}]|chỉ|tổ|quản|thường|công|giám|chấp|tuyên|nhân|vận|đại|cán|xây dựng|bảo vệ|điều hành)",
    r"Tiểu ban\s",
    r"Hội\s(?!nghị|thảo|thi|viên|nhập|họp|chợ|thao|trường|xuân|diễn|hè|sách|báo|làng|kho[ẻe]|khỏe|tụ)",
    r"Đoàn\s(?!thể|kết|viên|xe)",
    r"Trường\s(?!hợp)",
    r"Tổ\s(?!chức|quốc|hợp)",
    r"Đội\s(?!ngũ)",
    r"Bảo hiểm\s(?=xã|[A-ZĐ])",
    rf"Báo\s(?=[{CAPITAL}]|và [{CAPITAL}])",
    rf"(?:Cục|Vụ|Quỹ|Khối)\s(?=[{CAPITAL}])",
    r"Quân\s(?=khu)",
    r"(?:Liên đoàn|Liên minh|Liên hiệp|Hiệp hội|Hội đồng|Mặt trận|Trung tâm|Bộ phận|Bộ đội)\s",
    r"(?:Chi cục|Chi nhánh|Tổng cục|Viện|Bệnh viện|Trạm|Kiểm toán|Kho bạc|Ngân hàng|Đài|Hạt|Đồn|Thuế)\s"
    r"(?!trợ|dẫn|câu|dữ liệu|đề thi|máu|gen|tưởng|giống|nhân|sen|điền|suất|thu nhập|giá trị|quan|môn|khoán|phí)",
    r"(?:Tòa|Toà) án\s",
    r"(?:Công an|Công đoàn|Công ty|Tổng công ty|Tập đoàn|Văn phòng(?! phẩm)|Bưu điện|Điện lực)\b",
    rf"(?:Thanh tra|Thường trực)\s(?=[{CAPITAL}]|tỉnh|thành phố|huyện|nhà nước|cấp|các|xã|phường)",
    r"(?:VNPT|Viettel|VIETTEL|MobiFone|Mobifone|MOBIFONE|VinaPhone|Vinaphone|EVN|VNPost|Agribank)\b",
    r"(?:Thư viện|Nhà văn hóa|Nhà trường|Chính phủ(?! số| điện tử)|Thủ tướng|Quốc hội)\b",
    rf"(?:phòng|trung tâm|văn phòng|trạm|trường)\s(?=[{CAPITAL}])",
    r"công an (?:xã|phường|tỉnh|đặc khu)\b",
    rf"(?:lực lượng|Lực lượng|Ngành)\s(?=[{CAPITAL}])",
    r"ngành\s(?=Giáo dục|Y tế|Công|Nông|Văn|Thuế|Điện|Bưu|Du lịch)",
    r"Cổng\s(?=[Tt]hông tin|TTĐT)",
    r"(?:Nhà máy|Nhà xuất bản|Học viện|Cảng vụ|Tạp chí|Kho bạc|Cảnh sát|Kiểm lâm)\s",
)

# A person or post given a duty counts as a unit.
POSTS = (
    r"(?:Phó )?(?:Chủ tịch|Giám đốc|Tổng [Gg]iám đốc)\b",
    r"(?:Thủ trưởng|Bí thư|Đồng chí|Người đứng đầu|Bộ trưởng|Chỉ huy trưởng|Hiệu trưởng)\b",
    r"(?:Thống đốc|Tư lệnh|Chính ủy|Tổng Thanh tra|Viện trưởng|Chánh án|Cục trưởng|Chi cục trưởng|Đội trưởng)\b",
    r"(?:Trạm trưởng|Kế toán trưởng|Ủy viên|Thư ký (?=[A-ZĐ]))",
    r"(?:Chủ nhiệm|Chủ đầu tư|Tổ trưởng|người đứng đầu)\b",
    r"Lãnh đạo\s(?=[A-ZĐỦ]|các|phòng|đơn vị)",
    r"(?:Trưởng(?! thành)|Phó|Chánh|Công chức|Viên chức|Thành viên)\s",
    r"(?:Cộng tác viên|Tuyên truyền viên|Báo cáo viên|thủ trưởng|trưởng các|giám đốc các)\s",
    r"chủ tịch\s(?=UBND|[ỦU])",
    rf"(?:đồng chí|[đĐ]/c|[ôÔ]ng|[bB]à)\s(?=[{CAPITAL}])",
    r"(?:[Cc]án bộ|[Cc]huyên viên|[Cc]ông chức|[Vv]iên chức|[Nn]hân viên)\s(?=phụ trách|chuyên trách|đầu mối)",
    rf"(?:Cán bộ|Chuyên viên|Nhân viên)\s(?=[{CAPITAL}]|văn phòng|kỹ thuật)",
    r"(?:Giáo viên|Tổng phụ trách|[Nn]hân viên)\s(?=chủ nhiệm|bộ môn|phụ trách|y tế|thư viện|bảo vệ|"
    r"tổng phụ trách|Đội)",
    rf"(?:Thầy|Cô|thầy giáo|cô giáo)\s(?=[{CAPITAL}])",
    r"(?:Phó Hiệu trưởng|Người có uy tín|Già làng|Đội ngũ (?:báo cáo|tuyên truyền|cộng tác) viên)\b",
    r"Kế toán(?=\s(?:ngân sách|xã|trường|đơn vị|UBND)|,)",
    rf"[Đđ]ại diện\s(?=lãnh đạo|[{CAPITAL}])",
)

# Nouns that make a class of bodies behind `các`, `những`, `toàn thể`.
_NOUNS = (
    r"sở|ban|ngành|phòng|cơ quan|đơn vị|địa phương|tổ chức|đoàn thể|doanh nghiệp|lực lượng|thành viên|cá nhân",
    r"cơ sở(?! dữ liệu| hạ tầng| vật chất| pháp)",
    r"xã(?! hội)|phường|đặc khu|thôn|bản(?! tin| đồ| án| sao| chất| cam| kê)|ấp|buôn|làng|khu (?:dân cư|phố|công)",
    r"tổ(?! hợp)|tỉnh|thành(?! phần| tích| tựu| quả)|huyện|cấp(?! độ| bậc)|hộ|ông|bà|đồng chí",
    r"trường(?! hợp)|trạm|trung tâm|bệnh viện|viện(?! trợ)|văn phòng|bộ(?! tiêu| luật| tài| chỉ số| môn)|cục|chi cục",
    r"vụ(?! việc| án| vi)|đài|báo(?! cáo)|ngân hàng|công ty|tập đoàn|hợp tác xã",
    r"hội(?! nghị| thảo| thi| viên| chợ| đồng| diễn)|hội đồng|hiệp hội|đoàn(?! viên| kết)",
    r"chi đoàn|chi hội|chi bộ|đảng|ubnd|[uủ][yỷ] ban|ủy viên|bí thư|trưởng",
    r"chủ(?! trương| đề| thể| điểm)|nhà(?! ở| văn| nước)|nhà văn hóa",
    r"tuyên truyền viên|cộng tác viên|báo cáo viên|chuyên viên|tiểu ban|đ/c|giáo viên",
    r"phó (?:chủ tịch|trưởng|giám đốc|bí thư|hiệu trưởng)|(?:cán bộ|công chức) (?:phụ trách|chuyên trách|đầu mối)",
)

# Classes that also stand without such a word.
_LOOSE = (
    r"cơ quan(?! báo)|đơn vị|địa phương|doanh nghiệp|báo, đài|báo chí|sở, (?:ban|ngành)|ban, ngành|chủ đầu tư",
    r"cấp trên|cấp [ủu][yỷ]|nhà trường|đoàn thể|trường học|tổ chức chính trị|tổ chức đảng|chi bộ|chi ủy|"
    r"ủy ban nhân dân",
    r"giáo viên(?! mầm| tiểu| thpt| thcs)|tổ chuyên môn|cơ sở (?:đào tạo|giáo dục)|"
    r"học sinh(?= và (?:cha mẹ|phụ huynh))|cha mẹ học sinh|phụ huynh học sinh",
    r"tuyên truyền viên|trưởng (?:thôn|bản|ấp|khu|xóm|buôn)|bí thư (?:chi|đoàn|đảng)|già làng|người có uy tín",
    rf"(?:thôn|bản|ấp|khu phố|khu dân cư|tổ dân phố)\s(?=(?-i:[{CAPITAL}]|số|\d))",
)

FIXED = "|".join((*_BODIES, *POSTS))
CLASS = rf"(?i:các|những|toàn thể)\s(?=(?i:{'|'.join(_NOUNS)})\b)"
BARE = rf"(?i:{'|'.join(_LOOSE)})\b"
LAND = r"(?i:xã|phường|đặc khu|thị trấn|thôn|bản|ấp|khu phố|tổ dân phố|khu dân cư|huyện|thành phố|tỉnh|buôn|làng)\b"
