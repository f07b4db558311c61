"""The foot of the page: recipients, archive and signature block.

Nghị định 30/2020/NĐ-CP, Phụ lục I, ô số 7a, 7b and 9b.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from .cleaning import Row
from .found import Found
from .signature import NAME, NAME_TAIL, PREFIX, SIGNED_MARK, Signature, is_title, signature_of
from .wording import folded, is_bullet, is_upper, starts_lower, without_bullet

_RECIPIENTS = re.compile(r"^(?:ban )?noi (?:nhan|gui)\s*[:;.,]?\s*")
_SIGNED_TAIL = re.compile(
    rf"(?<=[\s;:.,)])\s*(?P<tail>(?:{PREFIX})\s?[A-ZĐỦ].*|"
    r"(?:PHÓ |QUYỀN )?(?:CHỦ TỊCH|BÍ THƯ|GIÁM ĐỐC|TRƯỞNG |CHÁNH |HIỆU TRƯỞNG|BỘ TRƯỞNG|THỨ TRƯỞNG)[^a-z]*)$"
)
_ARCHIVE = re.compile(r"^luu\s*(?:tru|tai)?\s*[:;.]?\s*")
_COPIES = re.compile(r"[\s,.;]*\(?\b\d{1,3}\s*(?:bản|b)\b\)?\s*$")
_INLINE_BULLET = re.compile(r"(?<=[;,.])\s+(?=[-–+•]\s)|\s+(?=[-–]\s?Lưu\b)|(?<=;)\s*(?=-\s?\w)")
_INLINE_ARCHIVE = re.compile(r"(?<=[;,.])\s+(?=Lưu\b)")
_ENDS_ENTRY = (";", ".", "./.")


@dataclass(frozen=True, slots=True)
class Closing:
    """Recipients in order, the archive entry, and the signature block."""

    recipients: tuple[Found[str], ...] = ()
    archive: Found[str] | None = None
    signature: Signature = field(default_factory=Signature)


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    number: int
    cell: int
    is_beside: bool  # printed to the right of something else


@dataclass(slots=True)
class _Sides:
    """The texts of the list and those of the signature, as they come."""

    listed: list[_Piece] = field(default_factory=list)
    signed: list[_Piece] = field(default_factory=list)
    latest: _Piece | None = None
    is_closed: bool = False  # somebody's name stood behind the list

    def add(self, piece: _Piece) -> None:
        if self._belongs_to_list(piece):
            self.listed.append(piece)
        else:
            self.signed.append(piece)
            self.is_closed = self.is_closed or bool(self.listed and NAME.fullmatch(piece.text))
        self.latest = piece

    def _belongs_to_list(self, piece: _Piece) -> bool:
        plain = folded(without_bullet(piece.text))
        if _RECIPIENTS.match(plain) or is_bullet(piece.text):
            return True
        if piece.is_beside or not self.listed or self.listed[-1].cell != piece.cell:
            return False
        if _ARCHIVE.match(plain):
            return True
        if is_upper(piece.text):
            return self._carries_on(piece) or self._goes_on(piece)
        return not self.is_closed and not self._is_full and not (self.signed and NAME.fullmatch(piece.text))

    def _carries_on(self, piece: _Piece) -> bool:
        """Short names in capitals that the column broke off: `các phòng: KT,` / `VHXH, NC;`."""
        last = self.listed[-1]
        if self.latest is not last or last.text.endswith((*_ENDS_ENTRY, ")")) or is_title(piece.text):
            return False
        return last.text.endswith((",", "-", "&")) or any(mark in piece.text for mark in ",;.")

    def _goes_on(self, piece: _Piece) -> bool:
        """A list that lost its dashes, one entry of capitals: `VP: LĐVP;`."""
        lost = not any(is_bullet(item.text) for item in self.listed)
        return lost and self.latest is self.listed[-1] and piece.text.endswith(";") and not is_title(piece.text)

    @property
    def _is_full(self) -> bool:
        """The archive stands last and its entry has ended."""
        last = next((item.text for item in reversed(self.listed) if is_bullet(item.text)), self.listed[-1].text)
        archived = _ARCHIVE.match(folded(without_bullet(last))) is not None
        return archived and self.listed[-1].text.endswith((".", ")"))


def closing_of(rows: Sequence[Row]) -> Closing:
    """Read the foot of the page out of the rows from `Nơi nhận` (or the signature) to the annexes."""
    sides = _Sides()
    for piece in _pieces(rows):
        sides.add(piece)
    entries = _entries(sides.listed)
    signature = signature_of((piece.text, piece.number) for piece in sides.signed)
    entries, signature = _name_beside_list(entries, signature)
    archive = next((entry for entry in entries if _ARCHIVE.match(folded(entry.value))), None)
    kept = tuple(_trimmed(entry) for entry in entries if entry is not archive)
    return Closing(tuple(entry for entry in kept if entry.value), _archive(archive), signature)


def _pieces(rows: Sequence[Row]) -> Iterator[_Piece]:
    for row in rows:
        for place, column in enumerate(row.columns):
            found = None if is_upper(column) and not is_bullet(column) else _SIGNED_TAIL.search(column)
            head = column[: found.start()].strip() if found else column
            for text in (head, found["tail"] if found else ""):
                if words := SIGNED_MARK.sub("", text).strip():
                    yield _Piece(words, row.number, row.cell, place > 0)


def _entries(pieces: Sequence[_Piece]) -> list[Found[str]]:
    lines = [(words, piece.number) for piece in pieces for words in _inline(_behind_heading(piece.text))]
    if any(is_bullet(text) for text, _ in lines):
        return _bulleted(lines)
    ended = sum(piece.text.endswith(";") for piece in pieces)
    return _line_by_line(lines) if ended > 1 else _run_together(lines)


def _behind_heading(text: str) -> str:
    plain = without_bullet(text)
    found = _RECIPIENTS.match(folded(plain))
    return plain[found.end() :].strip() if found else text


def _inline(text: str) -> list[str]:
    """The entries of a list that was printed on one line."""
    return [part for piece in _INLINE_BULLET.split(text) for part in _INLINE_ARCHIVE.split(piece) if part]


def _bulleted(lines: Sequence[tuple[str, int]]) -> list[Found[str]]:
    entries: list[Found[str]] = []
    under = False  # among the plus lines below `VP UBND tỉnh:`
    for text, number in lines:
        words = without_bullet(text).strip()
        under = bool(entries) and text[0] == "+" and (under or entries[-1].value.endswith(":"))
        ended = bool(entries) and entries[-1].value.endswith(";") and not starts_lower(words) and words[0] != "("
        opens = not under and (is_bullet(text) or ended)
        _add(entries, words, number=number, opens=opens, rule="recipients.dash-line")
    return entries


def _line_by_line(lines: Sequence[tuple[str, int]]) -> list[Found[str]]:
    entries: list[Found[str]] = []
    for text, number in lines:
        opens = bool(entries) and entries[-1].value.endswith(_ENDS_ENTRY)
        _add(entries, text, number=number, opens=opens, rule="recipients.plain-line")
    return entries


def _run_together(lines: Sequence[tuple[str, int]]) -> list[Found[str]]:
    """One line, or a few broken only by the width: the semicolons part the entries, or the Party's commas."""
    whole = " ".join(text for text, _ in lines)
    mark = ";" if ";" in whole else "," if re.search(r",\s+Lưu\b", whole) else None
    entries: list[Found[str]] = []
    opens = True
    for text, number in lines:
        for part in text.split(mark) if mark else [text]:
            if part.strip():
                _add(entries, part.strip(), number=number, opens=opens or mark is None, rule="recipients.one-line")
            opens = True
        opens = mark is None or text.endswith(mark)
    return entries


