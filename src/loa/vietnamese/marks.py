"""Signs: what is said, what is a pause, what is silent. After this nothing unspoken is left."""

from __future__ import annotations

import re
import unicodedata

from loa.vietnamese.drafts import TAKEN, Draft, Kind
from loa.vietnamese.letters import spell
from loa.vietnamese.numbers import DIGITS

PAUSES = ",.;:?!"
SAID = {
    "&": " và ", "%": " phần trăm", "‰": " phần nghìn", "+": " cộng ", "=": " bằng ", "@": " a còng ", "°": " độ ",
    "×": " nhân ", "÷": " chia ", "±": " cộng trừ ", "<": " nhỏ hơn ", ">": " lớn hơn ", "≤": " không quá ",
    "≥": " ít nhất ", "$": " đô la ", "€": " ơ rô ", "₫": " đồng ", "№": " số ", "½": " một phần hai ",
    "¼": " một phần tư ", "¾": " ba phần tư ",
}  # fmt: skip
ITEM = re.compile(r"(?m)(?:^|(?<=\n))[ \t]*(?P<it>(?P<letter>[a-zđ])\))(?=\s)")
ITEM_DOT = re.compile(r"(?m)^[ \t]*(?P<it>(?P<letter>[a-zđ]))(?=\.\s)")
POINT = re.compile(r"(?i:\bđiểm)\s+(?P<it>[a-zđ])(?!\w)")
NEXT_POINT = re.compile(r"\s*(?:,|;|và|hoặc|đến)\s*(?P<it>[b-zđ])(?!\w)")
AT_LEAST = re.compile(r">=|=>")
AT_MOST = re.compile(r"<=|=<")
BULLET = re.compile(r"(?m)^[ \t]*(?P<it>[-–—+*•·●○▪■□♦➢✓➤❖]+)(?=[ \t]*\S)")
CLOSING = re.compile(r"[. \t]{0,4}/-?\.?(?:/\.)?(?=[ \t]*(?:$|\n))|(?<=\S)\./\.?")
DOT_BEFORE_WORD = re.compile(r"(?<=\s)\.(?=[a-z])")
DOTS = re.compile(r"\.{2,}|…+")
DASH = re.compile(r"(?<=[ \t])[-–—]+(?=[ \t])|[–—]|(?<=\w)-(?=[ \t])|(?<=[ \t])-(?=\w)")
OPENING = re.compile(r"[(\[{]")
CLOSED = re.compile(r"[)\]}]")


def read_marks(draft: Draft) -> None:
    """Read list letters, bullets, dashes, brackets, then every sign that is left."""
    for pattern in (ITEM, ITEM_DOT):
        draft.read(pattern, lambda match: spell(match["letter"]) + _pause_after(match), kind=Kind.MARK)
    for match in POINT.finditer(draft.text):
        _read_points(draft, match)
    draft.read(AT_LEAST, lambda _match: SAID["≥"], kind=Kind.MARK)
    draft.read(AT_MOST, lambda _match: SAID["≤"], kind=Kind.MARK)
    draft.read(BULLET, lambda _match: "", kind=Kind.MARK)
    draft.read(CLOSING, lambda _match: ".", kind=Kind.MARK)
    draft.read(DOT_BEFORE_WORD, lambda _match: "chấm ", kind=Kind.MARK)
    draft.read(DOTS, lambda _match: ".", kind=Kind.MARK)
    draft.read(DASH, lambda _match: ",", kind=Kind.MARK)
    draft.read(OPENING, lambda _match: ", ", kind=Kind.MARK)
    draft.read(CLOSED, lambda _match: ", ", kind=Kind.MARK)
    for position, character in enumerate(draft.free):
        if character != TAKEN and not _may_stay(character):
            draft.take(position, position + 1, spoken=_said(character), kind=Kind.MARK)


def _read_points(draft: Draft, match: re.Match[str] | None) -> None:
    """`điểm a, b và c`: the word before the first counts for all."""
    while match is not None:
        draft.take(*match.span("it"), spoken=spell(match["it"]), kind=Kind.MARK)
        match = NEXT_POINT.match(draft.text, match.end("it"))


def _pause_after(match: re.Match[str]) -> str:
    return "," if match["it"].endswith(")") else ""


def _may_stay(character: str) -> bool:
    return character in PAUSES or character.isspace() or _is_latin_letter(character)


def _is_latin_letter(character: str) -> bool:
    return unicodedata.category(character) in {"Lu", "Ll"} and unicodedata.name(character, "").startswith("LATIN")


def _said(character: str) -> str:
    if character in SAID:
        return SAID[character]
    digit = unicodedata.digit(character, None)
    if digit is not None:
        return f" {DIGITS[digit]} "
    return "" if unicodedata.category(character).startswith("M") else " "
