"""The order of the Vietnamese alphabet, as in a dictionary and in a list of units."""

from __future__ import annotations

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loa.vietnamese.sorting import ALPHABET, sort_key

# Each list stands in its right order.
TONES = ["ma", "mà", "mả", "mã", "má", "mạ"]
VOWELS = ["an", "ăn", "ân", "en", "ên", "in", "on", "ôn", "ơn", "un", "ưn"]
DICTIONARY = """
a á ác ách ai ái ám an án ào áo ăn ắt âm ấm ân ấn ba bà bả bã bá bạ bác bạc ban bàn bản bán bạn băng bằng bâng
bầu ca cà cả cá cam chà chả chán chăn chân cho chó cỏ có con còn cô cờ da dạ dân do dù đa đà đá đất đê đi đò e
ê ghe ghê hoa hòa hỏa hóa họa hoài hương kho khô na năm nâu nho nhổ nhớ
"""
PLACES = [
    "An Bình",
    "Án Khê",
    "Ăng Sơn",
    "Âu Lạc",
    "Bàn Cờ",
    "Công an xã",
    "Dốc Mơ",
    "Đá Bạc",
    "Đồi Chè",
    "Gò Mây",
    "Khu 1",
    "Khu 2",
    "Khu 9",
    "Khu 9A",
    "Khu 10",
    "Khu 100",
    "Khu Đồng",
    "Mặt trận Tổ quốc",
    "Phòng Kinh tế",
    "Suối Đá",
    "Trạm Y tế",
    "Ủy ban nhân dân",
    "Ưu Điềm",
    "Xóm Ấm",
]
TEXTS = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=20)
VIETNAMESE = st.text(alphabet="aáàạăắâấbdđeêếioôơuưvyAĐÁ 0129-", max_size=12)


@pytest.mark.parametrize("ordered", [TONES, VOWELS, DICTIONARY.split(), PLACES, list(ALPHABET)])
def test_a_shuffled_list_comes_back_in_order(ordered: list[str]) -> None:
    shuffled = random.Random(7).sample(ordered, len(ordered))
    assert sorted(shuffled, key=sort_key) == ordered


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("dung", "đa"),
        ("Duyên", "Đa"),
        ("á", "ai"),
        ("Ái", "an"),
        ("Ạ", "ab"),
        ("ă", "â"),
        ("az", "ă"),
        ("hòa", "hỏa"),
        ("họa", "hoài"),
        ("Khu 9", "Khu 10"),
        ("khu 9", "Khu 09 B"),
        ("Khu", "Khu 1"),
        ("Khu 1", "Khu A"),
        ("Khu an", "Khuan"),
        ("1", "a"),
        ("z", "я"),
    ],
)
def test_the_one_comes_before_the_other(first: str, then: str) -> None:
    assert sort_key(first) < sort_key(then)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ĐỒNG SƯƠNG", "đồng sương"),
        ("Khu  9", "Khu-9"),
        ("“Khu 9”", "khu 9"),
        ("Khu 09", "Khu 9"),
        ("café", "cafe\u0301"),
        ("Müller", "Muller"),
    ],
)
def test_what_is_written_otherwise_sorts_alike(one: str, other: str) -> None:
    assert sort_key(one) == sort_key(other)


def test_a_number_of_ten_thousand_digits_is_only_a_number() -> None:
    assert sort_key("9" * 10_000) > sort_key("9" * 9_999)


@given(TEXTS)
def test_the_way_of_writing_marks_does_not_matter(text: str) -> None:
    assert sort_key(unicodedata.normalize("NFC", text)) == sort_key(unicodedata.normalize("NFD", text))


@given(VIETNAMESE)
def test_capitals_do_not_matter(text: str) -> None:
    assert sort_key(text.upper()) == sort_key(text.lower())


@given(st.lists(TEXTS, max_size=8))
def test_any_texts_can_be_put_in_one_order(texts: list[str]) -> None:
    there, back = (sorted(row, key=sort_key) for row in (texts, texts[::-1]))
    assert [sort_key(text) for text in there] == [sort_key(text) for text in back]


@given(VIETNAMESE, VIETNAMESE)
def test_a_beginning_comes_before_its_longer_text(text: str, more: str) -> None:
    assert sort_key(text)[0] <= sort_key(text + " " + more)[0]
