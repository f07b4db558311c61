"""Numbers of headings and items, where the order of the document says what a blurred one must be."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loa.documents.reading.docx_number_forms import roman
from loa.vietnamese.folding import fold

_HEADING = re.compile(r"(?P<number>[IVXHLl1|íÍ!]{1,6})(?: ?[.,:;] ?| )(?=[^\W\d_]{2}.{4})")
_STROKES = str.maketrans({"H": "I", "L": "I", "l": "I", "1": "I", "|": "I", "í": "I", "Í": "I", "!": "I"})
_SHORT = 45  # letters: a line that ends a paragraph without a stop
_STARTS_AGAIN = ("noi nhan", "phu luc", "danh muc")
_FIVE = re.compile(r"[S$]\.(?= ?[^\W\d_])")
_NUMBER = re.compile(r"(\d{1,2})\. ")
_ITEM = re.compile(r"(?P<letter>[a-zđ])[)\]}] ?(?=[^\W\d_])")


def mend_numbers(lines: Sequence[str]) -> list[str]:
    """The same lines; a number that cannot be what was read is what comes next in its order."""
    order = _Order()
    return [order.line(text, previous=lines[index - 1] if index else "") for index, text in enumerate(lines)]


class _Order:
    """What was counted so far."""

    def __init__(self) -> None:
        self._roman = 0
        self._number = 0
        self._letter = ""

    def line(self, text: str, *, previous: str) -> str:
        if fold(text).lstrip("*_ ").startswith(_STARTS_AGAIN):
            self._roman = self._number = 0
        if previous.strip() and not previous.rstrip().endswith((".", ";", ":")) and len(previous) > _SHORT:
            return text  # a line inside a paragraph
        heading = _HEADING.match(text)
        if heading and _is_heading(text[heading.end() :]):
            return self._heading(text, heading)
        return self._item(text)

    def _heading(self, text: str, found: re.Match[str]) -> str:
        """Strokes are lost or won in I, II and III, but V and X stay: the next number with the same V and X it is."""
        expected = roman(self._roman + 1)
        if found["number"].isdigit() and self._roman:
            return text  # 11. in capitals, under a heading
        if _shape(found["number"]) != _shape(expected):
            return self._as_read(text, found)
        self._roman += 1
        self._number, self._letter = 0, ""
        return f"{expected}. {text[found.end() :]}"

    def _as_read(self, text: str, found: re.Match[str]) -> str:
        number = next((value for value in range(1, 40) if roman(value) == found["number"]), None)
        if number is not None:
            self._roman, self._number, self._letter = number, 0, ""
        return text

    def _item(self, text: str) -> str:
        if self._number == 4 and _FIVE.match(text):
            text = f"5.{text[2:]}"
        number = _NUMBER.match(text)
        if number:
            self._number, self._letter = int(number.group(1)), ""
        letter = _ITEM.match(text)
        if letter is None:
            return text
        sign = letter["letter"]
        if sign in "dđ" and self._letter in ("c", "d"):
            sign = "d" if self._letter == "c" else "đ"
        self._letter = sign
        return f"{sign}) {text[letter.end() :]}"


def _shape(number: str) -> str:
    return re.sub("I+", "I", number.translate(_STROKES))


def _is_heading(rest: str) -> bool:
    """Words in capitals: only there is a Roman number sure."""
    start = rest[:12]
    return start.isupper() and sum(letter.isalpha() for letter in start) >= min(4, len(start))
