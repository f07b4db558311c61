"""Beyond the layout: audiences, channels, topics of other plans, reports with their first day, money."""

from __future__ import annotations

import pytest

from loa.documents.extraction.channels import channels_in
from loa.documents.extraction.extract import extract
from loa.documents.extraction.money import bare_sum, sums_in
from loa.documents.extraction.rules import RULES
from loa.documents.ports import ExtractionResult, Line, ReportingDuty

TOP = "ỦY BAN NHÂN DÂN\nXÃ ĐỒNG SƯƠNG\nSố: 05/KH-UBND\nĐồng Sương, {day}\nKẾ HOẠCH\n{title}\n\n"
DAY = "ngày 05 tháng 9 năm 2025"


def read(body: str, *, title: str = "Phòng, chống dịch sốt xuất huyết", day: str = DAY) -> ExtractionResult:
    text = TOP.format(day=day, title=title) + body
    return extract([Line(number, line) for number, line in enumerate(text.splitlines(), start=1)])


def audiences(body: str, *, title: str = "Phòng, chống dịch sốt xuất huyết") -> list[tuple[str, str]]:
    return [(row.clause, row.text) for row in read(body, title=title).audiences]


def reports(sentence: str, *, day: str = DAY) -> tuple[ReportingDuty, ...]:
    return read(f"I. TỔ CHỨC THỰC HIỆN\n1. Công an xã\n- {sentence}", day=day).reporting


def test_a_section_on_the_audience_gives_each_of_its_lines() -> None:
    body = "I. ĐỐI TƯỢNG, PHẠM VI\n1. Đối tượng\n- Người cao tuổi;\n- Chủ nhà trọ.\n2. Phạm vi\n- Toàn xã."
    wanted = [("I.1", "Người cao tuổi"), ("I.1", "Chủ nhà trọ")]
    assert audiences(body, title="Tuyên truyền an toàn trên mạng") == wanted
    assert audiences(body, title="Bồi dưỡng nghiệp vụ năm 2025") == []


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("- Đối tượng tuyên truyền: cán bộ, công chức và Nhân dân.", "cán bộ, công chức và Nhân dân"),
        ("Tuyên truyền cách diệt lăng quăng cho học sinh, phụ huynh trên địa bàn.", "học sinh, phụ huynh"),
        ("Phổ biến quy định mới đến cán bộ, đảng viên, đoàn viên nhằm thống nhất.", "cán bộ, đảng viên, đoàn viên"),
        ("Đẩy mạnh tuyên truyền, vận động các hộ gia đình tham gia.", "các hộ gia đình"),
        ("Truyền thông nâng cao nhận thức của người dân về dịch bệnh.", "người dân"),
        ("Tuyên truyền, phổ biến trong cán bộ, đoàn viên và Nhân dân về phòng dịch.", "cán bộ, đoàn viên và Nhân dân"),
        ("Phổ biến Luật Phòng bệnh; quy định liên quan cho cán bộ y tế, người dân.", "cán bộ y tế, người dân"),
    ],
)
def test_a_verb_of_telling_names_those_it_speaks_to(line: str, wanted: str) -> None:
    assert audiences(f"I. NỘI DUNG\n{line}") == [("I", wanted)]


def test_neither_aims_nor_work_without_telling_name_an_audience() -> None:
    body = (
        "I. MỤC ĐÍCH\n- Tuyên truyền cho người dân hiểu.\nII. NHIỆM VỤ\n1. Cấp thuốc cho người cao tuổi.\n"
        "2. Hỗ trợ các hộ nghèo."
    )
    assert audiences(body) == []


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("xe loa, cụm loa các thôn", ("loudspeaker",)),
        ("Đài Phát thanh - Truyền hình tỉnh, Báo và Phát thanh, Truyền hình", ()),
        ("hỗ trợ người mù lòa", ()),
        ("thông báo bằng tin nhắn SMS", ("telecom",)),
        ("cảnh báo tin nhắn lừa đảo; tin nhắn Zalo", ("social",)),
        ("niêm yết tại nhà văn hóa, bảng tin các thôn", ("notice-board",)),
        ("bản tin thông tin cơ sở; bản tin dự báo thời tiết", ("bulletin",)),
        ("bản tin thời sự", ()),
        ("treo pa nô, áp phích; tủ sách pháp luật", ("document",)),
        ("hồ sơ, tài liệu mật", ()),
        ("báo cáo viên; sinh hoạt chi hội, họp thôn", ("communicator",)),
        ("Nghị quyết Hội nghị lần thứ tám", ()),
        ("Cổng TTĐT xã, OA Zalo, nhóm Zalo thôn", ("portal", "social")),
        ("chuyên mục trên Báo và Đài tỉnh", ()),
        ("chuyên mục trên trang thông tin điện tử", ("portal",)),
    ],
)
def test_the_eight_forms_have_no_false_friends(text: str, forms: tuple[str, ...]) -> None:
    assert channels_in(text) == forms


