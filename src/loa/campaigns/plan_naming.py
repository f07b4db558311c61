"""How a plan and the documents it cites are named, as Vietnamese documents cite each other. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from loa.documents.extraction.document_types import TYPES
from loa.documents.ports import Citation, Header
from loa.typeset.dates import day_text
from loa.units.naming import committee_of, place_name
from loa.vietnamese.folding import fold

BLANK = "……"
# The first name of an abbreviation is the plain one; then those of laws and of Party documents.
_WORDS = {short: name[0].upper() + name[1:] for name, short in reversed(TYPES.items())} | {
    "KHHĐ": "Kế hoạch hành động",
    "CTrHĐ": "Chương trình hành động",
    "TT": "Thông tư",
    "TTLT": "Thông tư liên tịch",
}
_NAMES = "|".join(sorted({*_WORDS.values(), "Luật", "Bộ luật", "Pháp lệnh"}, key=len, reverse=True))


def document_word(header: Header | None) -> str:
    """`Kế hoạch` for KH, and so on; `Văn bản` where the type is not known, `Kế hoạch` where nothing was read."""
    return _WORDS.get(header.doc_type or "", "Văn bản") if header else "Kế hoạch"


def issuer_name(header: Header, text: str) -> str:
    """The issuer in ordinary letters, `Ủy ban nhân dân xã Đồng Sương`; empty where the document names none.

    :param text: the document's own words, which print its issuer as it is written in a sentence.
    """
    return committee_of(place_name(header.issuer or "", text))


def is_issued_by(commune: str, header: Header) -> bool:
    """Whether the commune itself issued the plan, by its letterhead; a plan without one is the commune's own."""
    return fold(commune) in fold(header.issuer or commune)


def plan_label(header: Header, issuer: str, *, with_blanks: bool = False) -> str:
    """`Kế hoạch số 05/KH-UBND ngày 05/9/2025 của Ủy ban nhân dân xã Đồng Sương`.

    :param with_blanks: what the document leaves blank stands as `……` for a person to fill in; else it is left out.
    """
    number = header.number or (BLANK if with_blanks else "")
    numbered = f" số {number}/{header.symbol}" if number and header.symbol else ""
    by = f" của {issuer}" if issuer else ""
    return f"{document_word(header)}{numbered}{_on(header.date, with_blanks=with_blanks)}{by}"


def cited_label(citation: Citation, text: str) -> str:
    """`Nghị quyết số 12-NQ/TU ngày 15/3/2025`; the type as the text prints it before the number."""
    printed = re.search(rf"({_NAMES})(?: số)?:? *{_loose(citation.symbol)}", text, re.IGNORECASE)
    if printed:
        word = printed[1][:1].upper() + printed[1][1:].lower()
    else:
        parts = re.split(r"[-/\d]+", citation.symbol)
        word = next((_WORDS[part] for part in parts if part in _WORDS), "Văn bản")
    return f"{word} số {citation.symbol}{_on(citation.date)}"


def period_words(start: date | None, end: date | None) -> str:
    """`từ ngày A đến hết ngày B`, or the half that is stated, or nothing."""
    if start and end and start == end:
        return f"ngày {day_text(start)}"
    parts = [f"từ ngày {day_text(start)}"] if start else []
    return " ".join([*parts, f"đến hết ngày {day_text(end)}"] if end else parts)


def listed(words: Iterable[str]) -> str:
    """`a, b và c`."""
    every = list(words)
    return " và ".join([", ".join(every[:-1]), every[-1]] if len(every) > 1 else every)


def _loose(symbol: str) -> str:
    """The symbol as it may be printed, with blanks between its parts."""
    return r"\s*".join(re.escape(part) for part in re.split(r"(?<=[-/])|(?=[-/])", symbol) if part)


def _on(day: str | None, *, with_blanks: bool = False) -> str:
    """` ngày 05/9/2025` of `2025-09-05`, ` tháng 9/2025` of `2025-09`, ` năm 2025` of `2025`."""
    parts = [int(part) for part in (day or "").split("-") if part.isdigit()]
    if len(parts) == 3:
        return f" ngày {day_text(date(*parts))}"
    if not parts:
        return ""
    if with_blanks:
        return f" ngày {BLANK} tháng {parts[1] if len(parts) == 2 else BLANK} năm {parts[0]}"
    return f" tháng {parts[1]}/{parts[0]}" if len(parts) == 2 else f" năm {parts[0]}"
