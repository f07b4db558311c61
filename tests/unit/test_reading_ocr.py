"""Scans and photos: what Tesseract sees becomes lines in order, slips that are sure are mended, doubt is told."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from loa.documents.reading import limited
from loa.documents.reading.limited import read_file
from loa.documents.reading.ocr import engine, scan
from loa.documents.reading.ocr.deskew import skew_of
from loa.documents.reading.ocr.engine import Word
from loa.documents.reading.ocr.layout import lines_in_order
from loa.documents.reading.ocr.numbering import mend_numbers
from loa.documents.reading.ocr.picture import picture_of
from loa.documents.reading.ocr.spelling import mend_spelling, read_line
from loa.documents.reading.text import Page, lines_of
from loa.documents.refusals import (
    BrokenPicture,
    CannotRead,
    OcrMissing,
    PhonePicture,
    ScanTooLong,
    ScanWithoutText,
    UnreadableDocument,
)
from parts import tesseract
from sample.files import png, scanned_pdf, zipped
from sample.scans import scan as put_through_scanner
from sample.scans import scanned, typeset_plan

PLAN = """ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
XÃ ĐỒNG SƯƠNG Độc lập - Tự do - Hạnh phúc

Số: 05/KH-UBND Đồng Sương, ngày 05 tháng 9 năm 2025

**KẾ HOẠCH**

**Tuyên truyền phòng, chống mưa lũ trên địa bàn xã Đồng Sương**

Thực hiện Kế hoạch số 12/KH-UBND ngày 20/8/2025 của Ủy ban nhân dân tỉnh Lam Giang.

I. MỤC ĐÍCH, YÊU CẦU

1. Mục đích: giúp người dân hiểu rõ nguy cơ sạt lở và cách bảo vệ gia đình trong mùa mưa bão năm 2025.

II. NỘI DUNG

1. Phát thanh trên hệ thống loa của xã từ ngày 10/9/2025 đến ngày 31/12/2025.

III. TỔ CHỨC THỰC HIỆN

1. Trung tâm Dịch vụ sự nghiệp công chủ trì thực hiện.

Nơi nhận:
- Sở VHTTDL (b/c);
- Lưu: VT, VHXH.

TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

