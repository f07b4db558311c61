"""Small tests on words that every part of the reader asks for."""

from __future__ import annotations

import re
from functools import lru_cache

from loa.vietnamese.folding import fold

# For the brackets of a pattern; `vietnamese.capitals` has those of every language, which is slow in so many rules.
CAPITAL = "A-ZĐÁÀẢÃẠÂẤẦẨẪẬĂẮẰẲẴẶÉÈẺẼẸÊẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌÔỐỒỔỖỘƠỚỜỞỠỢÚÙỦŨỤƯỨỪỬỮỰÝỲỶỸỴ"
TERMINAL = (".", ";", ":", "!", "?", "…", "./.")
_BULLET = re.compile(r"^[-–—+•●▪*]\s*(?=\S)")


def starts_lower(text: str) -> bool:
    """`text` begins with a small letter: the rest of a sentence that began before."""
    return bool(text) and text[0].isalpha() and text[0].islower()


def is_upper(text: str) -> bool:
    """Printed in capitals: hardly any small letter (units such as `5G, IoT` keep a few)."""
    small = sum(letter.islower() for letter in text)
    capital = sum(letter.isupper() for letter in text)
    return capital >= 2 and small <= max(1, capital // 6)


class _LetterTable(dict[int, str]):
    """Folds one letter into one letter; asked once per letter of the script."""

    def __missing__(self, code: int) -> str:
        plain = fold(chr(code))
        self[code] = plain if len(plain) == 1 else chr(code)
        return self[code]


_LETTERS = _LetterTable()


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Return `text` folded letter by letter, so that offsets in it are offsets in `text`."""
    return text.translate(_LETTERS)


def without_bullet(text: str) -> str:
    """Return `text` without its leading dash, plus or dot."""
    return _BULLET.sub("", text, count=1)


def is_bullet(text: str) -> bool:
    """A dash or plus item: never a part of the outline."""
    return _BULLET.match(text) is not None
