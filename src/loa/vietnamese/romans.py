"""Roman numerals: chapters, quarters, congresses, headings."""

from __future__ import annotations

import re

from loa.vietnamese.capitals import is_heading_line
from loa.vietnamese.drafts import Draft, Kind
from loa.vietnamese.numbers import number_words, ordinal_words, written_number_words

ROMAN = r"(?:X{1,3}(?:IX|IV|V?I{0,3})|IX|IV|VI{0,3}|I{1,3})"
_VALUES = {"I": 1, "V": 5, "X": 10}
_NAMED = (
    "phần|chương|mục|tiểu mục|phụ lục|quý|hạng|nhóm|khu vực|vùng|bậc|cấp|loại|khóa|khoá|kỳ|đợt|tập|quyển|thế kỷ|điều|"
    "khoản|điểm|mức|giai đoạn|mẫu|bảng|biểu|đại hội|hội nghị|quân khu|quân đoàn|trung tâm|tổ|dạng|kiểu|đội|ban|cụm|"
    "bước|đề án|dự án|hợp phần|nội dung|học kỳ|hè|đệ|lớp|tiểu khu|trạm|chi cục|đô thị"
)
ORDINAL = re.compile(rf"(?i:\bthứ)\s+(?P<it>{ROMAN})(?!\w)")
NAMED = re.compile(rf"(?i:\b(?:{_NAMED}))\s+\(?(?P<it>{ROMAN}(?:\.\d+)*)(?![\w])")
NEXT = re.compile(rf"(?P<gap>\s*(?:,|;|và|hoặc|đến|-|–)\s*)(?P<it>{ROMAN}(?:\.\d+)*)(?!\w)")
HEADING = re.compile(rf"(?m)^[ \t]*(?P<it>{ROMAN})(?=[.)](?!\d)|/\s|\s*[-–:]\s)")
CLAUSE = re.compile(rf"(?<![\w.])(?P<it>{ROMAN}\.\d+(?:\.\d+)*)(?![\w])")
ALONE = re.compile(rf"(?<![\w&/-])(?P<it>{ROMAN})(?![\w&/-])")


def roman_value(numeral: str) -> int:
    """Return the value of a numeral made of I, V and X."""
    values = [_VALUES[letter] for letter in numeral]
    return sum(-one if one < following else one for one, following in zip(values, [*values[1:], 0], strict=True))


def read_romans(draft: Draft) -> None:
    """Read numerals by the word before them, at the head of a line, as a clause (`II.4`), or plainly (`XIII`)."""
    draft.read(ORDINAL, lambda match: ordinal_words(roman_value(match["it"])), kind=Kind.AMOUNT)
    draft.read(HEADING, lambda match: number_words(roman_value(match["it"])), kind=Kind.AMOUNT)
    for match in NAMED.finditer(draft.free):
        _read_list(draft, match)
    draft.read(CLAUSE, lambda match: _clause(match["it"]), kind=Kind.AMOUNT)
    draft.read(ALONE, lambda match: _alone(draft, match), kind=Kind.AMOUNT)


def _read_list(draft: Draft, match: re.Match[str] | None) -> None:
    """`phụ lục I, II và III`: the word before the first counts for all."""
    while match is not None:
        draft.take(*match.span("it"), spoken=_clause(match["it"]), kind=Kind.AMOUNT)
        match = NEXT.match(draft.text, match.end("it"))


def _clause(numeral: str) -> str:
    head, dot, tail = numeral.partition(".")
    first = number_words(roman_value(head))
    return f"{first} chấm {written_number_words(tail)}" if dot else first


def _alone(draft: Draft, match: re.Match[str]) -> str | None:
    """Two letters or more; `VI` and `XI` are also syllables of headings in capitals."""
    numeral = match["it"]
    if len(numeral) < 2 or (numeral in {"VI", "XI"} and is_heading_line(draft.text, match.start())):
        return None
    return number_words(roman_value(numeral))
