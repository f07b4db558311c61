"""Letterhead, title and foot of the page in the layouts in which documents really arrive."""

from __future__ import annotations

import pytest

from loa.documents.extraction.extract import extract
from loa.documents.ports import ExtractionResult, Line

STATE = """\
ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
XÃ ĐỒNG SƯƠNG Độc lập - Tự do - Hạnh phúc

Số:     /KH-UBND Đồng Sương, ngày      tháng 9 năm 2025

KẾ HOẠCH
Tuyên truyền phòng, chống lừa đảo
trên địa bàn xã Đồng Sương

Thực hiện Kế hoạch số 58/KH-UBND ngày 22/8/2025 của UBND tỉnh Lam Giang;
I. NỘI DUNG
1. Nhận biết tin giả.
"""

CELLS = """\
|
**ỦY BAN NHÂN
DÂN **
TỈNH LAM GIANG
**SỞ VĂN HÓA, THỂ THAO
VÀ DU LỊCH**
-------
|
**CỘNG HÒA XÃ
HỘI CHỦ NGHĨA VIỆT NAM**
Độc lập - Tự do - Hạnh phúc
|
Số:
21/KH-SVHTTDL
|
*Lam Giang, ngày 28
tháng 8 năm 2025*
|
**KẾ HOẠCH**
THÔNG TIN CƠ SỞ NĂM
2025
**I. YÊU CẦU**
"""

PARTY = """\
ĐẢNG BỘ TỈNH LAM GIANG        ĐẢNG CỘNG SẢN VIỆT NAM
ĐẢNG ỦY XÃ ĐỒNG SƯƠNG
          *                   Đồng Sương, ngày 5 tháng 9 năm 2025
Số 15-HD/ĐU

HƯỚNG DẪN
về sinh hoạt chuyên đề
-----
I- MỤC ĐÍCH
Nơi nhận:                                    T/M BAN THƯỜNG VỤ
- Ban Thường vụ Tỉnh ủy (để báo cáo),          PHÓ BÍ THƯ
- Các chi bộ trực thuộc,
- Lưu Văn phòng Đảng ủy.
                                             Lương Văn Khê
                                             Trưởng Ban Chỉ đạo
"""

FRONT = """\
ỦY BAN MTTQ VIỆT NAM XÃ ĐỒNG SƯƠNG
BAN THƯỜNG TRỰC
Số: 07/KH-MTTQ-BTT
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Đồng Sương, ngày 03 tháng 10 năm 2025
KẾ HOẠCH
Tổ chức Ngày hội
1. Thời gian
"""

LETTER = """\
UBND XÃ ĐỒNG SƯƠNG
PHÒNG VĂN HÓA - XÃ HỘI
Số: 12/VHXH
V/v đăng ký nhận tin nhắn
của xã
Đồng Sương, ngày 3 tháng 9 năm 2025
Kính gửi:
- Công an xã;
- Trưởng các khu dân cư.
Phòng đề nghị các đơn vị phối hợp.
Nơi nhận:
- Như trên;
- Lưu: VT (02 bản).
TRƯỞNG PHÒNG
Lê Thị Hạnh
"""


def read(text: str) -> ExtractionResult:
    return extract([Line(number, line) for number, line in enumerate(text.splitlines(), start=1)])


def test_columns_merged_on_one_line_are_parted() -> None:
    header = read(STATE).header
    assert (header.issuer, header.parent_issuer) == ("ỦY BAN NHÂN DÂN XÃ ĐỒNG SƯƠNG", None)
    assert (header.number, header.symbol, header.place, header.date) == (None, "KH-UBND", "Đồng Sương", "2025-09")
    assert header.title == "Tuyên truyền phòng, chống lừa đảo trên địa bàn xã Đồng Sương"


def test_table_cells_with_markdown_and_broken_lines_are_joined() -> None:
    header = read(CELLS).header
    assert header.parent_issuer == "ỦY BAN NHÂN DÂN TỈNH LAM GIANG"
    assert header.issuer == "SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH"
    assert (header.number, header.symbol, header.date) == ("21", "KH-SVHTTDL", "2025-08-28")
    assert (header.doc_type, header.title) == ("KH", "THÔNG TIN CƠ SỞ NĂM 2025")


def test_party_document_with_signature_beside_recipients() -> None:
    result = read(PARTY)
    header = result.header
    assert (header.parent_issuer, header.issuer) == ("ĐẢNG BỘ TỈNH LAM GIANG", "ĐẢNG ỦY XÃ ĐỒNG SƯƠNG")
    assert (header.doc_type, header.number, header.symbol) == ("HD", "15", "HD/ĐU")
    assert (header.authority, header.capacity) == ("T/M BAN THƯỜNG VỤ", None)
    assert (header.signer_position, header.signer) == ("PHÓ BÍ THƯ", "Lương Văn Khê")
    assert result.recipients == ("Ban Thường vụ Tỉnh ủy (để báo cáo)", "Các chi bộ trực thuộc")
    assert result.archive == "Văn phòng Đảng ủy"


def test_front_block_gives_its_standing_committee_as_issuer() -> None:
    header = read(FRONT).header
    assert (header.parent_issuer, header.issuer) == ("ỦY BAN MTTQ VIỆT NAM XÃ ĐỒNG SƯƠNG", "BAN THƯỜNG TRỰC")


def test_letter_has_no_type_and_its_title_stands_behind_the_mark() -> None:
    result = read(LETTER)
    header = result.header
    assert (header.doc_type, header.title) == ("CV", "đăng ký nhận tin nhắn của xã")
    assert (header.parent_issuer, header.issuer) == ("UBND XÃ ĐỒNG SƯƠNG", "PHÒNG VĂN HÓA - XÃ HỘI")
    assert (header.authority, header.capacity, header.signer_position) == (None, None, "TRƯỞNG PHÒNG")
    assert (result.recipients, result.archive) == (("Như trên",), "VT")


@pytest.mark.parametrize(
    ("printed", "date"),
    [
        ("Đồng Sương, ngày 05 tháng 9 năm 2025", "2025-09-05"),
        ("Đồng Sương, ngày … tháng 9 năm 2025", "2025-09"),
        ("Đồng Sương, ngày     tháng     năm 2025", "2025"),
        ("Đồng Sương, tháng 9 năm 2025", "2025-09"),
    ],
)
def test_date_is_given_as_far_as_it_is_filled_in(printed: str, date: str) -> None:
    text = f"ỦY BAN NHÂN DÂN\nXÃ ĐỒNG SƯƠNG\nSố: 1/KH-UBND\n{printed}\nKẾ HOẠCH\nTuyên truyền\nI. NỘI DUNG"
    header = read(text).header
    assert (header.date, header.place) == (date, "Đồng Sương")
