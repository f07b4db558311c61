"""The top of the page: issuer, number and symbol, place and date (Nghị định 30/2020/NĐ-CP, Phụ lục I, ô số 1 to 4)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from .cleaning import Row
from .found import Found
from .symbols import OWN_NUMBER, STARTS_NUMBER, tight
from .wording import folded, is_upper

_MOTTO = re.compile(
    r"^(?:chu nghia|viet nam|(?:xa )?hoi chu nghia)$|cong hoa(?: xa\b.*|$)|"
    r"(?:xa )?(?:hoi )?chu nghia viet nam.*|doc lap ?[-–—].*|tu do ?[-–—] ?hanh phuc.*|"
    r"dang cong san\b.*|(?<=\S )doan (?:tncs|thanh nien cong san) ho chi minh$"
)
_UNION = re.compile(r"doan (?:tncs|thanh nien cong san) ho chi minh")
_MARKS = re.compile(
    r"(?:(?:tuyet |toi )?mat|(?:thuong )?khan|hoa toc(?: hen gio)?|du thao(?: lan.*)?|ban (?:thao|sao)|sao y.*|"
    r"cong bao.*)"
)
_BODIES = (
    "uy ban|uy nhan dan|ubnd|ubmttq|ub mttq|mttq|mat tran|hoi dong|hdnd|chinh phu|thu tuong|quoc hoi|chu tich|"
    "thuong truc|so|bo|ban|bch|bcd|phong|cuc|chi cuc|tong cuc|vu|vien|van phong|cong an|trung tam|truong|tram|"
    "benh vien|thanh tra|toa an|tand|vksnd|nha (?:van hoa|thieu nhi|hat)|bao tang|thu vien|hoc vien|dai hoc|"
    "dang bo|dang uy|dang doan|(?:tinh|thanh|huyen|quan|thi|xa|phuong) (?:uy|doan)|doan uy|chi bo|chi doan|tieu ban|"
    "khoi|to(?! quoc)|hoi|doan|cong doan|lien doan|ldld|lien minh|lien hiep|hop tac xa|tong cong ty|cong ty|ngan hang|"
    "kho bac|bao hiem|thue|bao|dai|quy|quan khu|bo chi huy|bo tu lenh|hat kiem lam|hai quan|don bien phong|buu dien"
)
_BODY_AT_START = re.compile(rf"(?:{_BODIES})\b")
_UNFINISHED = re.compile(
    r"(?:[-,]|\b(?:va|cua|cac|- ?xa)|^uy(?: ban)?|^ban|^dang uy|^ban (?:chap hanh|thuong vu|chi dao))$"
)
_BLANK = r"[\s.…_]*"
_DATE = re.compile(
    rf"(?P<day_part>\bngay(?![^\W\d_]){_BLANK}(?P<day>\d{{1,2}})?{_BLANK}(?:(?:thang|[/.-]){_BLANK}(?P<month>\d{{1,2}})?)?|"
    rf"\bthang{_BLANK}(?P<only_month>\d{{1,2}})?){_BLANK}(?:(?:nam|[/.-])\s*(?P<year>(?:19|20)\d{{2}})?[\s.…_\d]*)?$"
)
_YEAR = re.compile(r"(?:19|20)\d{2}")
_DATE_LINE = 160  # letters; a place and date never need more
_DATE_WORD = re.compile(r"\b(?:ngay|thang)\b")
_PLACE = re.compile(r"(?P<place>[^\W\d_][^,;:/\d]*?)\s*,?\s*$")
_HOUR = re.compile(r",?\s*(?:hồi|lúc)\s+\d{1,2}\s?(?:giờ|h|g|:)\s?\d{0,2}(?:\s?phút)?\s*,?\s*$", re.IGNORECASE)
_PLACE_ALONE = re.compile(
    r"[^\W\d_][^,;:/\d.]{1,30},|(?:[A-ZĐ][^\W\d_A-ZĐ]+|phố|xã|khu)(?:\s(?:[^\W\d_a-z][^\W\d_A-ZĐ]+|phố|xã|khu)){0,3}"
)
_BEHIND_MOTTO = re.compile(r".*hanh phuc\W*|.*cong san viet nam\W*")


def head_texts(rows: Sequence[Row]) -> Iterator[Found[str]]:
    """One text per printed column and line; where the copy has table cells, one per cell."""
    for _, cell in groupby(rows, key=lambda row: row.cell):
        group = list(cell)
        if group[0].cell and _is_motto_cell(group):
            continue
        for row in group:
            for place, column in enumerate(row.columns):
                if not (place and _UNION.fullmatch(folded(column))):
                    yield Found(column, row.number, row.number)


def number_and_symbol(rows: Sequence[Row]) -> tuple[Found[str] | None, Found[str] | None]:
    """`Số: 05/KH-UBND` → 05 and KH-UBND; a blank number → None."""
    for index, row in enumerate(rows):
        last = row
        found = OWN_NUMBER.search(row.text)
        if found is None and STARTS_NUMBER.match(row.text) and index + 1 < len(rows):
            last = rows[index + 1]
            found = OWN_NUMBER.match(f"{row.text} {last.text}")
        if found:
            number, symbol = (tight(found[name]) if found[name] else None for name in ("number", "symbol"))
            at = (row.number, last.number)
            return (
                Found(number, *at, rule="header.number") if number else None,
                Found(symbol, *at, rule="header.symbol") if symbol else None,
            )
    return None, None


def place_and_date(rows: Sequence[Row]) -> tuple[Found[str] | None, Found[str] | None]:
    """The place before the comma and the date as far as it is filled in: YYYY-MM-DD, YYYY-MM or YYYY."""
    for text, first, last in _date_texts(rows):
        line = text[-_DATE_LINE:].rstrip(" .")
        plain = folded(line)
        found = _DATE.search(plain)
        if not found or not (found["year"] or "thang" in found["day_part"]):
            continue
        start = behind.end() if (behind := _BEHIND_MOTTO.match(plain, 0, found.start())) else 0
        named = _PLACE.search(_HOUR.sub("", line[start : found.start()]))
        printed = _iso(found)
        return (
            Found(named["place"], first, last, rule="header.place") if named else None,
            Found(printed, first, last, rule="header.date", words=line[found.start() :].strip()) if printed else None,
        )
    return None, None


def _date_texts(rows: Sequence[Row]) -> Iterator[tuple[str, int, int]]:
    for index, row in enumerate(rows):
        if not _DATE_WORD.search(folded(row.text)):
            continue
        if row.cell:
            group = [item for item in rows if item.cell == row.cell]
        else:
            group = [*_place_before(rows, index), row, *_rest_of_date(rows, index)]
        text = OWN_NUMBER.sub("", " ".join(item.text for item in group)).strip()
        yield text, group[0].number, group[-1].number


def _place_before(rows: Sequence[Row], index: int) -> list[Row]:
    """`Thành phố Lam` / `Sơn, ngày …`: the line's width cut the place off its date."""
    before = rows[index - 1 : index] if index else []
    return [row for row in before if _PLACE_ALONE.fullmatch(row.text)]


