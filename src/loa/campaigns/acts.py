"""Cuts the words of a clause into acts: list items, then sentences. Offsets always lead back to the printed words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from loa.vietnamese.capitals import CAPITALS
from loa.vietnamese.folding import fold

_PARAGRAPH = re.compile(rf"(?:^|(?<=[.;:,…\n]))\s*[-–•+*]\s+|(?<=[.;:…])[ \t]*\n\s*(?=[{CAPITALS}])")
_SENTENCE = re.compile(rf"(?<=;)\s+|(?<=[.!?…])\s+(?=[{CAPITALS}]|[a-zđ]\)\s)")
_FIELD = re.compile(  # "Đơn vị thực hiện: …" says who or when, it is no act
    r"(?:thoi\s+(?:gian|diem|han)|don\s+vi|co\s+quan|bo\s+phan|nguoi|dia\s+diem|kinh\s+phi|san\s+pham|doi\s+tuong"
    r"|so\s+luong|phan\s+cong)[^:]{0,40}:"
)
_LABEL = re.compile(r"\s*(?:(?:noi dung|nhiem vu|hinh thuc|yeu cau|cong viec|cu the)[^:,.;]{0,30}:|cu the,?)\s*")


@dataclass(frozen=True, slots=True)
class Act:
    """One sentence or list item: its printed `words`, the same folded letter by letter, where it starts."""

    words: str
    folded: str
    start: int
    paragraph: int


def printed(text: str) -> str:
    """`text` in NFC with each blank (line ends too) as one space, so that letters and offsets stay put."""
    return re.sub(r"\s", " ", unicodedata.normalize("NFC", text))


def folded_in_place(text: str) -> str:
    """Fold `text` without moving a letter; "tin, bài" (news items) loses its comma, it names one thing."""
    folded = "".join(one if len(one := fold(letter)) == 1 else letter for letter in text)
    return re.sub(r"\b(tin), (?=bai\b)", r"\1  ", folded)


def acts_of(text: str, *, border: int = 0) -> list[Act]:
    """The acts of a clause in order; lines that only say who, when or from what money are left out.

    :param border: where the heading ends, if it does; no act reaches across it. Offsets count in `printed(text)`.
    """
    return [act for act in _sentences(text, border) if act.folded.strip(" .,;:-") and not _FIELD.match(act.folded)]


def _sentences(text: str, border: int) -> Iterator[Act]:
    whole, even = unicodedata.normalize("NFC", text), printed(text)
    for number, (start, end) in enumerate(_paragraphs(whole, border)):
        for left, right in _spans(even[start:end], _SENTENCE):
            words = even[start + left : start + right]
            folded = folded_in_place(words)
            label = _LABEL.match(folded)
            skip = label.end() if label else len(folded) - len(folded.lstrip())
            yield Act(words=words[skip:], folded=folded[skip:], start=start + left + skip, paragraph=number)


def _paragraphs(text: str, border: int) -> Iterator[tuple[int, int]]:
    for part_start, part in ((0, text[:border]), (border, text[border:])):
        for start, end in _spans(part, _PARAGRAPH):
            yield part_start + start, part_start + end


def _spans(text: str, seam: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    start = 0
    for found in seam.finditer(text):
        if found.start() > start:
            yield start, found.start()
        start = found.end()
    if start < len(text):
        yield start, len(text)
