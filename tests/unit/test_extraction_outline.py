"""Numbering grammar, its sequence, and how broken lines become paragraphs."""

from __future__ import annotations

import pytest

from loa.documents.extraction.body import body_of
from loa.documents.extraction.cleaning import rows_of
from loa.documents.extraction.numbering import marker_of, roman_text, roman_value
from loa.documents.ports import Line


def labels(text: str) -> list[tuple[str, str]]:
    lines = [Line(number, line) for number, line in enumerate(text.splitlines(), start=1)]
    return [(item.label, item.heading) for item in body_of(rows_of(lines)).items]


@pytest.mark.parametrize("value", range(1, 51))
def test_roman_numbers_are_read_back(value: int) -> None:
    assert roman_value(roman_text(value)) == value


@pytest.mark.parametrize("text", ["IIII", "VX", "IC", "VV"])
def test_what_is_no_roman_number_is_refused(text: str) -> None:
    assert not all(letter in "IVXL" for letter in text) or roman_value(text) is None


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("I. MỤC ĐÍCH", "I"),
        ("II- NHIỆM VỤ", "II"),
        ("III/ Tổ chức", "III"),
        ("1. Mục đích", "1"),
        ("2/ Yêu cầu", "2"),
        ("3) Kinh phí", "3"),
        ("1.2. Dữ liệu", "1.2"),
        ("a) Nhiệm vụ", "a"),
        ("đ) Báo cáo", "đ"),
        ("Điều 3. Trách nhiệm", "Điều 3"),
    ],
)
def test_numbers_of_items_are_known(text: str, printed: str) -> None:
    marker = marker_of(text)
    assert marker is not None
    assert marker.printed == printed


@pytest.mark.parametrize("text", ["02. Nội dung", "2025. Kế hoạch", "15/9/2025", "3G và 4G", "- 1. việc", "100% số hộ"])
def test_other_numbers_open_no_item(text: str) -> None:
    assert marker_of(text) is None


def test_levels_make_a_path_of_at_most_three() -> None:
    text = (
        "I. NHIỆM VỤ\n1. Về dữ liệu\n1.1. Rà soát\na) Việc nhỏ hơn\n1.2. Chuẩn hóa\n2. Về nền tảng\na) Nhiệm "
        "vụ\nb) Thời gian"
    )
    assert [label for label, _ in labels(text)] == ["I", "I.1", "I.1.1", "I.1.2", "I.2", "I.2.a", "I.2.b"]


def test_repeated_roman_number_takes_the_number_of_the_sequence() -> None:
    text = "I. MỤC ĐÍCH\nII. NỘI DUNG\nII. KINH PHÍ\nIV. TỔ CHỨC THỰC HIỆN"
    assert [label for label, _ in labels(text)] == ["I", "II", "III", "IV"]


def test_a_number_at_the_head_of_a_broken_line_is_no_item() -> None:
    text = (
        "I. NỘI DUNG\n1. Tuyên truyền các nhiệm vụ trọng tâm nêu trong Kế hoạch hành động số\n"
        "02. Nội dung bảo đảm dễ hiểu, dễ nhớ và phù hợp với từng nhóm dân cư của xã\n"
        "trong năm.\n2. Giới thiệu cách làm hay."
    )
    assert [label for label, _ in labels(text)] == ["I", "I.1", "I.2"]


def test_heading_cut_by_the_copy_is_joined() -> None:
    text = (
        "**I. MỤC\nĐÍCH, YÊU CẦU**\n\n**1. Mục đích**\n\n- Nâng cao nhận thức của\nngười dân.\n\n**2. Yêu "
        "cầu**\n\n- Thiết thực."
    )
    assert labels(text) == [("I", "MỤC ĐÍCH, YÊU CẦU"), ("I.1", "Mục đích"), ("I.2", "Yêu cầu")]


def test_a_year_range_broken_at_the_dash_is_no_bullet() -> None:
    text = "I. NHIỆM VỤ\n\n1. Thực hiện chương trình giai đoạn 2021\n- 2025 trên địa bàn.\n\n2. Tổng kết."
    assert labels(text)[1] == ("I.1", "Thực hiện chương trình giai đoạn 2021 - 2025 trên địa bàn.")


def test_numbers_that_begin_again_stand_inside_their_item() -> None:
    text = "I. NỘI DUNG\n1. Chủ đề\n2. Khẩu hiệu\n1. Không tin, không sợ!\n2. Hỏi người thân trước!\nII. KINH PHÍ"
    assert [label for label, _ in labels(text)] == ["I", "I.1", "I.2", "I.2.1", "I.2.2", "II"]


def test_closing_formula_belongs_to_no_item() -> None:
    text = "I. TỔ CHỨC THỰC HIỆN\n1. Công an xã\nCung cấp thông tin.\nTrên đây là Kế hoạch của UBND xã./."
    lines = [Line(number, line) for number, line in enumerate(text.splitlines(), start=1)]
    body = body_of(rows_of(lines))
    assert [paragraph.text for paragraph in body.closing] == ["Trên đây là Kế hoạch của UBND xã./."]


def test_a_heading_that_lost_its_number_is_no_item_and_its_numbers_start_anew() -> None:
    text = "MỤC ĐÍCH, YÊU CẦU\n1. Mục đích\n2. Yêu cầu\nNỘI DUNG TUYÊN TRUYỀN\n1. Tin giả.\n2. Tài khoản."
    assert [label for label, _ in labels(text)] == ["1", "2", "1", "2"]


def test_sample_text_in_quotation_marks_is_no_outline() -> None:
    text = "I. NỘI DUNG\n1. Mẫu tin: “Thông báo\n1. Không chuyển tiền.\n2. Gọi 156.”\n2. Tài khoản."
    assert [label for label, _ in labels(text)] == ["I", "I.1", "I.2"]


def test_articles_of_a_decision_hold_their_clauses() -> None:
    text = "Điều 1. Kiện toàn Tổ công nghệ số gồm:\n1. Ông Khê;\n2. Bà Hạnh.\nĐiều 2. Tổ có trách nhiệm hướng dẫn."
    assert [label for label, _ in labels(text)] == ["Điều 1", "Điều 1.1", "Điều 1.2", "Điều 2"]
