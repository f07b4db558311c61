"""Names of bodies and posts in running text: where one begins, how far it reaches, and where a list of them parts.

A name begins at its own head (`Sở …`, `UBND …`, `Trưởng …`, `các …`) and reaches to the first verb or preposition of
the sentence; nouns under one `các` are one body.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from .unit_heads import BARE, CAPITAL, CLASS, FIXED, LAND
from .unit_stops import CONDITIONAL, PLAIN
from .wording import folded

UNIT = re.compile(rf"(?<![\w-])(?:{FIXED}|{CLASS}|{BARE})")
_FIXED_HEAD = re.compile(FIXED)
_CLASS_HEAD = re.compile(CLASS)
_BARE_HEAD = re.compile(BARE)
_LAND = re.compile(LAND)

_LIST_REACH = 800  # letters; no list of bodies is longer
_LONE_NOUNS = {"báo", "sở", "ban", "đài"}
_CLASS_SO_FAR = re.compile(rf"(?i:các|những|toàn thể)\b|(?i:sở|ban|cơ quan|đơn vị|thủ trưởng|báo)\b(?! [{CAPITAL}])")
_OFFICE_OF_TWO = re.compile(r"^(?:Chánh |Phó Chánh )?Văn phòng\b.*(?:HĐND|Hội đồng nhân dân|Quốc hội|ĐBQH)$")
_COUNCIL = re.compile(r"(?:UBND|HĐND|[ỦU][yỷ] ban nhân dân|Hội đồng nhân dân)\b")

_STOP = re.compile(rf"(?:^|(?<=\s))(?:{PLAIN}|{'|'.join(CONDITIONAL)})(?!\w)")
_NAME_SO_FAR = re.compile(r"(?:^|\s)(?:ban|tổ|đội|trung tâm|ủy ban|uỷ ban)\s$", re.IGNORECASE)
_ORGANISES = re.compile(
    r"(?<!các)(?<![,;])(?<!và)(?<!cơ quan)(?<!cơ sở)\stổ chức(?=\s)"
    r"(?!\s(?:chính trị|xã hội|đảng|thành viên|có liên|cá nhân))"
)
_END = re.compile(r"[.:!?…]\s|[.:!?…]$|[;(“\"]")
_PART = re.compile(r"\s*[,;]\s*(?:và\s+)?|\s+(?:và|cùng|cùng với)\s+")
_CLOSED_BRACKETS = re.compile(r"\([^()]*\)")
_BRACKETS = re.compile(r"\s*\([^)]*\)?")
_RUNS_ON = re.compile(
    rf"(?P<name>[{CAPITAL}].*\b[{CAPITAL}][^\W\d_]*(?: (?:xã|phường|tỉnh|thành phố|đặc khu|các cấp))?)"
    rf"(?P<rest>(?: [^{CAPITAL}\s]+){{6,}})$"
)
_IN_A_NAME = re.compile(r"\b(?:thuộc|trên địa bàn|của|cấp|các|đóng)\b")
_LEADING = re.compile(r"^(?:và|với|cùng với|cùng|là|gồm|Đề nghị|Giao|Yêu cầu|Mời|đề nghị|giao)\s+")
_VAGUE = re.compile(
    r"^(?:(?:thu truong|cac|nhung|toan the|co quan|don vi|dia phuong|to chuc|ca nhan|ban|nganh|cap|tren|duoi|"
    r"chuc nang|bo phan|luc luong|noi tren|khac|co|chuyen mon|so tai|va)(?:[\s,;]+|$))+$"
)


@dataclass(frozen=True, slots=True)
class UnitName:
    """One body or post as printed; `start`..`end` in the text it was read from."""

    text: str
    start: int
    end: int

    @property
    def is_vague(self) -> bool:
        """A doer without a name: `các đơn vị liên quan`, `cơ quan, địa phương`."""
        plain = folded(self.text)
        return "lien quan" in plain or _VAGUE.match(plain) is not None


def list_end(text: str, start: int, *, end: int | None = None) -> int:
    """Where the list of names that begins at `start` stops: before a verb, a preposition, or the sentence's end."""
    end = min(len(text) if end is None else end, start + _LIST_REACH)
    cut = _segment_end(text, start, end=end)
    while cut < end and text[cut] == ";":
        following = cut + 1 + len(text[cut + 1 :]) - len(text[cut + 1 :].lstrip())
        if not UNIT.match(text, following):
            break
        stop = _segment_end(text, following, end=end)
        if stop < end and text[stop] not in ";.:":
            break
        cut = stop
    return start + len(text[start:cut].rstrip(" ,;-–"))


def _segment_end(text: str, start: int, *, end: int) -> int:
    text = _without_brackets(text)
    stops = [end]
    if found := _END.search(text, start, end):
        stops.append(found.start())
    for found in _STOP.finditer(text, start + 1, end):
        if not _NAME_SO_FAR.search(text, start, found.start()):
            stops.append(found.start())
            break
    if found := _ORGANISES.search(text, start, end):
        stops.append(found.start())
    return min(stops)


@lru_cache(maxsize=64)
def _without_brackets(text: str) -> str:
    """What a bracket explains is no part of the list: its letters become letters that mean nothing."""
    return _CLOSED_BRACKETS.sub(lambda found: "_" * len(found.group()), text)


def names_in(text: str, start: int, *, end: int) -> list[UnitName]:
    """Part the list `text[start:end]` into bodies."""
    names: list[tuple[int, int]] = []
    at = start
    for stop, following in _separators(text, start, end=end):
        if names and not _begins_unit(text, (at, stop), before=text[slice(*names[-1])]):
            names[-1] = (names[-1][0], stop)
        elif UNIT.match(text, at) or names or at == start:
            names.append((at, stop))
        at = following
    return [name for name in (_name(text, start, end=end) for start, end in names) if name is not None]


def _separators(text: str, start: int, *, end: int) -> list[tuple[int, int]]:
    parts = _PART.finditer(_without_brackets(text), start, end)
    return [*((found.start(), found.end()) for found in parts if found.end() < end), (end, end)]


def _begins_unit(text: str, span: tuple[int, int], *, before: str) -> bool:
    """The piece is a body of its own behind `before`, not one more noun of it."""
    at, piece = span[0], text[slice(*span)]
    if _OFFICE_OF_TWO.search(before) and _COUNCIL.match(text, at):
        return False
    if _FIXED_HEAD.match(text, at) or _CLASS_HEAD.match(text, at):
        return True
    if _LAND.match(piece) or _is_class(before):
        return False
    return _BARE_HEAD.match(text, at) is not None or piece in _LONE_NOUNS


def _is_class(name: str) -> bool:
    return _CLASS_SO_FAR.match(name) is not None


def _name(text: str, start: int, *, end: int) -> UnitName | None:
    while lead := _LEADING.match(text[start:end]):
        start += lead.end()
    words = _BRACKETS.sub("", text[start:end]).strip(" ,;.:-–")
    if (found := _RUNS_ON.match(words)) and not _IN_A_NAME.search(found["rest"]):
        words = found["name"]
    return UnitName(words, start, end) if len(words) > 1 else None
