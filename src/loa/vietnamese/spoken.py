"""Written administrative Vietnamese as it is read aloud by a commune's announcer (Northern standard)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from loa.vietnamese.abbreviations import read_abbreviations, read_own_entries
from loa.vietnamese.addresses import read_addresses
from loa.vietnamese.amounts import read_amounts, read_codes, read_measures
from loa.vietnamese.dates import read_dates
from loa.vietnamese.document_numbers import read_document_numbers
from loa.vietnamese.drafts import Change, Draft
from loa.vietnamese.folding import fold
from loa.vietnamese.lexicon import Lexicon
from loa.vietnamese.marks import read_marks
from loa.vietnamese.phones import read_phones
from loa.vietnamese.romans import read_romans
from loa.vietnamese.short_forms import read_dotted, read_strokes
from loa.vietnamese.times import read_times

__all__ = ["Change", "SpokenForm", "spoken_form"]

_NOTHING: Mapping[str, str] = {}
_PAUSE = r"[,.;:?!]"


@dataclass(frozen=True, slots=True)
class SpokenForm:
    """What is said: words and pauses only.

    `changes` are the spans of the written text (in NFC) that are said otherwise, in order; `unknown` the tokens in
    capitals that had to be spelled because nobody told what they stand for.
    """

    text: str
    changes: tuple[Change, ...]
    unknown: tuple[str, ...]


def spoken_form(text: str, *, lexicon: Mapping[str, str] = _NOTHING) -> SpokenForm:
    """Return `text` as it is said: no digit and no sign is left, line breaks are kept.

    :param lexicon: a commune's own entries, written form to spoken form; they come before ours, and the names in
        them are also known in web addresses.
    """
    draft = Draft(text)
    words = Lexicon({written: _speakable(spoken) for written, spoken in lexicon.items() if written.strip()})
    read_addresses(draft, {"".join(fold(name).split()): name for name in words.own.values()})
    read_document_numbers(draft, words)
    read_own_entries(draft, words)
    read_strokes(draft)
    read_phones(draft)
    read_dates(draft)
    read_times(draft)
    read_romans(draft)
    read_measures(draft)
    read_dotted(draft)
    read_abbreviations(draft, words)
    read_codes(draft)
    read_amounts(draft)
    read_marks(draft)
    changes = tuple(sorted(draft.changes, key=lambda change: change.start))
    return SpokenForm(text=tidy(draft.rendered()), changes=changes, unknown=tuple(dict.fromkeys(draft.unknown)))


def _speakable(spoken: str) -> str:
    """An entry of the lexicon is itself read by the plain rules, so that no figure slips in through it."""
    draft = Draft(spoken)
    read_amounts(draft)
    read_marks(draft)
    return tidy(draft.rendered())


def tidy(text: str) -> str:
    """One space between words, one pause in a place, none at the start of a line; a capital opens each sentence."""
    lines = (_tidy_line(line) for line in text.splitlines())
    joined = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
    return re.sub(r"(?:^|[.?!]\s+)[^\W\d_]", lambda match: match[0].upper(), joined)


def _tidy_line(line: str) -> str:
    line = re.sub(r"\s+", " ", line)
    line = re.sub(rf"\s+(?={_PAUSE})", "", line)
    line = re.sub(rf"({_PAUSE})(?=[^\s,.;:?!])", r"\1 ", line)
    line = re.sub(rf"{_PAUSE}{{2,}}", lambda match: _strongest(match[0]), line)
    return re.sub(rf"^(?:\s|{_PAUSE})+", "", line).rstrip(" ,;")


def _strongest(pauses: str) -> str:
    return next(mark for mark in "?!.;:," if mark in pauses)
