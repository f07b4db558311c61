"""Tables of Word documents: data by rows, letterheads and signatures by columns."""

from __future__ import annotations

from loa.documents.reading.readers import read_bytes
from sample.files import a_list, docx, in_list, paragraph

LINES = '<w:tblPr><w:tblBorders><w:insideH w:val="single"/><w:insideV w:val="single"/></w:tblBorders></w:tblPr>'


def texts(data: bytes) -> list[str]:
    return [line.text for line in read_bytes(data).lines if line.text]


def cell(*paragraphs: str, merge: str | None = None, span: int = 1) -> str:
    down = "" if merge is None else f'<w:vMerge w:val="{merge}"/>' if merge else "<w:vMerge/>"
    across = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    inside = "".join(text if text.startswith("<") else paragraph(text) for text in paragraphs) or paragraph("")
    return f"<w:tc><w:tcPr>{across}{down}</w:tcPr>{inside}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(part if '<' in part else cell(part) for part in cells)}</w:tr>"


def table(*rows: str, properties: str = "") -> str:
    return f"<w:tbl>{properties}{''.join(rows)}</w:tbl>"


def test_a_table_that_counts_its_rows_gives_a_line_for_each() -> None:
    rows = [row("STT", "Nội dung"), row("1", cell("Phát loa", "mỗi sáng")), row("2", "In tờ rơi")]
    read = texts(docx(paragraph("Kèm theo:") + table(*rows) + paragraph("Hết.")))
    assert read == ["Kèm theo:", "| STT | Nội dung |", "| 1 | Phát loa mỗi sáng |", "| 2 | In tờ rơi |", "Hết."]


def test_three_columns_under_a_head_are_data_with_lines_or_without() -> None:
    rows = [row("Việc", "Chủ trì", "Thời gian"), row("Phát loa", "Trung tâm", "9/2025"), row("Đăng tin", "Phòng", "")]
    expected = ["| Việc | Chủ trì | Thời gian |", "| Phát loa | Trung tâm | 9/2025 |", "| Đăng tin | Phòng |  |"]
    assert texts(docx(table(*rows))) == expected
    assert texts(docx(table(*rows[:2], properties=LINES))) == expected[:2]


def test_two_columns_without_head_or_lines_only_lay_out_the_page() -> None:
    rows = [row("Thời gian:", "8 giờ"), row("Địa điểm:", "nhà văn hóa")]
    assert texts(docx(table(*rows))) == ["Thời gian:", "8 giờ", "Địa điểm:", "nhà văn hóa"]


def test_merged_cells_belong_to_each_of_their_rows_and_to_their_first_column() -> None:
    rows = [
        row("TT", "Nội dung", "Chủ trì", properties="<w:tblHeader/>"),
        row(cell("I"), cell("NHÓM MỘT", span=2)),
        row("1", "Phát loa", cell("Trung tâm", merge="restart")),
        row("2", "Đăng tin", cell(merge="")),
        row("3", "In tờ rơi", cell("Công an xã", merge="restart")),
    ]
    assert texts(docx(table(*rows)))[1:] == [
        "| I | NHÓM MỘT |  |",
        "| 1 | Phát loa | Trung tâm |",
        "| 2 | Đăng tin | Trung tâm |",
        "| 3 | In tờ rơi | Công an xã |",
    ]


def test_rows_counted_by_word_itself_have_their_numbers() -> None:
    rows = [row("STT", "Việc"), row(cell(in_list("")), "Phát loa"), row(cell(in_list("")), "Đăng tin")]
    read = texts(docx(table(*rows), numbering=a_list(("decimal", "%1"))))
    assert read[1:] == ["| 1 | Phát loa |", "| 2 | Đăng tin |"]


def test_a_table_in_a_cell_and_a_stroke_in_the_words_break_no_row() -> None:
    inner = table(row("sáng", "chiều"))
    rows = [row("STT", "Việc"), row("1", cell("Phát | loa", inner))]
    assert texts(docx(table(*rows)))[1] == "| 1 | Phát loa sáng chiều |"


def test_deleted_rows_and_cells_are_gone() -> None:
    deleted = "<w:tc><w:tcPr><w:cellDel/></w:tcPr>" + paragraph("bỏ") + "</w:tc>"
    rows = [row("STT", "Việc"), row("1", "bỏ", properties="<w:del/>"), row("2", "Đăng tin", deleted)]
    assert texts(docx(table(*rows))) == ["| STT | Việc |", "| 2 | Đăng tin |"]


def test_a_letterhead_of_two_rows_is_read_by_columns() -> None:
    rows = [row("ỦY BAN NHÂN DÂN XÃ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), row("Số: 12/KH-UBND", "ngày 5/9/2025")]
    assert texts(docx(table(*rows, properties=LINES))) == [
        "ỦY BAN NHÂN DÂN XÃ",
        "Số: 12/KH-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "ngày 5/9/2025",
    ]


def test_recipients_come_before_the_signature_beside_them() -> None:
    rows = [row("Nơi nhận:", "TM. ỦY BAN NHÂN DÂN"), row("- Lưu: VT.", "CHỦ TỊCH")]
    assert texts(docx(table(*rows))) == ["Nơi nhận:", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]


def test_an_empty_column_between_two_of_a_letterhead_parts_nothing() -> None:
    rows = [row("XÃ ĐỒNG SƯƠNG", "", "ĐẢNG CỘNG SẢN VIỆT NAM"), row("Số 12-KH/ĐU", "", "ngày 5/9/2025")]
    read = texts(docx(table(*rows)))
    assert read == ["XÃ ĐỒNG SƯƠNG", "Số 12-KH/ĐU", "ĐẢNG CỘNG SẢN VIỆT NAM", "ngày 5/9/2025"]


def test_a_ward_in_a_cell_makes_no_signature_of_a_table() -> None:
    rows = [row("STT", "Nơi treo"), row("1", "Q. 1, khu chợ"), row("2", "T/gian: cả tháng")]
    assert texts(docx(table(*rows)))[1] == "| 1 | Q. 1, khu chợ |"