def test_a_plan_of_other_work_has_the_topics_and_forms_of_its_own_section_on_telling() -> None:
    result = read(
        "I. NHIỆM VỤ\n1. Công tác chỉ đạo\n- Kiện toàn Ban.\n2. Đẩy mạnh công tác tuyên truyền\n"
        "a) Phát trên hệ thống truyền thanh, nhóm Zalo các thôn.\nb) Cách diệt lăng quăng, bọ gậy.\n"
        "II. TỔ CHỨC THỰC HIỆN\n1. Trạm Y tế\n- Tuyên truyền tại trạm."
    )
    assert result.topics == ("I.2.b",)
    assert [(row.clause, row.channels) for row in result.activities] == [("I.2.a", ("loudspeaker", "social"))]
    assert result.anchors["/topics/0"][0].rule == "topics.telling"


def test_one_item_may_say_both_what_and_how() -> None:
    result = read(
        "I. NHIỆM VỤ\n1. Tuyên truyền tác hại của thuốc lá, lợi ích của việc cai thuốc trên loa truyền thanh xã."
    )
    assert (result.topics, [row.clause for row in result.activities]) == (("I.1",), ["I.1"])


@pytest.mark.parametrize(
    ("sentence", "every", "first_due"),
    [
        ("Báo cáo UBND xã trước ngày 20 hằng tháng.", "month", "2025-09-20"),
        ("Báo cáo UBND xã trước ngày 03 hằng tháng.", "month", "2025-10-03"),
        ("Báo cáo UBND xã trước ngày 05 tháng sau hằng tháng.", "month", "2025-10-05"),
        ("Báo cáo UBND xã hằng quý, trước ngày 20 của tháng cuối quý.", "quarter", "2025-09-20"),
        ("Báo cáo UBND xã hằng quý, trước ngày 02 của tháng cuối quý.", "quarter", "2025-12-02"),
        ("Báo cáo UBND xã trước ngày 15/12 hằng năm.", "year", "2025-12-15"),
        ("Báo cáo UBND xã trước ngày 15/6 hằng năm.", "year", "2026-06-15"),
        ("Báo cáo kết quả về UBND xã trước ngày 15/12/2025.", None, "2025-12-15"),
        ("Báo cáo kết quả về UBND xã chậm nhất ngày 30/11.", None, "2025-11-30"),
        ("Báo cáo UBND xã hằng tháng.", "month", None),
        ("Báo cáo UBND xã theo Kế hoạch số 12/KH-UBND ngày 30/9/2025.", None, None),
        ("Báo cáo công tác năm 2025 về UBND xã.", None, None),
    ],
)
def test_the_first_day_of_a_report_is_plain_arithmetic(sentence: str, every: str | None, first_due: str | None) -> None:
    assert [(duty.every, duty.first_due) for duty in reports(sentence)] == [(every, first_due)]


def test_without_the_whole_day_of_the_plan_a_report_that_comes_back_has_no_first_day() -> None:
    blank = "ngày      tháng 9 năm 2025"
    assert [duty.first_due for duty in reports("Báo cáo UBND xã trước ngày 20 hằng tháng.", day=blank)] == [None]
    assert [duty.first_due for duty in reports("Báo cáo UBND xã trước ngày 15/12/2025.", day=blank)] == ["2025-12-15"]


def test_one_sentence_may_ask_for_reports_of_several_intervals() -> None:
    found = reports(
        "Định kỳ hằng tháng (trước ngày 25), quý (trước ngày 25 của tháng cuối quý), 6 tháng (trước ngày 15/6) và năm "
        "(trước ngày 15/12) báo cáo UBND xã qua Phòng Văn hóa - Xã hội."
    )
    assert [(duty.every, duty.first_due) for duty in found] == [
        ("month", "2025-09-25"),
        ("quarter", "2025-09-25"),
        ("half-year", "2026-06-15"),
        ("year", "2025-12-15"),
    ]
    assert {(duty.reporter, duty.receiver, duty.through) for duty in found} == {
        ("Công an xã", "UBND xã", "Phòng Văn hóa - Xã hội")
    }


