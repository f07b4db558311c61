"""A secrecy mark stands alone above the title; a plan about secrets has none."""

from __future__ import annotations

import pytest

from loa.documents.ports import Line
from loa.documents.reading.secrecy import mark_in, secrecy_mark

LETTERHEAD = ["ỦY BAN NHÂN DÂN", "XÃ ĐỒNG SƯƠNG", "Số: 05/KH-UBND", "Đồng Sương, ngày 05 tháng 9 năm 2025"]
TITLE = ["KẾ HOẠCH", "Bảo vệ bí mật nhà nước trên địa bàn xã", "I. MỤC ĐÍCH"]


def lines(*texts: str) -> list[Line]:
    return [Line(number, text) for number, text in enumerate(texts, start=1)]


@pytest.mark.parametrize("mark", ["MẬT", "TỐI MẬT", "TUYỆT MẬT"])
@pytest.mark.parametrize("frame", ["{}", "**{}**", "[ {} ]", "| {} |", "ĐỘ MẬT: {}", "Số: 05/KH-UBND   {}"])
def test_a_mark_in_the_letterhead_is_found(mark: str, frame: str) -> None:
    assert secrecy_mark(lines(*LETTERHEAD, frame.format(mark), *TITLE)) == mark


def test_a_mark_set_letter_by_letter_or_run_together_is_found() -> None:
    assert mark_in("M Ậ T") == "MẬT"
    assert mark_in("TỐI MẬT Đồng Sương, ngày 05 tháng 9 năm 2025") == "TỐI MẬT"
    assert mark_in("Số: 05/KH-UBND MẬT") == "MẬT"


@pytest.mark.parametrize(
    "line",
    ["mật", "V/v bảo vệ bí mật nhà nước", "BẢO VỆ BÍ MẬT NHÀ NƯỚC", "BAN CƠ YẾU MẬT MÃ", "văn bản có độ MẬT, TỐI MẬT"],
)
def test_words_about_secrecy_are_no_mark(line: str) -> None:
    assert mark_in(line) is None


def test_below_the_title_nothing_is_a_mark() -> None:
    assert secrecy_mark(lines(*LETTERHEAD, *TITLE, "MẬT", "là một trong ba độ mật.")) is None
    assert secrecy_mark(lines(*LETTERHEAD, "Kính gửi: Công an xã", "MẬT")) is None


@pytest.mark.parametrize("seen", ["MÂT", "| TỐI MẶT.", "TUYET MAT", "[MẬT]"])
def test_a_stamp_read_from_a_picture_counts_also_when_blurred(seen: str) -> None:
    read = [*lines(*LETTERHEAD), Line(5, seen, 1, 0.5), *lines(*TITLE)]
    assert secrecy_mark(read) is not None
    assert secrecy_mark(lines(*LETTERHEAD, "MÂT", *TITLE)) is None
