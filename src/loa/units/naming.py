"""The names of places and offices: what kind a place is, who governs it, how a letterhead reads in ordinary letters.

Pure. Whatever says "xã", "thành phố" or "Ủy ban nhân dân …" of a name asks here.
"""

from __future__ import annotations

import re
import unicodedata

from loa.vietnamese.capitals import CAPITALS
from loa.vietnamese.folding import fold

KINDS = ("xã", "phường", "đặc khu", "thị trấn", "thị xã", "huyện", "quận", "tỉnh", "thành phố")
OFFICE = "cơ quan"
_KIND = rf"(?:{'|'.join(KINDS)})"
_OFFICE_WORD = re.compile(r"(?:đoàn|đội|hội|(?i:ủy|uỷ))(?!\w)")  # "Tỉnh ủy", "Huyện đoàn"; but "xã Đoàn Kết"
_OFFICES = ("Sở", "Bộ", "Phòng", "Ban", "Cục", "Trạm")  # the field they work in begins with a capital too
_OF_PLACE = re.compile(rf"\s(?!xã hội\b)(?={_KIND}\s)", re.IGNORECASE)
_COMMITTEE = re.compile(r"(?:uy\s+ban\s+nhan\s+dan|ubnd)\s+")
_WORD = re.compile(r"[^\W_]+")
_PROVINCE = re.compile(rf"\b([Tt]ỉnh|[Tt]hành phố)((?:\s+[{CAPITALS}][^\W_]*){{1,4}})")


def kind_of(name: str) -> str:
    """`xã`, `phường`, `đặc khu`, `tỉnh`, `thành phố` …: what kind of place `name` is; empty for an office."""
    even = _even(name)
    kind = next((kind for kind in KINDS if even.lower().startswith(f"{kind} ")), "")
    return "" if _OFFICE_WORD.match(even, len(kind) + 1) else kind


def called(name: str) -> str:
    """How a text calls `name` once it is known: by its kind, `cơ quan` where it is no place."""
    return kind_of(name) or OFFICE


def bare_name(name: str) -> str:
    """The name without its kind, `Đồng Sương` of `xã Đồng Sương`; an office keeps its whole name."""
    return _even(name)[len(kind_of(name)) :].strip()


def committee_of(name: str, *, is_short: bool = False) -> str:
    """`Ủy ban nhân dân xã Đồng Sương`, or `UBND …`; an office that is no place speaks under its own name."""
    if not kind_of(name):
        return _even(name)
    return f"{'UBND' if is_short else 'Ủy ban nhân dân'} {_small_kind(name)}"


def place_name(issuer: str, text: str) -> str:
    """The place or office that `issuer` names, in ordinary letters: as `text` prints it, else by rule.

    "ỦY BAN NHÂN DÂN XÃ ĐỒNG SƯƠNG" gives "xã Đồng Sương".
    """
    even = _even(issuer)
    committee = _COMMITTEE.match(fold(even))
    name = even[committee.end() :] if committee else even
    parts = [name] if kind_of(name) else _OF_PLACE.split(name, maxsplit=1)
    found = _as_printed(name, text) or " ".join(_as_printed(part, text) or _by_rule(part) for part in parts)
    return _small_kind(found)


def province_name(text: str) -> str:
    """The first province (tỉnh, thành phố) that `text` names in ordinary letters; empty where none is named."""
    found = _PROVINCE.search(unicodedata.normalize("NFC", text))
    return f"{found.group(1).lower()} {' '.join(found.group(2).split())}" if found else ""


def _even(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).split())


def _small_kind(name: str) -> str:
    kind = kind_of(name)
    return f"{kind}{_even(name)[len(kind) :]}"


def _as_printed(name: str, text: str) -> str:
    """The words of `name` where `text` has them in ordinary letters, or an empty string."""
    wanted = [fold(word) for word in _WORD.findall(name)]
    even = unicodedata.normalize("NFC", text)
    words = [(found.start(), found.end(), fold(found.group())) for found in _WORD.finditer(even)]
    for start in range(len(words) - len(wanted) + 1):
        here = words[start : start + len(wanted)]
        printed = " ".join(even[here[0][0] : here[-1][1]].split()) if here else ""
        if [word for _from, _to, word in here] == wanted and not printed.isupper():
            return printed
    return ""


def _by_rule(name: str) -> str:
    if not name.isupper():
        return name
    kind = kind_of(name)
    if kind:
        return f"{kind}{name[len(kind) :].title()}"
    office, blank, field = name.capitalize().partition(" ")
    return f"{office}{blank}{field[:1].upper() if office in _OFFICES else field[:1]}{field[1:]}"
