"""How far the import is: a bar on a terminal, a plain line a file elsewhere."""

from __future__ import annotations

import shutil
import sys
from typing import TextIO

from loa.core.language import gettext as _

BAR = 24


class ImportProgress:
    """Told of each file as it begins and as it ends."""

    def __init__(self, total: int, stream: TextIO | None = None) -> None:
        self._total = total
        self._stream = sys.stdout if stream is None else stream
        self._is_terminal = self._stream.isatty()

    def begin(self, number: int, name: str) -> None:
        if self._is_terminal:
            full = BAR * (number - 1) // self._total
            bar = "█" * full + "·" * (BAR - full)
            self._write(f"{bar} {number}/{self._total} {name}")

    def end(self, number: int, name: str, *, words: str) -> None:
        """:param words: what became of the file."""
        if not self._is_terminal:
            print(f"[{number}/{self._total}] {name}: {words}", file=self._stream, flush=True)

    def close(self) -> None:
        if self._is_terminal:
            self._write("")

    def _write(self, line: str) -> None:
        """Over the last line; never longer than the terminal is wide, or it would begin a new one."""
        room = shutil.get_terminal_size().columns - 1
        shown = line if len(line) <= room else line[: room - 1] + "…"
        print(f"\r\033[K{shown}", end="", file=self._stream, flush=True)


def total_words(*, imported: int, known: int, refused: int, passed_over: int) -> str:
    """The counts of one run in a line; together they are all files."""
    return _("Đã nhập {imported}, đã có {known}, bị từ chối {refused}, bỏ qua {passed_over}.").format(
        imported=imported, known=known, refused=refused, passed_over=passed_over
    )
