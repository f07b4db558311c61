"""Every bad file gets one clear line that says what to do; nothing about it is stored."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from loa.documents import refusals
from loa.documents.reading import limited, limits
from loa.documents.reading.limited import read_file
from loa.documents.reading.readers import read_bytes
from loa.documents.refusals import REFUSAL_BY_NAME, CannotRead, UnreadableDocument
from sample.files import docx, docx_of, locked_pdf, ole, paragraph, pdf, png, scanned_pdf, zipped

ENTITIES = b'<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><d>&b;</d>'
WESTERN = "Le développement rural a été préparé à Genève".encode("cp1252")


def swollen(megabytes: int) -> bytes:
    return docx_of(b"<a>" + b" " * (megabytes * limits.MEGABYTE) + b"</a>")


CASES: dict[str, tuple[bytes | Callable[[], bytes], type[UnreadableDocument]]] = {
    "empty": (b"", refusals.EmptyFile),
    "blank": (b" \n\r\n ", refusals.EmptyFile),
    "nothing but zeros": (bytes(4096), refusals.EmptyFile),
    "old Word": (ole("WordDocument"), refusals.OldWordFile),
    "old Excel": (ole("Workbook"), refusals.UnknownFileType),
    "locked DOCX": (ole("EncryptedPackage"), refusals.PasswordProtected),
    "locked PDF": (locked_pdf(), refusals.PasswordProtected),
    "cut DOCX": (docx(paragraph("KẾ HOẠCH"))[:200], refusals.BrokenDocx),
    "DOCX of bad XML": (docx_of(b"<w:document"), refusals.BrokenDocx),
    "DOCX without text": (docx(""), refusals.EmptyFile),
    "DOCX without its part": (
        zipped({"[Content_Types].xml": "<Types/>", "_rels/.rels": "<Relationships/>"}),
        refusals.BrokenDocx,
    ),
    "spreadsheet": (docx_of(b"<workbook/>"), refusals.UnknownFileType),
    "plain zip": (zipped({"anh.png": png()}), refusals.UnknownFileType),
    "zip bomb": (lambda: swollen(120), refusals.SwollenDocx),
    "dense zip": (lambda: swollen(20), refusals.SwollenDocx),
    "entities": (docx_of(ENTITIES), refusals.UnsafeXml),
    "entities in UTF-16": (docx_of(ENTITIES.decode().encode("utf-16")), refusals.UnsafeXml),
    "cut PDF": (lambda: pdf("KẾ HOẠCH")[:300], refusals.BrokenPdf),
    "scan": (scanned_pdf, refusals.ScanWithoutText),
    "blank PDF": (lambda: pdf(""), refusals.ScanWithoutText),
    "photo": (png(), refusals.ScanWithoutText),
    "phone photo": (b"\x00\x00\x00\x18ftypheic" + bytes(64), refusals.PhonePicture),
    "many pages": (lambda: pdf("a\n#pagebreak()\n" * limits.MAX_PAGES + "a"), refusals.DocumentTooLong),
    "many lines": (lambda: b"a\n" * (limits.MAX_LINES + 5), refusals.DocumentTooLong),
    "program": (b"\x7fELF\x02\x01\x01" + bytes(64), refusals.UnknownFileType),
    "web page without words": (b"<!DOCTYPE html><script>x</script>", refusals.EmptyFile),
    "vector drawing": (b"<?xml version='1.0'?><svg/>", refusals.UnknownFileType),
    "RTF": (b"{\\rtf1 x}", refusals.RichTextFile),
    "letters that spell nothing": (WESTERN, refusals.UnknownEncoding),
}


@pytest.mark.parametrize("case", CASES)
def test_a_bad_file_is_refused_for_its_own_reason(case: str) -> None:
    data, expected = CASES[case]
    with pytest.raises(CannotRead) as caught:
        read_bytes(data() if callable(data) else data)
    assert caught.value.refusal is expected


HANDED = ("old Word", "locked PDF", "cut DOCX", "zip bomb")  # a process each


@pytest.mark.parametrize("case", ["empty", *(pytest.param(case, marks=pytest.mark.heavy) for case in HANDED)])
def test_the_reading_process_hands_the_refusal_over(case: str, tmp_path: Path) -> None:
    data, expected = CASES[case]
    path = tmp_path / "kế hoạch.docx"
    path.write_bytes(data() if callable(data) else data)
    with pytest.raises(UnreadableDocument) as caught:
        read_file(path)
    assert type(caught.value) is expected


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(refusals.FileMissing):
        read_file(tmp_path / "không có.docx")
    with pytest.raises(refusals.NotAFile):
        read_file(tmp_path)


def test_a_pipe_is_refused_and_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "ống")
    with pytest.raises(refusals.NotAFile):
        read_file(tmp_path / "ống")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "kín.txt"
    path.write_text("chữ", encoding="utf-8")
    path.chmod(0)
    with pytest.raises(refusals.FileNotAllowed):
        read_file(path)


def test_fifty_megabytes_are_refused_before_a_process_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limited, "_run", lambda *_args, **_more: pytest.fail("the file was opened"))
    path = tmp_path / "lớn.pdf"
    with path.open("wb") as file:
        file.truncate(50 * limits.MEGABYTE)
    with pytest.raises(refusals.FileTooBig, match="lớn hơn 20 MB"):
        read_file(path)


@pytest.mark.parametrize("refusal", REFUSAL_BY_NAME.values(), ids=REFUSAL_BY_NAME)
def test_each_refusal_is_one_line_that_says_what_to_do(refusal: type[UnreadableDocument]) -> None:
    message = refusal("kế hoạch\n\udcff.docx").message
    assert "\n" not in message
    assert "hãy " in message.lower()
    assert "{" not in message
    assert message.encode("utf-8")
