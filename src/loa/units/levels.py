"""Whether a doer that a plan names belongs to this place, or to a superior or another place. Pure.

By how Vietnamese offices are named: a sở, a cục or what ends in "tỉnh" is of a province, a bộ of the centre; an
authority "xã X" is that commune's. "UBND các xã, phường" are all communes, so this one too.
"""

from __future__ import annotations

import re
import unicodedata
from enum import Enum

from loa.units.naming import bare_name, kind_of
from loa.vietnamese.capitals import CAPITALS
from loa.vietnamese.folding import fold

COMMUNE, DISTRICT, PROVINCE, CENTRE = range(4)
_LEVELS = {"huyện": DISTRICT, "quận": DISTRICT, "thị xã": DISTRICT, "tỉnh": PROVINCE, "thành phố": PROVINCE}
_ENDS = r"\s*[,;/]|\s+và\b|\s*$"  # of one name among several
_NAME = rf"[{CAPITALS}]\w*(?:\s+[{CAPITALS}]\w*){{0,4}}"
_SIGNS = (
    (
        CENTRE,
        rf"(?:^|\b[Cc]ác\s+|[,;]\s*)[Bb]ộ(?=\s+[{CAPITALS}]|{_ENDS})(?!\s+(?:Chỉ huy|Tư lệnh|CH[A-Z]+)\b)"
        r"|(?i:trung ương|chính phủ|thủ tướng|quốc hội|tổng cục)\b|^[Vv]ụ\s",
    ),
    (
        PROVINCE,
        rf"(?<!cơ )(?<!Cơ )(?<!trụ )\b[Ss]ở(?=\s+[{CAPITALS}]|{_ENDS})"
        r"|(?i:\b(?:tỉnh|thành phố|tp|thành ủy|thành uỷ)\b|^(?:chi )?cục\s)"
        r"|(?i:\bkhu vực)(?=\s+(?:[IVX]+|\d+)\b|\s*$)|^(?i:thuế|bảo hiểm xã hội|bhxh)\s+cơ sở\b",
    ),
    (DISTRICT, r"(?i:\b(?:huyện|quận|thị xã)\b)"),
)
_LEVEL_SIGNS = tuple((level, re.compile(pattern)) for level, pattern in _SIGNS)
_MANY_COMMUNES = re.compile(
    r"\b(?:các|cấp|mỗi|từng|những|\d+) (?:xã|phường|đặc khu)\b|\b(?:xã|phường) ?[,/] ?(?:xã|phường)\b"
    r"|(?:\bcác|,|\bvà) địa phương\b|\bcác cấp\b"
)
_A_COMMUNE = re.compile(r"(?<!hợp tác )(?<!thị )\b(?:xã(?! hội)|phường|đặc khu)\b")
_COMMUNE_NAMED = re.compile(rf"(?<![Tt]hị )(?<!tác )\b((?i:xã|phường|thị trấn|đặc khu)\s+(?:\d+\b|{_NAME}))")
_PROVINCE_NAMED = re.compile(rf"\b((?i:tỉnh|thành phố)\s+{_NAME})")
# A school, a station or a hamlet keeps the name of a commune that was merged into this one.
_OF_OLD_NAME = re.compile(r"(?:các )?(?:trường|trạm|thôn|khu|tổ|ấp|bản|điểm|nhà)\b")
_SOCIETY = "hoi"  # "Văn hóa - Xã Hội" is no commune


class Origin(Enum):
    """Who issued a plan, as seen from here."""

    HOME = "home"
    SUPERIOR = "superior"
    OTHER = "other"


def level_of(name: str) -> int:
    """The level of the place or office `name`; COMMUNE where nothing says that it stands higher."""
    even = _even(name)
    kind = kind_of(even)
    if kind:
        return _LEVELS.get(kind, COMMUNE)
    return next((level for level, sign in _LEVEL_SIGNS if sign.search(even)), COMMUNE)


def origin_of(issuer: str, *, home: str, province: str = "", parent: str = "") -> Origin:
    """Whose plan it is: of `home`, of a level above it, or of somewhere else. Without an issuer it is home's own.

    :param issuer: in ordinary letters, `Ủy ban nhân dân tỉnh Lam Giang`; `parent` what the letterhead prints above it.
    :param province: of `home`; where it is not known a province's plan is somebody else's.
    """
    is_far = kind_of(home) != "" and level_of(home) == COMMUNE and _is_of_another_province(parent, province)
    if not issuer or (fold(home) in fold(issuer) and not is_far):
        return Origin.HOME
    level = level_of(issuer)
    if level == CENTRE > level_of(home):
        return Origin.SUPERIOR
    if level > level_of(home):
        is_ours = province and _names(f"{issuer} {parent}", province)
        return Origin.SUPERIOR if is_ours else Origin.OTHER
    return Origin.OTHER if is_far or is_elsewhere(issuer, home=home) else Origin.HOME


def is_elsewhere(name: str, *, home: str, origin: Origin = Origin.HOME) -> bool:
    """Whether `name` is no unit of `home`: of a level above it, or of another place of its level.

    :param home: the place of this installation, `xã Đồng Sương`.
    :param origin: of the plan that names it; "Công an" in a superior's plan is the superior's own.
    """
    even, own = _even(name), level_of(home)
    if own == COMMUNE and _MANY_COMMUNES.search(even.lower()):
        return False
    if level_of(even) > own or _names_another(even, home=home, own=own):
        return True
    if origin is Origin.HOME or _names(even, home):
        return False
    return origin is Origin.OTHER or own != COMMUNE or not _A_COMMUNE.search(even.lower())


def _names_another(name: str, *, home: str, own: int) -> bool:
    if not kind_of(home) or own not in (COMMUNE, PROVINCE):
        return False
    if own == PROVINCE:
        return any(not _is_place(found, home) for found in _PROVINCE_NAMED.findall(name))
    if _OF_OLD_NAME.match(name.lower()):
        return False
    named = [found for found in _COMMUNE_NAMED.findall(name) if _plain(bare_name(found))[:1] != [_SOCIETY]]
    return any(not _is_place(found, home) for found in named)


def _is_of_another_province(parent: str, province: str) -> bool:
    named = bool(province) and re.search(r"(?i)\b(?:tỉnh|thành phố)\s+\w", _even(parent)) is not None
    return named and not _names(parent, province)


def _names(text: str, place: str) -> bool:
    """Whether `place` stands in `text`, however it is spelled; `tỉnh Lam Giang` also as `T. Lam Giang`."""
    wanted, words = _plain(bare_name(place)), _plain(text)
    starts = range(len(words) - len(wanted) + 1) if wanted else ()
    return any(words[at : at + len(wanted)] == wanted for at in starts)


def _is_place(found: str, home: str) -> bool:
    wanted = _plain(bare_name(home))
    return kind_of(found) == kind_of(home) and _plain(bare_name(found))[: len(wanted)] == wanted


def _plain(text: str) -> list[str]:
    """The words without marks; i and y, which are written for each other, as one."""
    return re.findall(r"\w+", fold(text).replace("y", "i"))


def _even(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).split())
