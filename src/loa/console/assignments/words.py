"""How a duty, its day and its plan are put into words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from loa.campaigns.due_days import SOON_DAYS, DueRule
from loa.campaigns.models import Assignment, AssignmentRole, Campaign
from loa.campaigns.selectors import AssignmentLine
from loa.campaigns.work_names import work_name
from loa.core.language import gettext
from loa.core.language import gettext as _
from loa.core.language import gettext_noop as marked

REPEATS = {
    "month": marked("hằng tháng"),
    "quarter": marked("hằng quý"),
    "half-year": marked("6 tháng một lần"),
    "year": marked("hằng năm"),
}
WEEKDAYS = (
    marked("Thứ Hai"),
    marked("Thứ Ba"),
    marked("Thứ Tư"),
    marked("Thứ Năm"),
    marked("Thứ Sáu"),
    marked("Thứ Bảy"),
    marked("Chủ nhật"),
)


def duty_name(assignment: Assignment) -> str:
    """What to call a duty: what the plan asks for, else the words it was read from."""
    words = (assignment.duty or assignment.quote).strip()
    return work_name(words) or words.partition("\n")[0]


def until_words(line: AssignmentLine) -> str:
    """How far its day is; empty for what is not rated, which nobody waits for, for a day that was answered, and for the
    plan's own last day while it is far."""
    if line.days_left is None or not line.is_rated or (line.is_planwide and line.days_left > SOON_DAYS):
        return ""
    if line.days_left > 0:
        return _("còn {days} ngày").format(days=line.days_left)
    if line.days_left == 0:
        return _("hôm nay")
    return "" if line.is_reported else _("quá {days} ngày").format(days=-line.days_left)


def deadline_words(rule: DueRule) -> str:
    """`hằng tháng, ngày 25`, `từ 10/9/2025 đến 20/12/2025`, or the plan's last day where the clause states none."""
    if rule.due_date is None:
        return _repeat_words(rule)
    if rule.is_inherited:
        return _("mục này không nêu hạn riêng; {words}").format(words=planwide_words(rule.due_date))
    if rule.start_date is None:
        return _("đến {day}").format(day=_day(rule.due_date))
    return _("từ {start} đến {end}").format(start=_day(rule.start_date), end=_day(rule.due_date))


def planwide_words(day: date) -> str:
    """`theo kế hoạch, đến 31/12/2030`: the day of a duty for which nothing nearer states one."""
    return _("theo kế hoạch, đến {day}").format(day=_day(day))


def _repeat_words(rule: DueRule) -> str:
    if rule.every not in REPEATS:
        return _("không nêu ngày")
    every = gettext(REPEATS[rule.every])
    if not rule.day:
        return every
    month, _dash, day = rule.day.rpartition("-")
    return _("{every}, ngày {day}").format(every=every, day=f"{day}/{month}" if month else day)


def duties_words(lines: Sequence[AssignmentLine]) -> str:
    """`Chủ trì 6 việc, phối hợp 3 việc`"""
    roles = [line.assignment.role for line in lines]
    lead, support = roles.count(AssignmentRole.LEAD), roles.count(AssignmentRole.SUPPORT)
    if lead and support:
        return _("Chủ trì {lead} việc, phối hợp {support} việc").format(lead=lead, support=support)
    if lead:
        return _("Chủ trì {lead} việc").format(lead=lead)
    return _("Phối hợp {support} việc").format(support=support)


def period_words(campaign: Campaign, *, today: date) -> str:
    """Where a plan stands in its period; empty where it states none."""
    start, end = campaign.start_date, campaign.end_date
    if start is None or end is None:
        return ""
    if today < start:
        return _("Đợt tuyên truyền bắt đầu ngày {day}.").format(day=_day(start))
    if today > end:
        return _("Đợt tuyên truyền đã kết thúc ngày {day}.").format(day=_day(end))
    return _("Ngày thứ {number} trong {all} ngày của đợt tuyên truyền.").format(
        number=(today - start).days + 1, all=(end - start).days + 1
    )


def weekday_words(day: date) -> str:
    """`Thứ Hai`"""
    return gettext(WEEKDAYS[day.weekday()])


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"
