"""Documents pasted as markdown: letterhead and signature in tables with `<br>`, the stamp of arrival as a quotation."""

from __future__ import annotations

from loa.documents.extraction.extract import extract
from loa.documents.ports import ExtractionResult
from loa.documents.reading.readers import read_bytes

LETTER = """# CÔNG VĂN SỐ 31

| **SỞ VĂN HÓA TỈNH LAM GIANG** <br><br> Số: 31/SVH-TT <br> V/v chuẩn bị hội sách | **CỘNG HÒA XÃ HỘI CHỦ NGHĨA \
VIỆT NAM** <br> **Độc lập - Tự do - Hạnh phúc** <br><br> *Lam Giang, ngày 12 tháng 5 năm 2026* |
| :--- | :--- |

> **UBND XÃ ĐỒNG SƯƠNG**
> **ĐẾN** Số: 204
> Ngày: 13/5/2026

Kính gửi: Ủy ban nhân dân các xã.

1. Nội dung chuẩn bị

- Trung tâm Văn hóa xã bố trí gian trưng bày trước ngày 30/5/2026.

| **Nơi nhận:** | **KT. GIÁM ĐỐC** <br> **PHÓ GIÁM ĐỐC** |
| :--- | :--- |
| - Như trên;<br>- Giám đốc (để b/c);<br>- Lưu: VT, QLVH. | *(Đã ký, đóng dấu)* <br><br> **Trần Thị Mây** |
"""


def read(text: str) -> ExtractionResult:
    return extract(read_bytes(text.encode()).lines)


def test_letterhead_in_table_cells_is_read_line_by_line_without_the_stamp_of_arrival() -> None:
    header = read(LETTER).header
    assert (header.issuer, header.parent_issuer) == ("SỞ VĂN HÓA TỈNH LAM GIANG", None)
    assert (header.number, header.symbol, header.date) == ("31", "SVH-TT", "2026-05-12")
    assert (header.place, header.title) == ("Lam Giang", "chuẩn bị hội sách")


def test_recipients_and_signature_in_table_cells_are_parted() -> None:
    result = read(LETTER)
    assert result.recipients == ("Như trên", "Giám đốc (để b/c)")
    assert result.archive == "VT, QLVH"
    assert (result.header.capacity, result.header.signer_position) == ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")
    assert result.header.signer == "Trần Thị Mây"


def test_line_breaks_of_markdown_are_no_words_of_the_body() -> None:
    text = LETTER.replace("bố trí gian", "bố trí<br>gian")
    assert [row.unit for row in read(text).assignments] == ["Trung tâm Văn hóa xã"]
    assert all("<br" not in clause.text for clause in read(text).clauses)


def test_a_day_behind_a_row_of_symbols_belongs_to_each() -> None:
    text = LETTER.replace(
        "- Trung tâm", "- Thực hiện Quyết định số 3-QĐ/ĐU, 4-QĐ/ĐU và 5-QĐ/ĐU ngày 2/4/2026, Trung tâm"
    )
    dates = {citation.symbol: citation.date for citation in read(text).citations}
    assert dates == dict.fromkeys(("3-QĐ/ĐU", "4-QĐ/ĐU", "5-QĐ/ĐU"), "2026-04-02")


def test_a_symbol_behind_other_words_keeps_its_own_day() -> None:
    text = LETTER.replace(
        "- Trung tâm", "- Theo Kế hoạch số 8/KH-UBND, theo Công văn số 9/UBND-VX ngày 2/4/2026, Trung tâm"
    )
    dates = {citation.symbol: citation.date for citation in read(text).citations}
    assert dates == {"8/KH-UBND": None, "9/UBND-VX": "2026-04-02"}
