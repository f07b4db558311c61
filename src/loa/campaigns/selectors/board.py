"""The board of duties: who does what, until when, and how it goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef

from loa.campaigns.due_days import SOON_DAYS, DueRule
from loa.campaigns.models import Assignment, AssignmentRole, Campaign, Progress, Rating
from loa.campaigns.models.duty import AssignmentQuerySet
from loa.campaigns.selectors.standing import Known, Standing, due_rules, proof_days, standing_of
from loa.core.actor import Actor
from loa.core.language import gettext
from loa.core.language import gettext as _
from loa.units.models import Unit
from loa.vietnamese.sorting import sort_key

UNRATED = "n"


@dataclass(frozen=True, slots=True)
class AssignmentLine:
    """One duty as it stands on a day.

    :param due_date, days_left: the next due day, or the missed one (`days_left` below zero); None where none is stated.
    :param rating: `g`, `y`, `r`, or `n` for not rated; a request and the work of others are always `n`.
    :param rating_words: what to show beside the mark, in the reader's language.
    :param progress: the last report, whatever period it was for.
    :param is_reported: whether this period has a report or a proof.
    :param rules: its deadlines, in the order of the plan.
    """

    assignment: Assignment
    due_date: date | None
    days_left: int | None
    rating: str
    rating_words: str
    progress: Progress | None
    is_reported: bool
    rules: Sequence[DueRule] = ()

    @property
    def is_request(self) -> bool:
        """Whether it asks a body outside the issuer's command, which is never rated nor urged."""
        return self.assignment.role == AssignmentRole.REQUEST

    @property
    def is_rated(self) -> bool:
        """Whether the commune answers for its day; what is not rated is never late nor urged."""
        return self.assignment.is_rated

    @property
    def is_of_others(self) -> bool:
        """Whether a superior or another place does it: the plan tells the commune of it, no more."""
        return not self.is_rated and not self.is_request

    @property
    def is_planwide(self) -> bool:
        """Whether its day is only the last of the whole plan: nothing nearer states one."""
        return self.due_date is not None and any(rule.is_inherited for rule in self.rules)

    @property
    def by_day(self) -> tuple[date, bool]:
        """What to sort by: the nearest day first, of one day those that the plan itself states for them."""
        return self.due_date or date.max, self.is_planwide

    @property
    def is_late(self) -> bool:
        """Whether its day has passed in silence, or who does it says it is late."""
        return self.rating == Rating.RED

    def is_due_within(self, days: int) -> bool:
        """Whether a duty has to be reported on in the next `days` days, today included, and was not yet."""
        soon = self.days_left is not None and 0 <= self.days_left <= days
        return soon and not self.is_reported and self.is_rated


@dataclass(frozen=True, slots=True)
class BoardCounts:
    """How many duties have each mark; requests and the work of superiors and other places stand apart."""

    green: int
    yellow: int
    red: int
    unrated: int
    requests: int
    of_others: int


def assignment_board(
    actor: Actor,
    *,
    today: date,
    campaign: Campaign | None = None,
    among: AssignmentQuerySet | None = None,
    with_ended: bool = False,
) -> list[AssignmentLine]:
    """All duties and requests of plans as they stand (of `campaign`, or only some, where given), as of `today`.

    Newest campaign first, in the order of the plan; four queries, however many duties there are.

    :param with_ended: those too that a revised plan no longer has; nothing of them is ever due.
    """
    rows = (Assignment.objects.all() if among is None else among).visible_to(actor)
    if not with_ended:
        rows = rows.filter(ended_at=None)
    last = Progress.objects.visible_to(actor).select_related("by")
    if campaign is not None:
        rows = rows.filter(campaign=campaign)
    if campaign is not None or among is not None:
        last = last.filter(assignment__in=rows.order_by().values("pk"))
    newer = Progress.objects.filter(assignment=OuterRef("assignment"), pk__gt=OuterRef("pk"))
    said = {progress.assignment_id: progress for progress in last.filter(~Exists(newer))}
    rules, proved = due_rules(rows), proof_days(rows)
    ordered = rows.order_by("-campaign__created_at", "-campaign", "line_from", "pk")
    return [
        _line(row, Known(rules.get(row.pk, []), said.get(row.pk), proved.get(row.pk)), today=today)
        for row in ordered.select_related("unit", "campaign")
    ]


