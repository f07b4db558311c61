"""Tesseract, run on one picture as a process with limits; never through a shell, never with a file on the disk."""

from __future__ import annotations

import contextlib
import csv
import re
import resource
import shutil
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from PIL import Image

from loa.documents.reading import limits
from loa.documents.reading.isolated import feed_to, finished_output

LANGUAGE = "vie"
_ENVIRONMENT = {"OMP_THREAD_LIMIT": "1", "LC_ALL": "C", "PATH": "/usr/bin:/bin"}
_PATIENCE = 10.0  # seconds for the list of languages
_WORD = "5"  # the level of a word in Tesseract's table
_TURN = re.compile(rb"Rotate: (0|90|180|270)\s")


@dataclass(frozen=True, slots=True)
class Word:
    """One word with its place in dots from the top left, and Tesseract's confidence in it (0 to 1)."""

    text: str
    left: int
    top: int
    right: int
    bottom: int
    confidence: float
    line: tuple[str, ...]  # which of Tesseract's lines it belongs to


@cache
def program() -> str | None:
    """Where Tesseract is, if it is here and knows Vietnamese."""
    found = shutil.which("tesseract")
    if found is None:
        return None
    try:
        done = subprocess.run(
            [found, "--list-langs"], capture_output=True, timeout=_PATIENCE, check=False, env=_ENVIRONMENT
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return found if LANGUAGE.encode() in done.stdout.split() else None


def words_in(page: Image.Image, *, dpi: int, is_block: bool = False) -> list[Word] | None:
    """The words of a grey picture; None where Tesseract broke off or a limit stopped it.

    :param is_block: the picture holds one column of even lines, not a whole page.
    """
    layout = ["--psm", "6" if is_block else "4", "-c", "tessedit_do_invert=0"]
    output = _run(page, ["-l", LANGUAGE, "--dpi", str(dpi), *layout, "tsv"])
    return None if output is None else list(_words(output.decode("utf-8", "replace")))


def quarter_turn(page: Image.Image) -> int:
    """By how many degrees counter-clockwise the picture must be turned to stand upright: 0, 90, 180 or 270."""
    output = _run(page, ["-l", "osd", "--psm", "0"])
    found = _TURN.search(output or b"")
    return -int(found.group(1)) % 360 if found else 0


def _run(page: Image.Image, options: list[str]) -> bytes | None:
    where = program()
    if where is None:
        return None
    deadline = time.monotonic() + limits.OCR_WALL_SECONDS
    with subprocess.Popen(
        [where, "stdin", "stdout", *options],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd="/",
        env=_ENVIRONMENT,
    ) as process:
        _limit(process.pid)  # before it is given a byte to read
        feed_to(process, b"P5 %d %d 255\n" % page.size + page.tobytes())
        return finished_output(process, deadline)


def _limit(pid: int) -> None:
    values = {
        "RLIMIT_CPU": int(limits.OCR_WALL_SECONDS),
        "RLIMIT_AS": limits.OCR_ADDRESS_SPACE_BYTES,
        "RLIMIT_FSIZE": 0,
        "RLIMIT_CORE": 0,
        "RLIMIT_NOFILE": limits.OPEN_FILES,
    }
    for name, value in values.items():
        with contextlib.suppress(AttributeError, ValueError, OSError):  # other systems than Linux
            resource.prlimit(pid, getattr(resource, name), (value, value))


def _words(table: str) -> Iterator[Word]:
    for row in csv.DictReader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
        text = (row.get("text") or "").strip()
        if row.get("level") != _WORD or not text:
            continue
        left, top, width, height = (int(row[name]) for name in ("left", "top", "width", "height"))
        place = (row["block_num"], row["par_num"], row["line_num"])
        confidence = min(1.0, max(0.0, float(row["conf"]) / 100))
        yield Word(text, left, top, left + width, top + height, confidence, place)
