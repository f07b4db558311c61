"""How a document is named to residents: type, number, date, issuer, as Vietnamese documents cite each other."""

from __future__ import annotations

import re
from datetime import date

from loa.documents.ports import Citation, Header
from loa.typeset.dates import day_text
from loa.vietnamese.folding import fold

# Abbreviations of Nghị định 30/2020/NĐ-CP, Phụ lục III, and those of laws and Party documents.
_WORDS = {
    "KH": "Kế hoạch",
    "KHHĐ": "Kế hoạch hành động",
    "CTr": "Chương trình",
    "CTrHĐ": "Chương trình hành động",
    "NQ": "Nghị quyết",
    "QĐ": "Quyết định",
    "CT": "Chỉ thị",
    "KL": "Kết luận",
    "HD": "Hướng dẫn",
    "TB": "Thông báo",
    "CĐ": "Công điện",
    "CV": "Công văn",
    "NĐ": "Nghị định",
    "TT": "Thông tư",
    "TTLT": "Thông tư liên tịch",
    "ĐA": "Đề án",
    "PA": "Phương án",
    "QC": "Quy chế",
    "QyĐ": "Quy định",
    "BC": "Báo cáo",
    "TTr": "Tờ trình",
}
_COMMITTEE = re.compile(r"(?:ủy|uỷ) ban nhân dân\b|ubnd\b", re.IGNORECASE)
_LEVEL = re.compile(r"(?:tỉnh|thành phố|đặc khu|phường|xã|thị trấn|thị xã|huyện|quận)\b", re.IGNORECASE)
_NAMES = "|".join(sorted({*_WORDS.values(), "Luật", "Bộ luật", "Pháp lệnh"}, key=len, reverse=True))


def document_word(header: Header) -> str:
    """ "Kế hoạch" for KH, and so on; "Văn bản" where the type is not known."""
    return _WORDS.get(header.doc_type or "", "Văn bản")


def issuer_name(header: Header, commune: str, text: str) -> str:
    """The issuer in ordinary letters: "Ủy ban nhân dân xã Đồng Sương"."""
    issuer = " ".join((header.issuer or "").split())
    if not issuer:
        return ""
    body, place = issuer, ""
    if fold(issuer).endswith(fold(commune)):
        body, place = issuer[: -len(commune)].strip(" ,-"), commune
    elif committee := _COMMITTEE.match(issuer):
        body, place = committee[0], _ordinary(issuer[committee.end() :].strip(), text, is_place=True)
    body = "Ủy ban nhân dân" if _COMMITTEE.fullmatch(body) else _ordinary(body, text)
    return f"{body} {place}".strip()


def _ordinary(words: str, text: str, *, is_place: bool = False) -> str:
    """Words of a letterhead as the document's own sentences print them, else with the capitals of a name."""
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    printed = (" ".join(found[0].split()) for found in re.finditer(pattern, text, re.IGNORECASE))
    same = (found for found in printed if not found.isupper())
    level = _LEVEL.match(words) if is_place else None
    guess = f"{level[0].lower()}{words[level.end() :].title()}" if level else words.capitalize()
    return next(same, guess if words.isupper() else words)


def plan_label(header: Header, issuer: str) -> str:
    """ "Kế hoạch số 05/KH-UBND ngày 05/9/2025 của Ủy ban nhân dân xã Đồng Sương"; blanks of the document left out."""
    number = f" số {header.number}/{header.symbol}" if header.number and header.symbol else ""
    by = f" của {issuer}" if issuer else ""
    return f"{document_word(header)}{number}{_on(header.date)}{by}"


def cited_label(citation: Citation, text: str) -> str:
    """ "Nghị quyết số 57-NQ/TW ngày 22/12/2024"; the type as the text prints it before the number."""
    printed = re.search(rf"({_NAMES})(?: số)?:? *{_loose(citation.symbol)}", text, re.IGNORECASE)
    if printed:
        word = printed[1][:1].upper() + printed[1][1:].lower()
    else:
        parts = re.split(r"[-/\d]+", citation.symbol)
        word = next((_WORDS[part] for part in parts if part in _WORDS), "Văn bản")
    return f"{word} số {citation.symbol}{_on(citation.date)}"


def _loose(symbol: str) -> str:
    """The symbol as it may be printed, with blanks between its parts."""
    return r"\s*".join(re.escape(part) for part in re.split(r"(?<=[-/])|(?=[-/])", symbol) if part)


def _on(day: str | None) -> str:
    """` ngày 05/9/2025` of `2025-09-05`, ` tháng 9/2025` of `2025-09`, ` năm 2025` of `2025`."""
    parts = [int(part) for part in (day or "").split("-") if part.isdigit()]
    if len(parts) == 3:
        return f" ngày {day_text(date(*parts))}"
    if len(parts) == 2:
        return f" tháng {parts[1]}/{parts[0]}"
    return f" năm {parts[0]}" if parts else ""
