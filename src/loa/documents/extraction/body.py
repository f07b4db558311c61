"""The body as the rules read it: items, passages, and the closing formula that assigns nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from .cleaning import Row
from .numbering import marker_of, words_after
from .outline import PROSE, Item, outline_of
from .paragraphs import Paragraph, paragraphs_of
from .wording import TERMINAL, folded, is_bullet, without_bullet

_ISSUER = r"(?:uy ban|ubnd|ban |dang uy|so |bo |chu tich|thu tuong|hoi dong|mat tran)"
_ON_ITSELF = (
    r"(?:ke hoach|phuong an|huong dan|chi thi|quyet dinh|cong dien) nay (?:thay the|co hieu luc|duoc pho bien|bai bo)"
)
_CLOSING = re.compile(
    r"(?:tren day la|trong qua trinh|qua trinh (?:trien khai|thuc hien)|yeu cau|de nghi|nhan duoc|"
    r"(?:can cu|tren co so|theo) (?:noi dung )?(?:ke hoach|huong dan|cong van|chi thi|phuong an) (?:nay|tren|"
    r"neu tren),? "
    r"(?:yeu cau|de nghi)\b|"
    rf"{_ON_ITSELF}|"
    rf"{_ISSUER}[^.;:]{{0,70}}?\b(?:yeu cau|de nghi)\b)"
)
_GIVEN_TO_ALL = re.compile(  # the last paragraph gives to everybody what the items gave to each
    rf"{_ISSUER}[^.;:,]{{0,70}}?\bgiao (?=[^.;:]*\b(?:chuc nang,? nhiem vu|nhiem vu duoc (?:giao|phan cong))\b)[^.;:]*"
    r"\b(?:to chuc |trien khai )+thuc hien\b"
)
_FAREWELL = re.compile(r"tren day la|trong qua trinh|qua trinh (?:trien khai|thuc hien)|nhan duoc|" + _ON_ITSELF)
_PURPOSE = re.compile(r"(?:muc dich|yeu cau|quan diem|y nghia|can cu)\b")
_TARGET = re.compile(
    r"(?:muc tieu|chi tieu|cac chi tieu|ket qua dat duoc|thuc trang|hien trang|(?:dac diem )?tinh hinh|dinh huong den|"
    r"tieu chi|danh gia)\b"
)
_NOT_PURPOSE = re.compile(
    r"(?:thoi gian|tien do|lo trinh|thoi han|don vi|co quan|to chuc thuc hien|phan cong|nhiem vu|noi dung|"
    r"(?:cac )?hoat dong)\b"
)
_HANGS = re.compile(r"(?:[,(-]|\b(?:của|và|cho|với|các|trên|về|tại|đến|do|giao|từ|theo|để|là))$")
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


@dataclass(frozen=True)
class Body:
    """Preamble, items, and the closing paragraphs behind the last item."""

    preamble: Sequence[Paragraph]
    items: Sequence[Item]
    closing: Sequence[Paragraph]

    def passages(self) -> Iterator[Passage]:
        """Every paragraph of every item, in order."""
        return iter(self._passages)

    @cached_property
    def _passages(self) -> tuple[Passage, ...]:
        return tuple(passage for item in self.items for passage in _passages_of(item))

    @property
    def paragraphs(self) -> list[Paragraph]:
        inside = [paragraph for item in self.items for paragraph in item.paragraphs]
        return [*self.preamble, *inside, *self.closing]


def _passages_of(item: Item) -> Iterator[Passage]:
    for index, paragraph in enumerate(item.paragraphs):
        at = _words_at(paragraph.text)
        before = item.paragraphs[index - 1].text if index else ""
        broken = len(before.split()) > 15 and not before.endswith(TERMINAL)
        if broken and index == 1:
            broken = not _stands_behind_heading(paragraph.text, before, at=at)
        yield Passage(item, paragraph, at, index == 0, broken)


def _stands_behind_heading(text: str, heading: str, *, at: int) -> bool:
    """A long heading ends without a point; a sentence of several parts before a dash has rather broken off there."""
    if not text[at : at + 1].isupper() or _HANGS.search(heading):
        return False
    return not is_bullet(text) or ";" not in heading


def body_of(rows: Sequence[Row]) -> Body:
    """Read the rows of the body."""
    outline = outline_of(paragraphs_of(rows))
    closing: list[Paragraph] = []
    if outline.items:
        last = outline.items[-1]
        cut = next((at for at in range(1, len(last.paragraphs)) if _closes(last, at)), len(last.paragraphs))
        closing = last.paragraphs[cut:]
        del last.paragraphs[cut:]
    return Body(outline.preamble, outline.items, closing)


def sentences_of(text: str, at: int = 0) -> Iterator[tuple[int, int]]:
    """The start and end of each sentence of `text` from offset `at`; a semicolon ends one too."""
    yield from _sentences(text, at)


@lru_cache(maxsize=1024)
def _sentences(text: str, at: int) -> tuple[tuple[int, int], ...]:
    """Every reader of duties, times and reports asks for the same sentences."""
    edges = [(found.start(), found.end()) for found in _SENTENCE.finditer(text, at)]
    starts = [at, *(end for _, end in edges)]
    ends = [*(start for start, _ in edges), len(text)]
    return tuple((start, end) for start, end in zip(starts, ends, strict=True) if start < end or end < len(text))


def is_purpose(item: Item) -> bool:
    """The item says why, not what: `Mục đích, yêu cầu`, `Quan điểm`."""
    return _stands_under(item, _PURPOSE)


def is_target(item: Item) -> bool:
    """The item names levels to reach or describes a state."""
    return _stands_under(item, _TARGET)


@lru_cache(maxsize=1024)
def is_short(heading: str) -> bool:
    """A heading that only names its item."""
    return len(heading.split()) <= 14


def _stands_under(item: Item, kind: re.Pattern[str]) -> bool:
    for step in item.chain:
        heading = folded(step.heading)
        if not is_short(heading) or step.rule == PROSE:
            continue
        if kind.match(heading):
            return True
        if _NOT_PURPOSE.match(heading):
            return False
    return False


def _closes(item: Item, at: int) -> bool:
    """A closing formula; right under a short heading a demand is what the item says, not the close of the document."""
    text = item.paragraphs[at].text
    if is_bullet(text):
        return False
    only_words = at == 1 and is_short(item.heading) and len(item.paragraphs) == 2
    said = folded(text)
    if at == len(item.paragraphs) - 1 and not only_words and _GIVEN_TO_ALL.match(said):
        return True
    return (_FAREWELL if only_words else _CLOSING).match(said) is not None


def _words_at(text: str) -> int:
    marker = marker_of(text)
    rest = words_after(text, marker) if marker else without_bullet(text)
    return len(text) - len(rest)
