"""Tables as lines of text, `| cell | cell |`, the same from Word documents and from PDFs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_FORMAL = re.compile(
    r"cộng h[oòóa][aàòá]? ?xã hội chủ nghĩa|đảng cộng sản việt nam|độc lập ?[-–—] ?tự do|nơi nhận ?:|"
    r"(?-i:^(?:(?:TM|KT|TL|TUQ)\.|T/M|K/T|T/L) ?[A-ZĐỦ])",
    re.IGNORECASE,
)
_LONGEST_HEAD = 80  # letters
_ROW_NUMBER = re.compile(r"(?:số )?(?:stt|tt|s\.t\.t|số thứ tự)\.?", re.IGNORECASE)
_BROKEN = re.compile(r"(?<=\w)[-/]$")


def with_next_line(line: str, rest: str) -> str:
    """Two printed lines as one: `04/PA-` and `BCH` are one word, for Vietnamese has no hyphens for line ends."""
    is_one_word = _BROKEN.search(line) is not None and rest[:1].isalnum()
    return line + rest if is_one_word else f"{line} {rest}"


def is_formal(text: str) -> bool:
    """Words of a letterhead or a signature block: such a table only lays out the page."""
    return _FORMAL.search(text) is not None


def numbers_rows(heading: str) -> bool:
    """The head of a column that counts the rows."""
    return _ROW_NUMBER.fullmatch(heading.strip()) is not None


def heads_columns(texts: Sequence[str]) -> bool:
    """A row of short words without an empty cell: perhaps the head of a table."""
    return len(texts) > 1 and all(text and len(text) <= _LONGEST_HEAD for text in texts)


def table_lines(rows: Iterable[Sequence[str]]) -> list[str]:
    """One line for each row that says anything."""
    return [f"| {' | '.join(row)} |" for row in rows if any(row)]


def cells_of(line: str) -> list[str]:
    """The cells of a line that `table_lines` made."""
    return line[2:-2].split(" | ")
