"""What a duty or a topic is called: its work, cut where a phrase ends, never its unit alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loa.campaigns.plan import Plan
from loa.campaigns.work_names import MOST_WORDS, is_field, part_of, says_work, work_name
from loa.documents.ports import AssignmentRow, Clause
from plan_words import SMALL_PLAN


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("1. Cách nộp hồ sơ trực tuyến: vào địa chỉ của xã", "Cách nộp hồ sơ trực tuyến"),
        ("Tuyên truyền ba nội dung sau đây: một, hai, ba", "Tuyên truyền ba nội dung"),
        ("Giới thiệu các cách tiết kiệm nước, như: vòi nhỏ giọt", "Giới thiệu các cách tiết kiệm nước"),
        ("Nhiệm vụ: Rà soát các giếng khơi. Làm xong trước mùa mưa", "Rà soát các giếng khơi"),
        ("Hoạt động 1\nTổ chức hội thi vẽ tranh cho học sinh", "Tổ chức hội thi vẽ tranh cho học sinh"),
        ("NỘI DUNG TUYÊN TRUYỀN\nCách phòng bệnh dại", "Cách phòng bệnh dại"),
        ("Diễn tập chữa cháy (sản phẩm: báo cáo kết quả)", "Diễn tập chữa cháy"),
        ("Căn cứ lịch mất nước, số giếng còn dùng, xây dựng lịch phát", "Xây dựng lịch phát"),
        ("Trên cơ sở kết quả rà soát, thẩm định, các thôn họp dân", "Các thôn họp dân"),
        ("Nếu chưa đủ kinh phí, các thôn đề xuất bổ sung", "Nếu chưa đủ kinh phí, các thôn đề xuất bổ sung"),
    ],
)
def test_the_name_is_the_work_that_is_asked_for(words: str, name: str) -> None:
    assert work_name(words) == name


LONG = "vận động hộ dân tiêm phòng cho đàn chó, mèo nuôi trong nhà và báo ngay cho thú y khi thấy con vật ốm"


def test_a_long_statement_ends_with_a_phrase_and_says_that_it_goes_on() -> None:
    name = work_name("Tổ chức tuyên truyền lưu động tại các chợ, bến xe và nhà văn hóa thôn, " + LONG)
    said = "Tổ chức tuyên truyền lưu động tại các chợ, bến xe và nhà văn hóa thôn, vận động hộ dân tiêm phòng"
    assert name == f"{said} cho đàn chó…"


def test_partners_and_the_doer_make_room_for_the_work() -> None:
    work = LONG[:1].upper() + LONG[1:]
    led = "Chủ trì, phối hợp với Công an xã, Mặt trận Tổ quốc và các đoàn thể có liên quan " + LONG
    assert work_name(led) == work_name(work)
    assert work_name("Trạm Y tế, Công an xã và các thôn có trách nhiệm " + LONG) == work_name(work)


def test_names_of_offices_are_not_cut_in_two() -> None:
    words = (
        "Phối hợp cùng nhau " + "rất " * 14 + "tốt giữa trạm y tế, thú y và Sở Khoa học và Công nghệ tỉnh nhà hôm nay"
    )
    assert not work_name(words).endswith("Khoa học…")


@given(st.text(max_size=300))
def test_any_words_get_a_name_of_at_most_so_many_words(words: str) -> None:
    assert len(work_name(words).split()) <= MOST_WORDS


def test_a_heading_of_names_says_no_work() -> None:
    names = ["Hội Nông dân xã"]
    assert not says_work("Đề nghị Hội Nông dân xã và các tổ chức thành viên", names)
    assert not says_work("Công an xã thực hiện", ["Công an xã"])
    assert says_work("Công an xã kiểm tra, xử lý vi phạm", ["Công an xã"])
    assert says_work("Chủ tịch UBND xã tặng giấy khen cho tập thể tốt", ["Chủ tịch UBND xã"])
    assert is_field("Cơ quan thực hiện:")
    assert not is_field("Phát động hội thi")


def _plan(*clauses: Clause, unit: str) -> Plan:
    rows = (AssignmentRow(clauses[-1].label, unit, "lead"),)
    return Plan(replace(SMALL_PLAN, clauses=clauses, assignments=rows, anchors={}, tasks=()))


def test_a_duty_keeps_a_heading_that_says_what_the_unit_does() -> None:
    words = "Trạm Y tế xã khám sức khỏe và phát thuốc cho người già"
    assert _plan(Clause("V.1", None, words, words, 1, 1), unit="Trạm Y tế xã").work_of("V.1") == words


def test_heading_and_body_are_two_lines_of_a_duty() -> None:
    text = "Tổ chức hội thi\nMỗi thôn cử một đội."
    plan = _plan(Clause("V.1", None, "Tổ chức hội thi", text, 1, 2), unit="Các thôn")
    assert plan.work_of("V.1") == "Tổ chức hội thi\nMỗi thôn cử một đội."
    assert work_name(plan.work_of("V.1")) == "Tổ chức hội thi"


def test_a_clause_that_only_says_who_does_the_work_of_the_one_above() -> None:
    above = Clause("II.2", None, "Lắp đặt vòi nước công cộng", "Lắp đặt vòi nước công cộng", 1, 1)
    who = Clause("II.2.b", "II.2", "Cơ quan thực hiện:", "Cơ quan thực hiện:\nTrạm Y tế xã", 2, 3)
    assert _plan(above, who, unit="Trạm Y tế xã").work_of("II.2.b") == "Lắp đặt vòi nước công cộng"


UNITS = ("Trạm Y tế xã", "Trường Tiểu học")


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        (
            "Các đơn vị hưởng ứng.\nTrạm Y tế xã chuẩn bị vắc xin.\nGhi sổ.\nTrường Tiểu học nhắc phụ huynh.",
            ("Trạm Y tế xã chuẩn bị vắc xin.\nGhi sổ.", "Trường Tiểu học nhắc phụ huynh."),
        ),
        ("Lập danh sách.\nGửi giấy mời.", ("Lập danh sách.\nGửi giấy mời.",) * 2),
        (
            "Trạm Y tế xã và Trường Tiểu học họp.\nGhi biên bản.",
            ("Trạm Y tế xã và Trường Tiểu học họp.\nGhi biên bản.",) * 2,
        ),
        (
            "Giao Trạm Y tế xã tiêm phòng.\nPhối hợp với Trường Tiểu học nhắc phụ huynh.\nGhi sổ.",
            (
                "Giao Trạm Y tế xã tiêm phòng.\nPhối hợp với Trường Tiểu học nhắc phụ huynh.\nGhi sổ.",
                "Phối hợp với Trường Tiểu học nhắc phụ huynh.",
            ),
        ),
        ("Phối hợp với Trường Tiểu học.", ("Phối hợp với Trường Tiểu học.",) * 2),
    ],
)
def test_each_unit_has_the_paragraphs_that_name_it(words: str, parts: tuple[str, str]) -> None:
    assert tuple(part_of(words, unit, units=UNITS) for unit in UNITS) == parts
