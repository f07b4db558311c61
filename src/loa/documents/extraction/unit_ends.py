"""Where the name of a body is complete by itself, whatever word follows: its place, its field, `liên quan`."""

from __future__ import annotations

import re

from .wording import CAPITAL

_SMALL = r"(?=[a-zđàáảãạăắằẳẵặâấầẩẫậèéẻẽẹêếềểễệìíỉĩịòóỏõọôốồổỗộơớờởỡợùúủũụưứừửữựỳýỷỹỵ])"

# A body named down to its place ends there, unless one of these words says more about the place.
_PLACE = r"(?<!các )(?<!những )(?:(?<!ngoại )tỉnh|thành phố|(?<!hợp tác )(?<!tác )xã|(?<!\d )phường|đặc khu|thị trấn)"
_ABOUT_A_PLACE = (
    r"và|hoặc|cùng|hội|viên|thuộc|trực thuộc|trên địa|có|ven|biên|miền|vùng|được|còn lại|trọng điểm|các|cấp|nêu|đã|khó|"
    r"đặc|thị|thành|liên|khác|xã|phường|lân cận|khu|khóa|khoá|bán|đội|đoàn|ủy|uỷ|loại|đảo|nghèo|mới|hiện|nói|của|trong"
)

# The fields of ministries and departments (decrees on their organisation) in small letters.
_FIELD = (
    r"nghiệp|môi|trường|tài|chính|nội|vụ|xây|dựng|tư|pháp|y|tế|giáo|dục|đào|tạo|văn|hóa|hoá|thể|thao|du|lịch|khoa|học|"
    r"công|nghệ|thương|an|quốc|phòng|dân|tộc|tôn|ngoại|giao|thông|vận|tải|nông|thôn|tin|truyền|động|binh|xã|hội|đầu|kế|"
    r"hoạch(?! định)|nguyên|kiến|trúc|tỉnh|thành|phố|quy|toàn|thực|phẩm|đặc|khu|phường|liên|quan"
)
_MORE_FIELDS = rf"(?:\s?[,&–-]\s?|\s)(?:và\s)?(?i:{_FIELD})(?!\w)"

NAME_ENDS = (
    re.compile(rf"(?<!\w){_PLACE}\s{_SMALL}(?!(?:{_ABOUT_A_PLACE})(?!\w))"),
    re.compile(
        rf"(?<!\w)(?:Sở|Bộ (?!Chỉ|Tư lệnh))\s?[{CAPITAL}][^\W\d_]*(?:{_MORE_FIELDS})++\s"
        rf"{_SMALL}(?!(?:và|các|của|thuộc|trực thuộc|có|khu|cùng)(?!\w))"
    ),
    re.compile(rf"(?<!\w)liên quan\s{_SMALL}(?!(?:trên|thuộc|của|trong|ở|tại|khác|và|trực|cấp|đóng|đến|tới)(?!\w))"),
)
