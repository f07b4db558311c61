"""`python -m bench.fuzz.child TARGET FINDINGS LIBFUZZER-WORDS…`: the process that the fuzzer lives in.

An exception that is no refusal is written down under its place in the code, once each, and the run goes on; a hang, too
much memory or a crash of native code end the process, and libFuzzer writes the input down.
"""

from __future__ import annotations

import hashlib
import json
import sys
import time
import traceback
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["loa"]):
    from bench.fuzz.targets import TARGETS, is_allowed

SLOW_SECONDS = 2.0  # of CPU: a busy machine is no finding


class Notebook:
    """The findings of one run, and how many inputs were tried, refused and read."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.counts = {"tried": 0, "refused": 0, "findings": 0}

    def note(self, data: bytes, words: str, *, place: str) -> None:
        """Write one finding down, unless one of the same place is there."""
        name = hashlib.sha256(place.encode()).hexdigest()[:12]
        self.counts["findings"] += 1
        path = self._folder / f"{name}.txt"
        if not path.exists():
            path.write_text(words, encoding="utf-8")
            (self._folder / f"{name}.bin").write_bytes(data)

    def keep(self) -> None:
        (self._folder / "counts.json").write_text(json.dumps(self.counts), encoding="ascii")


def _place(error: Exception) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    last = frames[-1]
    return f"{type(error).__name__} {Path(last.filename).name}:{last.lineno}"


def main() -> None:
    """Let libFuzzer call the target until it has had its runs."""
    name, folder, *words = sys.argv[1:]
    target, notebook = TARGETS[name], Notebook(Path(folder))

    def try_one(data: bytes) -> None:
        began = time.process_time()
        try:
            target(data)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what we are looking for
            if is_allowed(error):
                notebook.counts["refused"] += 1
            else:
                notebook.note(data, traceback.format_exc(), place=_place(error))
        if time.process_time() - began > SLOW_SECONDS:
            notebook.note(data, f"slow: {time.process_time() - began:.1f} s", place=f"slow {len(data).bit_length()}")
        notebook.counts["tried"] += 1
        if notebook.counts["tried"] % 1000 == 0:
            notebook.keep()

    atheris.Setup([sys.argv[0], *words], try_one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
