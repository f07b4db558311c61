"""The named types of administrative documents and their abbreviations (Nghị định 30/2020/NĐ-CP, Phụ lục III)."""

from __future__ import annotations

from .wording import folded

TYPES = {
    "nghị quyết": "NQ",
    "quyết định": "QĐ",
    "chỉ thị": "CT",
    "quy chế": "QC",
    "quy định": "QyĐ",
    "thông cáo": "TC",
    "thông báo": "TB",
    "thông báo kết luận": "TB",
    "hướng dẫn": "HD",
    "chương trình": "CTr",
    "chương trình hành động": "CTr",
    "chương trình công tác": "CTr",
    "kế hoạch": "KH",
    "kế hoạch hành động": "KH",
    "phương án": "PA",
    "đề án": "ĐA",
    "dự án": "DA",
    "báo cáo": "BC",
    "biên bản": "BB",
    "tờ trình": "TTr",
    "hợp đồng": "HĐ",
    "công điện": "CĐ",
    "giấy mời": "GM",
    "giấy giới thiệu": "GGT",
    "kết luận": "KL",
    "thông tri": "TT",
    "nghị định": "NĐ",
    "thông tư": "TT",
    "đề cương": "ĐC",
    "kịch bản": "KB",
    "thư ngỏ": "TN",
    "công văn": "CV",
}
TYPE_WORDS = {code: words.capitalize() for words, code in reversed(TYPES.items())}  # the first name of each code
_FOLDED = {folded(name): short for name, short in TYPES.items()}
_SHORT = {folded(short): short for short in TYPES.values()}


def type_of_heading(text: str) -> str | None:
    """The abbreviation where `text` is nothing but the name of a type (`KẾ HOẠCH` → KH)."""
    return _FOLDED.get(folded(text).strip(" .:"))


def type_name_at_start(text: str) -> str | None:
    """The longest type name that `text` begins with, as printed there."""
    plain = folded(text)
    names = [name for name in _FOLDED if plain.startswith(name) and not plain[len(name) : len(name) + 1].isalnum()]
    return text[: len(max(names, key=len))] if names else None


def type_of_symbol(symbol: str | None) -> str | None:
    """`KH-UBND`, `HD/BTGDVTW` → the type its first part names; None for the symbol of a công văn."""
    head = (symbol or "").replace("/", "-").split("-", 1)[0]
    return _SHORT.get(folded(head))