def test_a_section_on_reports_names_its_receiver_once() -> None:
    result = read(
        "I. CHẾ ĐỘ BÁO CÁO\nCác thôn báo cáo kết quả về UBND xã (qua Trạm Y tế), cụ thể như sau:\n"
        "- Báo cáo tháng: trước ngày 20 hằng tháng.\n- Năm: trước ngày 10/12.\n- Báo cáo đột xuất khi có yêu cầu."
    )
    assert [(duty.every, duty.first_due, duty.is_ad_hoc) for duty in result.reporting] == [
        ("month", "2025-09-20", False),
        ("year", "2025-12-10", False),
        (None, None, True),
    ]
    assert {(duty.reporter, duty.receiver, duty.through) for duty in result.reporting} == {
        ("Các thôn", "UBND xã", "Trạm Y tế")
    }
    assert [place.line_from for place in result.anchors["/reporting/0"]] == [10, 9]


def test_labelled_lines_say_who_reports_to_whom() -> None:
    result = read(
        "I. BÁO CÁO\n- Đơn vị báo cáo: Trưởng các thôn.\n- Cơ quan nhận báo cáo: Trạm Y tế.\n"
        "- Thời hạn gửi báo cáo: trước ngày 25 hằng tháng."
    )
    assert [(duty.reporter, duty.receiver, duty.first_due) for duty in result.reporting] == [
        ("Trưởng các thôn", "Trạm Y tế", "2025-09-25")
    ]


def test_a_report_of_trouble_is_no_duty_of_the_calendar() -> None:
    assert reports("Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, báo cáo UBND xã xem xét.") == ()


@pytest.mark.parametrize(
    ("text", "dong"),
    [
        ("500.000.000 đồng", [500_000_000]),
        ("1,5 tỷ đồng", [1_500_000_000]),
        ("200 triệu.", [200_000_000]),
        ("1 tỷ 200 triệu đồng", [1_200_000_000]),
        ("50.000đ", [50_000]),
        ("1.500 triệu đồng", [1_500_000_000]),
        ("3 triệu lượt người; 25 đồng chí; tỷ lệ 5%", []),
    ],
)
def test_sums_are_read_in_dong(text: str, dong: list[int]) -> None:
    assert [item.dong for item in sums_in(text)] == dong


def test_a_cell_takes_its_unit_from_the_head_of_its_column() -> None:
    assert bare_sum("2.000.000", scale=1) == 2_000_000
    assert bare_sum("1,5", scale=10**6) == 1_500_000
    assert bare_sum("theo thực tế", scale=1) is None


def test_cost_lines_name_the_sum_and_the_source() -> None:
    result = read(
        "I. KINH PHÍ THỰC HIỆN\n- Tổng kinh phí: 50.000.000 đồng, trong đó: ngân sách xã 30 triệu đồng; "
        "nguồn xã hội hóa 20 triệu đồng.\n- Kinh phí in tờ rơi được lấy từ dự toán được giao của Trạm Y tế."
    )
    assert [(row.amount, row.source) for row in result.costs] == [
        (50_000_000, None),
        (30_000_000, "ngân sách xã"),
        (20_000_000, "nguồn xã hội hóa"),
        (None, "dự toán được giao của Trạm Y tế"),
    ]
    assert {row.clause for row in result.costs} == {"I"}


def test_a_sum_that_is_no_cost_is_left_out() -> None:
    body = "I. NHIỆM VỤ\n1. Phạt tiền 2.000.000 đồng đối với hành vi vi phạm.\n2. Doanh thu đạt 500 tỷ đồng."
    assert read(body).costs == ()


def test_every_row_has_a_place_and_a_rule_of_the_catalogue() -> None:
    result = read(
        "I. TUYÊN TRUYỀN\n1. Tuyên truyền cho học sinh trên loa.\nII. KINH PHÍ\nTừ ngân sách xã.\n"
        "III. TỔ CHỨC THỰC HIỆN\n1. Trạm Y tế\n- Báo cáo UBND xã trước ngày 20 hằng tháng.\n"
    )
    groups = {
        "audiences": result.audiences,
        "costs": result.costs,
        "reporting": result.reporting,
        "units": result.units,
    }
    assert all(groups.values())
    for name, rows in groups.items():
        for index in range(len(rows)):
            places = result.anchors[f"/{name}/{index}"]
            assert all(place.rule in RULES and place.quote for place in places)
