"""Letters that number nothing: their paragraphs of work, for the review only."""

from __future__ import annotations

import pytest

from anchoring import assert_anchored
from loa.documents.admission import is_plan
from loa.documents.extraction.extract import extract
from loa.documents.ports import ExtractionResult, Line

HEAD = (
    "ỦY BAN NHÂN DÂN\nXÃ ĐỒNG SƯƠNG\n{number}\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
    "Đồng Sương, ngày 12 tháng 3 năm 2026\n\n"
)
FOOT = "\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLương Văn Khê\n"
RABIES = (
    "Kính gửi:\n- Trạm Y tế xã;\n- Trưởng các thôn.\n\n"
    "Thực hiện Công văn số 45/SYT-NVY ngày 02/3/2026 của Sở Y tế về phòng, chống bệnh dại, Ủy ban nhân dân xã đề nghị "
    "Trạm Y tế xã chủ trì, phối hợp với Phòng Văn hóa - Xã hội tuyên truyền trên hệ thống truyền thanh.\n\n"
    "Trưởng các thôn thông báo đến các hộ nuôi chó, mèo lịch tiêm từ ngày 20/3/2026 đến ngày 31/3/2026.\n\n"
    "Ủy ban nhân dân xã giao Công an xã xử phạt người thả rông chó, báo cáo kết quả trước ngày 05/4/2026.\n\n"
    "Đề nghị các đơn vị nghiêm túc triển khai thực hiện./."
)
CLEANING = (
    "Kính gửi: Trưởng các thôn.\n\nỦy ban nhân dân xã yêu cầu Trưởng các thôn thực hiện một số nội dung sau:\n"
    "- Vận động nhân dân tổng vệ sinh đường làng vào sáng thứ Bảy;\n"
    "- Treo băng rôn tại nhà văn hóa thôn trước ngày 25/3/2026;\n- Phối hợp với Hội Phụ nữ xã thu gom rác.\n\n"
    "Trong quá trình thực hiện nếu có vướng mắc, liên hệ Phòng Văn hóa - Xã hội./."
)
FLOOD = (
    "CÔNG ĐIỆN\nVề việc chủ động ứng phó mưa lũ\n\nỦY BAN NHÂN DÂN XÃ ĐỒNG SƯƠNG ĐIỆN:\n- Trưởng các thôn;\n- Công an "
    "xã.\n\nTheo dự báo, từ ngày 13/3 đến ngày 14/3/2026 có mưa rất to. Để chủ động ứng phó, Chủ tịch Ủy ban nhân dân "
    "xã yêu cầu:\n\nTrưởng các thôn thông báo cho nhân dân vùng trũng di dời tài sản trước ngày 13/3/2026.\n\n"
    "Công an xã tổ chức trực ban."
)
WATER = (
    "THÔNG BÁO\nVề việc tạm ngừng cấp nước\n\nỦy ban nhân dân xã thông báo đến toàn thể Nhân dân: nhà máy nước súc rửa "
    "đường ống ngày 18/3/2026.\n\nĐề nghị các hộ gia đình chủ động dự trữ nước./."
)
MONEY = (
    "Kính gửi: Công ty Điện lực Lam Giang.\n\nỦy ban nhân dân xã đề nghị Công ty Điện lực Lam Giang đối chiếu và xuất "
    "hóa đơn tiền điện tháng 02/2026, số tiền 4.500.000 đồng, trước ngày 20/3/2026.\n\nTrân trọng./."
)
LEAVE = (
    "Kính gửi: Ban Tổ chức Đảng ủy xã.\n\nTôi là Lương Văn Khê, kính đề nghị Ban Tổ chức xem xét cho tôi nghỉ phép từ "
    "ngày 20/3/2026 đến ngày 25/3/2026 để giải quyết việc gia đình./."
)
MEETING = "GIẤY MỜI\nDự hội nghị tuyên truyền pháp luật\n\nỦy ban nhân dân xã mời các thôn dự hội nghị tuyên truyền./."
NOVEL = "Chương một\n\nĐêm ấy, bà con trong làng thông báo cho nhau rằng đò đã về. Chị đề nghị anh ngồi xuống."


def lines_of(body: str, *, number: str = "", about: str = "") -> list[Line]:
    printed = number or "Số: 118/UBND-VHXH"
    head = HEAD.format(number=f"{printed}\nV/v {about}" if about else printed)
    return [Line(at, text) for at, text in enumerate((head + body + FOOT).split("\n"), start=1)]


