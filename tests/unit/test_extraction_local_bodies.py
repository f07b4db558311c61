"""Bodies of a commune whose names say a field, those who only receive, and months printed as a span."""

from __future__ import annotations

import pytest

from duty_clauses import rows
from loa.documents.extraction.extract import extract
from loa.documents.ports import ExtractionResult, Line


def extracted(*texts: str) -> ExtractionResult:
    return extract([Line(number, text, page=1) for number, text in enumerate(texts, start=1)])


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        (
            "1. Đoàn kiểm tra, giám sát lập biên bản tại từng thôn.",
            ["IV.1 lead Đoàn kiểm tra, giám sát"],
        ),
        (
            "1. Tổ giám sát và đôn đốc báo cáo UBND xã sau mỗi đợt.",
            ["IV.1 lead Tổ giám sát và đôn đốc"],
        ),
        (
            "1. Tổ tiếp công dân, xử lý đơn thư khiếu nại, tố cáo tiếp nhận đơn vào thứ Năm.",
            ["IV.1 lead Tổ tiếp công dân, xử lý đơn thư khiếu nại, tố cáo"],
        ),
        (
            "1. Công việc\n- Đồng chí Phó Chủ tịch UBND xã trực tiếp phụ trách công tác tiếp dân.",
            ["IV.1 lead Đồng chí Phó Chủ tịch UBND xã"],
        ),
        (
            "1. Đề nghị Thường trực HĐND, UBND, Ủy ban Kiểm tra Đảng ủy xã trao đổi thông tin thường xuyên.",
            [
                "IV.1 request Thường trực HĐND",
                "IV.1 request UBND",
                "IV.1 request Ủy ban Kiểm tra Đảng ủy xã",
            ],
        ),
        (
            "1. Công việc\n- Các ông (bà) có tên tại Điều 2 chịu trách nhiệm thi hành.",
            ["IV.1 lead Các ông (bà) có tên tại Điều 2"],
        ),
        (
            "1. Đề nghị Trạm Y tế xã phối hợp\n- Chỉ đạo các thôn: Phối hợp lập danh sách hộ có trẻ nhỏ.",
            ["IV.1 request Trạm Y tế xã"],
        ),
        (
            "1. Thành phần: đại biểu được mời tham dự; mời Công an xã.",
            ["IV.1 request Công an xã"],
        ),
        (
            "1. Công việc\n- Kết thúc đợt cao điểm, Công an xã tổng hợp kết quả.",
            ["IV.1 lead Công an xã"],
        ),
        (
            "1. Công an xã\n- Ngay sau cuộc họp, gửi biên bản đến Đảng ủy, UBND xã và Trạm Y tế chậm nhất hai ngày.",
            ["IV.1 lead Công an xã"],
        ),
    ],
)
def test_bodies_are_named_whole_and_receivers_do_nothing(clause: str, expected: list[str]) -> None:
    assert rows(clause) == expected


def test_whom_an_inspection_is_for_may_name_who_inspects() -> None:
    result = extracted(
        "KẾ HOẠCH",
        "Kiểm tra công tác thông tin cơ sở",
        "I. ĐỐI TƯỢNG KIỂM TRA, GIÁM SÁT",
        "1. Phòng Văn hóa - Xã hội kiểm tra các cụm loa ở thôn.",
        "II. ĐỐI TƯỢNG KHEN THƯỞNG",
        "1. Công an xã đạt giải được khen.",
    )
    assert [(row.clause, row.unit) for row in result.assignments] == [("I.1", "Phòng Văn hóa - Xã hội")]


@pytest.mark.parametrize(
    ("months", "start", "end"),
    [("09 - 10/2026", "2026-09-01", "2026-10-31"), ("1–3/2027", "2027-01-01", "2027-03-31")],
)
def test_months_printed_as_a_span_are_one_window(months: str, start: str, end: str) -> None:
    result = extracted("KẾ HOẠCH", "Tuyên truyền", "I. THỜI GIAN", f"1. Thời gian thực hiện: {months}.")
    assert [(str(row.start), str(row.end)) for row in result.windows] == [(start, end)]
