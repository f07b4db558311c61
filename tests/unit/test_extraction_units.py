"""Names of bodies: where they begin, end and part; and who does what in a whole clause."""

from __future__ import annotations

import pytest

from loa.documents.extraction import assignment_rows
from loa.documents.extraction.assignments import assignments_of
from loa.documents.extraction.body import body_of
from loa.documents.extraction.cleaning import rows_of
from loa.documents.extraction.rules import RULES
from loa.documents.extraction.units import list_end, names_in
from loa.documents.ports import Line


def names(text: str) -> list[str]:
    return [name.text for name in names_in(text, 0, end=list_end(text, 0))]


def rows(text: str) -> list[tuple[str, str, str]]:
    lines = [Line(number, line) for number, line in enumerate(text.splitlines(), start=1)]
    return [(row.row.clause, row.row.unit, row.row.role) for row in assignments_of(body_of(rows_of(lines)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Các phòng, đơn vị trực thuộc UBND, Công an xã.", ["Các phòng, đơn vị trực thuộc UBND", "Công an xã"]),
        ("Sở Văn hóa, Thể thao và Du lịch và Sở Y tế chủ trì", ["Sở Văn hóa, Thể thao và Du lịch", "Sở Y tế"]),
        ("các sở, ban, ngành, đoàn thể tỉnh triển khai", ["các sở, ban, ngành, đoàn thể tỉnh"]),
        ("UBND các xã, phường, báo, đài và các đơn vị khác", ["UBND các xã, phường", "báo, đài", "các đơn vị khác"]),
        ("Ban Xây dựng Đảng theo dõi, đôn đốc", ["Ban Xây dựng Đảng"]),
        ("Trung tâm Dịch vụ tổng hợp tổng hợp kết quả", ["Trung tâm Dịch vụ tổng hợp"]),
        ("Văn phòng HĐND và UBND xã bố trí phòng họp", ["Văn phòng HĐND và UBND xã"]),
        ("Bộ phận Tiếp nhận và Trả kết quả niêm yết", ["Bộ phận Tiếp nhận và Trả kết quả"]),
        ("Trưởng các thôn, bản thông báo", ["Trưởng các thôn, bản"]),
        ("Phòng Văn hóa - Xã hội (cơ quan thường trực), Công an xã", ["Phòng Văn hóa - Xã hội", "Công an xã"]),
    ],
)
def test_lists_of_bodies_are_parted_at_their_own_heads(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_labelled_lines_give_lead_and_support() -> None:
    text = (
        "I. HÌNH THỨC\n1. Truyền thanh\n- Đơn vị thực hiện: Trung tâm Văn hóa, Công an xã.\n- Phối hợp: Đoàn "
        "Thanh niên xã.\n"
        "2. Họp dân\n- Chủ trì: Mặt trận Tổ quốc xã; đơn vị phối hợp: Trưởng các khu dân cư."
    )
    assert rows(text) == [
        ("I.1", "Trung tâm Văn hóa", "lead"),
        ("I.1", "Công an xã", "lead"),
        ("I.1", "Đoàn Thanh niên xã", "support"),
        ("I.2", "Mặt trận Tổ quốc xã", "lead"),
        ("I.2", "Trưởng các khu dân cư", "support"),
    ]


def test_clauses_headed_by_a_unit_lead_or_are_asked() -> None:
    text = (
        "V. TỔ CHỨC THỰC HIỆN\n1. Phòng Kinh tế\n- Chủ trì, phối hợp chặt chẽ với Công an xã và các đơn vị "
        "liên quan kiểm tra.\n"
        "2. Đề nghị Ủy ban Mặt trận Tổ quốc xã và các đoàn thể\n- Vận động hội viên.\n"
        "3. Các tổ chức cung cấp dịch vụ viễn thông\n- Nhắn tin."
    )
    assert rows(text) == [
        ("V.1", "Phòng Kinh tế", "lead"),
        ("V.1", "Công an xã", "support"),
        ("V.2", "Ủy ban Mặt trận Tổ quốc xã", "request"),
        ("V.2", "các đoàn thể", "request"),
        ("V.3", "Các tổ chức cung cấp dịch vụ viễn thông", "lead"),
    ]


def test_subject_behind_an_introduction_leads() -> None:
    text = "I. TỔ CHỨC THỰC HIỆN\n1. Căn cứ Kế hoạch này, các phòng, đơn vị thuộc xã xây dựng kế hoạch riêng."
    assert rows(text) == [("I.1", "các phòng, đơn vị thuộc xã", "lead")]


def test_nameless_doers_count_only_where_no_named_unit_stands() -> None:
    text = (
        "I. NHIỆM VỤ\n1. Các cơ quan, đơn vị phối hợp thực hiện.\n2. Công an xã phối hợp với các đơn vị liên "
        "quan kiểm tra."
    )
    assert rows(text) == [
        ("I.1", "Các cơ quan, đơn vị", "lead"),
        ("I.2", "Công an xã", "lead"),
        ("I.2", "các đơn vị liên quan", "support"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "1. Chỉ đạo Công an xã tăng cường tuần tra.",
        "1. Thực hiện các dự án do Công an tỉnh chủ trì.",
        "1. Phòng Kinh tế là cơ quan thường trực.",
        "1. Tăng cường sự phối hợp với Công an xã.",
    ],
)
def test_objects_owners_and_descriptions_are_no_assignments(sentence: str) -> None:
    assert rows(f"I. NHIỆM VỤ\n{sentence}") == []


def test_purpose_assigns_nothing() -> None:
    assert rows("I. MỤC ĐÍCH, YÊU CẦU\n1. Yêu cầu\n- Công an xã phối hợp với Phòng Kinh tế thực hiện.") == []


def test_posts_named_by_a_decision_lead() -> None:
    text = (
        "Điều 1. Ban hành kèm theo Quyết định này Quy chế hoạt động.\n"
        "Điều 2. Chánh Văn phòng HĐND và UBND xã, Trưởng phòng Kinh tế chịu trách nhiệm thi hành Quyết định này./."
    )
    assert rows(text) == [
        ("Điều 2", "Chánh Văn phòng HĐND và UBND xã", "lead"),
        ("Điều 2", "Trưởng phòng Kinh tế", "lead"),
    ]


def test_partners_left_for_the_dash_lines_below_are_support() -> None:
    text = "I. PHÂN CÔNG\n1. Công an xã\n- Chủ trì, phối hợp\n+ Phòng Kinh tế rà soát cơ sở.\n+ Trạm Y tế trực."
    assert rows(text) == [
        ("I.1", "Công an xã", "lead"),
        ("I.1", "Phòng Kinh tế", "support"),
        ("I.1", "Trạm Y tế", "support"),
    ]


def test_a_request_inside_a_clause_is_no_lead() -> None:
    text = "I. TỔ CHỨC THỰC HIỆN\n1. Trách nhiệm chung\n- Đề nghị Hội Nông dân xã vận động hội viên."
    assert rows(text) == [("I.1", "Hội Nông dân xã", "request")]


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("1. Công an xã: tuần tra, kiểm soát.", [("I.1", "Công an xã", "lead")]),
        ("1. Trách nhiệm của Công an xã\n- Tuần tra.", [("I.1", "Công an xã", "lead")]),
        (
            "- Công an xã: tuần tra.\n- Phòng Kinh tế rà soát.",
            [("I", "Công an xã", "lead"), ("I", "Phòng Kinh tế", "lead")],
        ),
        ("1. UBND các phường: An Lạc, Bến Lở.", [("I.1", "UBND các phường: An Lạc, Bến Lở", "lead")]),
        (
            "1. Tuần tra\n- Đơn vị chủ trì, phối hợp: Công an xã chủ trì; Đoàn Thanh niên xã phối hợp.",
            [("I.1", "Công an xã", "lead"), ("I.1", "Đoàn Thanh niên xã", "support")],
        ),
        ("1. UBND xã giao Phòng Kinh tế theo dõi.", [("I.1", "Phòng Kinh tế", "lead")]),
    ],
)
def test_duties_are_shared_out_in_many_forms(clause: str, expected: list[tuple[str, str, str]]) -> None:
    assert rows(f"I. TỔ CHỨC THỰC HIỆN\n{clause}") == expected


