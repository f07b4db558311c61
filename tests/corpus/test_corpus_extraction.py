"""The real documents: gold is reached within floors, every document is read, every anchor holds."""

from __future__ import annotations

import json
from pathlib import Path

from anchoring import assert_anchored, assert_quoted
from corpus_plans import golds, scorer, text_lines
from loa.documents.extraction.extract import extract
from loa.documents.extraction.serial import to_json

SEED = "00"
FLOORS = {"header": 0.99, "recipients": 0.99, "citations": 0.99, "outline": 0.99, "windows": 0.98, "assignments": 0.97}


def documents(shared: Path) -> list[Path]:
    return sorted((shared / "corpus").glob("plans/*.txt")) + sorted((shared / "corpus").glob("unlabelled/*.txt"))


def test_gold_is_reached(shared: Path) -> None:
    score = scorer(shared).score
    rows: dict[str, dict[str, float]] = {}
    for name, gold in golds(shared).items():
        path = shared / "corpus" / "plans" / f"{name}.txt"
        rows[name] = score(gold, json.loads(json.dumps(to_json(extract(text_lines(path))))))
    means = {group: sum(row[group] for row in rows.values()) / len(rows) for group in FLOORS}
    assert {group: means[group] for group in FLOORS if means[group] < FLOORS[group]} == {}
    seed = next(row for name, row in rows.items() if name.startswith(SEED))
    assert set(seed.values()) == {1.0}


def test_the_seed_plan_gives_its_campaign(shared: Path) -> None:
    result = extract(text_lines(next((shared / "corpus" / "plans").glob(f"{SEED}*.txt"))))
    assert result.topics == tuple(f"II.{n}" for n in range(1, 9))
    assert [row.clause for row in result.activities] == ["III.1", "III.2", "III.3"]
    assert all(row.channels for row in result.activities)
    assert result.budget == ("IV",)
    assert len(result.assignments) == 14
    assert [(duty.clause, duty.every, duty.is_periodic, duty.is_ad_hoc) for duty in result.reporting] == [
        ("V.1", None, True, True),
        ("", None, True, True),
    ]
    assert result.reporting[1].receiver == "UBND xã"
    assert result.reporting[1].through is not None


def test_every_document_is_read_and_every_anchor_holds(shared: Path) -> None:
    paths = documents(shared)
    assert len(paths) > len(golds(shared))
    for path in paths:
        lines = text_lines(path)
        result = extract(lines)
        assert_anchored(result, path.name)
        assert_quoted(result, lines, path.name)
