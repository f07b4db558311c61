"""Ruled tables in PDFs give a line for each row."""

from __future__ import annotations

from loa.documents.reading.pdf_columns import Piece, Row
from loa.documents.reading.pdf_continued import with_tables_continued
from loa.documents.reading.pdf_rules import Rule, merged
from loa.documents.reading.readers import read_bytes
from sample.files import pdf

HEAD = "[STT], [Nội dung], [Chủ trì]"


def texts(data: bytes) -> list[str]:
    return [line.text for line in read_bytes(data).lines]


def table(cells: str, *, columns: str = "(auto, 1fr, 1fr)") -> str:
    return f"Kèm theo:\n#table(columns: {columns}, {cells})\nHết.\n"


def piece(*lines: str) -> Row:
    return (Piece("\n".join(lines), 85, 550, 400, 200),)


def test_rows_are_read_across_and_cells_of_several_lines_joined() -> None:
    long = "Phát loa mỗi sáng và mỗi chiều trên hệ thống truyền thanh của xã theo Kế hoạch số 157/KH-UBND"
    assert texts(pdf(table(f"{HEAD}, [1], [{long}], [Trung tâm], [2], [Đăng tin], []"))) == [
        "Kèm theo:",
        "",
        "| STT | Nội dung | Chủ trì |",
        f"| 1 | {long} | Trung tâm |",
        "| 2 | Đăng tin |  |",
        "",
        "Hết.",
    ]


def test_merged_cells_are_seen_by_the_lines_that_are_missing() -> None:
    cells = f"{HEAD}, [1], [Phát loa], table.cell(rowspan: 2)[Trung tâm], [2], [Đăng tin], "
    read = texts(pdf(table(cells + "table.cell(colspan: 3)[NHÓM HAI], [3], [In tờ rơi], [Công an xã]")))
    assert [line for line in read if line.startswith("|")][1:] == [
        "| 1 | Phát loa | Trung tâm |",
        "| 2 | Đăng tin | Trung tâm |",
        "| NHÓM HAI |  |  |",
        "| 3 | In tờ rơi | Công an xã |",
    ]


def test_a_table_lying_across_the_page_is_read_as_it_is_seen() -> None:
    turned = f"#rotate(-90deg, reflow: true)[#block(width: 200mm)[{table(HEAD + ', [1], [Phát loa], [Trung tâm]')}]]"
    assert "| 1 | Phát loa | Trung tâm |" in texts(pdf(turned))


def test_a_frame_around_words_is_no_table() -> None:
    assert texts(pdf("#box(stroke: 1pt, inset: 8pt)[Chú ý mưa lũ]\n")) == ["Chú ý mưa lũ"]


def test_a_letterhead_in_a_ruled_table_is_still_a_letterhead() -> None:
    cells = "[ỦY BAN NHÂN DÂN \\ XÃ ĐỒNG SƯƠNG], [CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM \\ Độc lập - Tự do]"
    read = texts(pdf(table(cells, columns="(40%, 60%)")))
    assert not any(line.startswith("|") for line in read)


def test_a_table_over_two_pages_has_one_head_and_whole_rows() -> None:
    head = "| STT | Việc | Chủ trì |"
    above = [piece(head, "| 1 | Phát loa mỗi | Trung |")]
    below = [piece(head, "|  | buổi sáng | tâm |", "| 2 | Đăng tin | Phòng |")]
    first, second = with_tables_continued([above, below])
    assert first[0][0].text.split("\n") == [head, "| 1 | Phát loa mỗi buổi sáng | Trung tâm |"]
    assert second[0][0].text.split("\n") == ["| 2 | Đăng tin | Phòng |"]


def test_another_table_on_the_next_page_stays_its_own() -> None:
    pages = [[piece("| STT | Việc |", "| 1 | a |")], [piece("| Tên | Số | Giá |", "|  | b | c |")]]
    assert with_tables_continued(pages) == pages


def test_pieces_and_edges_of_one_drawn_line_are_one_line() -> None:
    drawn = [Rule(100.0, 0, 50), Rule(100.5, 0, 50), Rule(100.2, 51, 90), Rule(100.2, 200, 250), Rule(300, 0, 9)]
    lines = merged(drawn)
    assert [(round(line.at), line.start, line.end) for line in lines] == [(100, 0, 90), (100, 200, 250), (300, 0, 9)]
