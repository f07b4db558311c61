"""PDF: columns of letterhead and signature come one after the other, whatever order they were drawn in."""

from __future__ import annotations

import pytest

from loa.documents.reading.pdf import without_page_number
from loa.documents.reading.pdf_columns import Piece, blocks_of, joined
from loa.documents.reading.readers import read_bytes
from loa.documents.refusals import CannotRead, ScanWithoutText
from sample.files import pdf

BODY = "#v(20pt)\n#align(center)[*KẾ HOẠCH*]\n" + "Tuyên truyền phòng chống mưa lũ trên địa bàn xã. " * 12

BY_ROW = """
#grid(columns: (42%, 58%), align: center, row-gutter: 6pt,
  [ỦY BAN NHÂN DÂN], text(11pt)[*CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM*],
  [XÃ ĐỒNG SƯƠNG], [Độc lập - Tự do - Hạnh phúc],
  [Số:~~~~~~~~/KH-UBND], [_Đồng Sương, ngày~~~~~~~tháng 9 năm 2025_])
"""
SIGNED_BY_ROW = """
#v(1fr)
#grid(columns: (46%, 54%), row-gutter: 5pt,
  [*_Nơi nhận:_*], align(center)[*TM. ỦY BAN NHÂN DÂN*],
  text(11pt)[\\- Sở VHTTDL;], align(center)[*CHỦ TỊCH*],
  text(11pt)[\\- Lưu: VT.], [],
  [], align(center)[#v(40pt)*Lò Văn Đá*])
"""


def texts(data: bytes) -> list[str]:
    return [" ".join(line.text.split()) for line in read_bytes(data).lines if line.text]


def test_a_letterhead_drawn_row_by_row_is_read_by_columns() -> None:
    assert texts(pdf(BY_ROW + BODY))[:7] == [
        "ỦY BAN NHÂN DÂN",
        "XÃ ĐỒNG SƯƠNG",
        "Số: /KH-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Đồng Sương, ngày tháng 9 năm 2025",
        "KẾ HOẠCH",
    ]