def _rest_of_date(rows: Sequence[Row], index: int) -> list[Row]:
    rest: list[Row] = []
    text = rows[index].text
    for after in rows[index + 1 : index + 3]:
        if _YEAR.search(text) or not re.match(r"\d|thang|nam", folded(after.text)):
            break
        rest.append(after)
        text = after.text
    return rest


def _iso(found: re.Match[str]) -> str | None:
    year, month = found["year"], found["month"] or found["only_month"]
    if not year:
        return None
    if not month or not 1 <= int(month) <= 12:
        return str(year)
    day = found["day"]
    return f"{year}-{int(month):02d}-{int(day):02d}" if day and 1 <= int(day) <= 31 else f"{year}-{int(month):02d}"


def issuers(rows: Sequence[Row]) -> tuple[Found[str] | None, Found[str] | None]:
    """The body above and the issuing body: the plain upper lines and the last body of the top left block."""
    pieces = list(_above_number(rows))
    bodies = _bodies([piece for piece in pieces if is_upper(piece.value)])
    if not bodies:  # printed in small letters
        bodies = _bodies([piece for piece in pieces if _BODY_AT_START.match(folded(piece.value))])
    if not bodies:
        return None, None
    return (replace(bodies[-2], rule="header.parent-issuer") if len(bodies) > 1 else None), bodies[-1]


def _above_number(rows: Sequence[Row]) -> Iterator[Found[str]]:
    """The texts of the head that may name a body, motto and marks of urgency left out, down to the number."""
    begun = False
    for piece in head_texts(rows):
        if STARTS_NUMBER.match(piece.value) or OWN_NUMBER.search(piece.value):
            if begun:
                return
            continue
        text = without_motto(piece.value)
        if text and not _MARKS.fullmatch(folded(text)):
            begun = begun or bool(_BODY_AT_START.match(folded(text)))
            yield replace(piece, value=text)


def _bodies(pieces: Sequence[Found[str]]) -> list[Found[str]]:
    bodies: list[Found[str]] = []
    for piece in pieces:
        if bodies and not _is_new_body(piece.value, bodies[-1].value):
            bodies[-1] = _longer(bodies[-1], piece.value, line=piece.line_to)
        else:
            bodies.append(replace(piece, rule="header.issuer.one-line"))
    return bodies


def _longer(body: Found[str], text: str, *, line: int) -> Found[str]:
    return Found(f"{body.value} {text}", body.line_from, line, rule="header.issuer.more-lines")


def _is_new_body(text: str, before: str) -> bool:
    return bool(_BODY_AT_START.match(folded(text))) and not _UNFINISHED.search(folded(before))


def without_motto(text: str) -> str:
    """Return `text` without the country's or the Party's name and the motto, where they share its line."""
    found = _MOTTO.search(folded(text))
    return text[: found.start()].strip() if found else text


def _is_motto_cell(group: Sequence[Row]) -> bool:
    joined = folded(" ".join(row.text for row in group))
    return joined.startswith(("cong hoa xa", "dang cong san")) and not OWN_NUMBER.search(group[-1].text)
