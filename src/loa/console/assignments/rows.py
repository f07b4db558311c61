"""The rows of the board as HTML, in one pass: a commune has hundreds of them, and a template takes long over each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from loa.campaigns.models import Assignment, Progress
from loa.campaigns.selectors import AssignmentLine
from loa.console.assignments.words import planwide_words
from loa.console.templatetags.loa import day, number, rag, word
from loa.core.language import gettext as _

CELL = '<td role="cell"{}><div>{}</div></td>'


@dataclass(frozen=True, slots=True)
class Row:
    """One duty with what to call it, how far its day is, and how many real proofs it has."""

    line: AssignmentLine
    name: str
    until: str
    proofs: int


class RowWriter:
    """Writes rows for one reader, in the reader's language; every word from outside is escaped.

    :param sees_plans: whether the clause is a link to its line in the plan.
    :param names_plan, names_unit: whether each row says of which plan, of which unit it is.
    """

    def __init__(self, *, sees_plans: bool, names_plan: bool, names_unit: bool) -> None:
        self._sees_plans, self._names_plan, self._names_unit = sees_plans, names_plan, names_unit
        self._clause, self._proofs = _("khoản {clause}"), _("{count} minh chứng")
        self._silent, self._no_day = _("Chưa báo"), _("không nêu")
        self._duties, self._plans = reverse("assignments"), reverse("plans")
        labels = (_("Vai trò"), _("Hạn"), _("Đã làm"), _("Đánh giá"))
        self._role, self._due, self._done, self._mark = (_html(' data-l="{}"', label) for label in labels)

    def all(self, rows: Iterable[Row]) -> SafeString:
        """The rows, ready for a table's body."""
        return _joined("\n", (self._row(row) for row in rows))

    def _row(self, row: Row) -> SafeString:
        line, duty, url = row.line, row.line.assignment, f"{self._duties}{row.line.assignment.pk}/"
        is_silent = line.progress is None and not row.proofs
        done_label = _html(' class="none"{}', self._done) if is_silent else self._done
        mark = _html('<span class="m">{}</span>', line.rating_words) if not line.is_rated else _rag(line)
        return _html(
            '<tr role="row" id="v{}">{}{}{}{}{}</tr>',
            duty.pk,
            self._heading(row, url),
            _html(CELL, self._role, word(duty.get_role_display())),
            _html(CELL, self._due, self._day(row)),
            _html(CELL, done_label, self._told(row, url)),
            _html(CELL, self._mark, mark),
        )

    def _heading(self, row: Row, url: str) -> SafeString:
        duty = row.line.assignment
        parts = [self._place(duty)]
        if self._names_unit:
            parts.insert(0, _html('<span lang="vi">{}</span>', duty.unit.name))
        if self._names_plan:
            parts.append(_html('<span lang="vi">{}</span>', duty.campaign.title))
        return _html(
            '<th role="rowheader" scope="row"><a href="{}" lang="vi">{}</a><small>{}</small></th>',
            url,
            row.name,
            _joined(" · ", parts),
        )

    def _place(self, duty: Assignment) -> SafeString:
        words = self._clause.format(clause=duty.clause)
        if not self._sees_plans:
            return _html("{}", words)
        return _html('<a href="{}{}/#d{}">{}</a>', self._plans, duty.campaign_id, duty.line_from, words)

    def _day(self, row: Row) -> SafeString:
        if row.line.due_date is None:
            return _html('<span class="m">{}</span>', self._no_day)
        until = _html('<span class="sub">{}</span>', row.until) if row.until else ""
        if row.line.is_planwide:
            return _html('<span class="m">{}</span>{}', planwide_words(row.line.due_date), until)
        return _html('<span class="nw">{}</span>{}', day(row.line.due_date), until)

    def _told(self, row: Row, url: str) -> SafeString:
        progress = row.line.progress
        told = _last_words(progress) if progress else _html('<span class="m">{}</span>', self._silent)
        if not row.proofs:
            return told
        return _html(
            '{}<span class="sub plain-sub"><a href="{}#minh-chung">{}<span class="vh" lang="vi"> {}</span></a></span>',
            told,
            url,
            self._proofs.format(count=number(row.proofs)),
            row.name,
        )


def _last_words(progress: Progress) -> SafeString:
    note = _html('<span class="said-of" lang="vi">{}</span>', progress.note) if progress.note else ""
    return _html(
        '{}<span class="sub plain-sub"><span lang="vi">{}</span>, <span class="nw">{}</span></span>',
        note,
        progress.by.display_name,
        day(progress.at),
    )


def _rag(line: AssignmentLine) -> SafeString:
    return rag(line.rating, line.rating_words)


def _html(pattern: str, *parts: object) -> SafeString:
    """As `format_html`, which takes twice as long: a board calls it thousands of times."""
    safe = (part if isinstance(part, SafeString) else escape(str(part)) for part in parts)
    return mark_safe(pattern.format(*safe))  # noqa: S308 - each part is escaped or was


def _joined(between: str, parts: Iterable[SafeString]) -> SafeString:
    return mark_safe(between.join(parts))  # noqa: S308 - each part was escaped
