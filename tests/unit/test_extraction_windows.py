"""Windows of whole clauses: the sentence, its label, the day of the document."""

from __future__ import annotations

import pytest

from loa.documents.extraction.body import body_of
from loa.documents.extraction.cleaning import rows_of
from loa.documents.extraction.windows import windows_of
from loa.documents.ports import Line, Window

DATED = "2025-10-20"


def windows(sentence: str, *, dated: str | None = DATED) -> list[str]:
    text = f"II. NHIỆM VỤ\n1. {sentence}"
    body = body_of(rows_of([Line(number, line) for number, line in enumerate(text.splitlines(), start=1)]))
    return [told(found.window) for found in windows_of(body, dated=dated)]


def told(window: Window) -> str:
    """`2025-11-01..2025-11-30`, `..2025-11-30`, `month 25`."""
    if window.every:
        return f"{window.every} {window.day or ''}".strip()
    return f"{window.start or ''}..{window.end or ''}"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Tổ chức ra quân từ ngày 01/11/2025 đến hết ngày 30/11/2025.", ["2025-11-01..2025-11-30"]),
        ("Báo cáo nhanh chậm nhất 17 giờ 00 phút ngày 12/11/2025.", ["..2025-11-12"]),
        ("Báo cáo trước 16h30 ngày 12/11/2025 qua Văn phòng.", ["..2025-11-12"]),
        ("Gửi về UBND xã trước 17h00, ngày 25 tháng 11 năm 2025 để tổng hợp.", ["..2025-11-25"]),
        ("Việc rà soát xong trước quý II/2026.", ["..2026-03-31"]),
        ("Hoàn thành trước tháng 3 năm 2026.", ["..2026-02-28"]),
        ("Tổ chức tập huấn trong 6 tháng đầu năm 2026.", ["2026-01-01..2026-06-30"]),
        ("Việc số hóa hoàn thành trong tháng 11 năm 2025.", ["2025-11-01..2025-11-30"]),
        ("Từ nay đến hết năm, mỗi thôn ra quân.", ["..2025-12-31"]),
        ("Từ nay đến hết tháng 12/2025 hoàn thành việc rà soát.", ["..2025-12-31"]),
        ("Trước ngày 15/01 gửi kết quả về Phòng Kinh tế.", ["..2026-01-15"]),
        ("Trước ngày 10/11 gửi kết quả về Phòng Kinh tế.", ["..2025-11-10"]),
        ("Tổ chức lễ phát động vào lúc 8 giờ 00 ngày 15/11/2025.", ["2025-11-15..2025-11-15"]),
        ("Tổ chức ngày 10 và 11/12/2025 tại nhà văn hóa.", ["2025-12-10..2025-12-11"]),
        ("Chiến dịch diễn ra từ ngày 10 - 15/12/2025.", ["2025-12-10..2025-12-15"]),
        ("Chiến dịch từ 01 đến 15 tháng 12 năm 2025.", ["2025-12-01..2025-12-15"]),
        ("Sau ngày 01/01/2026 dừng tiếp nhận hồ sơ giấy.", ["2026-01-01.."]),
        ("Thực hiện từ ngày 01/01/2026 đến khi có văn bản thay thế.", ["2026-01-01.."]),
        ("Năm 2026: Lắp đặt loa tại các thôn.", ["2026-01-01..2026-12-31"]),
        ("Giai đoạn 2026 - 2027: hoàn thiện hạ tầng.", ["2026-01-01..2027-12-31"]),
        (
            "Báo cáo sơ kết giữa kỳ (năm 2028), tổng kết (năm 2030).",
            ["2028-01-01..2028-12-31", "2030-01-01..2030-12-31"],
        ),
        ("Hoàn thành việc nhập dữ liệu (trong tháng 12/2025).", ["2025-12-01..2025-12-31"]),
        ("Gửi danh sách chậm nhất đến hết ngày 30.11.2025.", ["..2025-11-30"]),
        (
            "Đợt 1: từ 15/11 đến 15/12/2025; đợt 2: từ 01/3 đến 31/3/2026.",
            ["2025-11-15..2025-12-15", "2026-03-01..2026-03-31"],
        ),
        ("Lấy ý kiến nhân dân từ ngày 15/11/2025 đến 17 giờ ngày 25/11/2025.", ["2025-11-15..2025-11-25"]),
        ("Xong trước ngày 30/11, báo cáo UBND xã trước ngày 05/12/2025.", ["..2025-11-30", "..2025-12-05"]),
        ("Tiếp nhận bài dự thi từ ngày phát động đến hết ngày 15/12/2025.", ["..2025-12-15"]),
        ("Hoàn thành chậm nhất trong quý I/2026.", ["2026-01-01..2026-03-31"]),
        ("Đạt tỷ lệ 95% trước ngày 31/12/2025.", ["..2025-12-31"]),
        ("Ngày 28/11/2025: tổ chức khai mạc.", ["2025-11-28..2025-11-28"]),
        ("Hoàn thành trong quý IV năm 2025.", ["2025-10-01..2025-12-31"]),
        ("Phấn đấu hoàn thành trước ngày 31 tháng 12 năm 2025.", ["..2025-12-31"]),
        ("Khẩn trương hoàn thành, chậm nhất là ngày 30 tháng 11 năm 2025.", ["..2025-11-30"]),
        ("Tháng 11/2025: Tổ chức hội nghị triển khai.", ["2025-11-01..2025-11-30"]),
        ("Từ tháng 11 năm 2025 đến tháng 02 năm 2026 tổ chức chiến dịch.", ["2025-11-01..2026-02-28"]),
        ("Đến ngày 31/12/2025 hoàn thành.", ["..2025-12-31"]),
        ("Năm 2026, toàn xã lắp đặt 20 cụm loa.", ["2026-01-01..2026-12-31"]),
    ],
)
def test_periods_and_deadlines(sentence: str, expected: list[str]) -> None:
    assert windows(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Thời gian thực hiện: 6 tháng cuối năm 2026.", ["2026-07-01..2026-12-31"]),
        ("Thời gian thực hiện: Giai đoạn 2025 - 2030.", ["2025-01-01..2030-12-31"]),
        ("Thời gian thực hiện: từ năm 2026 đến năm 2030.", ["2026-01-01..2030-12-31"]),
        ("Thời gian: Quý III, IV/2026.", ["2026-07-01..2026-12-31"]),
        ("Thời gian thực hiện: Tháng 11, 12/2025.", ["2025-11-01..2025-12-31"]),
        ("Thời gian thực hiện: tháng 11 - tháng 12/2025.", ["2025-11-01..2025-12-31"]),
        ("Thời gian thực hiện: từ quý IV/2025 đến quý II/2026.", ["2025-10-01..2026-06-30"]),
        ("Thời gian: từ 7h30 đến 11h30 ngày 15/11/2025.", ["2025-11-15..2025-11-15"]),
        ("Thời gian: 08 giờ 00, ngày 15/11/2025 (Thứ Bảy).", ["2025-11-15..2025-11-15"]),
        ("Chủ trì: Công an xã; thời gian hoàn thành: tháng 11/2025.", ["2025-11-01..2025-11-30"]),
        ("Hạn cuối: 30/11/2025.", ["..2025-11-30"]),
        ("Hoàn thành: Tháng 12/2025.", ["2025-12-01..2025-12-31"]),
        ("Thời gian thực hiện: Thường xuyên, trọng tâm trong tháng 12/2025.", ["2025-12-01..2025-12-31"]),
        ("Thời gian thực hiện: Năm 2026 và các năm tiếp theo.", ["2026-01-01.."]),
        ("Thời gian thực hiện: từ tháng 11/2025.", ["2025-11-01.."]),
        ("Thời gian nộp hồ sơ: đến 17h00 ngày 20/12/2025.", ["..2025-12-20"]),
        ("Thời gian: 03 ngày, từ ngày 17 đến ngày 19/12/2025.", ["2025-12-17..2025-12-19"]),
        ("Thời gian: Trong 02 ngày 17 - 18/12/2025.", ["2025-12-17..2025-12-18"]),
        ("Thời gian: Bắt đầu từ ngày 01/12/2025 và kết thúc vào ngày 31/12/2025.", ["2025-12-01..2025-12-31"]),
    ],
)
def test_labelled_times(sentence: str, expected: list[str]) -> None:
    assert windows(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Gửi báo cáo trước ngày 15/12 hằng năm.", ["year 12-15"]),
        ("Báo cáo định kỳ hằng quý (trước ngày 20 tháng cuối quý).", ["quarter 20"]),
        ("Báo cáo định kỳ 6 tháng, năm về UBND xã.", ["half-year", "year"]),
        ("Thực hiện sơ kết hai kỳ một năm.", ["half-year"]),
        ("Tổ chức kiểm tra 01 lần/quý.", ["quarter"]),
        ("Họp giao ban mỗi tháng một lần.", ["month"]),
        (
            "Thời gian hoàn thành: Trước ngày 30/11/2025; định kỳ báo cáo hằng tháng trước ngày 25.",
            ["..2025-11-30", "month 25"],
        ),
        (
            "Báo cáo kết quả trước ngày 25 hàng tháng, trước ngày 15/6 và 15/12 hàng năm.",
            ["month 25", "year 06-15", "year 12-15"],
        ),
        ("Hằng năm, xây dựng kế hoạch kiểm tra và tổ chức thực hiện.", ["year"]),
        ("Báo cáo 6 tháng (trước ngày 15/6) và năm (trước ngày 15/12).", ["year 06-15", "year 12-15"]),
        ("Định kỳ báo cáo kết quả trước ngày 20/11 về UBND xã.", ["year 11-20"]),
        ("Báo cáo quý gửi trước ngày 15 của tháng cuối quý.", ["quarter 15"]),
        ("Thời gian thực hiện: Hằng năm.", ["year"]),
        ("Báo cáo tháng trước ngày 20, báo cáo quý trước ngày 20 tháng cuối quý.", ["month 20", "quarter 20"]),
        ("Trước ngày 05 của tháng liền kề gửi báo cáo.", ["month 5"]),
        (
            "Định kỳ hằng tháng (trước ngày 20), hằng quý (trước ngày 15 tháng cuối quý) báo cáo.",
            ["month 20", "quarter 15"],
        ),
    ],
)
def test_duties_that_come_back(sentence: str, expected: list[str]) -> None:
    assert windows(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Phát động thi đua trong năm học 2025-2026.", []),
        ("Phấn đấu đến năm 2030 đạt 90% hộ dân có tài khoản.", []),
        ("Đến hết năm 2026, 100% thôn có loa thông minh.", []),
        ("Thực hiện Quyết định số 12/QĐ-UBND ngày 05/11/2025 của UBND tỉnh.", []),
        ("Tổng kết năm 2025 và đề ra phương hướng năm 2026.", []),
        ("Ngày 01/10/2025, UBND tỉnh đã tổ chức lễ phát động.", []),
        ("Bố trí kinh phí trong dự toán chi thường xuyên hằng năm.", []),
        ("Xây dựng kế hoạch kiểm tra hằng năm và tổ chức thực hiện.", []),
        ("Đưa vào tiêu chí đánh giá, xếp loại hằng năm.", []),
        ("Trợ cấp hằng tháng cho người cao tuổi.", []),
        ("Trong thời hạn 05 ngày làm việc kể từ ngày nhận được hồ sơ.", []),
        ("Nghị định có hiệu lực từ ngày 01/7/2025.", []),
        ("Từ ngày 01/7/2025, chính quyền hai cấp đã vận hành thông suốt.", []),
        ("Tuyên truyền nhân kỷ niệm 80 năm Ngày thành lập (22/12/2025).", []),
        ("Thời gian thực hiện: Thường xuyên, liên tục.", []),
        ("Kế hoạch phát triển kinh tế - xã hội 5 năm 2026 - 2030 được ban hành.", []),
        ("Thực hiện Chương trình giai đoạn 2021 - 2025 trên địa bàn xã.", []),
        ("Phát thanh 02 buổi/ngày, ít nhất 3 tin/tuần.", []),
        ("Kết thúc năm 2025 đánh giá kết quả.", []),
    ],
)
def test_times_that_are_no_windows(sentence: str, expected: list[str]) -> None:
    assert windows(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Thời gian: từ 01/2026 đến 6/2026.", ["2026-01-01..2026-06-30"]),
        ("Thời gian thực hiện: 11/2025.", ["2025-11-01..2025-11-30"]),
        ("Từ tháng 01/2026 đến 12/2026 triển khai đồng bộ.", ["2026-01-01..2026-12-31"]),
        ("Thời gian thực hiện: Quý I.", ["2026-01-01..2026-03-31"]),
        ("Tổ chức sơ kết vào năm 2028, tổng kết vào năm 2030.", ["2028-01-01..2028-12-31", "2030-01-01..2030-12-31"]),
        ("Đưa chỉ tiêu vào nghị quyết phát triển kinh tế - xã hội hằng năm.", []),
        ("Theo Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ.", []),
        ("Đến cuối năm 2026 cơ bản hoàn thành.", []),
        ("Phấn đấu trong năm 2026 hoàn thành 02 mô hình.", []),
        ("Kinh phí năm 2026: 500 triệu đồng.", []),
        ("Triển khai thực hiện từ năm 2026.", ["2026-01-01.."]),
        (
            "Thời gian báo cáo: trước ngày 14 hằng tháng; 6 tháng trước ngày 14/6, năm trước ngày 14/12.",
            ["month 14", "year 06-14", "year 12-14"],
        ),
        (
            (
                "Báo cáo quý I trước ngày 15/3, báo cáo 6 tháng trước ngày 15/6, báo cáo 9 tháng trước "
                "ngày 15/9, báo cáo năm trước ngày 15/12."
            ),
            ["year 03-15", "year 06-15", "year 09-15", "year 12-15"],
        ),
        ("Các đơn vị gửi văn bản đăng ký trước ngày 10 tháng 11 năm 2025 (qua Phòng Kinh tế).", ["..2025-11-10"]),
        ("Trong tháng 11 và tháng 12 năm 2025 tổ chức 02 lớp tập huấn.", ["2025-11-01..2025-12-31"]),
        ("Tổ chức vào dịp Tết Nguyên đán hằng năm.", ["year"]),
        ("Lập báo cáo thi đua, khen thưởng hằng năm.", ["year"]),
        ("Gửi báo cáo công tác thi đua hằng năm về Phòng Nội vụ.", ["year"]),
        ("Lấy kết quả làm căn cứ xét thi đua, khen thưởng hằng năm.", []),
        ("Tháng hành động từ ngày 15 tháng 11 đến ngày 15 tháng 12 hằng năm.", ["year"]),
        ("Hoàn thành trước 31/12/2025, đạt 100% kế hoạch.", ["..2025-12-31"]),
    ],
)
def test_more_forms_of_times(sentence: str, expected: list[str]) -> None:
    assert windows(sentence) == expected


def test_every_window_names_the_rule_that_read_it() -> None:
    text = "II. NHIỆM VỤ\n1. Từ 01/11/2025 đến 30/11/2025 ra quân; báo cáo trước ngày 25 hằng tháng."
    body = body_of(rows_of([Line(number, line) for number, line in enumerate(text.splitlines(), start=1)]))
    assert [found.rule for found in windows_of(body, dated=DATED)] == ["window.from-to", "window.repeat"]


def test_a_day_without_a_year_needs_a_dated_document() -> None:
    assert windows("Gửi báo cáo trước ngày 30/11 về Phòng Kinh tế.", dated=None) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Lộ trình thực hiện: 11 - 12/2025 rà soát tủ sách.", ["2025-11-01..2025-12-31"]),
        ("Thời gian: 02-04/2026.", ["2026-02-01..2026-04-30"]),
        ("Lộ trình thực hiện: 12/2025 khai mạc.", ["2025-12-01..2025-12-31"]),
    ],
)
def test_months_of_one_year_are_a_span(sentence: str, expected: list[str]) -> None:
    assert windows(sentence) == expected
