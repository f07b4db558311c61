"""Each class of written thing, read as an announcer reads it."""

from __future__ import annotations

import pytest

from loa.vietnamese.spoken import spoken_form

NAM_2025 = "năm hai nghìn không trăm hai mươi lăm"


def said(written: str) -> str:
    return spoken_form(written).text


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("từ ngày 05/9/2025", f"Từ ngày năm tháng chín {NAM_2025}"),
        ("ngày 20-11-2025", f"Ngày hai mươi tháng mười một {NAM_2025}"),
        ("đợt 07-09/4", "Đợt bảy đến chín tháng tư"),
        ("từ 1/7 đến 19/8", "Từ ngày một tháng bảy đến ngày mười chín tháng tám"),
        ("tháng 4/2025", f"Tháng tư {NAM_2025}"),
        ("Quý IV/2025 - Quý I/2026", f"Quý bốn {NAM_2025} đến Quý một năm hai nghìn không trăm hai mươi sáu"),
        ("mừng Quốc khánh 2/9", "Mừng Quốc khánh hai tháng chín"),
        ("thứ 7, CN", "Thứ bảy, Chủ nhật"),
    ],
)
def test_dates(written: str, spoken: str) -> None:
    assert said(written) == spoken


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("lúc 7h30", "Lúc bảy giờ ba mươi"),
        ("trước 17 giờ 00", "Trước mười bảy giờ"),
        ("19g05", "Mười chín giờ năm phút"),
        ("5:30 và 17:00", "Năm giờ ba mươi và mười bảy giờ"),
        ("7h30 - 11h00", "Bảy giờ ba mươi đến mười một giờ"),
        ("trong 24h", "Trong hai mươi tư giờ"),
    ],
)
def test_times(written: str, spoken: str) -> None:
    assert said(written) == spoken


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("Kế hoạch số 05/KH-UBND của UBND xã", "Kế hoạch số không năm của Ủy ban nhân dân xã"),
        ("Nghị định 49/2024/NĐ-CP", "Nghị định bốn mươi chín năm hai nghìn không trăm hai mươi tư của Chính phủ"),
        ("Thông tư 39/2020", "Thông tư ba mươi chín năm hai nghìn không trăm hai mươi"),
        ("Luật số 134/2025/QH15", f"Luật số một trăm ba mươi tư {NAM_2025} Quốc hội khóa mười lăm"),
        ("Số: 15/BC-UBND", "Số: mười lăm báo cáo Ủy ban nhân dân"),
        ("Công văn số 12/UBND-VX", "Công văn số mười hai của Ủy ban nhân dân"),
        ("UBND xã ban hành Kế hoạch số 7/KH-UBND", "Ủy ban nhân dân xã ban hành Kế hoạch số bảy"),
        ("Quyết định số 9/QĐ-BVHTTDL", "Quyết định số chín của Bộ Văn hóa, Thể thao và Du lịch"),
        ("Mẫu số 04/ABC", "Mẫu số không bốn a bê xê"),
    ],
)
def test_document_numbers(written: str, spoken: str) -> None:
    assert said(written) == spoken


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("TTHĐND và UBND xã", "Thường trực Hội đồng nhân dân và Ủy ban nhân dân xã"),
        ("Sở GD&ĐT, LĐ-TB&XH", "Sở giáo dục và đào tạo, lao động, thương binh và xã hội"),
        ("TM. ỦY BAN NHÂN DÂN", "Thay mặt ủy ban nhân dân"),
        ("TP. Lam Giang, P.3, Q.1", "Thành phố Lam Giang, phường ba, quận một"),
        ("V/v rà soát; b/c kết quả", "Về việc rà soát; báo cáo kết quả"),
        ("TT Văn hóa, TT Đảng ủy, về TT", "Trung tâm Văn hóa, Thường trực Đảng ủy, về thông tin"),
        ("QL1A và ĐT.743", "Quốc lộ một a và đường tỉnh bảy trăm bốn mươi ba"),
        ("thẻ ATM, mã QR, VNeID", "Thẻ a tê mờ, mã quy e rờ, vê nờ e ai đi"),
        ("mạng 4G, dịch Covid-19, mẫu CT07", "Mạng bốn gờ, dịch cô vít mười chín, mẫu xê tê không bảy"),
    ],
)
def test_abbreviations_and_codes(written: str, spoken: str) -> None:
    assert said(written) == spoken


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("lần thứ I và lần thứ IV", "Lần thứ nhất và lần thứ tư"),
        ("khóa XIII", "Khóa mười ba"),
        ("phụ lục I, II và III", "Phụ lục một, hai và ba"),
        ("mục II.4", "Mục hai chấm bốn"),
        ("III. NHIỆM VỤ", "Ba. Nhiệm vụ"),
        ("HÀNH VI VI PHẠM", "Hành vi vi phạm"),
    ],
)
def test_roman_numerals_and_headings(written: str, spoken: str) -> None:
    assert said(written) == spoken


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("2,5 km và 120 m2", "Hai phẩy năm ki lô mét và một trăm hai mươi mét vuông"),
        ("500.000 đồng/người/tháng", "Năm trăm nghìn đồng trên người trên tháng"),
        ("5-10% số hộ", "Năm đến mười phần trăm số hộ"),
        ("-5°C", "Âm năm độ xê"),
        ("1/3 số thôn, 11/49 việc", "Một phần ba số thôn, mười một trên bốn mươi chín việc"),
        ("tấm 4cm x 6cm", "Tấm bốn xăng ti mét nhân sáu xăng ti mét"),
        ("cán bộ/công chức", "Cán bộ công chức"),
        ("05 ngày", "Năm ngày"),
    ],
)
def test_amounts(written: str, spoken: str) -> None:
    assert said(written) == spoken


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("gọi 113, 114 hoặc 115", "Gọi một một ba, một một bốn hoặc một một năm"),
        ("ĐT: 0912.000.678", "Điện thoại: không chín một hai không không không sáu bảy tám"),
        ("tổng đài 1900.1234", "Tổng đài một chín không không một hai ba bốn"),
        ("gọi 120 hộ dân", "Gọi một trăm hai mươi hộ dân"),
        ("qua dichvucong.gov.vn.", "Qua dịch vụ công chấm gov chấm vê nờ."),
        ("https://lamdong.gov.vn/", "Lâm Đồng chấm gov chấm vê nờ"),
        ("xx-qk@thongbao.vn", "Ích xì ích xì gạch ngang quy ca a còng thông báo chấm vê nờ"),
        ("xã Đồng Sương: dongsuong.vn", "Xã Đồng Sương: Đồng Sương chấm vê nờ"),
    ],
)
def test_phones_and_addresses(written: str, spoken: str) -> None:
    assert said(written) == spoken


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("- Độc lập - Tự do", "Độc lập, Tự do"),
        ("theo quy định./.", "Theo quy định."),
        ("(xăng, dầu…)", "Xăng, dầu."),
        ("đ) Đôn đốc", "Đê, Đôn đốc"),
        ("điểm a, b và c khoản 1", "Điểm a, bê và xê khoản một"),
        ("Thật không? “Thật”!", "Thật không? Thật!"),
    ],
)
def test_punctuation(written: str, spoken: str) -> None:
    assert said(written) == spoken


def test_a_commune_adds_its_own_short_forms_and_names() -> None:
    lexicon = {"TTKNT": "tổ thu gom số 3", "Đồng Sương": "Đồng Sương"}
    spoken = spoken_form("TTKNT: dongsuong.vn", lexicon=lexicon)
    assert spoken.text == "Tổ thu gom số ba: Đồng Sương chấm vê nờ"
    assert spoken.unknown == ()


def test_what_nobody_knows_is_spelled_and_reported_once() -> None:
    spoken = spoken_form("Tổ TTKNT và tổ TTKNT")
    assert spoken.unknown == ("TTKNT",)
    assert spoken.text == "Tổ tê tê ca en nờ tê và tổ tê tê ca en nờ tê"


def test_every_change_points_at_what_was_written() -> None:
    written = "UBND xã họp lúc 7h30."
    changes = spoken_form(written).changes
    assert [(change.written, change.spoken) for change in changes] == [
        ("UBND", "Ủy ban nhân dân"),
        ("7h30", "bảy giờ ba mươi"),
    ]
    assert all(written[change.start : change.end] == change.written for change in changes)
