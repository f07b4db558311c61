"""Short forms with a dot or a stroke: `TM.`, `TP.`, `b/c`, `v.v.`, `QL1A`."""

from __future__ import annotations

import re

from loa.vietnamese.drafts import Draft, Kind
from loa.vietnamese.letters import spell
from loa.vietnamese.numbers import number_words

# Authority to sign (Nghị định 30/2020, Điều 13), places, titles.
DOTTED = {
    "TM": "thay mặt", "KT": "ký thay", "TL": "thừa lệnh", "TUQ": "thừa ủy quyền", "Q": "quyền", "TP": "thành phố",
    "Tp": "thành phố", "TX": "thị xã", "Tx": "thị xã", "PGS": "phó giáo sư", "GS": "giáo sư", "TS": "tiến sĩ",
    "ThS": "thạc sĩ", "Ths": "thạc sĩ", "BS": "bác sĩ", "KS": "kỹ sư", "LS": "luật sư", "Tr": "trang", "tr": "trang",
    "Ô": "ông",
}  # fmt: skip
STROKED = {
    "b/c": "báo cáo", "v/v": "về việc", "đ/c": "đồng chí", "t/m": "thay mặt", "k/t": "ký thay", "k/g": "kính gửi",
    "p/h": "phối hợp", "t/h": "thực hiện", "h/s": "hồ sơ", "đ/v": "đối với", "s/x": "sản xuất", "c/m": "chuyên môn",
    "q/đ": "quyết định", "n/q": "nghị quyết", "t/p": "thành phố", "c/đ": "chuyển đổi", "đ/ch": "địa chỉ",
}  # fmt: skip
_DOTTED = re.compile(
    r"(?<!\w)(?P<it>(?P<word>TM|KT|TL|TUQ|TP|Tp|TX|Tx|PGS|GS|TS|ThS|Ths|BS|KS|LS|Ô|Q(?=\.\s[A-ZĐ]{2})|[Tt]r(?=\.\s?\d))\.)"
    r"(?=\s?[\w\"“])"
)
_ROADS = {"QL": "quốc lộ", "ĐT": "đường tỉnh", "TL": "tỉnh lộ", "HL": "hương lộ", "ĐH": "đường huyện"}
_ROAD = re.compile(r"(?<!\w)(?P<word>QL|ĐT|TL|HL|ĐH)\.?\s?(?P<n>\d{1,3})(?P<letter>[A-Z]?)(?!\w)")
_OFFICE = re.compile(r"(?<!\w)P\.\s?(?=[A-ZĐ]{2}|[A-ZĐ][a-zà-ỹđ]+\s[a-zà-ỹđ])")
_NUMBERED_PLACE = re.compile(r"(?<![\w.])(?P<word>Q|P)\.\s?(?P<n>\d{1,2})(?!\w)")
_HEAD_OF = re.compile(r"(?<!\w)Tr\.(?=\s?(?:phòng|ban|thôn|khoa))")
_STROKED = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, STROKED))})(?!\w)", re.IGNORECASE)
_AND_SO_ON = re.compile(r"(?<!\w)v\.?\s?v(?:\.+|…|(?!\w))")


def read_strokes(draft: Draft) -> None:
    """Read `b/c`, `đ/c` and `v.v.`, before any stroke can be taken for a rate."""
    draft.read(_STROKED, lambda match: STROKED[match[0].lower()], kind=Kind.ABBREVIATION)
    draft.read(_AND_SO_ON, lambda _match: "vân vân", kind=Kind.ABBREVIATION)


def read_dotted(draft: Draft) -> None:
    """Read roads, offices, numbered places and titles; their dot ends no sentence."""
    draft.read(_ROAD, _road, kind=Kind.ABBREVIATION)
    draft.read(_OFFICE, lambda _match: "Phòng ", kind=Kind.ABBREVIATION)
    draft.read(_HEAD_OF, lambda _match: "Trưởng ", kind=Kind.ABBREVIATION)
    draft.read(_NUMBERED_PLACE, _numbered_place, kind=Kind.ABBREVIATION)
    draft.read(_DOTTED, lambda match: DOTTED[match["word"]], kind=Kind.ABBREVIATION)


def _numbered_place(match: re.Match[str]) -> str:
    return f"{'quận' if match['word'] == 'Q' else 'phường'} {number_words(int(match['n']))}"


def _road(match: re.Match[str]) -> str:
    return f"{_ROADS[match['word']]} {number_words(int(match['n']))} {spell(match['letter'])}".strip()
