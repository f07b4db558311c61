"""The reading process: it has no powers, it knows no Django, and it cannot take ours down with it."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from loa.documents.extraction.extract import extract
from loa.documents.ports import Line
from loa.documents.reading import limited, limits
from loa.documents.reading.limited import extract_file, read_file
from loa.documents.reading.text import ReadDocument
from loa.documents.refusals import ClassifiedDocument, UnreadableDocument
from sample.files import docx, docx_of, paragraph, pdf, scanned_pdf, zipped

HEAVY = pytest.mark.heavy
POWERS = {
    "network": "import socket; socket.socket()",
    "program": "import subprocess; subprocess.run(['true'])",
    "write": "open(sys.argv[1], 'w')",
    "delete": "import os; os.remove(sys.argv[1])",
}


@pytest.mark.parametrize("power", POWERS)
def test_the_child_has_given_up(power: str, tmp_path: Path) -> None:
    target = tmp_path / "keep.txt"
    target.write_text("giữ nguyên", encoding="utf-8")
    code = f"import sys; from loa.documents.reading.powers import give_up_powers; give_up_powers(); {POWERS[power]}"
    done = subprocess.run([sys.executable, "-c", code, str(target)], capture_output=True, text=True, check=False)
    assert "PermissionError" in done.stderr
    assert target.read_text(encoding="utf-8") == "giữ nguyên"


@pytest.mark.skipif(sys.platform != "linux", reason="namespaces are Linux's own")
def test_the_child_has_left_the_network() -> None:
    code = """
import os
from loa.documents.reading.powers import give_up_powers
before = os.readlink("/proc/self/ns/net")
give_up_powers()
print(os.readlink("/proc/self/ns/net") != before, open("/proc/self/net/dev").read().count(":"))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    has_left, interfaces = done.stdout.split()
    if has_left == "False":
        pytest.skip("this kernel gives no network of one's own")
    assert interfaces == "1"  # the loopback alone, and that is down


def test_of_a_secret_not_a_word_leaves_the_child(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("MẬT\nKẾ HOẠCH\nDiễn tập ở Suối Đá", encoding="utf-8")
    for mode in ("read", "extract"):
        command = [sys.executable, "-m", limited.CHILD, mode, str(path)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        assert (done.stdout, done.stderr) == ('{"refusal": "ClassifiedDocument"}', "")


def test_what_is_extracted_in_the_child_is_what_is_extracted_here() -> None:
    sample = Path(__file__).resolve().parents[2] / "src" / "loa" / "cli" / "sample" / "ke-hoach-dong-suong.docx"
    document, result = extract_file(sample)
    assert document == read_file(sample)
    assert result == extract(document.lines)


@pytest.mark.heavy
def test_recognised_lines_are_extracted_in_the_child_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = (Line(1, "KẾ HOẠCH", page=1, confidence=0.8, doubtful=("KẾ",)), Line(2, "I. MỤC ĐÍCH", page=1))
    seen = ReadDocument(media_type="image/png", lines=lines, sha256="a", notices=("ocr",))
    monkeypatch.setattr(limited, "read_scan", lambda _path, _note: seen)
    path = tmp_path / "anh.pdf"
    path.write_bytes(scanned_pdf())
    document, result = extract_file(path)
    assert document == seen
    assert result == replace(extract(lines), notices=seen.notices)


def test_a_recognised_secret_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = ReadDocument(media_type="image/png", lines=(Line(1, "TỐI MẬT", page=1), Line(2, "KẾ HOẠCH", page=1)))
    monkeypatch.setattr(limited, "read_scan", lambda _path, _note: seen)
    path = tmp_path / "anh.pdf"
    path.write_bytes(scanned_pdf())
    for read in (read_file, extract_file):
        with pytest.raises(ClassifiedDocument):
            read(path)


def test_the_child_does_not_load_django() -> None:
    code = "import sys, loa.documents.reading.child as child; print('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", "KẾ HOẠCH\nTuyên truyền".encode()),
        ("a.docx", docx(paragraph("KẾ HOẠCH") + paragraph("Tuyên truyền"))),
        ("a.pdf", pdf("KẾ HOẠCH \\ Tuyên truyền")),
        ("không dấu cách.đuôi lạ", "KẾ HOẠCH\nTuyên truyền".encode("utf-16")),
    ],
)
def test_each_kind_is_read_by_what_it_is(name: str, data: bytes, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert [line.text for line in read_file(path).lines] == ["KẾ HOẠCH", "Tuyên truyền"]


def heavy_document() -> bytes:
    """About 90 MB of small elements from less than a megabyte: more than the memory the child may take."""
    noise = b"".join(b"<p><r><t>%x</t></r></p>" % (number * 2654435761 % 2**32) for number in range(30_000))
    return docx_of(b"<document><body>" + noise * 110 + b"</body></document>")


@HEAVY
def test_a_child_that_breaks_is_one_refusal(tmp_path: Path) -> None:
    path = tmp_path / "nang.docx"
    path.write_bytes(heavy_document())
    with pytest.raises(UnreadableDocument) as caught:
        read_file(path)
    assert "bị dừng giữa chừng" in caught.value.message


def test_a_child_that_takes_too_long_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "cham.txt"
    path.write_text("chữ", encoding="utf-8")
    monkeypatch.setattr(limits, "WALL_SECONDS", 0.01)
    with pytest.raises(UnreadableDocument):
        read_file(path)


def test_a_child_that_says_too_much_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "dai.txt"
    path.write_text("chữ\n" * 50, encoding="utf-8")
    monkeypatch.setattr(limits, "OUTPUT_BYTES", 100)
    with pytest.raises(UnreadableDocument):
        read_file(path)


@pytest.mark.parametrize("said", [b"", b"[]", b"{}", b'{"document": {}}', b'{"refusal": "Exit"}', b"\xff"])
def test_nonsense_from_the_child_is_one_refusal(said: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("chữ", encoding="utf-8")
    monkeypatch.setattr(limited, "_run", lambda *_words: said)
    with pytest.raises(UnreadableDocument):
        read_file(path)


def test_an_odd_zip_is_no_word_document(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(zipped({"mimetype": "application/vnd.oasis.opendocument.text"}))
    with pytest.raises(UnreadableDocument, match="không phải DOCX"):
        read_file(path)
