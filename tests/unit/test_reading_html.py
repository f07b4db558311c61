"""Web pages: the words that a person sees, in lines; tables with data by rows, tables of layout by cells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loa.documents.reading.readers import read_bytes
from loa.documents.refusals import CannotRead, RichTextFile, UnknownFileType

LETTERHEAD = """<table border=0><tr><td><p>ỦY BAN NHÂN DÂN<br>XÃ ĐỒNG SƯƠNG</p></td>
<td><p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p><p>Độc lập - Tự do - Hạnh phúc</p></td></tr>
<tr><td>Số: 05/KH-UBND</td><td><i>Đồng Sương, ngày 05 tháng 9 năm 2025</i></td></tr></table>"""


def texts(body: str, *, head: str = "") -> list[str]:
    read = read_bytes(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode())
    return [line.text for line in read.lines if line.text]


def test_blocks_and_breaks_are_lines_and_spaces_fold() -> None:
    assert texts(
        "<h1>KẾ\n HOẠCH</h1><p>Tuyên   truyền <b>phòng</b>\nlũ<br>năm&nbsp;2025 &amp; 2026</p>bản<div>Đá</div>"
    ) == [
        "KẾ HOẠCH",
        "Tuyên truyền phòng lũ",
        "năm 2025 & 2026",
        "bản",
        "Đá",
    ]


def test_what_is_not_shown_is_not_read() -> None:
    body = "<script>alert('x')</script><style>p{}</style><p hidden>ẩn</p>"
    body += "<div style='display: none'><p>kín</p></div><p>rõ</p>"
    assert texts(body, head="<title>Trang</title>") == ["rõ"]


def test_lists_show_their_numbers() -> None:
    body = (
        "<ol type=I start=2><li>Nội dung<ol><li>một<li>hai</ol><li>Thực hiện"
        "<ol type=a><li>loa</li><li>bảng</li></ol></ol><ul><li>gạch</ul>"
    )
    assert texts(body) == ["II. Nội dung", "1. một", "2. hai", "III. Thực hiện", "a) loa", "b) bảng", "- gạch"]


def test_a_letterhead_gives_its_columns_and_data_gives_rows() -> None:
    data = (
        "<table border=1><tr><th>STT<th>Nội dung<th>Thời gian<tr><td rowspan=2>1<td>Phát loa<td>9/2025"
        "<tr><td>Dán bảng<td>10/2025</table>"
    )
    assert texts(LETTERHEAD + data) == [
        "ỦY BAN NHÂN DÂN",
        "XÃ ĐỒNG SƯƠNG",
        "Số: 05/KH-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Đồng Sương, ngày 05 tháng 9 năm 2025",
        "| STT | Nội dung | Thời gian |",
        "| 1 | Phát loa | 9/2025 |",
        "| 1 | Dán bảng | 10/2025 |",
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-8-sig", "cp1258"])
def test_the_encoding_is_found(encoding: str) -> None:
    page = '<html><meta charset="windows-1258"><p>Kê hoach xa Đông Sương'
    read = read_bytes(page.encode(encoding))
    assert (read.media_type, read.lines[0].text) == ("text/html", "Kê hoach xa Đông Sương")
    assert read.notices == ("html",)


def test_old_fonts_in_a_page_that_claims_to_be_western_are_converted() -> None:
    page = b'<html xmlns:o="office"><meta charset="iso-8859-1">'
    page += b"<p>K\xd5 ho\xb9ch tuy\xaan truy\xd2n x\xb7 v\xec b\xb6n</p>"
    assert read_bytes(page).lines[0].text.startswith("Kế hoạch tuyên truyền xã")


def test_a_web_archive_is_read() -> None:
    archive = (
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\n"
        "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
        "<html><p>K=E1=BA=BF ho=E1=BA=A1ch=\r\n x=C3=A3</p>\r\n--x--\r\n"
    )
    assert [line.text for line in read_bytes(archive.encode()).lines] == ["Kế hoạch xã"]


@pytest.mark.parametrize(
    ("data", "refusal"), [(b"{\\rtf1 x}", RichTextFile), (b"<?xml version='1.0'?><svg/>", UnknownFileType)]
)
def test_other_markup_is_refused(data: bytes, refusal: type) -> None:
    with pytest.raises(CannotRead) as caught:
        read_bytes(data)
    assert caught.value.refusal is refusal


def test_a_page_nested_without_end_is_read_or_refused_and_never_breaks() -> None:
    deep = "<table><tr><td>" * 3000 + "<div><ol><li>" * 3000 + "đáy"
    assert texts(deep)[-1].endswith("đáy")


TAGS = ["<table>", "<tr>", "<td colspan=9>", "<td rowspan=9>", "</td>", "</table>", "<ol type=I>", "<li>", "</ol>"]
TAGS += ["<br>", "<p>", "</p>", "<pre>", "chữ", " ", "<!--", "-->", "&amp;", "<script>", "</script>", "<", "]]>"]


@given(st.lists(st.sampled_from(TAGS), max_size=40))
def test_whatever_the_tags_the_words_before_them_are_read(parts: list[str]) -> None:
    assert texts("<p>KẾ HOẠCH</p>" + "".join(parts))[0] == "KẾ HOẠCH"
