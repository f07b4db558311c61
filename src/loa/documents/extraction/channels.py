"""The eight forms of grassroots information (Nghị định 49/2024/NĐ-CP, Điều 3, khoản 1), told by the words of a plan."""

from __future__ import annotations

import re

from .wording import folded

_PRESS = r"[\s,-]*(?:và\s)?truyền hình"  # the province's own station is press, not the commune's loudspeakers
_PEOPLE = r"(?:hộ|nhà|người|khu|thôn|xóm|ấp|bản|tổ|ngõ)"
_LIVING = r"(?:chi hội|chi bộ|chi đoàn|hội viên|đoàn viên|câu lạc bộ|cộng đồng|tổ|thôn|khu dân cư|chuyên đề|định kỳ)"
_CHATS = r"(?:zalo|facebook|messenger|viber|telegram)"

# The values are those of the channel kinds; `documents` and `channels` are siblings, so they are repeated here.
# Patterns have their marks: "bằng tin nhắn" is no "bảng tin", "mù lòa" no "loa".
FORMS = {
    "loudspeaker": rf"truyền thanh|\bloa\b|(?<!truyền hình )(?<!truyền hình, )phát thanh(?!{_PRESS})|xe tuyên truyền"
    r"|cụm loa|xe lưu động",
    "notice-board": r"bảng tin|bảng thông (?:tin|báo)|bảng điện tử|bảng quang báo|bảng led|niêm yết"
    r"|màn hình (?:led|điện tử|cỡ lớn|công cộng)",
    "bulletin": r"bản tin(?! (?:dự báo|thời tiết|cảnh báo|điện tử|thời sự|truyền thanh|truyền hình|phát thanh))"
    r"|nội san|tập san|đặc san",
    "document": r"tờ rơi|tờ gấp|(?<!hồ sơ )(?<!hồ sơ, )tài liệu(?! (?:mật|lưu trữ))|sổ tay|cẩm nang|ấn phẩm|infographic"
    r"|áp phích|poster|pa ?-? ?nô\b|băng ?-? ?rôn|khẩu hiệu|phướn|tủ sách|standee|cổ động trực quan"
    r"|tuyên truyền trực quan|tuyên truyền cổ động",
    "communicator": r"tuyên truyền viên|báo cáo viên|tuyên truyền miệng|người có uy tín|tổ công nghệ số cộng đồng"
    rf"|(?:tuyên truyền|truyền thông|vận động|phổ biến) trực tiếp|(?:đến|tới) từng {_PEOPLE}"
    rf"|sinh hoạt (?:của )?(?:các )?{_LIVING}|họp (?:thôn|xóm|ấp|bản|tổ|khu|dân|nhóm|chi)|tọa đàm|toạ đàm|nói chuyện"
    r"|hội nghị(?! (?:lần thứ|trung ương|ban chấp hành))|đối thoại",
    "portal": r"cổng (?:thông tin|ttđt|tin)|trang (?:thông tin|tin|web|ttđt)|website"
    r"|chuyên (?:trang|mục)(?![^.;]{0,60}\b(?:báo|đài|truyền hình)\b)",
    "social": r"mạng xã hội|facebook|fanpage|\bzalo\b|tiktok|youtube|nhóm (?:chat|liên lạc)|nền tảng trực tuyến"
    r"|(?:trên|qua) (?:các )?nền tảng số",
    "telecom": rf"tin nhắn(?! (?:rác|lừa đảo|giả|(?:qua |trên )?{_CHATS}))|\bsms\b|nhắn tin(?! (?:qua |trên ){_CHATS})"
    r"|nhà mạng viễn thông",
}
_PRINTED = {name: re.compile(pattern) for name, pattern in FORMS.items()}
_UNMARKED = {name: re.compile(folded(pattern)) for name, pattern in FORMS.items()}


def channels_in(text: str) -> tuple[str, ...]:
    """The forms named in `text`, in the order of the decree."""
    printed, plain = text.lower(), folded(text)
    patterns = _UNMARKED if printed == plain else _PRINTED
    return tuple(name for name, pattern in patterns.items() if pattern.search(printed))
