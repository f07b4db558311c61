"""A plan becomes a campaign once, row by row with its line, and nothing outside the boundary becomes work."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import models

from cast import NOW, Cast
from loa.campaigns.models import (
    Activity,
    Assignment,
    Campaign,
    Deadline,
    OpenQuestion,
    OutsideClause,
    ReportingDuty,
    Topic,
)
from loa.campaigns.models.quoted import QuotedRow
from loa.campaigns.refusals import MayNotStartCampaign
from loa.campaigns.selectors import campaign_counts, channels_of, topics_to_tell
from loa.campaigns.services import fill_campaign as module
from loa.campaigns.services.create_campaign import create_campaign
from loa.core.models import AuditEntry
from loa.documents.ports import AssignmentRow, Clause, Window
from loa.units.models import Unit, UnitAlias, UnitKind
from plan_words import LINES, SMALL_PLAN, a_plan_document, with_changes


@pytest.fixture
def campaign(cast: Cast) -> Campaign:
    return create_campaign(document=a_plan_document(cast.commune, cast.hanh), actor=cast.hanh.actor, at=NOW)


def quoted_rows() -> list[QuotedRow]:
    kinds = [model for model in QuotedRow.__subclasses__() if not model._meta.abstract]
    return [row for model in kinds for row in model.objects.all()]


def everything() -> dict[str, int]:
    kinds: list[type[models.Model]] = [*QuotedRow.__subclasses__(), Campaign, Deadline, Unit, UnitAlias, AuditEntry]
    return {model.__name__: model._default_manager.count() for model in kinds}


def test_the_counts_are_what_the_plan_asks_for(campaign: Campaign) -> None:
    counts = campaign_counts(campaign)
    assert (counts.topics, counts.activities, counts.outside) == (3, 2, 3)
    assert (counts.assignments, counts.requests) == (5, 1)
    assert counts.open_questions == OpenQuestion.objects.count()


def test_the_period_is_that_of_the_work(campaign: Campaign) -> None:
    assert (campaign.start_date, campaign.end_date) == (date(2025, 9, 8), date(2025, 11, 30))


def test_asked_again_nothing_doubles(cast: Cast, campaign: Campaign) -> None:
    before = everything()
    again = create_campaign(document=campaign.document, actor=cast.hanh.actor, at=NOW)
    assert again == campaign
    assert everything() == before


def test_killed_half_way_it_starts_over(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    document = a_plan_document(cast.commune, cast.hanh)
    before = everything()
    with monkeypatch.context() as patched:
        patched.setattr(module, "questions_of", lambda _plan: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            create_campaign(document=document, actor=cast.hanh.actor, at=NOW)
    assert everything() == before
    assert campaign_counts(create_campaign(document=document, actor=cast.hanh.actor, at=NOW)).topics == 3


def test_every_row_has_its_words_and_lines(campaign: Campaign) -> None:
    for row in quoted_rows():
        assert 1 <= row.line_from <= row.line_to <= len(LINES)
        printed = " ".join(line.text for line in LINES[row.line_from - 1 : row.line_to])
        for words in row.quote.split("[…]"):
            assert words.strip(" .;,") in printed


def test_nothing_outside_becomes_work(campaign: Campaign) -> None:
    whole = {row.clause for row in OutsideClause.objects.filter(is_whole=True)}
    assert whole == {"II.3", "III.2", "V.3"}
    for row in quoted_rows():
        if isinstance(row, OutsideClause):
            assert row.reason and row.offer
        elif isinstance(row, Topic | Activity):
            assert (row.clause in whole) == (row.outside is not None)
        else:
            assert row.clause not in whole
    assert not Deadline.objects.filter(assignment__clause__in=whole).exists()
    assert not topics_to_tell(campaign).filter(clause__in=whole).exists()
    assert [kind.value for kind in channels_of(campaign)] == ["loudspeaker"]


def test_of_a_mixed_clause_only_the_rest_is_work(campaign: Campaign) -> None:
    part = OutsideClause.objects.get(is_whole=False)
    assert (part.clause, part.quote, part.line_from) == ("II.2", "nắm bắt dư luận của phụ huynh", 7)
    topic = Topic.objects.get(clause="II.2")
    assert topic.outside is None
    assert topic.text == "Hướng dẫn người dân đăng ký tiêm chủng"
    assert part.quote not in topic.quote and "[…]" in topic.quote
    assert OpenQuestion.objects.filter(kind="mixed-clause", clause="II.2").count() == 1


def test_a_doer_named_only_in_the_outside_part_gets_no_work(cast: Cast) -> None:
    words = "Đài truyền thanh phát bản tin; phối hợp với Công an xã theo dõi dư luận trước ngày 10/10/2025"
    mixed = Clause("III.1", "III", words, words, 10, 10)
    clauses = tuple(mixed if row.label == "III.1" else row for row in SMALL_PLAN.clauses)
    rows = (AssignmentRow("III.1", "Đài truyền thanh", "lead"), AssignmentRow("III.1", "Công an xã", "support"))
    result = with_changes(clauses=clauses, assignments=rows, anchors={}, windows=(), reporting=())
    create_campaign(document=a_plan_document(cast.commune, cast.hanh, result), actor=cast.hanh.actor, at=NOW)
    assert [row.unit.name for row in Assignment.objects.all()] == ["Đài truyền thanh"]


def test_names_of_one_unit_are_one_unit_and_a_person_is_asked(campaign: Campaign) -> None:
    unit = Unit.objects.get(name="Trung tâm Dịch vụ sự nghiệp công")
    assert {alias.text for alias in unit.aliases.all()} == {unit.name, "Trung tâm Dịch vụ SNC"}
    assert set(unit.assignments.values_list("clause", flat=True)) == {"III.1", "V.1"}
    question = OpenQuestion.objects.get(kind="unit-unified")
    assert "Trung tâm Dịch vụ SNC" in question.text and unit.name in question.text
    assert (question.clause, question.line_from) == ("III.1", 11)


def test_units_have_their_kind(campaign: Campaign) -> None:
    kinds = dict(Unit.objects.values_list("name", "kind"))
    assert kinds["Công an xã"] == UnitKind.OFFICE
    assert kinds["Ủy ban MTTQ xã"] == UnitKind.BODY
    assert kinds["Các đơn vị liên quan"] == UnitKind.CLASS


def test_a_request_stands_apart_and_a_duty_has_its_words(campaign: Campaign) -> None:
    request = Assignment.objects.get(role="request")
    assert (request.clause, request.unit.name, request.duty) == ("V.4", "Ủy ban MTTQ xã", "Vận động hội viên.")
    assert Assignment.objects.get(clause="V.1").duty == "Phát thanh, niêm yết."


def test_deadlines_come_from_the_clause_or_are_inherited(campaign: Campaign) -> None:
    own = Deadline.objects.get(assignment__clause="III.1", assignment__role="lead")
    assert (own.start_date, own.due_date, own.is_inherited) == (date(2025, 9, 8), date(2025, 11, 30), False)
    inherited = Deadline.objects.get(assignment__clause="V.1")
    assert (inherited.due_date, inherited.is_inherited) == (date(2025, 11, 30), True)


def test_a_repeating_duty_keeps_its_interval(cast: Cast) -> None:
    result = with_changes(windows=(Window("V.2", None, None, "month", "25"),))
    create_campaign(document=a_plan_document(cast.commune, cast.hanh, result), actor=cast.hanh.actor, at=NOW)
    deadline = Deadline.objects.get(assignment__clause="V.2")
    assert (deadline.every, deadline.day, deadline.due_date) == ("month", "25", None)


def test_a_person_is_asked_what_the_plan_leaves_open(campaign: Campaign) -> None:
    asked = set(OpenQuestion.objects.values_list("kind", "clause"))
    assert asked == {
        ("blank-number", ""),
        ("blank-day", ""),
        ("no-signer", ""),
        ("mixed-clause", "II.2"),
        ("unit-unified", "III.1"),
        ("no-interval", "V.2"),
        ("past-deadline", "V.5"),
        ("generic-doer", "V.5"),
    }


def test_reports_go_where_the_plan_says(campaign: Campaign) -> None:
    duty = ReportingDuty.objects.get()
    assert (duty.reporter, duty.receiver, duty.every) == ("Phòng Văn hoá - Xã hội", "Sở Y tế tỉnh Lam Giang", "")


def test_the_trail_says_who_made_it(cast: Cast, campaign: Campaign) -> None:
    entry = AuditEntry.objects.get(code="campaigns.campaign.created")
    assert (entry.actor, entry.detail["outside"]) == (cast.hanh.actor.key, 3)


def test_only_the_right_person_of_the_commune_may(cast: Cast) -> None:
    document = a_plan_document(cast.commune, cast.hanh)
    for person in (cast.dung, cast.lan, cast.tu, cast.binh):
        with pytest.raises(MayNotStartCampaign):
            create_campaign(document=document, actor=person.actor, at=NOW)
    assert not Campaign.objects.exists()