def test_the_signature_comes_after_the_recipients() -> None:
    read = texts(pdf(BY_ROW + BODY + SIGNED_BY_ROW))
    expected = ["Nơi nhận:", "- Sở VHTTDL;", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lò Văn Đá"]
    assert read[-6:] == expected


def test_the_subject_of_a_letter_stays_in_the_left_column() -> None:
    subject = "#grid(columns: (42%, 58%), align: center, [V/v phòng, chống \\ mưa lũ], [])\n#v(9pt)\n"
    to = "#align(center)[Kính gửi: Trưởng các khu dân cư.]\n" + "Thực hiện chỉ đạo của tỉnh về phòng chống lũ. " * 9
    read = texts(pdf(BY_ROW + subject + to))
    assert read[2:5] == ["Số: /KH-UBND", "V/v phòng, chống", "mưa lũ"]
    assert read[8] == "Kính gửi: Trưởng các khu dân cư."


def test_pages_are_numbered_and_their_printed_numbers_dropped() -> None:
    header = "#set page(header: context align(center)[#counter(page).display()])\n"
    read = read_bytes(pdf(header + "Trang đầu.\n#pagebreak()\nTrang sau.\n"))
    assert [(line.page, line.text) for line in read.lines] == [(1, "Trang đầu."), (2, "Trang sau.")]


PICTURE = (
    '#place(top + left, image(bytes((200, 190, 180, 170)), format: (encoding: "luma8", width: 2, height: 2), '
    'fit: "stretch", width: {width}, height: {height}))\n'
)
STAMP = "Ký bởi: Ủy ban nhân dân xã Đồng Sương. Thời gian ký: 05.09.2025 10:15:30 +07:00\n"


def test_a_scan_with_the_words_of_a_digital_signature_is_still_a_scan() -> None:
    with pytest.raises(CannotRead) as caught:
        read_bytes(pdf(PICTURE.format(width="100%", height="100%") + STAMP))
    assert caught.value.refusal is ScanWithoutText


def test_a_page_of_text_with_a_seal_or_a_picture_behind_it_is_read() -> None:
    assert len(texts(pdf(PICTURE.format(width="30mm", height="30mm") + BODY))) > 5
    assert len(texts(pdf(PICTURE.format(width="100%", height="100%") + BODY))) > 5


def test_scanned_annexes_do_not_hide_the_text_before_them() -> None:
    scan = "#pagebreak()\n" + PICTURE.format(width="100%", height="100%")
    assert texts(pdf(BODY + "#pagebreak()\n" + BODY + scan))


@pytest.mark.parametrize("number", ["2", "- 2 -", "2/4", "Trang 2/4"])
def test_a_lone_page_number_goes_from_top_or_bottom(number: str) -> None:
    assert without_page_number([number, "", "I. MỤC ĐÍCH"], last=4) == ["", "I. MỤC ĐÍCH"]
    assert without_page_number(["I. MỤC ĐÍCH", number], last=4) == ["I. MỤC ĐÍCH"]


@pytest.mark.parametrize("line", ["2025", "25", "1.", "2 người"])
def test_what_is_no_page_number_stays(line: str) -> None:
    assert without_page_number([line, "chữ"], last=4) == [line, "chữ"]
    assert without_page_number([], last=4) == []


def test_a_symbol_broken_at_its_hyphen_is_whole_again() -> None:
    source = "#block(width: 60pt)[Phương án 04/PA-BCH của xã]"
    assert "04/PA-BCH" in " ".join(texts(pdf(source)))


def test_a_page_without_columns_keeps_the_order_of_its_text_layer() -> None:
    rows = [(Piece("dòng trên", 80, 500, 700, 13),), (Piece("dòng dưới", 80, 480, 680, 13),)]
    assert [block.rows for block in blocks_of(rows, width=595, is_first_page=True)] == [rows]


def test_a_sentence_about_recipients_is_no_signature_block() -> None:
    rows = [(Piece("nơi nhận hồ sơ là quầy số 3 của bộ phận một cửa", 80, 500, 700, 13),)]
    rows += [(Piece("mở cửa các buổi sáng", 80, 300, 680, 13),)]
    assert [block.rows for block in blocks_of(rows, width=595, is_first_page=False)] == [rows]


def test_a_signature_block_cut_by_the_page_goes_on_in_its_columns() -> None:
    rows = [
        (Piece("- Ủy ban Mặt trận xã;", 85, 240, 780, 11), Piece("PHÓ CHỦ TỊCH", 360, 470, 780, 14)),
        (Piece("- Lưu: VT.", 85, 150, 765, 11),),
    ]
    blocks = blocks_of(rows, width=595, is_first_page=False, goes_on=True)
    assert [[joined(row) for row in block.rows] for block in blocks if block.is_column] == [
        ["- Ủy ban Mặt trận xã;", "- Lưu: VT."],
        ["PHÓ CHỦ TỊCH"],
    ]
    assert not any(block.is_column for block in blocks_of(rows, width=595, is_first_page=False))


def test_the_subject_of_a_letter_may_run_down_below_the_other_column() -> None:
    rows = [
        (Piece("UBND XÃ ĐỒNG SƯƠNG", 90, 230, 790, 13), Piece("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 262, 560, 790, 13)),
        (Piece("Số: 15/UBND", 110, 210, 770, 13), Piece("Độc lập - Tự do - Hạnh phúc", 300, 520, 770, 13)),
        (Piece("V/v phòng, chống mưa lũ và bảo", 85, 255, 753, 13),),
        (Piece("đảm an toàn cho các khu dân cư ở", 85, 270, 737, 13),),
        (Piece("ven suối", 140, 190, 721, 13),),
        (Piece("Kính gửi: Trưởng các khu dân cư.", 180, 420, 690, 14),),
    ]
    left, right, rest = blocks_of(rows, width=595, is_first_page=True)
    assert [joined(row) for row in left.rows][-2:] == ["đảm an toàn cho các khu dân cư ở", "ven suối"]
    assert len(right.rows) == 2
    assert [joined(row) for row in rest.rows] == ["Kính gửi: Trưởng các khu dân cư."]
