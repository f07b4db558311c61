"""A clause of a plan, cut into the things it wants told and the things it wants done."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from loa.campaigns.acts import Act, acts_of, folded_in_place
from loa.editorial.drafting import openings
from loa.editorial.drafting.letters import lower_first

LONG = 100  # characters from which a sentence is too long to be followed by ear
_ENDS = " \t.;,:…"
_BARE_HEADING = re.compile(r"noi dung(?: (?:tuyen truyen|truyen thong|thong tin|trong tam|cu the|chinh|chu yeu))*:?")
_LINE_END = re.compile(r"(?<![;,:])[ \t]*\n\s*(?:[-–•+]\s+)?")
_LABEL = re.compile(r"^\s*(?:[IVX]+\.|\d+(?:\.\d+)*[.)]|[a-zđ][.)])\s+")


class Kind(StrEnum):
    ABOUT = "about"  # a thing to tell
    SAID = "said"  # speaks to residents itself, in whole sentences
    DOING = "doing"  # an act, begins with its verb
    AIM = "aim"  # what the act before it is for
    AFTER = "after"  # goes on from the sentence before, begins with its own joining word


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a clause: its words, begun small, without a full stop. `verb` is how the plan tells it, folded.

    `items` are the entries of a list that the words lead to; the words then end in a colon.
    """

    kind: Kind
    words: str
    verb: str = ""
    items: tuple[str, ...] = ()


def pieces_of(text: str) -> list[Piece]:
    """The pieces of a clause in its own order and its own words."""
    acts = acts_of(_as_list(_LABEL.sub("", text.replace("*", ""))))
    pieces = [piece for sentence in _sentences(acts) for piece in _pieces(sentence)]
    return _as_said([piece for piece in pieces if _says_something(piece)])


def _as_said(pieces: list[Piece]) -> list[Piece]:
    """A topic that opens "Khi mất điện: tắt cầu dao …" tells nobody to tell; it already says what residents need."""
    if not pieces or pieces[0].verb or pieces[0].kind != Kind.ABOUT or ": " not in pieces[0].words:
        return pieces
    return [replace(one, kind=Kind.SAID) if one.kind == Kind.ABOUT and not one.verb else one for one in pieces]


def _says_something(piece: Piece) -> bool:
    is_heading = _BARE_HEADING.fullmatch(folded_in_place(piece.words)) is not None
    return any(letter.isalpha() for letter in piece.words) and not is_heading


def _as_list(text: str) -> str:
    """Each line that ends a thought begins an item, so that what the plan kept apart stays apart."""
    return _LINE_END.sub("\n- ", text.strip())


def _sentences(acts: list[Act]) -> Iterator[str]:
    """Join again what a semicolon cut although it is only the next entry of a list."""
    held, paragraph = "", -1
    for act in acts:
        words = act.words.strip()
        if held and (act.paragraph != paragraph or not _goes_on(held, act.folded)):
            yield held
            held = ""
        held, paragraph = f"{held} {words}".strip(), act.paragraph
    if held:
        yield held


def _goes_on(held: str, folded: str) -> bool:
    if not held.rstrip().endswith(";"):
        return False
    folded = folded.lstrip()
    begins_anew = openings.TELLING_OPENING.match(folded) or openings.DOING_OPENING.match(folded)
    return ":" in held or not begins_anew


def _pieces(sentence: str) -> Iterator[Piece]:
    words, items = _list_of(sentence.strip(_ENDS))
    parts = _thoughts(words)
    held: Piece | None = None
    for place, part in enumerate(parts):
        piece = _piece(part, is_first=place == 0, items=items if place == len(parts) - 1 else ())
        if held and held.kind == piece.kind == Kind.AIM:
            held = replace(held, words=f"{held.words}, {piece.words}", items=piece.items)
            continue
        if held:
            yield held
        held = piece
    if held:
        yield held


def _list_of(words: str) -> tuple[str, tuple[str, ...]]:
    """`X, gồm: a; b; c` → `X, gồm:` and its entries; a sentence without such a list stays whole."""
    lead, colon, tail = words.partition(": ")
    entries = [entry.strip(_ENDS) for entry in tail.split(";")]
    if not colon or not _outside_brackets(words, len(lead)):
        return words, ()
    if len(entries) < 2 or not all(entries):
        return f"{lead}: {lower_first(tail)}", ()
    return f"{lead.strip()}:", tuple(lower_first(entry) for entry in entries)


def _thoughts(words: str) -> list[str]:
    """Cut a long sentence where a new thought begins, so that each part can be followed by ear."""
    if len(words) <= LONG:
        return [words]
    folded = folded_in_place(words)
    places = [(found.start(), found.end()) for found in openings.NEW_THOUGHT.finditer(folded)]
    places += [(found.start(), found.end()) for found in openings.LATE_AIM.finditer(folded)]
    parts, start = [], 0
    for left, right in sorted(places):
        if left - start >= LONG // 3 and len(words) - right >= LONG // 3 and _outside_brackets(words, left):
            parts.append(words[start:left])
            start = right
    return [*parts, words[start:]]


def _outside_brackets(words: str, place: int) -> bool:
    return words.count("(", 0, place) == words.count(")", 0, place) and words.count("“", 0, place) == words.count(
        "”", 0, place
    )


def _piece(part: str, *, is_first: bool, items: tuple[str, ...]) -> Piece:
    part = part.strip(" ,;.")
    folded = folded_in_place(part)
    if not is_first:
        after = openings.CONTINUING.match(folded)
        if after:
            return Piece(Kind.AFTER, part, items=items)
        if openings.PURPOSE_OPENING.match(folded):
            return Piece(Kind.AIM, part, items=items)
    telling = openings.TELLING_OPENING.match(folded)
    if telling and telling.end() < len(part):
        return _told(part, telling, items=items)
    kind = Kind.DOING if openings.DOING_OPENING.match(folded) else Kind.ABOUT
    words = lower_first(part) if kind == Kind.ABOUT else part[:1].lower() + part[1:]
    return Piece(kind, words, items=items)


def _told(part: str, telling: re.Match[str], *, items: tuple[str, ...]) -> Piece:
    """What follows a verb of telling: a thing, or after "tuyên truyền, vận động …" an act of its own."""
    rest, verb, about = part[telling.end() :], telling["verb"], telling["about"]
    bare = rest.lstrip(" ,")
    joined = folded_in_place(rest)
    act = openings.DOING_OPENING.match(folded_in_place(bare))
    if about:
        return Piece(Kind.ABOUT, lower_first(bare), verb=verb, items=items)
    if act and joined.lstrip().startswith(","):
        return Piece(Kind.DOING, bare, items=items)
    if act or openings.PURPOSE_OPENING.match(folded_in_place(bare)):
        return Piece(Kind.DOING, part[:1].lower() + part[1:], items=items)
    return Piece(Kind.ABOUT, lower_first(bare), verb=verb, items=items)
