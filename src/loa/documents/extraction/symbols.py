"""Numbers and symbols of documents, with the spaces that printing lets in: `05/KH-UBND`, `12-HD/TU`, `91/2025/QH15`."""

from __future__ import annotations

import re

_UPPER = "A-ZĐƯÂÊÔƠĂÁÀẢÃẠÉÈÍÌÓÒÚÙÝ"
_TOKEN = rf"[{_UPPER}][{_UPPER}a-zđ\d]*(?:&[{_UPPER}a-zđ\d]+)*"
_LOOSE = rf"[{_UPPER}]{{2}}[{_UPPER}a-zđ\d]*(?:&[{_UPPER}a-zđ\d]+)*"
_JOIN = rf"(?:[-–/](?={_TOKEN})|\s[-–/](?={_LOOSE})|[-–/]\s(?={_LOOSE}))"
SYMBOL = rf"{_TOKEN}(?:{_JOIN}{_TOKEN})+"

_STATE = rf"\d+[a-zA-Z]?(?:/\d{{4}})?\s?/\s?{SYMBOL}"
_PARTY = rf"\d+[a-zA-Z]?\s?[-–]\s?{_TOKEN}\s?/\s?{_TOKEN}(?:-{_TOKEN})*"
_ASSEMBLY = r"\d+/\d{4}/(?:UBTVQH|QH|PL-UBTVQH)\d*"
CITED = re.compile(rf"(?<![\w/.,-])(?:{_ASSEMBLY}|{_PARTY}|{_STATE})(?![\w/])")

OWN_NUMBER = re.compile(
    rf"Số\s*:?\s*(?P<number>\d+[a-zA-Z]?(?:/\d{4})?)?(?P<blank>[\s.…_]*)"
    rf"(?P<sign>[-–/])\s?(?P<symbol>{_TOKEN}(?:{_JOIN}{_TOKEN})*)"
)


def tight(symbol: str) -> str:
    """Return `symbol` without the spaces and long dashes that printing let in."""
    return re.sub(r"\s+", "", symbol).replace("–", "-")
