"""Pages whose letters are drawn as outlines: no blank pages, but pages to be recognised or named."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from loa.documents.reading.limited import read_file
from loa.documents.reading.notices import missing_pages
from loa.documents.reading.pdf_outlines import MANY_CURVES
from loa.documents.reading.readers import read_bytes
from loa.documents.refusals import CannotRead, ScanWithoutText
from parts import tesseract
from sample.files import bound, pdf

WORDS = "Tuyên truyền phòng, chống mưa lũ trên địa bàn xã Đồng Sương. " * 9
FRAME = "40 40 m 40 60 l 40 70 50 80 60 80 c 150 80 l S\n"


def drawn(content: str) -> bytes:
    """A page of nothing but paths."""
    objects = (
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<>>>>",
        f"<</Length {len(content)}>>stream\n{content}endstream",
    )
    rows = "".join(f"{number} 0 obj{text}\nendobj\n" for number, text in enumerate(objects, start=1))
    return f"%PDF-1.4\n{rows}trailer<</Root 1 0 R/Size 5>>\n%%EOF".encode()


def letters_drawn(count: int) -> str:
    """So many closed curves, as many as the outlines of so many round letters."""
    one = "{x} {y} m {x} {z} {w} {z} {w} {y} c {w} {v} {x} {v} {x} {y} c h f\n"
    return "".join(
        one.format(x=60 + at % 40 * 11, y=700 - at // 40 * 20, z=708 - at // 40 * 20, w=68 + at % 40 * 11,
                   v=692 - at // 40 * 20)
        for at in range(count)
    )  # fmt: skip


def test_a_page_of_drawn_letters_amid_pages_of_text_is_named() -> None:
    read = read_bytes(bound(pdf(WORDS), drawn(letters_drawn(MANY_CURVES)), pdf(WORDS)))
    assert missing_pages(read.notices) == [2]


def test_a_first_page_of_drawn_letters_has_the_whole_document_recognised() -> None:
    with pytest.raises(CannotRead) as caught:
        read_bytes(bound(drawn(letters_drawn(MANY_CURVES)), pdf(WORDS)))
    assert caught.value.refusal is ScanWithoutText


@pytest.mark.parametrize("content", [FRAME, FRAME * 20, "", "40 40 500 700 re S\n" * 400])
def test_a_frame_or_a_table_without_words_is_no_page_of_letters(content: str) -> None:
    assert missing_pages(read_bytes(bound(pdf(WORDS), drawn(content), pdf(WORDS))).notices) == []


def test_curves_beside_words_change_nothing() -> None:
    curves = "polygon((0pt, 0pt), (10pt, 0pt), (10pt, 10pt))"
    read = read_bytes(pdf(f"{WORDS}\n#for _i in range(200) {{ {curves}; circle(radius: 2pt) }}"))
    assert missing_pages(read.notices) == []
    assert read.lines[0].text.startswith("Tuyên truyền")


@pytest.mark.heavy
def test_drawn_letters_are_recognised_in_their_place(tmp_path: Path) -> None:
    tesseract()
    try:
        found = subprocess.run(["gs", "--version"], capture_output=True, check=False)
    except FileNotFoundError:
        pytest.skip("gs")
    assert found.returncode == 0
    source, made, path = tmp_path / "a.pdf", tmp_path / "b.pdf", tmp_path / "c.pdf"
    source.write_bytes(pdf("II. NỘI DUNG\n\n1. Phát thanh trên loa của xã từ ngày 10/9/2025.\n"))
    subprocess.run(["gs", "-q", "-o", made, "-sDEVICE=pdfwrite", "-dNoOutputFonts", source], check=True)
    path.write_bytes(bound(pdf(WORDS), made.read_bytes(), pdf(WORDS)))
    read = read_file(path)
    assert "ocr" in read.notices
    assert next(line.text for line in read.lines if line.page == 2 and line.text) == "II. NỘI DUNG"
