"""From a letterhead in capitals to the name a commune calls itself. Pure."""

from __future__ import annotations

import re
import unicodedata

from loa.vietnamese.folding import fold

_COMMITTEE = re.compile(r"\s*(?:uy\s+ban\s+nhan\s+dan|ubnd)\s+")
_LEVELS = ("xa", "phuong", "dac khu", "thi tran", "huyen", "quan", "thanh pho", "tinh")
_WORD = re.compile(r"[^\W_]+")
_CAPITALS = "".join(letter for letter in map(chr, range(0x41, 0x1EFA)) if letter.isupper())
_PROVINCE = re.compile(rf"\b([Tt]ỉnh|[Tt]hành phố)((?:\s+[{_CAPITALS}][^\W_]*){{1,4}})")


def place_name(issuer: str, text: str) -> str:
    """The place or office that `issuer` names, in ordinary letters: as `text` prints it, else by rule.

    "ỦY BAN NHÂN DÂN XÃ ĐỒNG SƯƠNG" gives "xã Đồng Sương".
    """
    even = " ".join(unicodedata.normalize("NFC", issuer).split())
    committee = _COMMITTEE.match(fold(even))
    name = even[committee.end() :] if committee else even
    return _small_level(_as_printed(name, text) or _by_rule(name))


def province_name(text: str) -> str:
    """The first province (tỉnh, thành phố) that `text` names in ordinary letters; empty where none is named."""
    found = _PROVINCE.search(unicodedata.normalize("NFC", text))
    return f"{found.group(1).lower()} {' '.join(found.group(2).split())}" if found else ""


def _as_printed(name: str, text: str) -> str:
    """The words of `name` where `text` has them in ordinary letters, or an empty string."""
    wanted = fold(name).split()
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
    level = _level(name)
    return f"{name[:level].lower()}{name[level:].title()}" if level else name.capitalize()


def _small_level(name: str) -> str:
    level = _level(name)
    return f"{name[:level].lower()}{name[level:]}"


def _level(name: str) -> int:
    """How many letters of `name` say what level it is ("xã", "đặc khu"); 0 for an office."""
    folded = fold(name)
    return next((len(level) for level in _LEVELS if folded.startswith(f"{level} ")), 0)
