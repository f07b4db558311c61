"""Duties that are late or soon due, questions a plan leaves open, and the report of the month."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from itertools import groupby

from django.utils.html import format_html
from django.utils.safestring import SafeString

from loa.campaigns.due_days import SOON_DAYS
from loa.campaigns.models import OpenQuestion
from loa.campaigns.selectors import AssignmentLine, assignment_board, lines_by_unit, questions_open
from loa.console.assignments.words import duty_name
from loa.console.today.links import link
from loa.console.today.needs import Found, Need
from loa.console.today.wording import data, day_name, days_left, today_of
from loa.core.actor import Actor
from loa.core.language import gettext as _
from loa.documents.models import Document
from loa.documents.selectors import documents_to_review
from loa.reports.models import PeriodReport
from loa.reports.period import Period
from loa.reports.selectors.periods import months_to_report
from loa.units.models import Unit

LAST_DAYS = 5  # of a month: time to begin its report


def duties_by_unit(actor: Actor, *, now: datetime) -> list[Found]:
    """Late duties and those due within a week, one need a unit: who is asked is an office, not a line. Four queries."""
    today = today_of(now)
    late, soon = _late_and_soon(assignment_board(actor, today=today))
    return [_of_units(late, rating="r", today=today), _of_units(soon, rating="y", today=today)]


def own_duties(actor: Actor, *, now: datetime) -> list[Found]:
    """The own unit's duties, late and due within a week, one by one. Four queries."""
    today = today_of(now)
    late, soon = _late_and_soon(assignment_board(actor, today=today))
    needs = [_own_duty(line, today=today) for line in (*late, *soon)]
    return [Found.all_of("assignments", needs)]


def _late_and_soon(board: Sequence[AssignmentLine]) -> tuple[list[AssignmentLine], list[AssignmentLine]]:
    """The longest overdue first, and the nearest first."""
    lines = sorted(board, key=lambda line: line.by_day)
    late = [line for line in lines if line.is_late]
    return late, [line for line in lines if line.is_due_within(SOON_DAYS) and not line.is_late]


def _of_units(lines: Sequence[AssignmentLine], *, rating: str, today: date) -> Found:
    groups = sorted(lines_by_unit(lines), key=lambda group: group[1][0].due_date or date.max)
    needs = [_of_unit(unit, rows, rating=rating, today=today) for unit, rows in groups]
    return Found.all_of("assignments", needs)


def _of_unit(unit: Unit, lines: Sequence[AssignmentLine], *, rating: str, today: date) -> Need:
    first, is_one = lines[0], len(lines) == 1
    if is_one:
        title = _("{unit} chưa báo một việc") if rating == "r" else _("{unit} có một việc sắp đến hạn")
    else:
        title = _("{unit} chậm {count} việc") if rating == "r" else _("{unit} có {count} việc sắp đến hạn")
    return Need(
        rating=rating,
        badge=_badge(first),
        title=format_html(title, unit=data(unit.name), count=len(lines)),
        why=_why(first, today=today),
        url=link("assignment", first.assignment.pk) if is_one else link("assignments", unit=unit.pk),
        button=_("Xem việc này") if is_one else _("Xem phân công"),
    )


def _own_duty(line: AssignmentLine, *, today: date) -> Need:
    return Need(
        rating="r" if line.is_late else "y",
        badge=_badge(line),
        title=data(duty_name(line.assignment)),
        why=_due(line, today=today),
        url=link("assignment", line.assignment.pk),
        button=_("Báo tiến độ"),
    )


def _badge(line: AssignmentLine) -> str:
    """By its day; a duty that its unit itself calls late says that."""
    if line.days_left is None or (line.is_late and line.days_left >= 0):
        return line.rating_words
    return days_left(line.days_left)


def _why(line: AssignmentLine, *, today: date) -> SafeString:
    return format_html(
        _("{duty}. {due}"), duty=data(duty_name(line.assignment).rstrip(".;,")), due=_due(line, today=today)
    )


def _due(line: AssignmentLine, *, today: date) -> SafeString:
    if line.due_date is None:
        return SafeString()
    words = _("Không nêu hạn riêng, theo kế hoạch đến {day}.") if line.is_planwide else _("Hạn {day}.")
    return format_html(words, day=day_name(line.due_date, today=today))


def plans_to_review(actor: Actor) -> Found:
    """The plans that were read and wait for a person's word: nothing of them is work yet. One query."""
    return Found.all_of("plans", [_to_review(document) for document in documents_to_review(actor)])


def _to_review(document: Document) -> Need:
    title = document.extraction.data["header"]["title"] or document.file_name
    return Need(
        rating="y",
        badge=_("Chờ đối chiếu"),
        title=format_html(_("Kế hoạch “{plan}” đã đọc xong"), plan=data(title)),
        why=format_html("{}", _("Chưa mục nào thành việc. Đối chiếu với văn bản rồi xác nhận.")),
        url=link("review", document.pk),
        button=_("Đối chiếu"),
    )


def open_questions(actor: Actor) -> Found:
    """What the plans leave open, one need a plan. One query."""
    plans = groupby(questions_open(actor), key=lambda question: question.campaign_id)
    return Found.all_of("plans", [_of_plan(list(questions)) for _plan, questions in plans])


def _of_plan(questions: Sequence[OpenQuestion]) -> Need:
    campaign = questions[0].campaign
    return Need(
        rating="n",
        badge=_("Kế hoạch còn bỏ ngỏ"),
        title=format_html(_("{count} câu hỏi chưa trả lời"), count=len(questions)),
        why=format_html(
            _("Kế hoạch “{plan}”. Câu đầu: {question}"), plan=data(campaign.title), question=data(questions[0].text)
        ),
        url=f"{link('plan', campaign.pk)}#chua-chac",
        button=_("Xem câu hỏi"),
    )


def report_to_build(actor: Actor, *, now: datetime) -> Found:
    """The report of last month where it was never built, and of this month in its last days. Three queries."""
    today = today_of(now)
    asked = [month for month in months_to_report(actor, now=now) if _is_asked(month, today=today)]
    built = set(PeriodReport.objects.visible_to(actor).values_list("start_date", "end_date"))
    missing = [month for month in reversed(asked) if (month.start_date, month.end_date) not in built]
    return Found.all_of("reports", [_report(month, today=today) for month in missing])


def _is_asked(month: Period, *, today: date) -> bool:
    is_last = month.next.start_date <= today < month.next.end_date
    return is_last or 0 <= (month.last_date - today).days < LAST_DAYS


def _report(month: Period, *, today: date) -> Need:
    is_over = month.end_date <= today
    return Need(
        rating="y" if is_over else "n",
        badge=_("Chưa lập") if is_over else days_left((month.last_date - today).days),
        title=format_html(_("Báo cáo tháng {month}/{year}"), month=month.start_date.month, year=month.start_date.year),
        why=format_html("{}", _("Số liệu được đếm từ các lần phát và minh chứng, mỗi số mở ra được nguồn.")),
        url=link("reports"),
        button=_("Lập báo cáo"),
    )
