"""The top of the page: issuer, number and symbol, place and date (Nghị định 30/2020/NĐ-CP, Phụ lục I, ô số 1 to 4)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from .cleaning import Row
from .found import Found
from .symbols import OWN_NUMBER, tight
from .wording import folded, is_upper

_MOTTO = re.compile(
    r"cong hoa xa\b.*|(?:xa )?(?:hoi )?chu nghia viet nam.*|doc lap ?[-–—].*|tu do ?[-–—] ?hanh phuc.*|"
    r"dang cong san\b.*"
)
_BODIES = (
    "uy ban|ubnd|ubmttq|ub mttq|mttq|mat tran|hoi dong|hdnd|chinh phu|thu tuong|quoc hoi|chu tich|thuong truc|"
    "so|bo|ban|phong|cuc|chi cuc|tong cuc|vu|vien|van phong|cong an|trung tam|truong|tram|benh vien|thanh tra|toa an|"
    "dang bo|dang uy|tinh uy|thanh uy|huyen uy|quan uy|chi bo|tieu ban|khoi|to(?! quoc)|"
    "hoi|doan|lien doan|lien minh|lien hiep|tong cong ty|cong ty|ngan hang|kho bac|bao hiem|thue|bao|dai|"
    "quan khu|bo chi huy|bo tu lenh|hat kiem lam"
)
_BODY_AT_START = re.compile(rf"(?:{_BODIES})\b")
_UNFINISHED = re.compile(r"(?:[-,]|\b(?:va|cua|cac|- ?xa)|^uy ban|^ban)$")
_PLACE_DATE = re.compile(
    r"(?P<place>[^\W\d_][^,;:/\d]*?)\s*,\s*(?P<day_part>ngày\b.{0,40}?|tháng\b.{0,30}?)(?P<year>20\d{2}|19\d{2})?\s*$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d{2}")
_DATE_LINE = 160  # letters; a place and date never need more
_DATE_WORD = re.compile(r"\b(?:ngày|tháng)\b", re.IGNORECASE)
_DAY = re.compile(r"ngày\s*(\d{1,2})(?!\d)", re.IGNORECASE)
_MONTH = re.compile(r"tháng\s*(\d{1,2})(?!\d)|ngày\s*\d{0,2}[\s.…]*/\s*(\d{1,2})\s*/", re.IGNORECASE)


def head_texts(rows: Sequence[Row]) -> list[Found[str]]:
    """One text per printed column and line; where the copy has table cells, one per cell."""
    texts: list[Found[str]] = []
    for _, cell in groupby(rows, key=lambda row: row.cell):
        group = list(cell)
        if group[0].cell and _is_motto_cell(group):
            continue
        for row in group:
            texts += [Found(column, row.number, row.number) for column in row.columns]
    return texts


def number_and_symbol(rows: Sequence[Row]) -> tuple[Found[str] | None, Found[str] | None]:
    """`Số: 05/KH-UBND` → 05 and KH-UBND; a blank number → None."""
    for index, row in enumerate(rows):
        last = row
        found = OWN_NUMBER.search(row.text)
        if found is None and row.text.startswith("Số") and index + 1 < len(rows):
            last = rows[index + 1]
            found = OWN_NUMBER.match(f"{row.text} {last.text}")
        if found:
            number = Found(found["number"], row.number, last.number) if found["number"] else None
            return number, Found(tight(found["symbol"]), row.number, last.number)
    return None, None


def place_and_date(rows: Sequence[Row]) -> tuple[Found[str] | None, Found[str] | None]:
    """The place before the comma and the date as far as it is filled in: YYYY-MM-DD, YYYY-MM or YYYY."""
    for text, first, last in _date_texts(rows):
        found = _PLACE_DATE.search(text[-_DATE_LINE:])
        if not found or not (found["year"] or "tháng" in found["day_part"].lower()):
            continue
        place = Found(found["place"].strip(), first, last)
        printed = _iso(found["day_part"], found["year"])
        return place, Found(printed, first, last) if printed else None
    return None, None


def _date_texts(rows: Sequence[Row]) -> Iterator[tuple[str, int, int]]:
    for index, row in enumerate(rows):
        if not _DATE_WORD.search(row.text):
            continue
        group = [item for item in rows if item.cell == row.cell] if row.cell else [row, *_rest_of_date(rows, index)]
        text = OWN_NUMBER.sub("", " ".join(item.text for item in group)).strip()
        yield text, group[0].number, group[-1].number


def _rest_of_date(rows: Sequence[Row], index: int) -> list[Row]:
    rest: list[Row] = []
    text = rows[index].text
    for after in rows[index + 1 : index + 3]:
        if _YEAR.search(text) or not re.match(r"\d|tháng|năm", after.text):
            break
        rest.append(after)
        text = after.text
    return rest


def _iso(day_part: str, year: str | None) -> str | None:
    if not year:
        return None
    month = _MONTH.search(day_part)
    day = _DAY.search(day_part)
    if not month:
        return year
    number = int(month[1] or month[2])
    return f"{year}-{number:02d}-{int(day[1]):02d}" if day else f"{year}-{number:02d}"


def issuers(rows: Sequence[Row]) -> tuple[Found[str] | None, Found[str] | None]:
    """The body above and the issuing body: the plain upper lines and the last body of the top left block."""
    bodies: list[Found[str]] = []
    for piece in head_texts(rows):
        if OWN_NUMBER.search(piece.value) or re.match(r"Số\b", piece.value):
            break
        text = _without_motto(piece.value)
        if not text or not is_upper(text):
            continue
        if bodies and not _is_new_body(text, bodies[-1].value):
            bodies[-1] = Found(f"{bodies[-1].value} {text}", bodies[-1].line_from, piece.line_to)
        else:
            bodies.append(Found(text, piece.line_from, piece.line_to))
    parent = bodies[-2] if len(bodies) > 1 else None
    return parent, bodies[-1] if bodies else None


def _is_new_body(text: str, before: str) -> bool:
    return bool(_BODY_AT_START.match(folded(text))) and not _UNFINISHED.search(folded(before))


def _without_motto(text: str) -> str:
    found = _MOTTO.search(folded(text))
    return text[: found.start()].strip() if found else text


def _is_motto_cell(group: Sequence[Row]) -> bool:
    joined = folded(" ".join(row.text for row in group))
    return joined.startswith(("cong hoa xa", "dang cong san")) and not OWN_NUMBER.search(group[-1].text)
