"""The spoken form against real phrases and their accepted readings."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from loa.vietnamese.spoken import spoken_form

AIM = 0.97


def test_real_phrases_are_read_as_people_read_them(shared: Path, tmp_path: Path) -> None:
    gold = shared / "corpus" / "speech_dev.jsonl"
    predictions = tmp_path / "predictions.jsonl"
    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    said = [{"id": row["id"], "spoken": spoken_form(row["written"]).text} for row in rows]
    predictions.write_text("\n".join(map(json.dumps, said)), encoding="utf-8")
    scorer = [sys.executable, str(shared / "eval" / "score_speech.py"), str(gold), str(predictions)]
    run = subprocess.run([*scorer, "--json", "--errors", "20"], capture_output=True, check=True)
    score = json.loads(run.stdout)
    assert score["all"]["exact"] >= AIM, score["errors"]


@pytest.mark.parametrize("folder", ["plans", pytest.param("unlabelled", marks=pytest.mark.heavy)])
def test_whole_real_documents_leave_nothing_unspoken(shared: Path, folder: str) -> None:
    for path in sorted((shared / "corpus" / folder).glob("*.txt")):
        spoken = spoken_form(path.read_text(encoding="utf-8")).text
        assert {c for c in spoken if not (c.isalpha() or c.isspace() or c in ",.;:?!")} == set(), path.name
