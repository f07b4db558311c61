"""Numbers in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loa.vietnamese.numbers import DIGITS, digit_words, month_words, number_words, ordinal_words, written_number_words

VALUES = {word: value for value, word in enumerate(DIGITS)} | {"mốt": 1, "tư": 4, "lăm": 5}
SCALES = {"nghìn": 1_000, "triệu": 1_000_000}


def value_of(words: str) -> int:
    """Read number words back, by another way than they were made."""
    total = group = unit = 0
    for word in words.split():
        match word:
            case "tỷ":
                total, group, unit = (total + group + unit) * 10**9, 0, 0
            case "nghìn" | "triệu":
                total, group, unit = total + (group + unit) * SCALES[word], 0, 0
            case "trăm":
                group, unit = unit * 100, 0
            case "mươi":
                group, unit = group + unit * 10, 0
            case "mười":
                group += 10
            case "linh":
                pass
            case _:
                unit = VALUES[word]
    return total + group + unit


@given(st.integers(min_value=0, max_value=10**15))
def test_words_say_exactly_the_number(n: int) -> None:
    assert value_of(number_words(n)) == n


@pytest.mark.parametrize(
    ("n", "words"),
    [
        (0, "không"),
        (4, "bốn"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (105, "một trăm linh năm"),
        (2025, "hai nghìn không trăm hai mươi lăm"),
        (1_000_001, "một triệu không trăm linh một"),
        (3_000_000_000, "ba tỷ"),
        (-7, "âm bảy"),
    ],
)
def test_northern_standard(n: int, words: str) -> None:
    assert number_words(n) == words


@pytest.mark.parametrize(
    ("token", "words"),
    [
        ("05", "năm"),
        ("1.234.567", "một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy"),
        ("2,5", "hai phẩy năm"),
        ("98,04", "chín mươi tám phẩy không bốn"),
        ("1.000,25", "một nghìn phẩy hai mươi lăm"),
        ("2.1", "hai chấm một"),
        ("0012345", "không không một hai ba bốn năm"),
        ("1,000", "một nghìn"),
    ],
)
def test_numbers_as_vietnamese_writes_them(token: str, words: str) -> None:
    assert written_number_words(token) == words


def test_digits_months_and_ordinals_have_their_own_words() -> None:
    assert digit_words("1900.10") == "một chín không không một không"
    assert [month_words(month) for month in (1, 4, 12)] == ["một", "tư", "mười hai"]
    assert [ordinal_words(place) for place in (1, 2, 4, 13)] == ["nhất", "hai", "tư", "mười ba"]