def letter(body: str, *, number: str = "", about: str = "") -> ExtractionResult:
    return extract(lines_of(body, number=number, about=about), letters=True)


def test_each_paragraph_that_gives_or_asks_for_work_is_a_clause_and_the_formula_at_the_end_is_none() -> None:
    result = letter(RABIES, about="phòng, chống bệnh dại")
    assert is_plan(result)
    assert [clause.label for clause in result.clauses] == ["Đoạn 1", "Đoạn 2", "Đoạn 3"]
    assert {(row.clause, row.unit, row.role) for row in result.assignments} == {
        ("Đoạn 1", "Trạm Y tế xã", "request"),
        ("Đoạn 1", "Phòng Văn hóa - Xã hội", "support"),
        ("Đoạn 2", "Trưởng các thôn", "lead"),
        ("Đoạn 3", "Công an xã", "lead"),
    }
    assert [(row.clause, row.start, row.end) for row in result.windows] == [
        ("Đoạn 2", "2026-03-20", "2026-03-31"),
        ("Đoạn 3", None, "2026-04-05"),
    ]
    assert result.topics == ("Đoạn 1", "Đoạn 2")
    assert [(row.clause, row.channels) for row in result.activities] == [("Đoạn 1", ("loudspeaker",))]


def test_the_dash_lines_under_a_demand_are_clauses_of_it() -> None:
    result = letter(CLEANING, about="vệ sinh môi trường")
    assert [(clause.label, clause.parent) for clause in result.clauses] == [
        ("Đoạn 1", None),
        ("Đoạn 1.1", "Đoạn 1"),
        ("Đoạn 1.2", "Đoạn 1"),
        ("Đoạn 1.3", "Đoạn 1"),
    ]
    assert result.topics == ("Đoạn 1.1", "Đoạn 1.2")
    assert [(row.clause, row.end) for row in result.windows] == [("Đoạn 1.2", "2026-03-25")]


def test_of_a_telegram_those_it_is_sent_to_and_the_forecast_are_no_work() -> None:
    result = letter(FLOOD, number="Số: 02/CĐ-UBND")
    assert [row.unit for row in result.assignments] == ["Trưởng các thôn", "Công an xã"]
    assert [(row.start, row.end) for row in result.windows] == [(None, "2026-03-13")]


def test_what_a_notice_tells_people_is_a_topic() -> None:
    assert letter(WATER, number="Số: 19/TB-UBND").topics == ("Đoạn 1", "Đoạn 2")


@pytest.mark.parametrize(
    ("body", "number", "about"),
    [
        (MONEY, "", "thanh toán hóa đơn tiền điện"),
        (LEAVE, "", "xin nghỉ phép năm"),
        (MEETING, "Số: 31/GM-UBND", ""),
        (RABIES, "", ""),  # without a subject it is no letter of this form
    ],
)
def test_a_letter_about_something_else_is_no_plan(body: str, number: str, about: str) -> None:
    assert not is_plan(letter(body, number=number, about=about))


def test_a_novel_is_no_plan() -> None:
    assert not is_plan(extract([Line(at, text) for at, text in enumerate(NOVEL.split("\n"), start=1)], letters=True))


@pytest.mark.parametrize("body", [RABIES, CLEANING, MONEY])
def test_to_the_reader_alone_such_a_letter_gives_no_entry(body: str) -> None:
    result = extract(lines_of(body, about="phòng bệnh"))
    assert not (result.clauses or result.windows or result.assignments or result.topics)
    assert not is_plan(result)


def test_a_document_with_numbers_reads_the_same_either_way() -> None:
    lines = lines_of(
        "Kính gửi: Các thôn.\n\n1. Trưởng các thôn tuyên truyền.\n2. Công an xã kiểm tra.", about="tuyên truyền"
    )
    assert extract(lines, letters=True) == extract(lines)


@pytest.mark.parametrize(("body", "number"), [(RABIES, ""), (CLEANING, ""), (FLOOD, "Số: 02/CĐ-UBND")])
def test_every_entry_stands_where_its_anchor_says(body: str, number: str) -> None:
    lines = lines_of(body, number=number, about="" if number else "phòng bệnh")
    assert_anchored(extract(lines, letters=True))


def test_each_entry_names_the_rule_of_such_letters() -> None:
    anchors = letter(RABIES, about="phòng bệnh").anchors
    assert [anchors[name][0].rule for name in ("/outline/0", "/topics/0", "/activities/0")] == [
        "outline.paragraph",
        "topics.paragraph",
        "activities.paragraph",
    ]
