"""Task tables and cost tables of annexes, in every shape in which they reach us."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loa.documents.extraction.extract import extract
from loa.documents.extraction.table_columns import columns_of
from loa.documents.extraction.tables import tables_of
from loa.documents.extraction.tasks import units_of
from loa.documents.ports import ExtractionResult, Line, TaskRow

PLAN = """ỦY BAN NHÂN DÂN
XÃ ĐỒNG SƯƠNG
Số: 05/KH-UBND
Đồng Sương, ngày 05 tháng 9 năm 2025
KẾ HOẠCH
Phòng, chống dịch sốt xuất huyết
I. NHIỆM VỤ
1. Diệt lăng quăng.
Nơi nhận:
- Sở Y tế;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Lê Văn Mây

PHỤ LỤC I
PHÂN CÔNG NHIỆM VỤ
"""
ROWS = """
| STT | Nội dung | Chủ trì | Phối hợp | Thời gian | Sản phẩm |
| I | TUYÊN TRUYỀN | | | | |
| 1 | Phát thanh về diệt lăng quăng | Trung tâm Dịch vụ SNC | Trạm Y tế; Phòng VH-XH | Tháng 9/2025 | Bản tin |
| 2 | Kiểm tra các thôn | Trạm Y tế | | Trước ngày 30/10/2025 | |
"""
FIRST = TaskRow(
    annex="PHỤ LỤC I",
    number="1",
    content="Phát thanh về diệt lăng quăng",
    lead=("Trung tâm Dịch vụ SNC",),
    support=("Trạm Y tế", "Phòng VH-XH"),
    time="Tháng 9/2025",
    start="2025-09-01",
    end="2025-09-30",
    product="Bản tin",
)
SECOND = TaskRow("PHỤ LỤC I", "2", "Kiểm tra các thôn", ("Trạm Y tế",), (), "Trước ngày 30/10/2025", None, "2025-10-30")


def read(table: str) -> ExtractionResult:
    return extract([Line(number, line) for number, line in enumerate((PLAN + table).splitlines(), start=1)])


def by_borders(table: str) -> str:
    """The same table as a web copy has it: each cell and each border on a line of its own."""
    rows = [[cell.strip() for cell in row.strip("| ").split("|")] for row in table.strip().splitlines()]
    whole = [row + [""] * (6 - len(row)) if row[0] != "I" else row[:2] for row in rows]
    return "\n".join("\n".join(["|", *(line for cell in row for line in (cell, "|") if line)]) for row in whole)


@pytest.mark.parametrize(
    "table",
    [
        ROWS,
        ROWS.replace("Sản phẩm |\n", "Sản phẩm |\n|---|---|---|---|---|---|\n"),
        "\n".join(line.strip("| ").removesuffix(" |") for line in ROWS.splitlines()),
        by_borders(ROWS),
        ROWS.replace(" | ", "    ").replace("| ", "").replace(" |", ""),
    ],
    ids=["rows", "markdown", "no-outer-borders", "borders-alone", "blanks"],
)
def test_a_task_table_is_read_in_whatever_shape_it_comes(table: str) -> None:
    tasks = read(table).tasks
    assert tasks[0] == FIRST
    assert (tasks[1].number, tasks[1].content, tasks[1].lead) == ("2", SECOND.content, SECOND.lead)
    assert len(tasks) == 2


def test_a_table_without_borders_is_read_by_its_numbers() -> None:
    result = read(
        "STT\nNội dung\nĐơn vị\nthực hiện\nThời gian\n\n1\n\nHọp thôn\n\nTrưởng các thôn\n\nQuý IV/2025\n\n2\n"
        "Treo băng rôn\ntại các trục đường\nTrung tâm Dịch vụ SNC\n3\nIn tờ rơi\nTrước ngày 20/9/2025\n"
    )
    assert [(row.number, row.content, row.lead, row.end) for row in result.tasks] == [
        ("1", "Họp thôn", ("Trưởng các thôn",), "2025-12-31"),
        ("2", "Treo băng rôn tại các trục đường", ("Trung tâm Dịch vụ SNC",), None),
        ("3", "In tờ rơi", (), "2025-09-20"),
    ]


def test_a_head_of_two_rows_and_column_numbers_are_no_tasks() -> None:
    result = read(
        "| TT | Nhiệm vụ | Cơ quan thực hiện | | Thời hạn |\n| | | Chủ trì | Phối hợp | |\n"
        "| (1) | (2) | (3) | (4) | (5) |\n| 1 | Phát tờ rơi | Công an xã | Các thôn | 12/2025 |"
    )
    assert [(row.lead, row.support, row.start, row.end) for row in result.tasks] == [
        (("Công an xã",), ("Các thôn",), "2025-12-01", "2025-12-31")
    ]


def test_a_page_break_cuts_no_row_in_two() -> None:
    head = "| STT | Nội dung | Chủ trì | Thời gian |\n"
    result = read(
        f"{head}| 1 | In tờ rơi phát cho | Trạm Y tế | 2025 |\nTrang 3\n"
        f"{head}| | từng hộ dân | | |\n| 2 | Họp thôn | | |\n"
    )
    assert [(row.number, row.content) for row in result.tasks] == [
        ("1", "In tờ rơi phát cho từng hộ dân"),
        ("2", "Họp thôn"),
    ]
    assert result.tasks[0].end == "2025-12-31"


def test_the_second_annex_has_its_own_label() -> None:
    result = read(f"{ROWS}\nPhụ lục II\nLỊCH\n| TT | Tên hoạt động | Đơn vị |\n| 1 | Họp thôn | Trạm Y tế |")
    assert [row.annex for row in result.tasks] == ["PHỤ LỤC I", "PHỤ LỤC I", "Phụ lục II"]


@pytest.mark.parametrize(
    ("cell", "lead", "support"),
    [
        ("Trạm Y tế chủ trì, phối hợp với Công an xã, các thôn", ("Trạm Y tế",), ("Công an xã", "các thôn")),
        ("Chủ trì: Trạm Y tế; Phối hợp: Công an xã", ("Trạm Y tế",), ("Công an xã",)),
        ("Phòng Kinh tế; Phòng Văn hóa - Xã hội", ("Phòng Kinh tế", "Phòng Văn hóa - Xã hội"), ()),
        ("Doanh nghiệp", ("Doanh nghiệp",), ()),
        ("", (), ()),
    ],
)
def test_a_cell_names_leaders_and_helpers(cell: str, lead: tuple[str, ...], support: tuple[str, ...]) -> None:
    assert units_of(cell) == (lead, support)


@pytest.mark.parametrize(
    ("time", "days"),
    [
        ("2026", ("2026-01-01", "2026-12-31")),
        ("2025 - 2030", ("2025-01-01", "2030-12-31")),
        ("Từ 10/9/2025 đến 30/11/2025", ("2025-09-10", "2025-11-30")),
        ("10/2025", ("2025-10-01", "2025-10-31")),
        ("Thường xuyên", (None, None)),
        ("Tháng 12 hằng năm", (None, None)),
        ("Sau khi có quy chế", (None, None)),
    ],
)
def test_the_time_column_names_days(time: str, days: tuple[str | None, str | None]) -> None:
    result = read(f"| STT | Nội dung | Chủ trì | Thời gian |\n| 1 | Họp thôn | Trạm Y tế | {time} |")
    assert [(row.start, row.end) for row in result.tasks] == [days]


@pytest.mark.parametrize(
    "head",
    [
        ["STT", "Tiêu chí", "Điểm chuẩn", "Cách chấm"],
        ["Họ và tên", "Chức vụ"],
        ["Nơi nhận: - Sở Y tế;", "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH"],
        ["STT", "Họ và tên", "Chữ ký"],
    ],
)
def test_other_tables_are_passed_over(head: list[str]) -> None:
    assert columns_of(head) is None


def test_a_cost_table_gives_its_sums_in_dong() -> None:
    result = read(
        "| TT | Nội dung chi | ĐVT | Đơn giá | Thành tiền (triệu đồng) | Nguồn |\n"
        "| 1 | In tờ rơi | tờ | 2 | 1,5 | Ngân sách xã |\n"
        "| 2 | Thuê xe loa | ngày | 500 | 2 | |\n| | Tổng cộng | | | 3,5 | |\n"
    )
    assert [(row.clause, row.text, row.amount, row.source) for row in result.costs] == [
        ("PHỤ LỤC I", "In tờ rơi", 1_500_000, "Ngân sách xã"),
        ("PHỤ LỤC I", "Thuê xe loa", 2_000_000, None),
        ("PHỤ LỤC I", "Tổng cộng", 3_500_000, None),
    ]
    assert result.tasks == ()


def test_a_row_is_anchored_to_its_lines_and_uses_them() -> None:
    result = read(by_borders(ROWS))
    place = result.anchors["/tasks/0"][0]
    assert place.rule == "task.row"
    assert "Phát thanh về diệt lăng quăng" in place.quote
    assert not set(range(place.line_from, place.line_to + 1)) & set(result.unused)


@given(
    st.lists(
        st.sampled_from(["|", "STT", "Nội dung", "Chủ trì", "1", "I", "| a | b | c |", "", "Trạm Y tế", "(1)"]),
        max_size=60,
    )
)
def test_any_heap_of_cells_ends_in_tables_whose_lines_exist(words: list[str]) -> None:
    lines = [Line(number, word) for number, word in enumerate(words, start=1)]
    for table in tables_of(lines):
        assert all(1 <= cell.line_from <= cell.line_to <= len(lines) for row in table.rows for cell in row)
