"""The foot of the page: recipients, archive and signature block.

Nghị định 30/2020/NĐ-CP, Phụ lục I, ô số 7a, 7b and 9b.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from .cleaning import Row
from .found import Found
from .wording import folded, is_bullet, is_upper, without_bullet

_RECIPIENTS = re.compile(r"^(?:ban )?noi nhan\s*:?\s*")
_ACTS_FOR = re.compile(r"(?:T\.?M|TL|TUQ|T/M|T/L|T/UQ)[.\s]\s?\S")
_STANDS_IN = re.compile(r"(?:K\.?T|K/T|Q|Q/)[.\s]\s?\S")
_PREFIX = r"(?:TM|T\.M|KT|K\.T|TL|TUQ|Q)\.|T/M|K/T|T/L|T/UQ"
_POSITION = (
    "quyen |pho |chu tich|bi thu|giam doc|tong |truong|chanh |bo truong|thu truong|thu tuong|uy vien|thu ky|"
    "cuc truong|vu truong|vien truong|hieu truong|doi truong|to truong|chi huy|chinh uy|tu lenh|chu nhiem|thuong truc"
)
_POSITION_AT_START = re.compile(rf"(?:{_POSITION})")
_SIGNED_TAIL = re.compile(
    rf"(?<=[\s;:.,)])\s*(?P<tail>(?:{_PREFIX})\s?[A-ZĐỦ].*|"
    r"(?:PHÓ |QUYỀN )?(?:CHỦ TỊCH|BÍ THƯ|GIÁM ĐỐC|TRƯỞNG )[^a-z]*)$"
)
_WITHIN = re.compile(rf"\s+(?=(?:{_PREFIX})\s?[A-ZĐỦ])")
_NAME_WORD = r"[A-ZĐÁÀẢÃẠÂẤẦẨẪẬĂẮẰẲẴẶÉÈẺẼẸÊẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌÔỐỒỔỖỘƠỚỜỞỠỢÚÙỦŨỤƯỨỪỬỮỰÝỲỶỸỴ][^\W\d_A-ZĐ]*"
_NAME = re.compile(rf"{_NAME_WORD}(?:\s{_NAME_WORD}){{1,5}}")
_NAME_TAIL = re.compile(
    rf"^(?P<rest>.*[.;/])\s+(?P<name>{_NAME_WORD}[^\W\d_A-ZĐ](?:\s{_NAME_WORD}[^\W\d_A-ZĐ]){{1,4}})$"
)
_RANK = re.compile(r"^(?:(?:GS|PGS|TS|ThS|BS|CN|KS|Ths|Đại tá|Thượng tá|Trung tá|Thiếu tá|Đại úy|Bác sĩ)\.?\s*)+")
_SIGNED_MARK = re.compile(r"[(\[]\s*(?:Đã ký|đã ký|Ký|ký)\b.*[)\]]?$|Đã ký$|Ký bởi|Người ký")
_ARCHIVE = re.compile(r"^luu\s*(?:tru)?\s*[:;]?\s*")
_COPIES = re.compile(r"[\s,.;]*\(?\b\d{1,3}\s*(?:bản|b)\b\)?\s*$")


@dataclass(frozen=True, slots=True)
class Signature:
    """The lines above the name, and the name."""

    authority: Found[str] | None = None
    capacity: Found[str] | None = None
    position: Found[str] | None = None
    signer: Found[str] | None = None


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


def closing_of(rows: Sequence[Row]) -> Closing:
    """Read the foot of the page out of the rows from `Nơi nhận` (or the signature) to the annexes."""
    listed, signed = _two_sides(rows)
    entries = _entries(listed)
    archive = next((entry for entry in entries if _ARCHIVE.match(folded(entry.value))), None)
    kept = tuple(_trimmed(entry) for entry in entries if entry is not archive)
    signature = _signature(signed)
    if archive is not None:
        archive, signature = _name_beside_archive(archive, signature)
    return Closing(tuple(entry for entry in kept if entry.value), _archive(archive), signature)


def _two_sides(rows: Sequence[Row]) -> tuple[list[_Piece], list[_Piece]]:
    """Part the recipients from the signature, also where both columns stand on one line."""
    listed: list[_Piece] = []
    signed: list[_Piece] = []
    for piece in _pieces(rows):
        if _belongs_to_list(piece, listed, signed=signed):
            listed.append(piece)
        else:
            signed.append(piece)
    return listed, signed


def _pieces(rows: Sequence[Row]) -> Iterator[_Piece]:
    for row in rows:
        for place, column in enumerate(row.columns):
            found = None if is_upper(column) else _SIGNED_TAIL.search(column)
            head = column[: found.start()].strip() if found else column
            for text in (head, found["tail"] if found else ""):
                if text and not _SIGNED_MARK.match(text):
                    yield _Piece(text, row.number, row.cell, place > 0)


def _belongs_to_list(piece: _Piece, listed: Sequence[_Piece], *, signed: Sequence[_Piece]) -> bool:
    if _RECIPIENTS.match(folded(without_bullet(piece.text))) or is_bullet(piece.text):
        return True
    if piece.is_beside or not listed or is_upper(piece.text) or listed[-1].cell != piece.cell:
        return False
    last = next((item.text for item in reversed(listed) if is_bullet(item.text)), "")
    closed = _ARCHIVE.match(folded(without_bullet(last))) is not None and listed[-1].text.endswith((".", ")"))
    return not closed and not (signed and _NAME.fullmatch(piece.text))


def _entries(pieces: Sequence[_Piece]) -> list[Found[str]]:
    entries: list[Found[str]] = []
    for piece in pieces:
        text = piece.text
        if found := _RECIPIENTS.match(folded(without_bullet(text))):
            text = without_bullet(text)[found.end() :]
        for part in re.split(r"(?<=[;,.])\s+(?=[-–]\s)", text):
            _add(entries, part, number=piece.number)
    return entries


def _add(entries: list[Found[str]], text: str, *, number: int) -> None:
    words = without_bullet(text).strip()
    if not words:
        return
    opens = is_bullet(text) and not (text[0] == "+" and entries and entries[-1].value.endswith(":"))
    if entries and (not opens) and not _ARCHIVE.match(folded(words)):
        last = entries[-1]
        entries[-1] = Found(f"{last.value} {words}", last.line_from, number)
    else:
        entries.append(Found(words, number, number))


def _trimmed(entry: Found[str]) -> Found[str]:
    return replace(entry, value=entry.value.strip(" ;.,:/"))


def _archive(entry: Found[str] | None) -> Found[str] | None:
    if entry is None:
        return None
    words = entry.value[_end(entry.value) :]
    value = _COPIES.sub("", words.strip(" ;.,:/")).strip(" ;.,:/")
    return replace(entry, value=value) if value else None


def _end(text: str) -> int:
    found = _ARCHIVE.match(folded(text))
    return found.end() if found else 0


def _name_beside_archive(archive: Found[str], signature: Signature) -> tuple[Found[str], Signature]:
    found = _NAME_TAIL.match(archive.value)
    if signature.signer is not None or signature.position is None or not found:
        return archive, signature
    signer = Found(found["name"], archive.line_to, archive.line_to)
    return replace(archive, value=found["rest"]), replace(signature, signer=signer)


def _signature(pieces: Sequence[_Piece]) -> Signature:
    titles: list[Found[str]] = []
    signer: Found[str] | None = None
    for piece in pieces:
        for part in _WITHIN.split(piece.text):
            if is_upper(part) and not any(letter.isdigit() for letter in part):
                if signer is None:
                    _add_title(titles, part, number=piece.number)
            elif signer is None and titles:
                signer = _name(part, piece.number)
    if signer is None and titles and not _heads(titles[-1].value) and len(titles) > 1:
        signer = titles.pop()
    return _by_role(titles, signer)


def _add_title(titles: list[Found[str]], text: str, *, number: int) -> None:
    if titles and not _heads(text) and len(titles[-1].value.split()) < 12 and not _may_be_name(text, titles):
        last = titles[-1]
        titles[-1] = Found(f"{last.value} {text}", last.line_from, number)
    else:
        titles.append(Found(text, number, number))


def _may_be_name(text: str, titles: Sequence[Found[str]]) -> bool:
    last = folded(titles[-1].value)
    return (
        last.endswith(("chu tich", "bi thu", "giam doc", "truong ban", "truong phong")) and 2 <= len(text.split()) <= 5
    )


def _heads(text: str) -> bool:
    return bool(_ACTS_FOR.match(text) or _STANDS_IN.match(text) or _POSITION_AT_START.match(folded(text)))


def _name(text: str, number: int) -> Found[str] | None:
    words = _RANK.sub("", text).strip(" .")
    return Found(words, number, number) if _NAME.fullmatch(words) else None


def _by_role(titles: Sequence[Found[str]], signer: Found[str] | None) -> Signature:
    authority = next((title for title in titles if _ACTS_FOR.match(title.value)), None)
    capacity = next((title for title in titles if _STANDS_IN.match(title.value)), None)
    rest = [title for title in titles if title is not authority and title is not capacity]
    return Signature(authority, capacity, rest[-1] if rest else None, signer)
