"""Plans set on paper and put through a scanner: pages of pictures, a little askew and with a little noise."""

from __future__ import annotations

import io
import random
import re
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import groupby

import pypdfium2
from PIL import Image, ImageChops

from loa.documents.extraction.cleaning import Row, rows_of
from loa.documents.extraction.paragraphs import paragraphs_of
from loa.documents.ports import Line
from sample.files import pdf

_TITLE = re.compile(r"(?:KẾ HOẠCH|HƯỚNG DẪN|CHỈ THỊ|BÁO CÁO|QUYẾT ĐỊNH)$|Kính gửi")
_SIGNATURE = re.compile(r"Nơi nhận")
_BESIDE = re.compile(r" (?=CỘNG HO[ÀÒ]|C[ỘÔ]NG HÒA|Độc lập|\S+ \S+, ngày )")
_PAGE = """
#set page("a4", margin: (left: 30mm, rest: 20mm), header: context if here().page() > 1 {
  align(center, text(13pt, counter(page).display())) })
#set text(size: 14pt)
#set par(justify: true, first-line-indent: (amount: 12.7mm, all: true), leading: 0.6em, spacing: 0.95em)
"""
_HEAD = (
    "#[#set par(first-line-indent: 0pt)\n#set text(13pt)\n#grid(columns: (42%, 58%), align: center, row-gutter: 9pt, "
)
_SIGNED = (
    "#v(8pt)\n#block(breakable: false)[#set par(first-line-indent: 0pt, justify: false)\n#grid(columns: (50%, 50%), "
)


def typeset_plan(text: str) -> bytes:
    """The words of a plan as a PDF of A4 pages in 14-point type, letterhead and signature in two columns."""
    lines = unicodedata.normalize("NFC", text).splitlines()
    rows = rows_of([Line(number, line) for number, line in enumerate(lines, start=1)])
    title = next(index for index, row in enumerate(rows) if _TITLE.match(row.text))
    signed = [index for index, row in enumerate(rows) if _SIGNATURE.match(row.text)]
    end = signed[-1] if signed else len(rows)
    parts = [_PAGE, _letterhead(rows[:title]), "#v(14pt)\n", *_body(rows[title:end])]
    return pdf("".join([*parts, *_closing(rows[end:])]))


def scan(
    document: bytes, *, dpi: int = 200, skew: float = 1.0, noise: float = 10.0, seed: int = 1
) -> list[Image.Image]:
    """Each page as a grey picture, turned by up to `skew` degrees, with grain of `noise` grey steps."""
    chance = random.Random(seed)
    pages = []
    opened = pypdfium2.PdfDocument(document)
    for index in range(len(opened)):
        page = opened[index].render(scale=dpi / 72, grayscale=True).to_pil().convert("L")
        turned = page.rotate(chance.uniform(-skew, skew), Image.Resampling.BICUBIC, fillcolor=255)
        grain = Image.effect_noise(turned.size, noise)
        pages.append(ImageChops.add(turned, grain, scale=1, offset=-138))
    opened.close()
    return pages


def scanned(pages: Sequence[Image.Image], kind: str = "PDF", *, dpi: int = 200) -> bytes:
    """The pictures in one file, as a scanner saves them (JPEG inside a PDF)."""
    target = io.BytesIO()
    first, *others = pages
    more = {"save_all": True, "append_images": others} if kind in ("PDF", "TIFF") else {}
    first.save(target, kind, quality=80, resolution=dpi, dpi=(dpi, dpi), **more)
    return target.getvalue()


def _string(text: str) -> str:
    return '#"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _cells(rows: Iterable[Row]) -> list[list[Row]]:
    return [list(group) for _cell, group in groupby(rows, key=lambda row: row.cell)]


def _letterhead(rows: Sequence[Row]) -> str:
    cells = [_joined(group) for group in _cells(rows)]
    if len(cells) < 4:
        beside = [_BESIDE.split(row.text, maxsplit=1) for row in rows]
        cells = [[pair[side] for pair in beside if len(pair) > side] for side in (0, 1)]
        cells = [part for cell in cells for part in (cell[:-1], cell[-1:])]
        cells = [cells[0], cells[2], cells[1], cells[3]]
    shown = (
        " \\ ".join(f"*{_string(line)}*" if index < 2 else _string(line) for line in cell)
        for index, cell in enumerate(cells[:4])
    )
    return _HEAD + ", ".join(f"[{cell}]" for cell in shown) + ")]\n"


def _joined(rows: Sequence[Row]) -> list[str]:
    """The lines of one cell, those that the copy broke inside bold type put together."""
    lines: list[str] = []
    is_open = False
    for row in rows:
        if lines and (is_open or lines[-1].endswith(":") or row.text[:1].islower()):
            lines[-1] += f" {row.text}"
        else:
            lines.append(row.text)
        is_open = row.is_bold and not row.closes_bold and "**" not in row.raw.rstrip()[2:]
    return lines


def _body(rows: Sequence[Row]) -> Iterable[str]:
    for index, paragraph in enumerate(paragraphs_of(rows)):
        is_title = index < 4 and (paragraph.text.isupper() or paragraph.is_bold)
        if is_title:
            yield f"#align(center)[*{_string(paragraph.text)}*]\n\n"
        else:
            edge = "*" if paragraph.is_bold else ""
            yield f"#par[{edge}{_string(paragraph.text)}{edge}]\n\n"


def _closing(rows: Sequence[Row]) -> Iterable[str]:
    if not rows:
        return
    cells = _cells(rows)
    left, *rest = cells
    if not rest:
        last = next(index for index, row in enumerate(left) if "Lưu" in row.text)
        left, rest = left[: last + 1], [left[last + 1 :]]
    right = " \\ ".join(_string(line) for line in _joined(rest[0])[:-1])
    name = _string(_joined(rest[0])[-1])
    recipients = " \\ ".join(_string(paragraph.text) for paragraph in paragraphs_of(left))
    yield f"{_SIGNED}[#set text(11pt)\n{recipients}], align(center)[*{right}*#v(48pt)*{name}*])]\n\n"
    for cell in rest[1:]:
        yield from _body(cell)
