"""A duty is reported on in new rows; a double click adds none, and two people do not talk past each other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from cast import NOW, Cast
from loa.campaigns.models import Assignment, AssignmentRole, Deadline, Progress
from loa.campaigns.refusals import MayNotReportProgress, StaleProgress, UnusableProgress
from loa.campaigns.services.report_progress import report_progress
from loa.core.actor import Actor
from loa.core.models import AuditEntry
from report_rows import Scene

Report = Callable[..., Progress]


@pytest.fixture
def duty(cast: Cast) -> Assignment:
    """A duty of khu Suối Đá."""
    return Scene(cast).assignment("V.1", "Khu Suối Đá")


@pytest.fixture
def report(cast: Cast, duty: Assignment) -> Report:
    def tell(**changes: Any) -> Progress:
        usual: dict[str, Any] = {"rating": "g", "note": "Đã họp khu", "actor": cast.tu.actor, "at": NOW, "after": None}
        return report_progress(assignment=duty, **(usual | changes))

    return tell


def test_a_report_is_a_row_with_who_when_and_for_which_day(cast: Cast, duty: Assignment, report: Report) -> None:
    row = report(note="  Đã họp khu,\n 60 hộ dự ")
    assert (row.assignment, row.rating, row.note, row.by, row.at) == (
        duty, "g", "Đã họp khu, 60 hộ dự", cast.tu.user, NOW,
    )  # fmt: skip
    assert row.due_date == date(2025, 12, 31)
    entry = AuditEntry.objects.get(code="campaigns.progress.reported")
    assert (entry.actor, entry.detail) == (cast.tu.actor.key, {"assignment": duty.pk, "rating": "g"})


def test_a_double_click_is_one_report(report: Report) -> None:
    first = report()
    assert report(at=NOW + timedelta(seconds=1)) == first
    assert report(note=" Đã  họp khu") == first
    assert (Progress.objects.count(), AuditEntry.objects.filter(code="campaigns.progress.reported").count()) == (1, 1)


def test_another_day_or_another_word_is_a_new_report(report: Report) -> None:
    first = report()
    rows = [first, report(at=NOW + timedelta(days=1)), report(at=NOW + timedelta(days=1), rating="y")]
    assert len({row.pk for row in rows}) == 3
    first.refresh_from_db()
    assert first.rating == "g"


def test_who_has_not_seen_another_s_report_is_told(cast: Cast, report: Report) -> None:
    first = report()
    with pytest.raises(StaleProgress, match="Tư vừa báo việc này lúc 17:00 03/09/2025"):
        report(actor=cast.hanh.actor, rating="r", at=NOW + timedelta(minutes=5))
    assert Progress.objects.count() == 1
    assert report(actor=cast.hanh.actor, rating="r", after=first.pk).by == cast.hanh.user


def test_one_s_own_newer_report_is_no_surprise(cast: Cast, report: Report) -> None:
    report()
    assert report(rating="y", after=None).rating == "y"


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"rating": ""}, "Chưa chọn mức"),
        ({"rating": None}, "Chưa chọn mức"),
        ({"rating": "x"}, "Chưa chọn mức"),
        ({"note": "ă" * 301}, "dài 301 ký tự, tối đa 300"),
    ],
)
def test_what_does_not_fit_is_refused(report: Report, wrong: dict[str, Any], words: str) -> None:
    with pytest.raises(UnusableProgress, match=words):
        report(**wrong)
    assert Progress.objects.count() == 0


def test_a_note_of_the_full_length_fits_however_it_is_written(report: Report) -> None:
    assert len(report(note="a\u0306" * 300).note) == 300


def test_a_request_is_told_of_in_words_and_never_rated(duty: Assignment, report: Report) -> None:
    duty.role = AssignmentRole.REQUEST
    duty.save()
    for wrong in ({"rating": "g"}, {"rating": "", "note": " "}):
        with pytest.raises(UnusableProgress):
            report(**wrong)
    assert report(rating=None).rating == ""


def test_only_who_may_and_sees_the_duty_reports(cast: Cast, report: Report) -> None:
    stranger = replace(cast.tu.actor, scope_id=cast.other_commune.pk)
    machine = Actor(key="system:worker", scope_id=cast.commune.pk, rights=cast.hanh.actor.rights)
    for actor in (cast.sau.actor, cast.lan.actor, cast.quy.actor, cast.binh.actor, stranger, machine):
        with pytest.raises(MayNotReportProgress):
            report(actor=actor)
    assert Progress.objects.count() == 0


def test_another_unit_s_reports_are_not_seen(cast: Cast, report: Report) -> None:
    row = report()
    seen = [person for person in ("hanh", "tu", "sau", "binh") if _sees(getattr(cast, person).actor, row)]
    assert seen == ["hanh", "tu"]


def _sees(actor: Actor, row: Progress) -> bool:
    return Progress.objects.visible_to(actor).filter(pk=row.pk).exists()


def test_a_late_report_is_for_the_day_that_was_missed(duty: Assignment, report: Report) -> None:
    Deadline.objects.update(due_date=None, every="month", day="25")
    late = report(at=NOW + timedelta(days=24))  # 27/9
    assert late.due_date == date(2025, 9, 25)
    assert report(at=NOW + timedelta(days=25)).due_date == date(2025, 10, 25)
