"""Periods, deadlines and repeating duties, sentence by sentence."""

from __future__ import annotations

import pytest

from loa.documents.extraction.periods import periods_in
from loa.documents.extraction.repeats import repeats_in

Y = 2025


@pytest.mark.parametrize(
    ("sentence", "first", "last"),
    [
        ("Từ ngày 28/8/2025 đến hết ngày 31/12/2025.", "2025-08-28", "2025-12-31"),
        ("từ ngày 15/11 đến ngày 15/12", "2025-11-15", "2025-12-15"),
        ("từ ngày 08 đến ngày 10 tháng 12 năm 2025", "2025-12-08", "2025-12-10"),
        ("từ tháng 9 đến tháng 12/2025", "2025-09-01", "2025-12-31"),
        ("từ ngày 25/12 đến ngày 05/01/2026", "2025-12-25", "2026-01-05"),
        ("Từ nay đến hết năm 2025", None, "2025-12-31"),
        ("gửi báo cáo trước ngày 16 tháng 12 năm 2025", None, "2025-12-16"),
        ("chậm nhất ngày 05/10/2025", None, "2025-10-05"),
        ("hoàn thành trước tháng 6/2026", None, "2026-05-31"),
        ("xong trong tháng 12/2025", "2025-12-01", "2025-12-31"),
        ("hoàn thành trong quý IV/2025", "2025-10-01", "2025-12-31"),
        ("Hoàn thành trong năm 2025", "2025-01-01", "2025-12-31"),
        ("tổ chức vào ngày 10/10/2025", "2025-10-10", "2025-10-10"),
        ("xong trước 17 giờ 00 phút ngày 20/9/2025", None, "2025-09-20"),
    ],
)
def test_single_periods(sentence: str, first: str | None, last: str | None) -> None:
    periods = periods_in(sentence, year=Y, labelled=False, target=False)
    assert [(period.first, period.last) for period in periods] == [(first, last)]


@pytest.mark.parametrize(
    ("sentence", "first", "last"),
    [
        ("Thời gian thực hiện: Quý IV năm 2025 và các năm tiếp theo.", "2025-10-01", None),
        ("Thời gian: 05/9/2025 - 20/9/2025", "2025-09-05", "2025-09-20"),
        ("Thời gian thực hiện: Năm 2026.", "2026-01-01", "2026-12-31"),
        ("Thời gian: ngày 02/9.", "2025-09-02", "2025-09-02"),
        ("Thời gian thực hiện: giai đoạn 2026 - 2030", "2026-01-01", "2030-12-31"),
    ],
)
def test_time_lines_take_any_moment(sentence: str, first: str | None, last: str | None) -> None:
    periods = periods_in(sentence, year=Y, labelled=True, target=False)
    assert [(period.first, period.last) for period in periods] == [(first, last)]


@pytest.mark.parametrize(
    "sentence",
    [
        "đạt 80% vào năm 2025",
        "Đến năm 2030 đạt 100% số hộ",
        "Từ nguồn ngân sách xã năm 2025.",
        "Ngày 28 tháng 10 năm 2025, Chủ tịch UBND xã đã ban hành văn bản",
        "có hiệu lực từ ngày 01/7/2025",
        "tính đến ngày 31/7/2025 có 12 đơn vị",
        "trong thời hạn 05 ngày kể từ ngày nhận văn bản",
        "thường xuyên, kịp thời",
        "Thời gian chốt số liệu từ ngày 15/11 đến ngày 14/12",
    ],
)
def test_targets_past_events_and_vague_words_are_no_windows(sentence: str) -> None:
    assert periods_in(sentence, year=Y, labelled=False, target=False) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("trước ngày 25 hằng tháng", [("month", "25")]),
        ("Hằng tháng, trước ngày 20, gửi báo cáo", [("month", "20")]),
        ("đúng ngày mồng 3 hằng tháng", [("month", "3")]),
        ("vào tuần cuối của tháng thứ 3 trong quý", [("quarter", None)]),
        ("trước ngày 15/12 hằng năm", [("year", "12-15")]),
        ("trước ngày 15/6 và ngày 15/12 hằng năm", [("year", "06-15"), ("year", "12-15")]),
        ("Hằng năm (trước ngày 15 tháng 11) báo cáo", [("year", "11-15")]),
        ("định kỳ 6 tháng, hằng năm báo cáo kết quả", [("half-year", None), ("year", None)]),
        ("báo cáo hằng quý", [("quarter", None)]),
        ("bố trí trong dự toán ngân sách hằng năm của đơn vị", []),
        ("người hưởng trợ cấp hằng tháng", []),
        ("hằng năm giảm ít nhất 5% số vụ", []),
    ],
)
def test_repeating_duties(sentence: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(period.every, period.day) for period in repeats_in(sentence)] == expected
