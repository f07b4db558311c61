"""The real documents set on paper, put through a 200 dpi scanner and read back: what that costs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus_plans import golds, scorer, text_lines
from loa.documents.extraction.extract import extract
from loa.documents.extraction.serial import to_json
from loa.documents.reading.limited import read_file
from parts import tesseract
from sample.scans import scan, scanned, typeset_plan

MOST_LOST = 0.05


@pytest.mark.heavy
def test_scans_lose_little(shared: Path, tmp_path: Path) -> None:
    tesseract()
    score = scorer(shared).score
    lost: dict[str, float] = {}
    for name, gold in golds(shared).items():
        source = shared / "corpus" / "plans" / f"{name}.txt"
        path = tmp_path / f"{name}.pdf"
        path.write_bytes(scanned(scan(typeset_plan(source.read_text(encoding="utf-8")))))
        best = score(gold, json.loads(json.dumps(to_json(extract(text_lines(source))))))
        seen = score(gold, json.loads(json.dumps(to_json(extract(read_file(path).lines)))))
        lost[name] = sum(best.values()) / len(best) - sum(seen.values()) / len(seen)
    assert sum(lost.values()) / len(lost) <= MOST_LOST, lost
