"""Reading a file that came from outside: in a child process with limits, whatever the file does to it."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from loa.documents.extraction.serial import from_json as extraction_from_json
from loa.documents.ports import ExtractionResult
from loa.documents.reading import limits
from loa.documents.reading.isolated import run_module
from loa.documents.reading.ocr.amid import with_scanned_pages
from loa.documents.reading.ocr.scan import Note, read_scan
from loa.documents.reading.secrecy import secrecy_mark
from loa.documents.reading.text import ReadDocument, from_json
from loa.documents.refusals import (
    REFUSAL_BY_NAME,
    ClassifiedDocument,
    EmptyFile,
    FileMissing,
    FileNotAllowed,
    FileTooBig,
    NotAFile,
    ScanWithoutText,
    UnreadableDocument,
)

CHILD = "loa.documents.reading.child"
READ, EXTRACT, PLAN = "read", "extract", "plan"  # what the child is asked for
LINES_FOR = {EXTRACT: "lines", PLAN: "plan-lines"}
Made = TypeVar("Made")


def read_file(path: Path, note: Note | None = None) -> ReadDocument:
    """Read a file into numbered lines; of a scan or a photo the letters are recognised.

    :param note: told (page, pages) as pages of pictures are read.
    :raises UnreadableDocument: the file is refused; the subclass says why (`ClassifiedDocument` for a mark of secrecy).
    """
    check_file(path)
    try:
        document = _made(path, _run(READ, str(path.resolve())), make=lambda said: from_json(said["document"]))
    except ScanWithoutText:
        return _open(path, read_scan(path, note))
    return _open(path, with_scanned_pages(path, document, note=note))


def extract_file(
    path: Path, note: Note | None = None, *, as_plan: bool = False
) -> tuple[ReadDocument, ExtractionResult]:
    """Read a file into numbered lines, and what they say; a rule that is slow on them is stopped like a slow reader.

    :param as_plan: the paragraphs of a letter without numbers are its clauses (`extraction.letters`).
    :raises UnreadableDocument: as `read_file`.
    """
    check_file(path)
    mode = PLAN if as_plan else EXTRACT
    try:
        read, result = _made(path, _run(mode, str(path.resolve())), make=_read_and_extracted)
    except ScanWithoutText:
        document = _open(path, read_scan(path, note))
    else:
        document = with_scanned_pages(path, read, note=note)
        if document is read:
            return read, result
        _open(path, document)
    rows = json.dumps([[line.page, line.text] for line in document.lines], ensure_ascii=False).encode("utf-8")
    return document, _made(path, _run(LINES_FOR[mode], feed=rows), make=lambda said: _extracted(said, document))


def _open(path: Path, document: ReadDocument) -> ReadDocument:
    """The recognised document, unless it bears a mark of secrecy; the child looks for it in text layers alone."""
    if secrecy_mark(document.lines) is not None:
        raise ClassifiedDocument(path.name)
    return document


def _read_and_extracted(said: dict[str, Any]) -> tuple[ReadDocument, ExtractionResult]:
    document = from_json(said["document"])
    return document, _extracted(said, document)


def _extracted(said: dict[str, Any], document: ReadDocument) -> ExtractionResult:
    result = extraction_from_json(said["extraction"], "\n".join(line.text for line in document.lines))
    return replace(result, lines=document.lines, notices=document.notices)


def _run(*words: str, feed: bytes = b"") -> bytes | None:
    return run_module(CHILD, words, seconds=limits.WALL_SECONDS, feed=feed)


def _made(path: Path, output: bytes | None, *, make: Callable[[dict[str, Any]], Made]) -> Made:
    """What `make` makes of the child's answer; the child is not trusted to have kept its form."""
    if output is None:
        raise UnreadableDocument(path.name)
    try:
        said: dict[str, Any] = json.loads(output)
        if "refusal" in said:
            raise REFUSAL_BY_NAME[said["refusal"]](path.name)
        return make(said)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise UnreadableDocument(path.name) from error


def check_file(path: Path) -> None:
    """Look at a file from outside only: its kind and its size, before a byte of it is read.

    :raises UnreadableDocument: missing, no file, not allowed, empty or over the limit.
    """
    try:
        if path.exists() and not path.is_file():
            raise NotAFile(path.name)
        size = path.stat().st_size
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise FileMissing(path.name) from error
    except OSError as error:
        raise FileNotAllowed(path.name) from error
    if size == 0:
        raise EmptyFile(path.name)
    if size > limits.MAX_FILE_BYTES:
        raise FileTooBig(path.name)
    if not os.access(path, os.R_OK):
        raise FileNotAllowed(path.name)
