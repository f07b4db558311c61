"""The eight forms of grassroots information (Nghị định 49/2024/NĐ-CP, Điều 3, khoản 1), told by the words of a plan."""

from __future__ import annotations

import re

from .wording import folded

# The values are those of the channel kinds; `documents` and `channels` are siblings, so they are repeated here.
FORMS = {
    "loudspeaker": r"truyen thanh|\bloa\b|phat thanh",
    "notice-board": r"bang tin|bang dien tu|bang quang bao|man hinh (?:led|dien tu|cong cong)",
    "bulletin": r"ban tin thong tin co so|\bban tin (?!dien tu|cong cong)|noi san",
    "document": r"to roi|to gap|tai lieu\b(?! mat)|so tay|cam nang|an pham|infographic|ap phich|"
    r"pa ?-? ?no\b|bang ?-? ?ron|khau hieu",
    "communicator": r"tuyen truyen vien|bao cao vien|tuyen truyen mieng|"
    r"(?:tuyen truyen|truyen thong|van dong) truc tiep|den tung (?:ho|nha|nguoi)|nguoi co uy tin",
    "portal": r"cong (?:thong tin|ttdt|tin)|trang (?:thong tin|tin|web|ttdt)|website|chuyen (?:trang|muc)",
    "social": r"mang xa hoi|facebook|fanpage|zalo|tiktok|youtube|nen tang so|nhom (?:chat|lien lac)",
    "telecom": r"tin nhan|\bsms\b|nhan tin|nha mang vien thong",
}
_PATTERNS = {name: re.compile(pattern) for name, pattern in FORMS.items()}


def channels_in(text: str) -> tuple[str, ...]:
    """The forms named in `text`, in the order of the decree."""
    plain = folded(text)
    return tuple(name for name, pattern in _PATTERNS.items() if pattern.search(plain))
