"""How many parts a text message is sent in: GSM 7 bit (3GPP TS 23.038) where every letter allows, else UCS-2."""

from __future__ import annotations

from dataclasses import dataclass

GSM_7 = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
GSM_7_TWO = frozenset("^{}\\[~]|€\f")  # each takes two places
GSM_SINGLE, GSM_PART = 160, 153
UCS_SINGLE, UCS_PART = 70, 67


@dataclass(frozen=True, slots=True)
class Segments:
    """`units`: septets or 16 bit units; `count`: parts that are paid for."""

    encoding: str
    units: int
    count: int


def segments_of(text: str) -> Segments:
    """Count the parts of `text`; no letter is torn between two parts."""
    if all(letter in GSM_7 or letter in GSM_7_TWO for letter in text):
        sizes = [2 if letter in GSM_7_TWO else 1 for letter in text]
        return Segments("GSM-7", sum(sizes), _parts(sizes, single=GSM_SINGLE, part=GSM_PART))
    sizes = [2 if ord(letter) > 0xFFFF else 1 for letter in text]
    return Segments("UCS-2", sum(sizes), _parts(sizes, single=UCS_SINGLE, part=UCS_PART))


def _parts(sizes: list[int], *, single: int, part: int) -> int:
    if sum(sizes) <= single:
        return 1 if sizes else 0
    count, room = 1, part
    for size in sizes:
        if size > room:
            count, room = count + 1, part
        room -= size
    return count
