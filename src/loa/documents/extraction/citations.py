"""Other documents named by number and symbol, each with its full date where the text gives one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from loa.documents.ports import Citation

from .dates import FULL_DATE, full_date
from .paragraphs import Paragraph
from .symbols import CITED, tight
from .wording import folded

_DATE_FOLLOWS = re.compile(
    r"(?:[\s,(]*|\s+của\s+[^.;,()\d]{1,60}?(?<!trước)(?<!đến)(?<!từ)(?<!sau)(?<!vào)(?<!trong)(?<!kể từ)\s)"
    rf"(?:ký |ban hành )?ngày\s+(?P<date>{FULL_DATE.pattern})",
    re.IGNORECASE,
)
_DATE_BEFORE = re.compile(rf"ngày\s+(?P<date>{FULL_DATE.pattern}),?(?P<between>[^.;]{{0,140}})$", re.IGNORECASE)
_MAY_CITE = re.compile(r"\d\s?[-–/]")
_FORM = re.compile(  # `Mẫu số 01/ABC`, `theo các mẫu 02, 03/ABC`: a form has a number too, and is no document
    r"\b(?:bieu mau|mau bieu|mau|bieu|phu luc|phieu)(?: (?:don|phieu|bao cao|bien ban|to khai|de cuong|danh sach))?"
    r"(?: so)?\s?:?\s?(?:\d[\w/.-]*(?:\s?(?:,|;|va|den)\s?(?:(?:mau|bieu|phu luc) )?(?:so )?)){0,6}$"
)
_JOINS = re.compile(r"\s*(?:,|;|và)\s+(?:và\s+)?")  # a second `số` begins a citation of its own
_FORM_REACH = 100  # letters
_REACH = 240  # letters from a date to the symbol it belongs to
_ISSUED = re.compile(r"\b(?:ban hành|thông qua|có|ký)\b[^,.;]{0,90}$")


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a document is cited: `start`..`end` in the paragraph, its date included."""

    citation: Citation
    paragraph: Paragraph
    start: int
    end: int
    rule: str = ""


def mentions(paragraph: Paragraph) -> Iterator[Mention]:
    """Every citation of `paragraph`, in order."""
    text = paragraph.text
    if not _MAY_CITE.search(text):
        return
    for found in CITED.finditer(text):
        if _FORM.search(folded(text[max(found.start() - _FORM_REACH, 0) : found.start()])):
            continue
        after = _DATE_FOLLOWS.match(text, _row_end(text, found.end()))
        before = None if after else _date_before(text[max(found.start() - _REACH, 0) : found.start()])
        when = full_date(after) if after else before
        rule = "citation.dated" if after else "citation.date-before" if before else "citation.undated"
        citation = Citation(tight(found.group()), when.isoformat() if when else None)
        yield Mention(citation, paragraph, found.start(), after.end() if after else found.end(), rule)


def _row_end(text: str, at: int) -> int:
    """`số 12-QĐ/ĐU, 13-QĐ/ĐU và 14-QĐ/ĐU ngày …`: the day behind the last symbol of a row is that of them all."""
    while (joint := _JOINS.match(text, at)) and (following := CITED.match(text, joint.end())):
        at = following.end()
    return at


def _date_before(text: str) -> date | None:
    found = _DATE_BEFORE.search(text) if "ngày" in text or "Ngày" in text else None
    return full_date(found) if found and _ISSUED.search(found["between"]) else None


def citations_of(paragraphs: Iterable[Paragraph], *, own: str | None) -> list[Mention]:
    """One mention per distinct symbol, in order of first appearance; a later mention may supply the date."""
    kept: dict[str, Mention] = {}
    for paragraph in paragraphs:
        for mention in mentions(paragraph):
            key = folded(mention.citation.symbol)
            if own and key == folded(own):
                continue
            kept[key] = _fuller(kept[key], mention) if key in kept else mention
    return list(kept.values())


def _fuller(kept: Mention, again: Mention) -> Mention:
    """The dated one of two mentions, spelled as the one in small letters: a title prints `QĐ-TTG`."""
    symbol = min(kept.citation.symbol, again.citation.symbol, key=str.isupper)
    best = again if kept.citation.date is None and again.citation.date else kept
    return best if best.citation.symbol == symbol else replace(best, citation=replace(best.citation, symbol=symbol))
