"""Errors of the machine reach staff in their own words."""

from __future__ import annotations

import errno

import pytest

from loa.core.system_errors import reason_of


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "hết chỗ trống trên đĩa"),
        (errno.EDQUOT, "hết chỗ trống trên đĩa"),
        (errno.EACCES, "không có quyền đọc hoặc ghi"),
        (errno.EISDIR, "không thấy tệp hoặc thư mục"),
        (errno.EBUSY, f"lỗi hệ thống số {errno.EBUSY}"),
    ],
)
def test_a_system_error_is_said_without_english_and_without_paths(number: int, words: str) -> None:
    assert reason_of(OSError(number, "Some English", "/some/path")) == words


def test_an_error_without_a_number_is_said_too() -> None:
    assert reason_of(OSError("Some English")) == "lỗi hệ thống không rõ"


def test_the_words_follow_the_language_of_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOA_LANG", "en")
    assert reason_of(OSError(errno.ENOSPC, "")) == "the disk is full"
