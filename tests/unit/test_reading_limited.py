"""The reading process: it has no powers, it knows no Django, and it cannot take ours down with it."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from loa.documents.reading import limited, limits
from loa.documents.reading.limited import read_file
from loa.documents.refusals import UnreadableDocument
from sample.files import docx, docx_of, paragraph, pdf, zipped

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
    code = f"import sys; from loa.documents.reading.child import give_up_powers; give_up_powers(); {POWERS[power]}"
    done = subprocess.run([sys.executable, "-c", code, str(target)], capture_output=True, text=True, check=False)
    assert "PermissionError" in done.stderr
    assert target.read_text(encoding="utf-8") == "giữ nguyên"


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


def deep_document() -> bytes:
    noise = "".join(hashlib.sha256(bytes([number])).hexdigest() for number in range(99)).encode()
    nested = b"<ins>" * 20_000 + b"</ins>" * 20_000
    return docx_of(b"<document><!--" + noise + b"--><body>" + nested + b"</body></document>")


def heavy_document() -> bytes:
    """About 90 MB of small elements from less than a megabyte: more than the memory the child may take."""
    noise = b"".join(b"<p><r><t>%x</t></r></p>" % (number * 2654435761 % 2**32) for number in range(30_000))
    return docx_of(b"<document><body>" + noise * 110 + b"</body></document>")


@pytest.mark.parametrize(
    "make", [pytest.param(deep_document, id="too deep"), pytest.param(heavy_document, id="too heavy", marks=HEAVY)]
)
def test_a_child_that_breaks_is_one_refusal(make: Callable[[], bytes], tmp_path: Path) -> None:
    path = tmp_path / "nang.docx"
    path.write_bytes(make())
    with pytest.raises(UnreadableDocument) as caught:
        read_file(path)
    assert "bị dừng giữa chừng" in caught.value.message


def test_a_child_that_takes_too_long_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "cham.txt"
    path.write_text("chữ", encoding="utf-8")
    monkeypatch.setattr(limits, "WALL_SECONDS", 0.01)
    began = time.monotonic()
    with pytest.raises(UnreadableDocument):
        read_file(path)
    assert time.monotonic() - began < 5


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
    monkeypatch.setattr(limited, "_run_child", lambda _path: said)
    with pytest.raises(UnreadableDocument):
        read_file(path)


def test_an_odd_zip_is_no_word_document(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(zipped({"mimetype": "application/vnd.oasis.opendocument.text"}))
    with pytest.raises(UnreadableDocument, match="không phải DOCX"):
        read_file(path)
