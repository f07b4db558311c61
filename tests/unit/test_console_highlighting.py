"""Found words inside titles and snippets."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loa.console.today.highlighting import Piece, highlighted, holds_all, snippet


def found(pieces: list[Piece]) -> list[str]:
    return [piece.text for piece in pieces if piece.is_found]


@pytest.mark.parametrize("query", ["tiêm phòng", "tiem phong", "TIÊM PHÒNG", "phong tie"])
def test_words_are_found_with_and_without_marks(query: str) -> None:
    assert found(highlighted("Lịch tiêm phòng dại", query)) == ["tiêm phòng"]


def test_decomposed_text_is_found_and_shown_composed() -> None:
    text = unicodedata.normalize("NFD", "Đồng Sương")
    assert highlighted(text, "dong") == [Piece("Đồng", is_found=True), Piece(" Sương")]


def test_a_word_is_found_by_its_beginning_only() -> None:
    assert found(highlighted("chuyển, vận chuyển, luân-chuyển, xchuyển", "chuy")) == ["chuyển", "chuyển", "chuyển"]


def test_a_snippet_stands_around_the_first_word_and_is_cut_between_words() -> None:
    text = " ".join([*["trước"] * 80, "lừa", "đảo", *["sau"] * 80])
    pieces = snippet(text, "lua dao")
    whole = "".join(piece.text for piece in pieces)
    assert found(pieces) == ["lừa đảo"]
    assert whole.startswith("… trước ") and whole.endswith(" sau …")
    assert len(whole) < 260


def test_a_snippet_shows_where_the_words_stand_together() -> None:
    text = " ".join(["xã", *["trước"] * 60, "rửa bằng xà phòng", *["sau"] * 60])
    assert found(snippet(text, "xa phong")) == ["xà phòng"]


def test_there_is_no_snippet_without_a_word_that_was_found() -> None:
    assert snippet("Không có gì ở đây", "loa") == []
    assert snippet("", "loa") == []


def test_a_title_that_holds_all_words_is_known() -> None:
    assert holds_all("Cụm loa Khu 9", "loa khu")
    assert not holds_all("Cụm loa Khu 9", "loa xa")


@given(st.text(max_size=400), st.text(max_size=30))
def test_no_letter_is_lost_or_added(text: str, query: str) -> None:
    assert "".join(piece.text for piece in highlighted(text, query)) == unicodedata.normalize("NFC", text)
    shown = "".join(piece.text for piece in snippet(text, query)).removeprefix("… ").removesuffix(" …")
    assert shown in " ".join(unicodedata.normalize("NFC", text).split())
