"""A PDF of text in which some pages are scans: they are recognised in their place, or named as not read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from loa.documents.ports import Line
from loa.documents.reading import limited
from loa.documents.reading.limited import extract_file, read_file
from loa.documents.reading.notices import missing_pages, sentences
from loa.documents.reading.ocr import amid, engine
from loa.documents.reading.ocr.picture import picture_of
from loa.documents.reading.ocr.spelling import ReadLine
from loa.documents.reading.readers import read_bytes
from loa.documents.reading.text import ReadDocument
from loa.documents.refusals import ClassifiedDocument, FileChanged, UnreadableDocument
from parts import tesseract
from sample.files import bound, pdf
from sample.scans import scan, scanned

FILLER = "Tuyên truyền phòng, chống mưa lũ trên địa bàn xã Đồng Sương. " * 9
FIRST = f"#align(center)[*KẾ HOẠCH*]\n\nI. MỤC ĐÍCH, YÊU CẦU\n\n{FILLER}#footnote[Chú thích trang đầu.]\n"
SECOND = "II. NỘI DUNG\n\n1. Phát thanh trên hệ thống loa của xã từ ngày 10/9/2025 đến ngày 31/12/2025.\n"
THIRD = f"III. TỔ CHỨC THỰC HIỆN\n\n{FILLER}\n"
LOGO = (
    '#image(bytes((200, 190, 180, 170)), format: (encoding: "luma8", width: 2, height: 2), '
    'fit: "stretch", width: 30mm, height: 30mm)\n'
)


@pytest.fixture(scope="module")
def mixed() -> bytes:
    return bound(pdf(FIRST), scanned(scan(pdf(SECOND), noise=0)), pdf(THIRD))


@pytest.fixture
def no_programs(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("PATH", "")
    engine.program.cache_clear()
    yield
    engine.program.cache_clear()


@pytest.mark.heavy
def test_a_scanned_page_is_recognised_in_its_place(mixed: bytes, tmp_path: Path) -> None:
    tesseract()
    path = tmp_path / "ke-hoach.pdf"
    path.write_bytes(mixed)
    told: list[tuple[int, int]] = []
    read, result = extract_file(path, lambda page, pages: told.append((page, pages)))
    assert told == [(1, 1)]
    assert read.notices[0] == "ocr"
    assert not missing_pages(read.notices)
    assert result.notices == read.notices
    pages = [line.page for line in read.lines if line.text]
    assert pages == [*sorted(pages[:-1]), 1]  # the footnote of the first page comes last
    second = [line for line in read.lines if line.page == 2 and line.text]
    assert second[0].text == "II. NỘI DUNG"
    assert " ".join(line.text for line in second).endswith("từ ngày 10/9/2025 đến ngày 31/12/2025.")
    assert all((line.confidence is not None) == (line.page == 2) for line in read.lines if line.text)
    assert [clause.label for clause in result.clauses] == ["I", "II", "II.1", "III"]


@pytest.mark.heavy
def test_grain_does_not_become_ink_on_a_page_of_a_few_lines() -> None:
    image = picture_of(scanned(scan(pdf(SECOND))), 0).image
    assert 0 < sum(image.histogram()[:128]) < 0.01 * image.width * image.height


@pytest.mark.usefixtures("no_programs")
def test_without_tesseract_the_rest_is_read_and_the_page_is_named(mixed: bytes, tmp_path: Path) -> None:
    path = tmp_path / "ke-hoach.pdf"
    path.write_bytes(mixed)
    read, result = extract_file(path)
    assert read == read_file(path)
    assert read.notices == result.notices == ("scanned-pages-missing:2", "footnotes")
    assert {line.page for line in read.lines if line.text} == {1, 3}
    said = sentences(read.notices)[0]
    assert said.startswith("Trang 2 ")
    assert "apt install tesseract-ocr tesseract-ocr-vie" in said


def test_every_scanned_page_is_named() -> None:
    sheet = scanned(scan(pdf("PHỤ LỤC")))
    read = read_bytes(bound(pdf(THIRD), sheet, pdf(THIRD), pdf(THIRD), sheet))
    assert read.notices == ("scanned-pages-missing:2,5",)
    assert sentences(read.notices)[0].startswith("Trang 2, 5 ")


def test_a_logo_or_a_stamp_makes_no_page_a_scan() -> None:
    signed = pdf(f"{LOGO}*PHÓ CHỦ TỊCH*\n\nLò Văn Đá\n")
    read = read_bytes(bound(pdf(LOGO + THIRD), pdf(THIRD + LOGO), signed))
    assert read.notices == ()
    assert read.lines[-1].text == "Lò Văn Đá"


READ = ReadDocument(
    "application/pdf",
    (Line(1, "I. MỤC ĐÍCH", 1), Line(2, "", 2), Line(3, "II. NỘI DUNG", 3), Line(4, "[1] Chú thích", 1)),
    sha256="a",
    notices=("scanned-pages-missing:2,4", "footnotes"),
)


def test_a_page_that_cannot_be_recognised_stays_named(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = [ReadLine("Nội dung", 0.8, ("dung",))]
    monkeypatch.setattr(engine, "program", lambda: "/bin/true")
    monkeypatch.setattr(amid, "_recognised", lambda _path, number, **_given: seen if number == 2 else None)
    read = amid.with_scanned_pages(Path("a.pdf"), READ)
    assert [(line.page, line.text, line.confidence) for line in read.lines] == [
        (1, "I. MỤC ĐÍCH", None),
        (2, "Nội dung", 0.8),
        (3, "II. NỘI DUNG", None),
        (1, "[1] Chú thích", None),
    ]
    assert read.notices == ("ocr", "scanned-pages-missing:4", "footnotes")


@pytest.mark.heavy
def test_a_file_changed_while_it_was_read_is_refused(
    monkeypatch: pytest.MonkeyPatch, mixed: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(mixed)
    monkeypatch.setattr(engine, "program", lambda: "/bin/true")
    monkeypatch.setattr(amid, "lines_at", lambda *_given, **_more: [])
    with pytest.raises(FileChanged):
        amid.with_scanned_pages(path, READ)


def test_a_renderer_that_breaks_off_leaves_the_document_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_given: object) -> object:
        raise UnreadableDocument("a.pdf")

    monkeypatch.setattr(engine, "program", lambda: "/bin/true")
    monkeypatch.setattr(amid, "picture_at", broken)
    assert amid.with_scanned_pages(Path("a.pdf"), READ) is READ


@pytest.mark.heavy
def test_a_mark_of_secrecy_on_a_scanned_page_is_seen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    secret = ReadDocument("application/pdf", (Line(1, "xã", 1), Line(2, "TỐI MẬT", 2, 0.9)))
    monkeypatch.setattr(limited, "with_scanned_pages", lambda *_given, **_named: secret)
    path = tmp_path / "a.txt"
    path.write_text("KẾ HOẠCH", encoding="utf-8")
    for read in (read_file, extract_file):
        with pytest.raises(ClassifiedDocument):
            read(path)