def board_counts(lines: Sequence[AssignmentLine]) -> BoardCounts:
    """How many of `lines` have each mark."""
    ratings = [line.rating for line in lines if line.is_rated]
    return BoardCounts(
        green=ratings.count(Rating.GREEN),
        yellow=ratings.count(Rating.YELLOW),
        red=ratings.count(Rating.RED),
        unrated=ratings.count(UNRATED),
        requests=sum(line.is_request for line in lines),
        of_others=sum(line.is_of_others for line in lines),
    )


def lines_by_unit(lines: Sequence[AssignmentLine]) -> list[tuple[Unit, list[AssignmentLine]]]:
    """The units that have a line, in the order of the Vietnamese alphabet, each with its lines as they came."""
    groups: dict[int, tuple[Unit, list[AssignmentLine]]] = {}
    for line in lines:
        unit = line.assignment.unit
        groups.setdefault(unit.pk, (unit, []))[1].append(line)
    return sorted(groups.values(), key=lambda group: sort_key(group[0].name))


def late_lines(actor: Actor, today: date) -> list[AssignmentLine]:
    """The duties marked late on `today`, the longest overdue first."""
    late = [line for line in assignment_board(actor, today=today) if line.is_late]
    return sorted(late, key=lambda line: line.by_day)


def due_soon_lines(actor: Actor, today: date, *, days: int = SOON_DAYS) -> list[AssignmentLine]:
    """The duties to report on within `days` days of `today` and not reported yet, the nearest first."""
    soon = [line for line in assignment_board(actor, today=today) if line.is_due_within(days)]
    return sorted(soon, key=lambda line: line.by_day)


def _line(row: Assignment, known: Known, *, today: date) -> AssignmentLine:
    stand = standing_of(row, known, today=today)
    days_left = None if stand.due_date is None else (stand.due_date - today).days
    rating, words = _mark(row, known, stand=stand, days_left=days_left, today=today)
    return AssignmentLine(
        assignment=row,
        due_date=stand.due_date,
        days_left=days_left,
        rating=rating,
        rating_words=words,
        progress=known.progress,
        is_reported=stand.is_reported,
        rules=known.rules,
    )


def _mark(row: Assignment, known: Known, *, stand: Standing, days_left: int | None, today: date) -> tuple[str, str]:
    """The mark of a duty and its words: what a person says of this period, else its proof, else what the day says."""
    if row.ended_at is not None:
        return UNRATED, _("Không còn trong kế hoạch")
    if row.role == AssignmentRole.REQUEST:
        return UNRATED, _("Không đánh giá")
    if not row.is_rated:
        return UNRATED, _("Việc của cấp trên, đơn vị khác")
    if stand.is_said and known.progress is not None and known.progress.rating:
        rating = Rating(known.progress.rating)
        return rating.value, gettext(rating.label)
    if stand.is_proved:
        return Rating.GREEN.value, _("Đã có minh chứng")
    return _silent(known.rules, days_left=days_left, today=today)


def _silent(rules: Sequence[DueRule], *, days_left: int | None, today: date) -> tuple[str, str]:
    """The mark of a duty nobody has spoken of in this period: late only after its day."""
    if days_left is None:
        return UNRATED, _("Chưa báo")
    if days_left < 0:
        return Rating.RED.value, _("Chậm {days} ngày").format(days=-days_left)
    if days_left == 0:
        return Rating.YELLOW.value, _("Hôm nay đến hạn")
    if days_left <= SOON_DAYS:
        return Rating.YELLOW.value, _("Còn {days} ngày").format(days=days_left)
    return UNRATED, _("Chưa đến kỳ") if _is_early(rules, today=today) else _("Chưa báo")


def _is_early(rules: Sequence[DueRule], *, today: date) -> bool:
    """Whether nothing is to be said yet: every deadline comes round again, or has not begun."""
    return all(rule.is_repeating or (rule.start_date is not None and rule.start_date > today) for rule in rules)
