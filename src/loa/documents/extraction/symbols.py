"""Numbers and symbols of documents, with the spaces that printing lets in: `05/KH-UBND`, `12-HD/TU`, `91/2025/QH15`."""

from __future__ import annotations

import re

_UPPER = "A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
_TOKEN = rf"[{_UPPER}][{_UPPER}a-zđ\d]*(?:&[{_UPPER}a-zđ\d]+)*"
_LOOSE = rf"[{_UPPER}]{{2}}[{_UPPER}a-zđ\d]*(?:&[{_UPPER}a-zđ\d]+)*"
_DOT = rf"\.(?=[{_UPPER}]{{2,}}(?![a-zđ]))"
_JOIN = rf"(?:[-–/](?={_TOKEN})|\s[-–/]\s?(?={_LOOSE})|[-–/]\s(?={_LOOSE})|{_DOT})"
SYMBOL = rf"{_TOKEN}(?:{_JOIN}{_TOKEN})+"

_NUMBER = r"\d+[a-zA-Z]?(?:\s?/\s?(?:19|20)\d{2}(?!\d))?"
_STATE = rf"{_NUMBER}\s?/\s?{SYMBOL}"
_PARTY = rf"\d+[a-zA-Z]?\s?[-–]\s?{_TOKEN}\s?/\s?{_TOKEN}(?:\s?-\s?(?={_LOOSE}){_TOKEN})*"
_ASSEMBLY = r"\d+/\d{4}\s?/\s?(?:PL-UBTVQH|UBTVQH|QH)\d*"
_SHORT = (
    rf"(?:(?<=[Ss]ố )|(?<=văn ))\d+[a-zA-Z]?/{_LOOSE}(?!\.\d)"  # a letter whose symbol is only its issuer's short name
)
CITED = re.compile(rf"(?<![\w/.,-])(?:{_ASSEMBLY}|{_PARTY}|{_STATE}|{_SHORT})(?![\w/])")

# A picture read poorly loses the accent of the word, never the sign behind it.
NUMBER_WORD = r"S[ốôóồoÔỐ]"
OWN_NUMBER = re.compile(
    rf"\b{NUMBER_WORD}\s*[:;.]?\s*(?P<number>{_NUMBER})?(?P<blank>[\s.…_]*)"
    rf"(?P<sign>[-–/])\s?(?P<symbol>{_TOKEN}(?:{_JOIN}{_TOKEN})*)"
)
STARTS_NUMBER = re.compile(rf"{NUMBER_WORD}\s*[:;.]?(?:\s|\d|$)")


def tight(symbol: str) -> str:
    """Return `symbol` without the spaces and long dashes that printing let in."""
    return re.sub(r"\s+", "", symbol).replace("–", "-")
