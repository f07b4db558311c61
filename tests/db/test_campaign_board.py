"""The board: late only after its day, no duty rated without a word of a person or a day of the plan."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from cast import NOW
from loa.campaigns.models import Assignment, AssignmentRole, Deadline, Progress
from loa.campaigns.selectors import (
    AssignmentLine,
    assignment_board,
    board_counts,
    due_soon_lines,
    late_lines,
    lines_by_unit,
)
from loa.campaigns.services.report_progress import report_progress
from loa.core.clock import VIETNAM
from loa.core.language import speaking
from report_rows import Scene, at

TODAY = date(2025, 9, 15)


def a_duty(scene: Scene, clause: str = "V.1", unit: str = "Khu Suối Đá", **deadline: str | date | bool) -> Assignment:
    """A duty with the one deadline given, else with none."""
    row = scene.assignment(clause, unit)
    row.deadlines.all().delete()
    if deadline:
        Deadline.objects.create(assignment=row, **deadline)
    return row


def the_line(scene: Scene, today: date = TODAY) -> AssignmentLine:
    (line,) = assignment_board(scene.cast.hanh.actor, today=today)
    return line


def report(scene: Scene, duty: Assignment, rating: str, *, on: date) -> Progress:
    moment = datetime(on.year, on.month, on.day, 9, tzinfo=VIETNAM)
    last = duty.progress.order_by("-pk").values_list("pk", flat=True).first()
    return report_progress(
        assignment=duty, rating=rating, note="Đã làm", actor=scene.cast.tu.actor, at=moment, after=last
    )


@pytest.mark.parametrize(
    ("due", "rating", "words", "days"),
    [
        (date(2025, 9, 12), "r", "Chậm 3 ngày", -3),
        (date(2025, 9, 14), "r", "Chậm 1 ngày", -1),
        (date(2025, 9, 15), "y", "Hôm nay đến hạn", 0),
        (date(2025, 9, 19), "y", "Còn 4 ngày", 4),
        (date(2025, 9, 22), "y", "Còn 7 ngày", 7),
        (date(2025, 9, 23), "n", "Chưa báo", 8),
    ],
)
def test_a_silent_duty_is_rated_by_its_day(scene: Scene, due: date, rating: str, words: str, days: int) -> None:
    a_duty(scene, due_date=due)
    line = the_line(scene)
    assert (line.due_date, line.rating, line.rating_words, line.days_left) == (due, rating, words, days)
    assert (line.progress, line.is_reported) == (None, False)


def test_the_plans_last_day_is_late_when_it_is_past_and_stands_after_a_day_of_its_own(scene: Scene) -> None:
    end = date(2025, 12, 31)
    a_duty(scene, "V.1", due_date=end, is_inherited=True)
    a_duty(scene, "V.2", due_date=end)
    late = late_lines(scene.cast.hanh.actor, end + timedelta(days=2))
    assert [(line.assignment.clause, line.is_planwide, line.rating_words) for line in late] == [
        ("V.2", False, "Chậm 2 ngày"),
        ("V.1", True, "Chậm 2 ngày"),
    ]
    assert late_lines(scene.cast.hanh.actor, end) == []


def test_what_has_not_begun_is_not_waited_for(scene: Scene) -> None:
    a_duty(scene, start_date=date(2025, 10, 1), due_date=date(2025, 10, 31))
    assert the_line(scene).rating_words == "Chưa đến kỳ"


def test_a_duty_without_a_day_is_never_late(scene: Scene) -> None:
    duty = a_duty(scene)
    line = the_line(scene)
    assert (line.due_date, line.days_left, line.rating, line.rating_words) == (None, None, "n", "Chưa báo")
    report(scene, duty, "y", on=TODAY)
    assert the_line(scene).rating == "y"


@pytest.mark.parametrize(("rating", "words"), [("g", "Đúng hạn"), ("y", "Cần chú ý"), ("r", "Chậm")])
def test_the_last_word_of_a_person_is_the_mark(scene: Scene, rating: str, words: str) -> None:
    duty = a_duty(scene, due_date=date(2025, 9, 12))
    report(scene, duty, "g" if rating != "g" else "r", on=date(2025, 9, 10))
    last = report(scene, duty, rating, on=date(2025, 9, 11))
    line = the_line(scene)
    assert (line.rating, line.rating_words, line.progress, line.is_reported) == (rating, words, last, True)


def test_a_monthly_duty_starts_again_after_its_day(scene: Scene) -> None:
    duty = a_duty(scene, every="month", day="25")
    report(scene, duty, "g", on=date(2025, 9, 10))
    assert (the_line(scene).rating, the_line(scene).due_date) == ("g", date(2025, 9, 25))
    after = the_line(scene, date(2025, 9, 26))
    assert (after.rating, after.rating_words, after.due_date) == ("n", "Chưa đến kỳ", date(2025, 10, 25))
    assert after.progress is not None and not after.is_reported
    missed = the_line(scene, date(2025, 10, 28))
    assert (missed.rating, missed.rating_words, missed.due_date) == ("r", "Chậm 3 ngày", date(2025, 10, 25))


def test_a_late_monthly_report_does_not_stand_for_the_next_month(scene: Scene) -> None:
    duty = a_duty(scene, every="month", day="25")
    report(scene, duty, "r", on=date(2025, 9, 27))
    assert the_line(scene, date(2025, 9, 28)).rating_words == "Chưa đến kỳ"
    assert the_line(scene, date(2025, 10, 26)).rating_words == "Chậm 1 ngày"


def test_days_before_loa_knew_of_the_plan_are_not_held_against_anybody(scene: Scene) -> None:
    a_duty(scene, every="month", day="20")
    assert the_line(scene, date(2025, 8, 31)).rating_words == "Chưa đến kỳ"


def test_a_real_proof_is_an_answer_and_a_simulated_one_is_not(scene: Scene) -> None:
    duty = a_duty(scene, due_date=date(2025, 9, 12))
    scene.evidence(added_at=at(11), simulated=True, assignment=duty)
    assert the_line(scene).rating == "r"
    scene.evidence(added_at=at(13), assignment=duty)
    assert (the_line(scene).rating, the_line(scene).rating_words) == ("g", "Đã có minh chứng")


def test_last_month_s_word_does_not_colour_this_month_s_proof(scene: Scene) -> None:
    duty = a_duty(scene, every="month", day="25")
    report(scene, duty, "r", on=date(2025, 9, 10))
    scene.evidence(added_at=at(2, month=10), assignment=duty)
    assert the_line(scene, date(2025, 10, 3)).rating_words == "Đã có minh chứng"


def test_a_request_is_never_rated_nor_late(scene: Scene) -> None:
    duty = a_duty(scene, due_date=date(2025, 9, 1))
    duty.role = AssignmentRole.REQUEST
    duty.save()
    line = the_line(scene)
    assert (line.rating, line.rating_words, line.is_request, line.is_late) == ("n", "Không đánh giá", True, False)
    assert late_lines(scene.cast.hanh.actor, TODAY) == []
    assert due_soon_lines(scene.cast.hanh.actor, date(2025, 8, 30)) == []


def a_full_board(scene: Scene) -> None:
    a_duty(scene, "V.1", "Khu Suối Đá", due_date=date(2025, 9, 12))
    a_duty(scene, "V.2", "Khu Gò Mây", due_date=date(2025, 9, 1))
    a_duty(scene, "V.3", "Đoàn thanh niên", due_date=date(2025, 9, 18))
    a_duty(scene, "V.4", "Công an xã", due_date=date(2025, 9, 16))
    a_duty(scene, "V.5", "Ban Văn hóa", due_date=date(2025, 12, 31))
    told = a_duty(scene, "V.6", "Khu Suối Đá", due_date=date(2025, 9, 17))
    report(scene, told, "g", on=TODAY)
    scene.assignment("V.7", "Ủy ban Mặt trận Tổ quốc", AssignmentRole.REQUEST)


def clauses(lines: list[AssignmentLine]) -> list[str]:
    return [line.assignment.clause for line in lines]


def test_the_urgent_come_first_and_the_told_are_left_alone(scene: Scene) -> None:
    a_full_board(scene)
    assert clauses(late_lines(scene.cast.hanh.actor, TODAY)) == ["V.2", "V.1"]
    assert clauses(due_soon_lines(scene.cast.hanh.actor, TODAY)) == ["V.4", "V.3"]
    assert clauses(due_soon_lines(scene.cast.hanh.actor, TODAY, days=1)) == ["V.4"]


def test_the_marks_are_counted_and_requests_stand_apart(scene: Scene) -> None:
    a_full_board(scene)
    counts = board_counts(assignment_board(scene.cast.hanh.actor, today=TODAY))
    assert (counts.green, counts.yellow, counts.red, counts.unrated, counts.requests) == (1, 2, 2, 1, 1)


def test_units_stand_in_the_order_of_the_alphabet(scene: Scene) -> None:
    a_full_board(scene)
    groups = lines_by_unit(assignment_board(scene.cast.hanh.actor, today=TODAY))
    assert [unit.name for unit, _lines in groups] == [
        "Ban Văn hóa",
        "Công an xã",
        "Đoàn thanh niên",
        "Khu Gò Mây",
        "Khu Suối Đá",
        "Ủy ban Mặt trận Tổ quốc",
    ]
    assert clauses(groups[4][1]) == ["V.1", "V.6"]


def test_each_sees_the_own_part_of_the_board(scene: Scene) -> None:
    a_full_board(scene)
    cast = scene.cast
    assert clauses(assignment_board(cast.tu.actor, today=TODAY)) == ["V.1", "V.6"]
    assert clauses(assignment_board(cast.sau.actor, today=TODAY)) == ["V.2"]
    assert assignment_board(cast.binh.actor, today=TODAY) == []
    assert len(assignment_board(cast.lan.actor, today=TODAY, campaign=scene.campaign)) == 7


def test_the_board_takes_four_queries_however_long(
    scene: Scene, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    a_full_board(scene)
    with django_assert_num_queries(4):
        lines = assignment_board(scene.cast.hanh.actor, today=TODAY)
        assert [str(line.progress.by) for line in lines if line.progress] == ["Tư"]
        assert lines_by_unit(lines) and board_counts(lines)


def test_the_words_are_in_the_reader_s_language(scene: Scene) -> None:
    a_duty(scene, due_date=NOW.date() + timedelta(days=1))
    with speaking("vi"):
        assert the_line(scene, NOW.date()).rating_words == "Còn 1 ngày"
