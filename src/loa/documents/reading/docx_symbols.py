"""Letters of Word's symbol fonts, which stand at places of their own and mean what the font draws there."""

from __future__ import annotations

_SYMBOL = {
    0x2D: "-",
    0xA3: "≤",
    0xAC: "←",
    0xAE: "→",
    0xB0: "°",
    0xB1: "±",
    0xB3: "≥",
    0xB4: "×",
    0xB7: "•",
    0xB8: "÷",
    0xB9: "≠",
    0xBB: "≈",
    0xD6: "√",
    0xDE: "⇒",
    0xE5: "∑",
}
_DINGS = {
    0x6C: "•",
    0x6E: "▪",
    0x6F: "☐",
    0x71: "☐",
    0x76: "❖",
    0x9F: "•",
    0xA7: "▪",
    0xA8: "☐",
    0xD8: "➢",
    0xE0: "→",
    0xE8: "→",
    0xF0: "⇒",
    0xFB: "☒",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
_PRIVATE = 0xF000  # where Word puts the letters of such fonts


def symbol(code: str | None, font: str | None) -> str:
    """What `w:sym` shows: `code` in hexadecimal; '' where nothing is known of it."""
    try:
        number = int(code or "", 16)
    except ValueError:
        return ""
    place = number - _PRIVATE if number >= _PRIVATE else number
    is_dings = "dings" in (font or "").lower()
    known = (_DINGS if is_dings else _SYMBOL).get(place)
    if known is not None:
        return known
    is_letter = not is_dings and 0x20 <= place < 0x7F
    if is_letter:
        return chr(place)
    return "•" if number >= _PRIVATE else chr(number) if 0x20 <= number < 0xD800 else ""
