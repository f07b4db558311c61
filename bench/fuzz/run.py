"""`python -m bench.fuzz.run --target docx --runs 100000`: fuzz one target, keep its corpus, tell what was found.

Needs `uv pip install atheris`, which is not among the locked libraries: it is big and only for this. Prints one JSON
object; 0 when nothing was found.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from bench.fuzz.seeds import dictionary, seeds_of
from bench.fuzz.targets import TARGETS

ROOT = Path(__file__).resolve().parents[2]
MOST_ENDS = 20  # hangs and crashes after which a run is given up
TIMEOUT_SECONDS, MEMORY_MEGABYTES, LONGEST = 60, 700, 16_384


def main() -> int:
    """Fuzz as the words of the call say."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--target", choices=TARGETS, required=True)
    parser.add_argument("--runs", type=int, default=10_000)
    parser.add_argument("--folder", type=Path, default=ROOT / "var" / "fuzz")
    call = parser.parse_args()
    if importlib.util.find_spec("atheris") is None:
        sys.stderr.write("Chưa có Atheris. Cài bằng: uv pip install atheris\n")
        return 1
    figures = fuzz(call.target, call.runs, folder=call.folder.resolve() / call.target)
    print(json.dumps(figures, ensure_ascii=False))  # noqa: T201
    return 1 if figures["findings"] else 0


def fuzz(target: str, runs: int, *, folder: Path) -> dict[str, Any]:
    """Run until `runs` inputs were tried; a process that a finding ended is started again for the rest."""
    corpus, findings = folder / "corpus", folder / "findings"
    for place in (corpus, findings):
        place.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds_of(target)):
        (corpus / f"seed-{number}").write_bytes(seed)
    _write_dictionary(folder / "words.dict", dictionary(target))
    began, tried, refused, ends = time.monotonic(), 0, 0, 0
    while tried < runs and ends < MOST_ENDS:
        code = _one_process(target, folder, runs=runs - tried)
        counts = _counts(findings)
        tried += counts["tried"]
        refused += counts["refused"]
        ends += code != 0
    found = sorted(path.name for path in findings.iterdir() if path.name != "counts.json" and path.suffix != ".bin")
    return {
        "target": target,
        "tried": tried,
        "refused": refused,
        "ended": ends,
        "findings": found,
        "seconds": round(time.monotonic() - began, 1),
    }


def _one_process(target: str, folder: Path, *, runs: int) -> int:
    """One life of the fuzzer; its exit code."""
    (folder / "findings" / "counts.json").unlink(missing_ok=True)
    command = [
        *(sys.executable, "-m", "bench.fuzz.child", target, str(folder / "findings")),
        *(f"-runs={runs}", f"-timeout={TIMEOUT_SECONDS}", f"-rss_limit_mb={MEMORY_MEGABYTES}", f"-max_len={LONGEST}"),
        *(f"-dict={folder / 'words.dict'}", f"-artifact_prefix={folder / 'findings'}/", str(folder / "corpus")),
    ]
    places = [str(ROOT / "src"), str(ROOT), os.environ.get("PYTHONPATH", "")]
    with (folder / "log.txt").open("ab") as log:
        done = subprocess.run(
            command, env=os.environ | {"PYTHONPATH": os.pathsep.join(places)}, stdout=log, stderr=log, check=False
        )
    return done.returncode


def _counts(findings: Path) -> dict[str, int]:
    """What the process last wrote down: to the nearest thousand where it was ended."""
    try:
        counts: dict[str, int] = json.loads((findings / "counts.json").read_text(encoding="ascii"))
    except (OSError, ValueError):
        return {"tried": 0, "refused": 0}
    return counts


def _write_dictionary(path: Path, words: list[bytes]) -> None:
    rows = ('"' + "".join(f"\\x{byte:02x}" for byte in word) + '"' for word in words)
    path.write_text("\n".join(rows) + "\n", encoding="ascii")


if __name__ == "__main__":
    sys.exit(main())