def test_the_last_article_lists_posts_up_to_its_verb() -> None:
    text = (
        "Điều 1. Ban hành Kế hoạch tuyên truyền của xã.\n"
        "Điều 2. Chánh Văn phòng HĐND và UBND xã; Trưởng các phòng: Văn hóa - Xã hội, Kinh tế; Trưởng Công an xã; "
        "Thủ trưởng các đơn vị có liên quan và Trưởng các thôn chịu trách nhiệm thi hành Quyết định này./."
    )
    assert rows(text) == [
        ("Điều 2", "Chánh Văn phòng HĐND và UBND xã", "lead"),
        ("Điều 2", "Trưởng các phòng: Văn hóa - Xã hội, Kinh tế", "lead"),
        ("Điều 2", "Trưởng Công an xã", "lead"),
        ("Điều 2", "Trưởng các thôn", "lead"),
    ]


def test_members_of_a_committee_are_no_doers() -> None:
    text = "Điều 1. Thành lập Ban Chỉ đạo gồm:\n1. Ông Lê Văn An, Phó Chủ tịch UBND xã - Trưởng ban;"
    assert rows(text) == []


def test_a_demand_right_under_a_heading_is_what_the_section_says() -> None:
    text = "I. KINH PHÍ\nNgân sách xã.\nII. TỔ CHỨC THỰC HIỆN\nYêu cầu các phòng, ban xã báo cáo trước ngày 05/12/2025."
    assert rows(text) == [("II", "các phòng, ban xã", "lead")]


def test_every_row_names_the_rule_that_read_it() -> None:
    text = (
        "I. TỔ CHỨC THỰC HIỆN\n1. Công an xã\n- Phối hợp với Trạm Y tế xã kiểm tra các cơ sở kinh doanh trên địa bàn.\n"
        "2. Đề nghị Hội Nông dân xã vận động hội viên.\n3. Rà soát\n- Đơn vị thực hiện: Phòng Kinh tế."
    )
    lines = [Line(number, line) for number, line in enumerate(text.splitlines(), start=1)]
    assert [found.rule for found in assignments_of(body_of(rows_of(lines)))] == [
        "assignment.heading",
        "assignment.support",
        "assignment.request",
        "assignment.labelled",
    ]


def test_the_rules_are_in_the_catalogue() -> None:
    names = {value.rule for value in vars(assignment_rows).values() if isinstance(value, assignment_rows.Reading)}
    assert names <= set(RULES)
