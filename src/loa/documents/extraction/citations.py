"""Other documents named by number and symbol, each with its full date where the text gives one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from loa.documents.ports import Citation

from .dates import FULL_DATE, full_date
from .paragraphs import Paragraph
from .symbols import CITED, tight
from .wording import folded

_DATE_FOLLOWS = re.compile(rf"[\s,(]*(?:ký |ban hành )?ngày\s+(?P<date>{FULL_DATE.pattern})", re.IGNORECASE)
_DATE_BEFORE = re.compile(rf"ngày\s+(?P<date>{FULL_DATE.pattern}),?(?P<between>[^.;]{{0,140}})$", re.IGNORECASE)
_REACH = 240  # letters from a date to the symbol it belongs to
_ISSUED = re.compile(r"\b(?:ban hành|có|ký)\b[^,.;]{0,40}$")


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a document is cited: `start`..`end` in the paragraph, its date included."""

    citation: Citation
    paragraph: Paragraph
    start: int
    end: int


def mentions(paragraph: Paragraph) -> Iterator[Mention]:
    """Every citation of `paragraph`, in order."""
    for found in CITED.finditer(paragraph.text):
        after = _DATE_FOLLOWS.match(paragraph.text, found.end())
        when = (
            full_date(after) if after else _date_before(paragraph.text[max(found.start() - _REACH, 0) : found.start()])
        )
        citation = Citation(tight(found.group()), when.isoformat() if when else None)
        yield Mention(citation, paragraph, found.start(), after.end() if after else found.end())


def _date_before(text: str) -> date | None:
    found = _DATE_BEFORE.search(text)
    return full_date(found) if found and _ISSUED.search(found["between"]) else None


def citations_of(paragraphs: Iterable[Paragraph], *, own: str | None) -> list[Mention]:
    """One mention per distinct symbol, in order of first appearance; a later mention may supply the date."""
    kept: dict[str, Mention] = {}
    for paragraph in paragraphs:
        for mention in mentions(paragraph):
            key = folded(mention.citation.symbol)
            if own and key == folded(own):
                continue
            if key not in kept or (kept[key].citation.date is None and mention.citation.date):
                kept[key] = mention
    return list(kept.values())
