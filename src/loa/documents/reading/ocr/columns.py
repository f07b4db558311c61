"""The recipients and the signature beside them, read as two pictures: their lines stand at different heights."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from statistics import median

from PIL import Image

from loa.documents.reading.ocr import engine
from loa.documents.reading.ocr.engine import Word
from loa.documents.reading.pdf_columns import RAISED, SPLIT_FROM, SPLIT_TO
from loa.vietnamese.folding import fold

_RECIPIENTS = ["noi", "nhan"]
_INK = [255 if value < 128 else 0 for value in range(256)]
_SPECKS = 1  # of 255: ink in a column of dots that is only dust
_NARROWEST = 0.012  # of the page's width
_TALL, _LOW = 0.75, 0.6  # of the page's height: how far the block reaches down at most, letters' room above it


def read_signature_apart(words: Sequence[Word], page: Image.Image, *, dpi: int) -> list[Word]:
    """The words of the page, those of recipients and signature read column by column where that is surer."""
    first = _recipients(words)
    if first is None:
        return list(words)
    tall = median(word.bottom - word.top for word in words)
    top = max(0, round(first.top - _LOW * tall))
    bottom = min(page.height, top + round(_TALL * page.height))
    split = _gap(page.crop((0, top, page.width, bottom)))
    if split is None:
        return list(words)
    beside = [word for word in words if word.left >= split and word.top > first.top - RAISED * tall]
    right_top = max(0, round(min([word.top for word in beside] or [first.top]) - _LOW * tall))
    boxes = [(0, top, split, bottom), (split, right_top, page.width, bottom)]
    old = [[word for word in words if _is_inside(word, box)] for box in boxes]
    new = [_read(page, box, dpi=dpi) for box in boxes]
    chosen = [surer(again, before) for again, before in zip(new, old, strict=True)]
    outside = [word for word in words if not any(_is_inside(word, box) for box in boxes)]
    return [*outside, *chosen[0], *chosen[1]]


def sureness(words: Sequence[Word]) -> float:
    """The mean confidence of the letters (0 to 1)."""
    letters = sum(len(word.text) for word in words)
    return sum(word.confidence * len(word.text) for word in words) / letters if letters else 0.0


def surer(one: Sequence[Word], other: Sequence[Word]) -> Sequence[Word]:
    """The reading with more letters that are likely right, less those that are likely wrong."""
    return one if _gain(one) >= _gain(other) else other


def _gain(words: Sequence[Word]) -> float:
    return sum((word.confidence - 0.5) * len(word.text) for word in words)


def _recipients(words: Sequence[Word]) -> Word | None:
    """The first word of the last `Nơi nhận` that begins a line."""
    found = None
    for index, word in enumerate(words[:-1]):
        begins = index == 0 or words[index - 1].line != word.line
        if begins and [fold(part.text).strip(":;.,") for part in words[index : index + 2]] == _RECIPIENTS:
            found = word
    return found


def _gap(block: Image.Image) -> int | None:
    """The middle of the widest strip without ink where two columns may part."""
    inks = block.point(_INK).resize((block.width, 1), Image.Resampling.BOX).tobytes()
    best, start = (0, 0), None
    for at in range(round(SPLIT_FROM * block.width), round(SPLIT_TO * block.width)):
        if inks[at] > _SPECKS:
            start = None
            continue
        start = at if start is None else start
        best = max(best, (at - start, start))
    length, begin = best
    return begin + length // 2 if length >= _NARROWEST * block.width else None


def _is_inside(word: Word, box: tuple[int, int, int, int]) -> bool:
    left, top, right, bottom = box
    return left <= (word.left + word.right) / 2 < right and top <= (word.top + word.bottom) / 2 < bottom


def _read(page: Image.Image, box: tuple[int, int, int, int], *, dpi: int) -> list[Word]:
    part = page.crop(box)
    found = engine.words_in(part, dpi=dpi, is_block=True)
    return list(_moved(found or (), box))


def _moved(words: Iterable[Word], box: tuple[int, int, int, int]) -> Iterable[Word]:
    left, top, _right, _bottom = box
    for word in words:
        yield replace(
            word,
            left=word.left + left,
            right=word.right + left,
            top=word.top + top,
            bottom=word.bottom + top,
            line=(f"{left}", *word.line),
        )
