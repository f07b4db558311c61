"""Citations, recipients, topics, activities, money and reporting."""

from __future__ import annotations

import pytest

from loa.documents.admission import is_plan
from loa.documents.extraction.channels import channels_in
from loa.documents.extraction.extract import extract
from loa.documents.ports import ActivityRow, Citation, ExtractionResult, Line

TOP = (
    "ỦY BAN NHÂN DÂN\nXÃ ĐỒNG SƯƠNG\nSố: 05/KH-UBND\nĐồng Sương, ngày 05 tháng 9 năm 2025\nKẾ "
    "HOẠCH\nTuyên truyền an toàn trên mạng\n\n"
)


def read(body: str) -> ExtractionResult:
    return extract([Line(number, line) for number, line in enumerate((TOP + body).splitlines(), start=1)])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Căn cứ Kế hoạch số 58/KH-UBND ngày 22/8/2025;", Citation("58/KH-UBND", "2025-08-22")),
        ("Căn cứ Nghị định số 49/2024/NĐ-CP ngày 10 tháng 5 năm 2024;", Citation("49/2024/NĐ-CP", "2024-05-10")),
        ("Căn cứ Hướng dẫn số 12-HD/TU, ngày 01/8/2025;", Citation("12-HD/TU", "2025-08-01")),
        ("Căn cứ Luật số 91/2025/QH15;", Citation("91/2025/QH15", None)),
        ("Căn cứ Nghị quyết số 57- NQ/TW;", Citation("57-NQ/TW", None)),
        ("Căn cứ Thông báo số 30 -TB/TU;", Citation("30-TB/TU", None)),
        (
            "Ngày 22/8/2025, UBND tỉnh đã ban hành Công văn số 33/UBND-VX về việc này;",
            Citation("33/UBND-VX", "2025-08-22"),
        ),
    ],
)
def test_citations_are_read_as_printed(text: str, expected: Citation) -> None:
    assert read(f"{text}\nI. NỘI DUNG").citations == (expected,)


def test_a_later_mention_supplies_the_date_and_the_document_itself_is_left_out() -> None:
    result = read(
        "Căn cứ Kế hoạch số 58/KH-UBND; Kế hoạch số 58/KH-UBND ngày 22/8/2025; Kế hoạch số 05/KH-UBND.\nI. NỘI DUNG"
    )
    assert result.citations == (Citation("58/KH-UBND", "2025-08-22"),)


def test_topics_and_activities_are_the_items_of_their_sections() -> None:
    result = read(
        "I. NỘI DUNG TUYÊN TRUYỀN\n1. Nhận biết tin giả.\n2. Bảo vệ tài khoản.\n"
        "II. HÌNH THỨC TUYÊN TRUYỀN\n1. Truyền thanh và mạng xã hội\n- Phát trên loa; đăng Zalo.\n"
        "III. KINH PHÍ THỰC HIỆN\nTừ ngân sách xã."
    )
    assert result.topics == ("I.1", "I.2")
    assert result.activities == (ActivityRow("II.1", "Truyền thanh và mạng xã hội", ("loudspeaker", "social")),)
    assert result.budget == ("III",)


def test_one_section_for_both_is_parted_by_its_own_headings() -> None:
    result = read(
        "I. NỘI DUNG, HÌNH THỨC TUYÊN TRUYỀN\n1. Nội dung\na) Tin giả.\nb) Tài khoản.\n2. Hình thức\n- Loa, bảng tin."
    )
    assert result.topics == ("I.1.a", "I.1.b")
    assert [row.clause for row in result.activities] == ["I.2"]


def test_a_plan_without_such_sections_has_neither() -> None:
    result = read("I. NHIỆM VỤ\n1. Lắp đặt trạm.\nII. TỔ CHỨC THỰC HIỆN\n1. Phòng Kinh tế")
    assert (result.topics, result.activities, result.budget) == ((), (), ())


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        (
            "hệ thống truyền thanh xã; Cổng thông tin điện tử; bảng tin công cộng",
            ("loudspeaker", "notice-board", "portal"),
        ),
        ("tờ rơi, băng rôn", ("document",)),
        ("tuyên truyền viên cơ sở đến từng hộ", ("communicator",)),
        ("tin nhắn SMS, nhóm Zalo", ("social", "telecom")),
        ("LOA PHAT THANH, bang tin", ("loudspeaker", "notice-board")),
    ],
)
def test_the_eight_forms_are_told_by_their_words(text: str, forms: tuple[str, ...]) -> None:
    assert channels_in(text) == forms


def test_reporting_names_reporter_receiver_and_the_gathering_unit() -> None:
    result = read(
        "V. TỔ CHỨC THỰC HIỆN\n1. Phòng Kinh tế\n- Báo cáo kết quả định kỳ theo yêu cầu của Sở Y tế.\n"
        "Trên đây là Kế hoạch. Đề nghị các đơn vị báo cáo kết quả hằng tháng (hoặc đột xuất) về UBND xã (qua "
        "Phòng Kinh tế).\n"
    )
    first, second = result.reporting
    assert (first.clause, first.reporter, first.receiver, first.every) == ("V.1", "Phòng Kinh tế", "Sở Y tế", None)
    assert (first.is_periodic, first.is_ad_hoc) == (True, False)
    assert (second.clause, second.reporter, second.receiver, second.through) == (
        "",
        "các đơn vị",
        "UBND xã",
        "Phòng Kinh tế",
    )
    assert (second.every, second.is_periodic, second.is_ad_hoc) == ("month", True, True)


def test_only_a_directing_document_is_a_plan() -> None:
    assert is_plan(read("I. NỘI DUNG\n1. Nhận biết tin giả."))
    assert not is_plan(read("Kính mời các đồng chí dự họp."))
    assert not is_plan(extract([Line(1, "Một bài thơ"), Line(2, "1. Mùa thu")]))
