"""The boundary: Loa informs; it does not watch people, argue with opinions or silence anyone.

Decides for one clause of a plan whether its words ask for more than that. Pure: words in, verdict out.
The rules are in `boundary_words`; here is how much of a clause they reach.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from loa.campaigns.acts import Act, acts_of, printed
from loa.campaigns.boundary_answers import OFFERS, REASONS
from loa.campaigns.boundary_words import (
    ABOUT_LAW,
    BREAK,
    LIGHT,
    ORDINARY_VERB,
    PURPOSE,
    RESIDENTS_FOLLOW,
    RULES,
    Ground,
    Rule,
)

_OBJECT = 200  # letters an object may take
_BEFORE = 120  # letters before the verb that may say it is law to be told, or residents who follow
_AFTER = 60  # letters after the object that may still say "by an official correction" or "of the commune's own page"


class Extent(StrEnum):
    """How much of a clause is outside Loa."""

    NONE = "none"
    PART = "part"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class Verdict:
    """`parts` are the printed words outside Loa, `rest` the words that stay work (empty where all is outside)."""

    extent: Extent
    parts: tuple[str, ...] = ()
    rest: str = ""
    ground: Ground | None = None

    @property
    def reason(self) -> str:
        """Why, in one Vietnamese sentence; empty where nothing is outside."""
        return REASONS[self.ground] if self.ground else ""

    @property
    def offer(self) -> str:
        """What Loa does instead, in Vietnamese; empty where nothing is outside."""
        return OFFERS[self.ground] if self.ground else ""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Words outside Loa: offsets in the printed text, and whether their act begins with them."""

    start: int
    end: int
    ground: Ground
    leads: bool


def judge(heading: str, text: str) -> Verdict:
    """Decide for one clause; `text` begins with `heading`.

    The whole clause is outside where its heading or its leading act is, or all of its acts are; in a list of three
    or more items the first one outweighs the others only when at least half of them are outside too.
    """
    even, head = printed(text), printed(heading)
    border = len(head) if even.startswith(head) else 0
    acts = acts_of(text, border=border)
    found = {act: list(_stretches(act)) for act in acts}
    stretches = [stretch for act in acts for stretch in found[act]]
    if not stretches:
        return Verdict(Extent.NONE, rest=_tidy(text))
    led = [(act, bool(found[act]) and found[act][0].leads) for act in acts]
    if _is_whole(led, border):
        leading = next(stretch for stretch in stretches if stretch.leads)
        return Verdict(Extent.WHOLE, parts=(" ".join(even.split()),), ground=leading.ground)
    parts = tuple(" ".join(even[stretch.start : stretch.end].split()).strip(" ,;.-") for stretch in stretches)
    return Verdict(Extent.PART, parts=parts, rest=_without(text, stretches), ground=stretches[0].ground)


def _is_whole(led: list[tuple[Act, bool]], border: int) -> bool:
    if led[0][1] and led[0][0].start < border:
        return True
    body = [(act, leads) for act, leads in led if act.start >= border] or led
    if all(leads for _act, leads in body):
        return True
    items = [next(group)[1] for _number, group in groupby(body, key=lambda pair: pair[0].paragraph)]
    return items[0] and 2 * sum(items) >= len(items)


def _stretches(act: Act) -> Iterator[_Stretch]:
    """The stretches of one act, in order, never overlapping."""
    finds, reached = sorted(_finds(act)), 0
    for start, end, _ground in finds:
        if start < reached:
            continue
        begins, leads = _beginning(act, start)
        reached = _ending(act, end)
        grounds = Counter(ground for at, _end, ground in finds if start <= at < reached)
        yield _Stretch(act.start + begins, act.start + reached, grounds.most_common(1)[0][0], leads)


def _finds(act: Act) -> Iterator[tuple[int, int, Ground]]:
    for rule in RULES:
        for verb in rule.verb.finditer(act.folded):
            target = rule.object.search(act.folded, verb.end(), verb.end() + rule.reach + _OBJECT)
            if target and target.start() - verb.end() <= rule.reach and _holds(rule, act, verb=verb, target=target):
                yield verb.start(), target.end(), rule.ground


def _holds(rule: Rule, act: Act, *, verb: re.Match[str], target: re.Match[str]) -> bool:
    between = act.folded[verb.end() : target.start()]
    around = act.folded[verb.start() : target.end() + _AFTER]
    if rule.not_between and rule.not_between.search(between):
        return False
    if rule.not_around and rule.not_around.search(around):
        return False
    before = max(verb.start() - _BEFORE, 0)
    if ABOUT_LAW.search(act.folded, before, verb.end()):
        return False
    return not (rule.ground is Ground.WATCH and RESIDENTS_FOLLOW.search(act.folded, before, verb.end()))


def _breaks(act: Act, start: int, *, end: int) -> list[int]:
    """Where a new thought may begin; "để" is told from "đề" and "dễ" by its printed marks."""
    places = [found.start() for found in BREAK.finditer(act.folded, start, end)]
    places += [found.start() for found in PURPOSE.finditer(act.words.lower(), start, end)]
    return sorted(places)


def _beginning(act: Act, verb: int) -> tuple[int, bool]:
    """Where the stretch of the verb at offset `verb` begins, and whether nothing else is done before it.

    "chia sẻ bài đấu tranh …" is one act; "phổ biến chính sách, đấu tranh …" are two.
    """
    borders = _breaks(act, 0, end=verb)
    own = [
        ordinary.start()
        for ordinary in ORDINARY_VERB.finditer(act.folded, 0, verb)
        for border in borders
        if border >= ordinary.end() and act.folded[ordinary.end() : border].strip()
    ]
    if not own:
        return 0, True
    begins = borders[-1]
    for border in reversed(borders[:-1]):
        if border < max(own) or not LIGHT.fullmatch(act.folded[border:begins]):
            break
        begins = border
    return begins, False


def _ending(act: Act, after: int) -> int:
    """Where the stretch ends: at the next ordinary act, else with the act itself."""
    for border in _breaks(act, after, end=len(act.folded)):
        light = LIGHT.match(act.folded, border)
        verb = ORDINARY_VERB.match(act.folded, light.end() if light else border)
        if verb and verb.group() != "bao cao":  # "nắm dư luận, báo cáo cấp trên" reports the opinion
            return border
    return len(act.folded)


def _without(text: str, stretches: list[_Stretch]) -> str:
    """The words with the stretches taken out and the seams closed; paragraphs stay apart."""
    whole = unicodedata.normalize("NFC", text)
    kept, reached = "", 0
    for stretch in stretches:
        kept = _seam(kept, whole[reached : stretch.start])
        reached = stretch.end
    return _tidy(_seam(kept, whole[reached:])).strip(" ,;-")


def _seam(left: str, right: str) -> str:
    left, right = left.rstrip(" \t,;:"), right.lstrip(" \t")
    if not left or left.endswith("\n"):
        return left + right.lstrip(",;. ")
    if not right.strip() or right.startswith((".", ",", ";", "\n")) or left.endswith((".", "…", "-", "+")):
        return f"{left}{right}" if right.startswith((".", ",", ";", "\n")) else f"{left} {right}"
    return f"{left}; {right}"


def _tidy(text: str) -> str:
    """One blank between words, no empty line and no bullet without words."""
    lines = (" ".join(line.split()) for line in unicodedata.normalize("NFC", text).splitlines())
    return "\n".join(line for line in lines if line.strip("-–•+*.,; "))
