"""The body as the rules read it: items, passages, and the closing formula that assigns nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .cleaning import Row
from .numbering import marker_of, words_after
from .outline import Item, outline_of
from .paragraphs import Paragraph, paragraphs_of
from .wording import TERMINAL, folded, is_bullet, without_bullet

_CLOSING = re.compile(
    r"(?:tren day la|trong qua trinh|qua trinh (?:trien khai|thuc hien)|yeu cau|de nghi|nhan duoc|"
    r"(?:uy ban|ubnd|ban |dang uy|so |bo |chu tich|thu tuong|hoi dong|mat tran)[^.;:]{0,70}?\b(?:yeu cau|de nghi)\b)"
)
_PURPOSE = re.compile(r"(?:muc dich|yeu cau|quan diem|y nghia|can cu)\b")
_TARGET = re.compile(
    r"(?:muc tieu|chi tieu|cac chi tieu|ket qua dat duoc|thuc trang|hien trang|dinh huong den|tieu chi|danh gia)\b"
)
_NOT_PURPOSE = re.compile(
    r"(?:thoi gian|tien do|lo trinh|thoi han|don vi|co quan|to chuc thuc hien|phan cong|nhiem vu|noi dung|"
    r"(?:cac )?hoat dong)\b"
)
_SENTENCE = re.compile(r"(?<=[.;!?])\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph of one item; `at` is where its words begin behind number and dash."""

    item: Item
    paragraph: Paragraph
    at: int
    is_heading: bool
    carries_on: bool = False  # the paragraph before broke off in the middle of a sentence

    @property
    def words(self) -> str:
        return self.paragraph.text[self.at :]

    @property
    def is_bullet(self) -> bool:
        return is_bullet(self.paragraph.text)


@dataclass(frozen=True, slots=True)
class Body:
    """Preamble, items, and the closing paragraphs behind the last item."""

    preamble: Sequence[Paragraph]
    items: Sequence[Item]
    closing: Sequence[Paragraph]

    def passages(self) -> Iterator[Passage]:
        """Every paragraph of every item, in order."""
        for item in self.items:
            for index, paragraph in enumerate(item.paragraphs):
                before = item.paragraphs[index - 1].text if index else ""
                broken = len(before.split()) > 15 and not before.endswith(TERMINAL)
                yield Passage(item, paragraph, _words_at(paragraph.text), index == 0, broken)

    @property
    def paragraphs(self) -> list[Paragraph]:
        inside = [paragraph for item in self.items for paragraph in item.paragraphs]
        return [*self.preamble, *inside, *self.closing]


def body_of(rows: Sequence[Row]) -> Body:
    """Read the rows of the body."""
    outline = outline_of(paragraphs_of(rows))
    closing: list[Paragraph] = []
    if outline.items:
        last = outline.items[-1]
        cut = next((at for at, part in enumerate(last.paragraphs) if at and _is_closing(part)), len(last.paragraphs))
        closing = last.paragraphs[cut:]
        del last.paragraphs[cut:]
    return Body(outline.preamble, outline.items, closing)


def sentences_of(text: str, at: int = 0) -> Iterator[tuple[int, int]]:
    """The start and end of each sentence of `text` from offset `at`; a semicolon ends one too."""
    start = at
    for found in _SENTENCE.finditer(text, at):
        yield start, found.start()
        start = found.end()
    if start < len(text):
        yield start, len(text)


def is_purpose(item: Item) -> bool:
    """The item says why, not what: `Mục đích, yêu cầu`, `Quan điểm`."""
    return _stands_under(item, _PURPOSE)


def is_target(item: Item) -> bool:
    """The item names levels to reach or describes a state."""
    return _stands_under(item, _TARGET)


def is_short(heading: str) -> bool:
    """A heading that only names its item."""
    return len(heading.split()) <= 14


def _stands_under(item: Item, kind: re.Pattern[str]) -> bool:
    for step in item.chain:
        heading = folded(step.heading)
        if not is_short(heading):
            continue
        if kind.match(heading):
            return True
        if _NOT_PURPOSE.match(heading):
            return False
    return False


def _is_closing(paragraph: Paragraph) -> bool:
    return not is_bullet(paragraph.text) and _CLOSING.match(folded(paragraph.text)) is not None


def _words_at(text: str) -> int:
    marker = marker_of(text)
    rest = words_after(text, marker) if marker else without_bullet(text)
    return len(text) - len(rest)
