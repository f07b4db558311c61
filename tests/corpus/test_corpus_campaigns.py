"""Real plans become campaigns; what they ask beyond the boundary stays words on a page."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import pytest

from cast import NOW, Cast
from loa.campaigns.boundary import Extent, judge
from loa.campaigns.models import Activity, Assignment, Campaign, OpenQuestion, OutsideClause, ReportingDuty, Topic
from loa.campaigns.plan import Plan
from loa.campaigns.selectors import campaign_counts, channels_of, topics_to_tell
from loa.campaigns.services.confirm_plan import confirm_plan
from loa.documents.extraction.extract import extract
from loa.documents.ports import ExtractionResult
from loa.documents.reading.text import Page, lines_of
from plan_words import a_plan_document


def read(path: Path) -> ExtractionResult:
    return extract(lines_of([Page(None, path.read_text(encoding="utf-8"))]))


def make(cast: Cast, path: Path, number: int = 0) -> Campaign:
    document = a_plan_document(cast.commune, cast.hanh, read(path), sha256=f"{number:064d}")
    return confirm_plan(document=document, actor=cast.hanh.actor, at=NOW)


@pytest.fixture
def commune_plan(shared: Path) -> Path:
    return next((shared / "corpus" / "plans").glob("00-*.txt"))


def test_the_plan_of_a_real_commune_gives_the_counts_that_were_agreed(cast: Cast, commune_plan: Path) -> None:
    counts = asdict(campaign_counts(make(cast, commune_plan)))
    assert counts.pop("open_questions") >= 5
    assert counts == {"topics": 8, "activities": 3, "outside": 3, "requests": 1, "assignments": 8}


def test_its_clauses_outside_loa_are_no_work(cast: Cast, commune_plan: Path) -> None:
    campaign = make(cast, commune_plan)
    whole = {row.clause for row in campaign.outside_clauses.filter(is_whole=True)}
    assert whole == {"II.8", "III.3", "V.3"}
    assert not Assignment.objects.filter(clause__in=whole).exists()
    assert not topics_to_tell(campaign).filter(clause__in=whole).exists()
    assert {row.clause for row in Activity.objects.exclude(outside=None)} == {"III.3"}
    assert len(channels_of(campaign)) == 5


def test_its_mixed_clauses_keep_the_rest_as_work(cast: Cast, commune_plan: Path) -> None:
    campaign = make(cast, commune_plan)
    mixed = {row.clause: row.quote for row in campaign.outside_clauses.filter(is_whole=False)}
    assert set(mixed) == {"III.2", "V.4"}
    for row in campaign.assignments.filter(clause__in=mixed):
        assert row.duty and mixed[row.clause] not in row.duty
        assert judge("", row.duty).extent is Extent.NONE


def test_every_kind_of_open_question_of_that_plan_is_asked(cast: Cast, commune_plan: Path) -> None:
    make(cast, commune_plan)
    kinds = set(OpenQuestion.objects.values_list("kind", flat=True))
    assert kinds == {"blank-number", "blank-day", "no-interval", "unit-unified", "mixed-clause"}


@pytest.mark.heavy
def test_every_real_plan_becomes_a_campaign_within_the_boundary(cast: Cast, shared: Path) -> None:
    for number, path in enumerate(sorted((shared / "corpus" / "plans").glob("*.txt"))):
        make(cast, path, number)
    words = [
        *Topic.objects.filter(outside=None).values_list("text", flat=True),
        *Activity.objects.filter(outside=None).values_list("title", flat=True),
        *Assignment.objects.values_list("duty", flat=True),
        *ReportingDuty.objects.values_list("quote", flat=True),
    ]
    assert len(words) > 100
    assert [text for text in words if judge("", text).extent is not Extent.NONE] == []
    assert all(row.reason and row.offer for row in OutsideClause.objects.all())


def test_every_real_document_keeps_its_words(shared: Path) -> None:
    for path in sorted((shared / "corpus" / "unlabelled").glob("*.txt")):
        plan = Plan(read(path))
        for label, verdict in plan.verdicts.items():
            place = plan.place_of_clause(label)
            assert place.line_from <= place.line_to
            if verdict.extent is Extent.NONE:
                assert " ".join(verdict.rest.split()) == " ".join(plan.clauses[label].text.split())