def _add(entries: list[Found[str]], words: str, *, number: int, opens: bool, rule: str) -> None:
    if entries and not opens and not _ARCHIVE.match(folded(words)):
        last = entries[-1]
        entries[-1] = replace(last, value=f"{last.value} {words}", line_to=number)
    elif words:
        entries.append(Found(words, number, number, rule=rule))


def _trimmed(entry: Found[str]) -> Found[str]:
    return replace(entry, value=entry.value.strip(" ;.,:/"))


def _archive(entry: Found[str] | None) -> Found[str] | None:
    if entry is None:
        return None
    found = _ARCHIVE.match(folded(entry.value))
    words = entry.value[found.end() if found else 0 :]
    value = _COPIES.sub("", words.strip(" ;.,:/")).strip(" ;.,:/")
    return replace(entry, value=value, rule="archive") if value else None


def _name_beside_list(entries: list[Found[str]], signature: Signature) -> tuple[list[Found[str]], Signature]:
    """The name stands right of the last entries, one space away: `- Lưu: VT. Lê Thị Hạnh`."""
    if signature.signer is not None or signature.position is None:
        return entries, signature
    for index in reversed(range(len(entries))):
        entry = entries[index]
        if found := NAME_TAIL.match(entry.value):
            signer = Found(found["name"], entry.line_to, entry.line_to, rule="signature.signer-beside-list")
            rest = replace(entry, value=found["rest"])
            return [*entries[:index], rest, *entries[index + 1 :]], replace(signature, signer=signer)
    return entries, signature
