"""Normalised lines: the same letters and the same numbers whatever the file did."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loa.documents.ports import Line
from loa.documents.reading import limits
from loa.documents.reading.readers import read_bytes
from loa.documents.reading.text import Page, ReadDocument, from_json, lines_of, normalise, to_json
from loa.documents.refusals import CannotRead, DocumentTooLong, EmptyFile


def test_letters_in_pieces_become_whole() -> None:
    assert normalise(unicodedata.normalize("NFD", "Đồng Sương, tuyên truyền")) == "Đồng Sương, tuyên truyền"


def test_odd_spaces_hyphens_and_marks_become_plain() -> None:
    assert normalise("Số:\u00a0\u202f05\u2011KH\ttuyên\u00ad truyền\u200b\ufeff") == "Số:  05-KH    tuyên truyền"


def test_line_ends_of_all_systems_are_one() -> None:
    assert normalise("một\r\nhai\rba\u2028bốn\x0bnăm") == "một\nhai\nba\nbốn\nnăm"


@given(st.text())
def test_normalising_twice_changes_nothing_and_leaves_no_control_character(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once
    assert all(letter == "\n" or unicodedata.category(letter) != "Cc" for letter in once)


def test_blank_lines_inside_stay_and_those_around_go() -> None:
    lines = lines_of([Page(None, "\n\nI. MỤC ĐÍCH  \n\n1. Mục đích\n\n")])
    assert lines == (Line(1, "I. MỤC ĐÍCH"), Line(2, ""), Line(3, "1. Mục đích"))


def test_form_feeds_of_a_text_file_are_pages() -> None:
    read = read_bytes("trang một\ncòn nữa\ftrang hai\n\f".encode())
    assert [(line.page, line.text) for line in read.lines] == [(1, "trang một"), (1, "còn nữa"), (2, "trang hai")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_text_files_read_alike(encoding: str) -> None:
    read = read_bytes("KẾ HOẠCH\nTuyên truyền".encode(encoding))
    assert [line.text for line in read.lines] == ["KẾ HOẠCH", "Tuyên truyền"]
    assert read.media_type == "text/plain"


def test_only_spaces_is_no_text() -> None:
    with pytest.raises(CannotRead) as caught:
        lines_of([Page(1, "  \u00a0\n\t"), Page(2, "")])
    assert caught.value.refusal is EmptyFile


@pytest.mark.parametrize("text", ["a\n" * (limits.MAX_LINES + 1), "a" * (limits.MAX_CHARACTERS + 1)])
def test_too_many_lines_or_letters_are_refused(text: str) -> None:
    with pytest.raises(CannotRead) as caught:
        lines_of([Page(None, text)])
    assert caught.value.refusal is DocumentTooLong


@given(st.lists(st.tuples(st.none() | st.integers(1, 500), st.text(st.characters(exclude_categories=("Cs",))))))
def test_the_pipe_gives_back_what_went_in(rows: list[tuple[int | None, str]]) -> None:
    lines = tuple(Line(number, text, page) for number, (page, text) in enumerate(rows, start=1))
    document = ReadDocument("text/plain", lines, "0" * 64)
    assert from_json(to_json(document)) == document
