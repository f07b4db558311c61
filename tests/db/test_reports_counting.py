"""Figures: counted from rows, real and simulated apart, each with its proofs."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from loa.campaigns.models import AssignmentRole
from loa.channels.ports import ChannelKind, Outcome
from loa.core.models import AuditEntry
from loa.delivery.models import DispatchState
from loa.delivery.models.proof import AttemptOutcome
from loa.reports.models import Figure, PeriodReport
from loa.reports.refusals import MayNotReport, NothingToReport, WrongPeriod
from loa.reports.services.build_report import build_report
from report_rows import Scene, at


def built(scene: Scene, period: str = "2025-09") -> PeriodReport:
    return build_report(commune=scene.commune, period=period, actor=scene.cast.hanh.actor, at=at(30, 17))


def figure(scene: Scene, indicator: str, period: str = "2025-09") -> Figure:
    return built(scene, period).figures.get(indicator=indicator)


def numbers(found: Figure) -> tuple[Decimal | None, Decimal, Decimal | None]:
    return found.value, found.simulated, found.cumulative


def test_the_four_states_stand_side_by_side(scene: Scene) -> None:
    approval = scene.message(scene.topics[0])
    scene.played(approval, scene.loudspeaker, due_at=at(2, 17), seconds=60)
    sent = scene.dispatch(approval, scene.loudspeaker, due_at=at(3, 17))
    scene.attempt(sent, AttemptOutcome.ACCEPTED)
    scene.dispatch(approval, scene.loudspeaker, due_at=at(4, 17), state=DispatchState.QUEUED)
    report = built(scene)
    values = {
        state: report.figures.get(indicator=f"dispatches.{state}.loudspeaker").value
        for state in ("planned", "sent", "played", "heard")
    }
    assert values == {"planned": 3, "sent": 2, "played": 1, "heard": None}


def test_a_simulated_receipt_is_never_counted_as_played(scene: Scene) -> None:
    approval = scene.message(scene.topics[0])
    scene.played(approval, scene.loudspeaker, due_at=at(2, 17), simulated=True, seconds=90)
    assert numbers(figure(scene, "dispatches.played.loudspeaker")) == (None, 1, None)
    assert numbers(figure(scene, "minutes.loudspeaker")) == (None, Decimal("1.5"), None)
    assert numbers(figure(scene, f"topic.told.{scene.topics[0].pk}")) == (None, 1, None)


def test_a_simulated_proof_makes_the_whole_dispatch_simulated(scene: Scene) -> None:
    scene.played(scene.message(scene.topics[0]), scene.page, due_at=at(2, 17), simulated=True, source="read-back")
    for state in ("planned", "sent", "played"):
        assert numbers(figure(scene, f"dispatches.{state}.portal")) == (None, 1, None)


def test_a_real_receipt_beside_a_simulated_one_counts_once(scene: Scene) -> None:
    dispatch = scene.played(scene.message(scene.topics[0]), scene.loudspeaker, due_at=at(2, 17), simulated=True)
    scene.receipt(dispatch)
    assert numbers(figure(scene, "dispatches.planned.loudspeaker")) == (1, 0, 1)
    assert numbers(figure(scene, "dispatches.played.loudspeaker")) == (1, 1, 1)


def test_zero_is_said_only_where_an_answer_came(scene: Scene) -> None:
    approval = scene.message(scene.topics[0])
    silent = scene.dispatch(approval, scene.loudspeaker, due_at=at(2, 17))
    scene.attempt(silent, AttemptOutcome.ACCEPTED)
    assert figure(scene, "dispatches.played.loudspeaker").value is None
    scene.receipt(silent, outcome=Outcome.MISSED)
    assert figure(scene, "dispatches.played.loudspeaker").value == 0
    assert figure(scene, "minutes.loudspeaker").value == 0


def test_the_month_begins_and_ends_in_vietnam(scene: Scene) -> None:
    approval = scene.message(scene.topics[0])
    first = at(1, 0)
    for moment in (first - timedelta(seconds=1), first, at(30, 23, 59), at(1, 0, month=10)):
        scene.played(approval, scene.loudspeaker, due_at=moment, seconds=60)
    assert numbers(figure(scene, "dispatches.played.loudspeaker")) == (2, 0, 3)
    assert numbers(figure(scene, "dispatches.played.loudspeaker", "2025-10")) == (1, 0, 4)
    assert numbers(figure(scene, "dispatches.played.loudspeaker", "2025-08")) == (1, 0, 1)


@pytest.mark.heavy
def test_the_months_add_up_to_the_whole(scene: Scene) -> None:
    approval = scene.message(scene.topics[0])
    moments = [at(day, hour, month=month) for month in (8, 9, 10, 11) for day in (1, 15, 30) for hour in (0, 23)]
    for moment in moments:
        scene.played(approval, scene.loudspeaker, due_at=moment, seconds=7, simulated=moment.day == 15)
    months = [figure(scene, "minutes.loudspeaker", f"2025-{month:02d}") for month in (8, 9, 10, 11)]
    real = sum(moment.day != 15 for moment in moments)
    assert months[-1].cumulative == (Decimal(7 * real) / 60).quantize(Decimal("0.01"))
    played = [figure(scene, "dispatches.played.loudspeaker", f"2025-{month:02d}") for month in (8, 9, 10, 11)]
    assert sum(found.value or 0 for found in played) == played[-1].cumulative == real
    assert sum(found.simulated for found in played) == len(moments) - real


def test_a_play_counts_in_the_month_it_happened_not_the_one_it_was_due(scene: Scene) -> None:
    scene.played(
        scene.message(scene.topics[0]), scene.loudspeaker, due_at=at(30, 23, 50), happened_at=at(1, 0, 5, month=10)
    )
    assert figure(scene, "dispatches.planned.loudspeaker").value == 1
    assert figure(scene, "dispatches.played.loudspeaker").value is None
    assert figure(scene, "dispatches.played.loudspeaker", "2025-10").value == 1


def test_minutes_are_what_the_receipts_say(scene: Scene) -> None:
    approval = scene.message(scene.topics[0])
    scene.played(approval, scene.loudspeaker, due_at=at(2, 17), seconds=90)
    cut = scene.dispatch(approval, scene.loudspeaker, due_at=at(3, 17))
    scene.receipt(cut, outcome=Outcome.PARTIAL, seconds=20.5)
    assert figure(scene, "minutes.loudspeaker").value == Decimal("1.84")


def test_a_message_told_twice_is_one_message_told(scene: Scene) -> None:
    approval = scene.message(scene.topics[0])
    scene.played(approval, scene.loudspeaker, due_at=at(2, 17))
    scene.played(approval, scene.page, due_at=at(2, 18))
    scene.played(scene.message(scene.topics[0]), scene.page, due_at=at(3, 18))
    found = figure(scene, f"topic.told.{scene.topics[0].pk}")
    assert found.value == 2
    assert len(found.proofs) == 3


def test_a_message_approved_again_is_one_message(scene: Scene) -> None:
    approval = scene.message(scene.topics[0], approved_at=at(1))
    scene.version(approval.version.message, code="K7QN", approved_at=at(5), number=2)
    found = figure(scene, "messages.approved")
    assert found.value == 1
    assert len(found.proofs) == 2


def test_every_figure_names_the_rows_that_prove_it(scene: Scene) -> None:
    dispatch = scene.played(scene.message(scene.topics[0]), scene.loudspeaker, due_at=at(2, 17), seconds=60)
    [receipt], [attempt] = dispatch.receipts.all(), dispatch.attempts.all()
    assert figure(scene, "dispatches.planned.loudspeaker").proofs == [f"delivery.dispatch:{dispatch.pk}"]
    assert figure(scene, "dispatches.sent.loudspeaker").proofs == [f"delivery.deliveryattempt:{attempt.pk}"]
    for indicator in ("dispatches.played.loudspeaker", "minutes.loudspeaker", f"topic.told.{scene.topics[0].pk}"):
        assert figure(scene, indicator).proofs == [f"delivery.deliveryreceipt:{receipt.pk}"]


def test_heard_needs_a_person(scene: Scene) -> None:
    dispatch = scene.played(scene.message(scene.topics[0]), scene.loudspeaker, due_at=at(2, 17))
    assert figure(scene, "dispatches.heard.loudspeaker").value is None
    dispatch.state = DispatchState.HEARD
    dispatch.save()
    proof = scene.evidence(added_at=at(3), dispatch=dispatch)
    found = figure(scene, "dispatches.heard.loudspeaker")
    assert found.value == 1
    assert found.proofs == [f"evidence.evidence:{proof.pk}"]


def test_evidence_is_counted_by_the_day_it_came(scene: Scene) -> None:
    duty = scene.assignment("III.1", "Trạm Y tế xã")
    scene.evidence(added_at=at(31, month=8), assignment=duty)
    scene.evidence(added_at=at(2), assignment=duty)
    scene.evidence(added_at=at(3), assignment=duty, simulated=True)
    assert numbers(figure(scene, "evidence.added")) == (1, 1, 2)


def test_a_withdrawn_dispatch_was_never_planned(scene: Scene) -> None:
    scene.dispatch(scene.message(scene.topics[0]), scene.page, due_at=at(2), state=DispatchState.WITHDRAWN)
    assert not built(scene).figures.filter(indicator__contains="portal").exists()


def test_duties_are_no_figures_since_the_report_lists_them_by_clause(scene: Scene) -> None:
    scene.assignment("III.1", "Trạm Y tế xã")
    scene.assignment("V.4", "Hội Phụ nữ xã", AssignmentRole.REQUEST)
    assert not built(scene).figures.filter(indicator__startswith="unit.").exists()


def test_a_clause_outside_loa_has_no_figure(scene: Scene) -> None:
    outside = scene.outside_topic("II.9")
    report = built(scene)
    assert not report.figures.filter(indicator=f"topic.told.{outside.pk}").exists()
    assert report.figures.filter(indicator__startswith="topic.told.").count() == len(scene.topics)


def test_a_channel_of_the_plan_without_a_row_has_no_number(scene: Scene) -> None:
    scene.activity("III.1", ChannelKind.SOCIAL)
    assert numbers(figure(scene, "dispatches.planned.social")) == (None, 0, None)


def test_the_neighbours_rows_are_not_ours(scene: Scene) -> None:
    scene.played(scene.message(scene.topics[0]), scene.loudspeaker, due_at=at(2, 17))
    there = scene.cast.other_commune
    neighbour = replace(scene.cast.hanh.actor, scope_id=there.pk)
    with pytest.raises(NothingToReport):
        build_report(commune=there, period="2025-09", actor=neighbour, at=at(30))


def test_building_again_replaces_and_doubles_nothing(scene: Scene) -> None:
    scene.played(scene.message(scene.topics[0]), scene.loudspeaker, due_at=at(2, 17))
    first = built(scene)
    before = list(first.figures.order_by("indicator").values_list("indicator", "value", "proofs"))
    again = built(scene)
    assert again.pk == first.pk
    assert list(again.figures.order_by("indicator").values_list("indicator", "value", "proofs")) == before
    scene.played(scene.message(scene.topics[1]), scene.loudspeaker, due_at=at(3, 17))
    assert figure(scene, "dispatches.played.loudspeaker").value == 2
    assert PeriodReport.objects.count() == 1


def test_each_building_leaves_a_line_in_the_trail(scene: Scene) -> None:
    report = built(scene)
    line = AuditEntry.objects.get(code="reports.report.built")
    assert line.target == f"reports.periodreport:{report.pk}"
    assert line.actor == scene.cast.hanh.actor.key


@pytest.mark.parametrize("person", ["dung", "lan", "tu", "binh"])
def test_only_the_communes_own_officer_reports(scene: Scene, person: str) -> None:
    with pytest.raises(MayNotReport):
        build_report(commune=scene.commune, period="2025-09", actor=getattr(scene.cast, person).actor, at=at(30))
    assert not PeriodReport.objects.exists()


@pytest.mark.parametrize("period", ["2025-13", "2025-9", "09/2025", "", "2025-00", "９９９９-09"])
def test_a_period_that_is_no_month_is_refused(scene: Scene, period: str) -> None:
    with pytest.raises(WrongPeriod):
        built(scene, period)


def test_a_month_before_the_campaign_has_nothing_to_report(scene: Scene) -> None:
    with pytest.raises(NothingToReport, match="tháng 7/2025"):
        built(scene, "2025-07")
    assert not PeriodReport.objects.exists()
