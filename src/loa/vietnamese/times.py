"""Times of day: `7h30`, `17 giờ 00`, `19g30`, `5:30`."""

from __future__ import annotations

import re

from loa.vietnamese.drafts import TAKEN, Draft, Kind
from loa.vietnamese.numbers import number_words

_H = r"(?:[01]?\d|2[0-4])"
_MIN = r"[0-5]\d"
_EDGE = r"(?<![\w.,/:])"
_PRIME = r"(?:\s?(?:['’′]|phút\b|p\b|ph\b))?"
CLOCK = re.compile(rf"{_EDGE}(?P<h>{_H})\s?(?:h|g|H|giờ)\s?(?P<min>{_MIN})(?P<prime>{_PRIME})(?![\w/:])(?![.,]\d)")
COLON = re.compile(rf"{_EDGE}(?P<h>{_H}):(?P<min>{_MIN})(?P<prime>)(?![\w:/])")
SECONDS = re.compile(rf"{_EDGE}(?P<h>{_H}):(?P<min>{_MIN}):(?P<s>{_MIN})(?![\w:])")
HOUR = re.compile(rf"{_EDGE}(?P<h>{_H})(?:h|H|g(?=\s(?:ngày|sáng|chiều|tối|trưa|đêm)))(?!\w)")
MINUTES = re.compile(r"(?<=\d)(?P<it>\s?['’′])(?!\w)")
RANGE = re.compile(rf"(?<={TAKEN})(?P<it>\s*[-–—]\s*)(?={TAKEN})")


def read_times(draft: Draft) -> None:
    """Read times of day, and the dash between two of them as `đến`."""
    draft.read(SECONDS, lambda match: f"{_time(match)} {number_words(int(match['s']))} giây", kind=Kind.TIME)
    draft.read(CLOCK, _time, kind=Kind.TIME)
    draft.read(COLON, _time, kind=Kind.TIME)
    draft.read(HOUR, lambda match: f"{number_words(int(match['h']))} giờ", kind=Kind.TIME)
    draft.read(MINUTES, lambda _match: " phút", kind=Kind.MARK)
    draft.read(RANGE, lambda match: _between(draft, match), kind=Kind.MARK)


def _time(match: re.Match[str]) -> str:
    """Full hours lose their noughts; minutes below ten need the word `phút` to be understood."""
    hour, minute = number_words(int(match["h"])), int(match["min"])
    if not minute and "s" not in match.groupdict():
        return f"{hour} giờ"
    says_minutes = minute < 10 or "s" in match.groupdict() or bool(match["prime"])
    return f"{hour} giờ {number_words(minute)}{' phút' if says_minutes else ''}"


def _between(draft: Draft, match: re.Match[str]) -> str | None:
    both = {draft.kind_at(match.start() - 1), draft.kind_at(match.end())}
    return " đến " if both == {Kind.TIME} else None
