"""The sample plan: both files say the same, and the reader gets out of them what a person wrote down."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from loa.documents.admission import is_plan
from loa.documents.extraction.extract import extract
from loa.documents.extraction.serial import to_json
from loa.documents.ports import ExtractionResult
from loa.documents.reading.limited import read_file
from loa.documents.reading.secrecy import secrecy_mark

TESTS = Path(__file__).resolve().parent.parent
SAMPLE = TESTS.parent / "src" / "loa" / "cli" / "sample"
GOLD: dict[str, Any] = json.loads((TESTS / "sample" / "gold.json").read_text(encoding="utf-8"))
SUFFIXES = (".docx", ".pdf")


@cache
def extracted(suffix: str) -> ExtractionResult:
    return extract(read_file(SAMPLE / f"ke-hoach-dong-suong{suffix}").lines)


@pytest.mark.parametrize("part", GOLD)
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_sample_is_read_as_its_gold_says(suffix: str, part: str) -> None:
    assert to_json(extracted(suffix))[part] == GOLD[part]


def words_of_clauses(suffix: str) -> list[tuple[str, str | None, list[str]]]:
    """A PDF has line ends where Word has none, so the words are compared."""
    return [(clause.label, clause.parent, clause.text.split()) for clause in extracted(suffix).clauses]


def test_both_files_give_the_same_clauses() -> None:
    assert words_of_clauses(".docx") == words_of_clauses(".pdf")


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_sample_is_a_plan_without_a_secrecy_mark(suffix: str) -> None:
    result = extracted(suffix)
    assert is_plan(result)
    assert secrecy_mark(result.lines) is None


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_sample_yields_topics_activities_money_and_reports(suffix: str) -> None:
    result = extracted(suffix)
    assert result.topics == tuple(f"II.{number}" for number in range(1, 9))
    assert [activity.clause for activity in result.activities] == [f"III.{number}" for number in range(1, 5)]
    assert result.budget == ("IV",)
    assert any(duty.is_periodic and duty.is_ad_hoc and duty.every is None for duty in result.reporting)
