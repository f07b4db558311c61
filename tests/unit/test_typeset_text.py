"""Which letters reach the paper."""

from __future__ import annotations

import unicodedata
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loa.typeset.dates import clock_text, day_text, moment_text
from loa.typeset.qr import qr_svg
from loa.typeset.text import UnprintableText, printable, shortened

VIETNAMESE = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ"


def test_every_vietnamese_letter_is_in_the_font() -> None:
    letters = VIETNAMESE + VIETNAMESE.upper()
    assert printable(letters) == letters


def test_decomposed_letters_are_composed() -> None:
    assert printable(unicodedata.normalize("NFD", "Đồng Sương")) == "Đồng Sương"


@pytest.mark.parametrize("letter", ["语", "ខ", "ก"])
def test_a_letter_without_a_glyph_is_refused_by_name(letter: str) -> None:
    with pytest.raises(UnprintableText, match=letter):
        printable(f"xã {letter}")


def test_pictures_controls_and_direction_marks_are_left_out() -> None:
    assert printable("📢 Tin\u202e của\u200f xã\x00\u200b ☎️") == "Tin của xã"


def test_a_space_that_must_not_break_stays() -> None:
    assert printable("Số:\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}/BC") == "Số:\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}/BC"


@given(st.text())
def test_what_is_printable_stays_as_it_is(text: str) -> None:
    try:
        once = printable(text)
    except UnprintableText:
        return
    assert printable(once) == once
    assert not {unicodedata.category(char) for char in once} & {"Cc", "Cf", "Cs", "Co", "Cn"}


@given(st.text(alphabet="ab ", max_size=60), st.integers(min_value=5, max_value=30))
def test_a_cut_text_keeps_its_limit_and_says_that_it_goes_on(text: str, limit: int) -> None:
    cut = shortened(text, limit)
    assert len(cut) <= limit
    assert cut == text or cut.endswith("…")


@pytest.mark.parametrize(
    ("day", "words"),
    [(date(2025, 9, 5), "05/9/2025"), (date(2025, 2, 15), "15/02/2025"), (date(2025, 12, 31), "31/12/2025")],
)
def test_days_are_written_as_the_decree_says(day: date, words: str) -> None:
    assert day_text(day) == words


def test_hours_are_those_of_vietnam() -> None:
    instant = datetime(2025, 8, 31, 18, 5, tzinfo=UTC)
    assert moment_text(instant) == "1 giờ 05 phút ngày 01/9/2025"
    assert clock_text(instant) == "01:05 01/9/2025"


def test_a_qr_mark_has_its_quiet_zone_and_only_shapes() -> None:
    mark = qr_svg("https://loa.example/tin/K7QM/?a=<b>&c").decode()
    assert mark.startswith("<svg")
    assert "<text" not in mark
    assert 'fill="#ffffff"' in mark or 'fill="#fff"' in mark
