"""One line a step, so that a person sees what is being done."""

from __future__ import annotations

import sys


class Progress:
    """Prints numbered steps and what came of them; to standard error when standard output carries JSON."""

    def __init__(self, *, to_stderr: bool) -> None:
        self._stream = sys.stderr if to_stderr else sys.stdout
        self._number = 0

    def step(self, text: str) -> None:
        self._number += 1
        print(f"[{self._number}] {text}", file=self._stream, flush=True)

    def note(self, text: str) -> None:
        print(f"    {text}", file=self._stream, flush=True)

    def line(self, text: str = "") -> None:
        print(text, file=self._stream, flush=True)
