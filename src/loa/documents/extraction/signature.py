"""The signature block: for whom, in whose place, in what office, and who (Nghị định 30/2020/NĐ-CP, ô số 7a, 7b)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from .found import Found
from .wording import CAPITAL, folded, is_upper

_ACTS_FOR = re.compile(r"(?:T\.?M|TL|TUQ|T/M|T/L|T/UQ)[.\s/]\s?\S")
_STANDS_IN = re.compile(r"(?:K\.?T|K/T|Q|Q/)[.\s]\s?\S")
PREFIX = r"(?:TM|T\.M|KT|K\.T|TL|TUQ|Q)\.|T/M|K/T|T/L|T/UQ"
_POSITION = (
    "quyen |pho |chu tich|bi thu|giam doc|tong |truong|chanh |bo truong|thu truong|thu tuong|uy vien|thu ky|"
    "cuc truong|vu truong|vien truong|hieu truong|doi truong|to truong|chi huy|chinh uy|tu lenh|chu nhiem|thuong truc"
)
_POSITION_AT_START = re.compile(rf"(?:{_POSITION})")
_OFFICE = (
    r"(?:PHÓ |QUYỀN )?(?:CHỦ TỊCH|BÍ THƯ|TỔNG GIÁM ĐỐC|GIÁM ĐỐC|TRƯỞNG (?:BAN|PHÒNG|CÔNG AN)|BỘ TRƯỞNG|THỨ TRƯỞNG|"
    r"CỤC TRƯỞNG|VỤ TRƯỞNG|VIỆN TRƯỞNG|HIỆU TRƯỞNG|CHỈ HUY TRƯỞNG|CHÁNH (?:VĂN PHÒNG|THANH TRA)|THỦ TƯỚNG)\b"
)
OFFICE_LINE = re.compile(_OFFICE)
_NEXT_OFFICE = re.compile(rf"(?<![.\-–,(/])(?<!PHÓ)(?<!QUYỀN)(?<! BAN)(?<!T/M)(?<!K/T)(?<!T/L)\s+(?={_OFFICE})")
_WITHIN = re.compile(rf"\s+(?=(?:{PREFIX})\s?[A-ZĐỦ])")
_NAME_WORD = rf"[{CAPITAL}](?:['’]?[^\W\d_A-ZĐ]+|['’]\s?[{CAPITAL}][^\W\d_A-ZĐ]*|)"
NAME = re.compile(rf"{_NAME_WORD}(?:\s{_NAME_WORD}){{1,5}}")
_SMALL_NAME = rf"[{CAPITAL}]['’]?[^\W\d_A-ZĐ]+(?:\s[{CAPITAL}]['’]?[^\W\d_A-ZĐ]+){{1,4}}"
NAME_TAIL = re.compile(rf"^(?P<rest>.*[.;,/)])\s+(?P<name>{_SMALL_NAME})$")
_NAME_BEHIND = re.compile(rf"^(?P<title>[^a-z]*[{CAPITAL}]{{2}})[\s.:]+(?P<name>{_SMALL_NAME})$")
_RANK = re.compile(
    r"^(?:(?:GS|PGS|TSKH|TS|ThS|Ths|THS|BS|BSCK|CK|CN|KS|KTS|DS|DSCK|LS|NGƯT|TTƯT|Ông|Bà|Thạc sĩ|Tiến sĩ|Bác sĩ|"
    r"Kỹ sư|Cử nhân|(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy|uý))\s?(?:I{1,2}\b)?[.,\s:/-]+)+"
)
SIGNED_MARK = re.compile(
    r"^[(\[]?\s*(?:Đã ký|đã ký|ĐÃ KÝ|Đã kí|Ký tên|ký tên|ký và|Ký, |Ký|ký|Ký bởi|Người ký)"
    r"(?:\s+(?:số|điện tử|tên|bởi)\b)?"
    r"(?:[,\s]*(?:và )?(?:đã )?(?:đóng dấu|đóng đấu|ghi rõ họ tên|họ tên))*\s*(?:[)\]]|:|$)\s*|^Signature\b.*$"
)
_FAMILIES = (
    "nguyen|tran|le|pham|hoang|huynh|phan|vu|vo|dang|bui|do|ho|ngo|duong|ly|dao|dinh|trinh|mai|luong|tong|truong|to|ha|"
    "cao|thai|ta|lam|chu|quach|phung|nong|trieu|dam|tu|kieu|mac|nghiem|lo|giang|vang|sung|thao|ban|luu|chau|doan|la|ton"
)
_FAMILY_AT_START = re.compile(rf"(?:{_FAMILIES})\s\S")
LONGEST_TITLE = 12  # words; a title of more lines is no title


@dataclass(frozen=True, slots=True)
class Signature:
    """The lines above the name, and the name."""

    authority: Found[str] | None = None
    capacity: Found[str] | None = None
    position: Found[str] | None = None
    signer: Found[str] | None = None


def signature_of(texts: Iterable[tuple[str, int]]) -> Signature:
    """Read the block out of its texts, each with the number of its line."""
    titles: list[Found[str]] = []
    signer: Found[str] | None = None
    for text, number in texts:
        for part in parts_of(text):
            if is_upper(part) and not any(letter.isdigit() for letter in part):
                if signer is None:
                    _add_title(titles, part, number=number)
            elif signer is None and titles:
                signer = _name(part, number)
    if signer is None and len(titles) > 1 and not is_title(titles[-1].value):
        signer = _signed(titles.pop())
    return _by_role(titles, signer)


def is_title(text: str) -> bool:
    """`text` names an office, or for whom or in whose place somebody signs."""
    return bool(_ACTS_FOR.match(text) or _STANDS_IN.match(text) or _POSITION_AT_START.match(folded(text)))


def parts_of(text: str) -> Iterator[str]:
    """`TM. ỦY BAN NHÂN DÂN CHỦ TỊCH Lê Thị Hạnh` → its three parts; most texts are one."""
    for piece in _WITHIN.split(text):
        named = None if _RANK.match(piece) else _NAME_BEHIND.match(piece)
        title = named["title"] if named else piece
        if _ACTS_FOR.match(title) or _STANDS_IN.match(title):
            yield from _NEXT_OFFICE.split(title)
        else:
            yield title
        if named:
            yield named["name"]


def _add_title(titles: list[Found[str]], text: str, *, number: int) -> None:
    if titles and _carries_on(text, titles[-1].value):
        titles[-1] = Found(f"{titles[-1].value} {text}", titles[-1].line_from, number)
    else:
        titles.append(Found(text, number, number))


def _carries_on(text: str, before: str) -> bool:
    if folded(text) == "thuong truc" and folded(before).startswith(("pho ", "kt", "k/t")):
        return True
    return not is_title(text) and len(before.split()) < LONGEST_TITLE and not _may_be_name(text, before)


def _may_be_name(text: str, before: str) -> bool:
    if not 2 <= len(text.split()) <= 5:
        return False
    plain = folded(before)
    ended = plain.endswith(("chu tich", "bi thu", "giam doc", "truong ban", "truong phong", "truong", "van phong"))
    return ended or (_FAMILY_AT_START.match(folded(text)) is not None and not _ACTS_FOR.match(before))


def _name(text: str, number: int) -> Found[str] | None:
    words = _RANK.sub("", text).strip(" .")
    return _signed(Found(words, number, number)) if NAME.fullmatch(words) else None


def _signed(name: Found[str]) -> Found[str]:
    return Found(name.value, name.line_from, name.line_to, rule="signature.signer")


def _by_role(titles: Sequence[Found[str]], signer: Found[str] | None) -> Signature:
    authority = next((title for title in titles if _ACTS_FOR.match(title.value)), None)
    capacity = next((title for title in titles if _STANDS_IN.match(title.value)), None)
    rest = [title for title in titles if title is not authority and title is not capacity]
    return Signature(
        _ruled(authority, "signature.authority"),
        _ruled(capacity, "signature.capacity"),
        _ruled(rest[-1] if rest else None, "signature.position"),
        signer,
    )


def _ruled(found: Found[str] | None, rule: str) -> Found[str] | None:
    return Found(found.value, found.line_from, found.line_to, rule=rule) if found else None