Lò Văn Đá
"""


def word(text: str, left: int, top: int, *, sure: float = 0.95, line: str = "1") -> Word:
    return Word(text, left, top, left + 20 * len(text), top + 40, sure, (line,))


def text_of(words: list[Word], **settings: object) -> list[str]:
    found = lines_in_order(words, width=2480, dpi=300, is_first_page=bool(settings.get("first")))
    return [read_line(line).text for line in found]


def test_words_of_one_line_stand_together_and_a_paragraph_stands_apart() -> None:
    words = [word("một", 300, 100), word("hai", 400, 100)]
    words += [word(f"dòng{row}" + "n" * 80, 200, 160 + 60 * row, line=f"r{row}") for row in range(3)]
    words += [word("đoạn" + "m" * 70, 350, 340, line="p")]
    assert text_of(words) == ["một hai", *[f"dòng{row}" + "n" * 80 for row in range(3)], "", "đoạn" + "m" * 70]


def test_two_lines_of_tesseract_side_by_side_are_one_row() -> None:
    words = [word("phải", 1800, 102, line="b"), word("trái", 200, 100, line="a")]
    assert text_of(words) == ["trái    phải"]


def test_confidence_and_doubtful_words_reach_the_lines() -> None:
    line = read_line(
        lines_in_order([word("Kế", 1, 1), word("hoặch", 90, 1, sure=0.4)], width=900, dpi=300, is_first_page=False)[0]
    )
    assert line.doubtful == ("hoặch",)
    assert 0.4 < line.confidence < 0.95
    read = lines_of([Page(1, "Kế hoặch\n\nxã", seen=((line.confidence, line.doubtful), (1.0, ()), (0.9, ())))])
    assert [(row.confidence, row.doubtful) for row in read] == [(line.confidence, ("hoặch",)), (None, ()), (0.9, ())]


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("Sô: 05/KH-UBND", "Số: 05/KH-UBND"),
        ("PHO CHU TỊCH", "PHÓ CHỦ TỊCH"),
        ("~ Phát loa", "- Phát loa"),
        ("Quyết định 1/QĐÐ-UBND ngảy 05 tháng 9 nãm 2025", "Quyết định 1/QĐ-UBND ngày 05 tháng 9 năm 2025"),
        ("trước l5/9/2O25", "trước 15/9/2025"),
        ("Irưởng khu", "Trưởng khu"),
    ],
)
def test_sure_slips_are_mended(seen: str, meant: str) -> None:
    assert mend_spelling(seen) == meant


@pytest.mark.parametrize(
    "line", ["So sánh 5 xã", "lO lắng", "Ngày 5 tháng 9 năm 2025", "- Phát loa", "Điều 3. Hiệu lực", "kế hoạch."]
)
def test_what_is_right_stays(line: str) -> None:
    assert mend_spelling(line) == line


def test_numbers_follow_their_order() -> None:
    seen = ["IL MỤC ĐÍCH, YÊU CẦU", "1. Mục đích.", "H. NỘI DUNG", "a) một;", "b) hai;", "c) ba;", "d) bốn;", "d) năm;"]
    seen += [
        "II. KINH PHÍ THỰC HIỆN",
        "IV. TỔ CHỨC THỰC HIỆN",
        "4. Công an xã.",
        "S. Trưởng khu.",
        "VI. BÁO CÁO KẾT QUẢ",
    ]
    meant = [
        "I. MỤC ĐÍCH, YÊU CẦU",
        "1. Mục đích.",
        "II. NỘI DUNG",
        "a) một;",
        "b) hai;",
        "c) ba;",
        "d) bốn;",
        "đ) năm;",
    ]
    meant += [
        "III. KINH PHÍ THỰC HIỆN",
        "IV. TỔ CHỨC THỰC HIỆN",
        "4. Công an xã.",
        "5. Trưởng khu.",
        "VI. BÁO CÁO KẾT QUẢ",
    ]
    assert mend_numbers(seen) == meant


def test_a_line_inside_a_paragraph_is_no_heading() -> None:
    seen = ["I. TRIỂN KHAI LUẬT SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA", "LUẬT TIÊU CHUẨN VÀ QUY CHUẨN", "LẠI CHÂU THÀNH"]
    assert mend_numbers(seen) == seen


@pytest.mark.parametrize("turned", [-1.7, 0.0, 2.5])
def test_the_skew_of_a_page_is_found(turned: float) -> None:
    page = Image.new("L", (1000, 1400), 255)
    draw = ImageDraw.Draw(page)
    for row in range(100, 1300, 40):
        draw.rectangle((100, row, 900, row + 14), fill=0)
    assert skew_of(page.rotate(turned, fillcolor=255)) == pytest.approx(-turned, abs=0.15)


def photo(size: tuple[int, int] = (60, 90), kind: str = "JPEG", **more: object) -> bytes:
    target = io.BytesIO()
    Image.new("RGB", size, "white").save(target, kind, **more)
    return target.getvalue()


def test_a_photo_is_turned_as_its_camera_says_and_made_as_large_as_a_page() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turn by a quarter
    found = picture_of(photo((90, 60), exif=exif), 0)
    assert (found.media_type, found.pages) == ("image/jpeg", 1)
    assert found.image.height > found.image.width == 180


def test_each_page_of_a_tiff_is_a_page() -> None:
    pages = [Image.new("1", (60, 90), 1)] * 3
    target = io.BytesIO()
    pages[0].save(target, "TIFF", save_all=True, append_images=pages[1:])
    assert picture_of(target.getvalue(), 2).pages == 3


@pytest.mark.heavy
def test_a_word_document_of_nothing_but_pictures_is_its_pictures_in_order() -> None:
    pages = {f"word/media/image{number}.jpeg": photo((60, 90 + 10 * number)) for number in (10, 2, 1)}
    held = zipped(dict(pages) | {"word/media/logo.emf": "x"})
    found = [picture_of(held, index) for index in range(3)]
    assert [picture.pages for picture in found] == [3, 3, 3]
    assert [picture.image.height for picture in found] == [300, 330, 570]
    assert found[0].media_type.endswith("wordprocessingml.document")


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        (zipped({"word/document.xml": "<w/>"}), ScanWithoutText),
        (photo()[:200], BrokenPicture),
        (b"\x89PNG\r\n\x1a\n" + bytes(60), BrokenPicture),
        (photo((9000, 7000), "PNG"), BrokenPicture),
        (scanned_pdf(pages=501), ScanTooLong),
    ],
    ids=["no picture", "cut", "empty PNG", "too many dots", "too many pages"],
)
def test_a_picture_that_cannot_be_read_is_refused(data: bytes, refusal: type[UnreadableDocument]) -> None:
    with pytest.raises(CannotRead) as caught:
        picture_of(data, 0)
    assert caught.value.refusal is refusal


def test_without_tesseract_one_line_says_how_to_add_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "program", lambda: None)
    path = tmp_path / "bản quét.pdf"
    path.write_bytes(scanned_pdf(pages=1))
    with pytest.raises(OcrMissing, match="apt install tesseract-ocr tesseract-ocr-vie"):
        read_file(path)


def test_a_phone_picture_is_refused_with_the_way_out(tmp_path: Path) -> None:
    path = tmp_path / "anh.heic"
    path.write_bytes(b"\x00\x00\x00\x18ftypheic" + bytes(64))
    with pytest.raises(PhonePicture, match="JPEG"):
        read_file(path)


@pytest.mark.parametrize("said", [b"", b"{}", b"[]", b'{"refusal": "Exit"}', b'{"pages": 1}\n', b"\xff\n"])
def test_nonsense_from_the_renderer_is_one_refusal(
    said: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "program", lambda: "/bin/true")
    monkeypatch.setattr(scan, "run_module", lambda *_given, **_more: said)
    with pytest.raises(UnreadableDocument):
        scan.read_scan(tmp_path / "a.png")


@pytest.mark.heavy
def test_a_scan_of_more_pages_than_are_recognised_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "program", lambda: "/bin/true")
    path = tmp_path / "dài.pdf"
    path.write_bytes(scanned_pdf(pages=61))
    with pytest.raises(ScanTooLong):
        scan.read_scan(path)


def test_a_renderer_that_lies_about_its_size_is_one_refusal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    head = {"pages": 1, "media_type": "image/png", "sha256": "0", "width": 5, "height": 5}
    monkeypatch.setattr(engine, "program", lambda: "/bin/true")
    monkeypatch.setattr(scan, "run_module", lambda *_given, **_more: json.dumps(head).encode() + b"\n" + bytes(9))
    with pytest.raises(UnreadableDocument):
        scan.read_scan(tmp_path / "a.png")


@pytest.mark.heavy
def test_a_scanned_page_is_read_like_its_paper(tmp_path: Path) -> None:
    tesseract()
    path = tmp_path / "quét.pdf"
    path.write_bytes(scanned(put_through_scanner(typeset_plan(PLAN))))
    told: list[tuple[int, int]] = []
    read = read_file(path, lambda page, pages: told.append((page, pages)))
    text = [line.text for line in read.lines if line.text]
    assert told == [(1, 1)]
    assert read.media_type == "application/pdf"
    assert "ocr" in read.notices
    assert text[:3] == ["ỦY BAN NHÂN DÂN", "XÃ ĐỒNG SƯƠNG", "Số: 05/KH-UBND"]
    assert [line for line in text if line[:2] in ("I.", "II")] == [
        "I. MỤC ĐÍCH, YÊU CẦU",
        "II. NỘI DUNG",
        "III. TỔ CHỨC THỰC HIỆN",
    ]
    assert text[-7:] == [
        "Nơi nhận:",
        "- Sở VHTTDL (b/c);",
        "- Lưu: VT, VHXH.",
        "TM. ỦY BAN NHÂN DÂN",
        "KT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
        "Lò Văn Đá",
    ]
    assert all(line.confidence and line.confidence > 0.5 for line in read.lines if line.text)


@pytest.mark.heavy
def test_a_photo_upside_down_is_turned_and_one_without_words_is_refused(tmp_path: Path) -> None:
    tesseract()
    page = put_through_scanner(typeset_plan(PLAN))[0]
    path = tmp_path / "ngược.png"
    path.write_bytes(scanned([page.rotate(180)], "PNG"))
    assert "KẾ HOẠCH" in [line.text for line in read_file(path).lines]
    path.write_bytes(png())
    with pytest.raises(ScanWithoutText):
        limited.read_file(path)
