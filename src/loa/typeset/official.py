"""An administrative document in the layout of Nghị định 30/2020/NĐ-CP, Phụ lục I: one model, two writers (PDF, DOCX).

Number, signature and seal are given by people (văn thư, the signer): the model has no field for them.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass, replace
from enum import Enum, StrEnum
from typing import Any, TypeVar, cast

from loa.typeset.text import printable

ModelT = TypeVar("ModelT")

PAGE_MM = (210, 297)
TOP_MM = BOTTOM_MM = 20
LEFT_MM, RIGHT_MM = 30, 15
BLANK_NUMBER = "\N{NO-BREAK SPACE}" * 8  # ordinary spaces would fold into one
BLANK_DAY = "\N{NO-BREAK SPACE}" * 5
BLANK_RECEIVER = "…………………………………"
STATE_NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
STATE_MOTTO = "Độc lập - Tự do - Hạnh phúc"


class ParagraphLook(StrEnum):
    """BODY is justified with a first-line indent; BULLET starts with a dash; NOTICE is bold; NOTE is small italic."""

    BODY = "body"
    BULLET = "bullet"
    NOTICE = "notice"
    NOTE = "note"


class Align(StrEnum):
    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Heading:
    """`level` 1 is `I. TITLE` (bold capitals), 2 is `1. Title` (bold), 3 is `a) Title` (plain)."""

    level: int
    label: str
    text: str

    @property
    def words(self) -> str:
        title = self.text.upper() if self.level == 1 else self.text
        return f"{self.label} {title}".strip()


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str
    look: ParagraphLook = ParagraphLook.BODY


@dataclass(frozen=True, slots=True)
class Column:
    """`share` is the column's part of the table's width, relative to the other columns."""

    title: str
    share: float
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Row:
    """One row; a group row has one cell, set bold across the whole table."""

    cells: tuple[str, ...]
    is_group: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Its first row repeats on every page; a row is never split between pages."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


Block = Heading | Paragraph | Table


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date whose day, or day and month, is left blank for the hand."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def words(self) -> str:
        """`ngày 05 tháng 9 năm 2025`: a zero before days under 10 and months 1 and 2 only."""
        day = f"{self.day:02d}" if self.day else BLANK_DAY
        month = BLANK_DAY if self.month is None else f"{self.month:02d}" if self.month <= 2 else str(self.month)
        return f"ngày {day} tháng {month} năm {self.year}"


@dataclass(frozen=True, slots=True)
class Annex:
    """A `Phụ lục` on pages of its own, numbered from 1."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class OfficialDocument:
    """The document before number and signature.

    :param issuer: one or two lines in capitals ("ỦY BAN NHÂN DÂN", "XÃ ĐỒNG SƯƠNG"); `parent_issuer` the body above.
    :param issuer_name: the issuer inside a sentence, "Ủy ban nhân dân xã Đồng Sương".
    :param symbol: type and drafter after the number, "BC-UBND".
    :param doc_type: in capitals, "BÁO CÁO"; `subject` is the bold line under it.
    :param addressed_to: `Kính gửi`; None leaves the line out, an empty tuple leaves it open for the officer.
    :param grounds: the `Căn cứ` lines without their closing marks.
    :param recipients: entries of `Nơi nhận` after "Như trên", without dash and closing mark; `archive` is what
        follows "Lưu:".
    :param authority, capacity, position: "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "CHỦ TỊCH"; empty ones are left out.
    """

    issuer: tuple[str, ...]
    issuer_name: str
    symbol: str
    place: str
    date: PartialDate
    doc_type: str
    subject: str
    blocks: tuple[Block, ...]
    position: str
    parent_issuer: str = ""
    addressed_to: tuple[str, ...] | None = None
    grounds: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    archive: str = "VT"
    authority: str = ""
    capacity: str = ""
    annexes: tuple[Annex, ...] = ()

    @property
    def number_line(self) -> str:
        return f"Số:{BLANK_NUMBER}/{self.symbol}"

    @property
    def date_line(self) -> str:
        return f"{self.place}, {self.date.words}"

    @property
    def receivers(self) -> tuple[str, ...]:
        """The `Kính gửi` lines: one after the words, or several below them with dashes."""
        if self.addressed_to is None:
            return ()
        if len(self.addressed_to) <= 1:
            only = self.addressed_to[0].rstrip(".") + "." if self.addressed_to else BLANK_RECEIVER
            return (f"Kính gửi: {only}",)
        return ("Kính gửi:", *_closed_lines(self.addressed_to))

    @property
    def ground_lines(self) -> tuple[str, ...]:
        return tuple(line.removeprefix("- ") for line in _closed_lines(self.grounds))

    @property
    def recipient_lines(self) -> tuple[str, ...]:
        first = ("Như trên",) if self.addressed_to is not None else ()
        entries = [f"- {entry.rstrip(';. ')};" for entry in (*first, *self.recipients)]
        return (*entries, f"- Lưu: {self.archive.rstrip(';. ')}.")

    @property
    def signature_lines(self) -> tuple[str, ...]:
        return tuple(line for line in (self.authority, self.capacity, self.position) if line)

    @property
    def body(self) -> tuple[Block, ...]:
        """The blocks, the last paragraph closed with "./."."""
        *others, last = self.blocks
        if not isinstance(last, Paragraph):
            return self.blocks
        return (*others, replace(last, text=last.text.rstrip("./ ") + "./."))

    def annex_label(self, index: int) -> str:
        """`Phụ lục`, with a Roman number where there are several."""
        return "Phụ lục" if len(self.annexes) == 1 else f"Phụ lục {_roman(index + 1)}"

    @property
    def annex_origin(self) -> str:
        """The line under an annex's title that ties it to its document."""
        kind = self.doc_type.capitalize()
        return f"(Kèm theo {kind} số{BLANK_NUMBER}/{self.symbol} {self.date.words} của {self.issuer_name})"


def printable_model(model: ModelT) -> ModelT:
    """`model` with every text inside it made printable.

    :raises UnprintableText: a letter that the font lacks.
    """
    return cast("ModelT", _printable(model))


def _printable(value: Any) -> Any:
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, tuple):
        return tuple(_printable(item) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: _printable(getattr(value, field.name)) for field in fields(value)})
    return value


def _closed_lines(entries: tuple[str, ...]) -> tuple[str, ...]:
    ends = ([";"] * len(entries))[1:] + ["."] * bool(entries)
    return tuple(f"- {entry.rstrip(';. ')}{end}" for entry, end in zip(entries, ends, strict=True))


def _roman(number: int) -> str:
    tens, ones = divmod(number, 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]
