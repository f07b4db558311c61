"""What was read from a plan without doubt, row by row, each with its place in the document."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from loa.campaigns.answers import INTERVALS
from loa.campaigns.models import Activity, Assignment, AssignmentRole, Campaign, CostLine, ReportingDuty
from loa.campaigns.plan import day_of
from loa.campaigns.selectors import activities_to_do
from loa.channels.ports import CHANNEL_LABELS, ChannelKind
from loa.console.plans.anchoring import Anchoring, Ref, unnumbered
from loa.core.language import gettext
from loa.core.language import gettext as _
from loa.documents.ports import Anchor, ExtractionResult
from loa.documents.printed_days import day_words, from_to_words
from loa.vietnamese.sorting import sort_key


@dataclass(frozen=True, slots=True)
class Note:
    """A second line of a row: what it is, then Loa's own words `said` or the document's `data`."""

    name: str
    said: str = ""
    data: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """One row: its name, then Loa's own words `said` or the document's words `data`."""

    id: str
    name: str
    said: str = ""
    data: str = ""
    notes: tuple[Note, ...] = ()
    refs: tuple[Ref, ...] = ()


@dataclass(slots=True)
class FieldReader:
    """Makes the rows of one campaign; the anchoring gives them their numbers."""

    campaign: Campaign
    read: ExtractionResult
    anchoring: Anchoring
    assignments: Sequence[Assignment]
    outside: frozenset[str]  # clauses that are outside Loa as a whole
    rows: list[Field] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)  # of what is work, by the names of `counting.WORK_WORDS`

    def all(self) -> list[Field]:
        """Every row, in the order in which a plan is read: the document, time, forms, who, money, reports."""
        activities = list(activities_to_do(self.campaign))
        self._header()
        self._period(activities)
        for activity in activities:
            self._activity(activity)
        self._units()
        self._requests()
        for cost in self.campaign.cost_lines.filter(ended_at=None).order_by("pk"):
            self._cost(cost)
        reports = list(self.campaign.reporting_duties.filter(ended_at=None).order_by("pk"))
        for duty in reports:
            self._reporting(duty)
        requests = sum(row.role == AssignmentRole.REQUEST for row in self.assignments)
        self.counts |= {
            "activities": len(activities),
            "assignments": len(self.assignments) - requests,
            "requests": requests,
            "reporting": len(reports),
        }
        return self.rows

    def _add(self, name: str, refs: Iterable[tuple[str, int, int]], **words: object) -> None:
        """A row with a number for each (quote, line from, line to) of `refs`."""
        field_id = f"m{len(self.rows) + 1}"
        numbers = (self.anchoring.ref(quote, (start, end), field_id=field_id) for quote, start, end in refs)
        self.rows.append(Field(field_id, name, refs=tuple(dict.fromkeys(numbers)), **words))  # type: ignore[arg-type]

    def _header(self) -> None:
        header = self.read.header
        symbol = "/".join(filter(None, (header.number, header.symbol)))
        if symbol:
            unnumbered = () if header.number else (Note(_("Số"), said=_("văn bản để trống")),)
            self._add(_("Số, ký hiệu"), self._at("number", "symbol"), data=symbol, notes=unnumbered)
        if header.date:
            self._add(_("Ngày ban hành"), self._at("date"), said=day_words(header.date))
        if header.issuer:
            self._add(_("Nơi ban hành"), self._at("issuer"), data=header.issuer)
        if header.signer:
            position = (Note(_("Chức vụ"), data=header.signer_position),) if header.signer_position else ()
            self._add(_("Người ký"), self._at("signer"), data=header.signer, notes=position)

    def _at(self, *names: str) -> Iterator[tuple[str, int, int]]:
        for name in names:
            yield from _places(self.read.anchors.get(f"/header/{name}", ()))

    def _period(self, activities: Sequence[Activity]) -> None:
        """The whole period with the places of its first and last day, then each deadline that is no activity's."""
        first, last = self.campaign.start_date, self.campaign.end_date
        windows = [
            (window, tuple(_places(self.read.anchors.get(f"/windows/{number}", ()))))
            for number, window in enumerate(self.read.windows)
            if not _is_under(window.clause, self.outside)
        ]
        starts = next((at for window, at in windows if first and day_of(window.start) == first), ())
        ends = next((at for window, at in windows if last and day_of(window.end) == last), ())
        if first or last:
            self._add(_("Thời gian"), (*starts, *ends), said=period_words(first, last))
        own = {activity.clause for activity in activities}
        for window, places in windows:
            if places and window.clause not in own and places not in (starts, ends):
                self._add(_("Thời hạn {clause}").format(clause=window.clause), places, data=places[0][0])

    def _activity(self, activity: Activity) -> None:
        used = {channel for row in self.read.activities if row.clause == activity.clause for channel in row.channels}
        notes = [Note(_("Kênh"), said=channel_words(used))]
        notes.append(Note(_("Thời gian"), said=self._time_of(activity)))
        for role in (AssignmentRole.LEAD, AssignmentRole.SUPPORT):
            here = (row for row in self.assignments if _is_under(row.clause, (activity.clause,)))
            names = dict.fromkeys(row.unit.name for row in here if row.role == role)
            notes.append(Note(gettext(str(role.label)), data=", ".join(names)))
        self._add(
            _("Hình thức {clause}").format(clause=activity.clause),
            [(activity.title, activity.line_from, activity.line_to)],
            data=activity.title,
            notes=tuple(note for note in notes if note.said or note.data),
        )

    def _time_of(self, activity: Activity) -> str:
        """Its own period; where it has none, the plan's last day, said to be the plan's."""
        own, last = period_words(activity.start_date, activity.end_date), self.campaign.end_date
        return own or (_("theo kế hoạch, đến {day}").format(day=f"{last:%d/%m/%Y}") if last else "")

    def _units(self) -> None:
        """One row a unit, in the order of the alphabet, with the clauses it leads and supports."""
        duties = [row for row in self.assignments if row.role != AssignmentRole.REQUEST]
        ordered = sorted(duties, key=lambda row: (sort_key(row.unit.name), row.unit_id))
        for unit, group in groupby(ordered, key=lambda row: row.unit):
            mine = list(group)
            notes = tuple(
                Note(gettext(str(role.label)), said=", ".join(row.clause for row in mine if row.role == role))
                for role in (AssignmentRole.LEAD, AssignmentRole.SUPPORT)
                if any(row.role == role for row in mine)
            )
            self._add(_("Đơn vị"), map(_place, mine), data=unit.name, notes=notes)

    def _requests(self) -> None:
        for row in self.assignments:
            if row.role == AssignmentRole.REQUEST:
                note = Note(_("Mục {clause}").format(clause=row.clause), said=_("là đề nghị, không phải giao việc"))
                self._add(_("Đề nghị"), [_place(row)], data=row.unit.name, notes=(note,))

    def _cost(self, cost: CostLine) -> None:
        """The words of the clause on the money, without its heading."""
        heading = next((one.heading for one in self.read.clauses if one.label == cost.clause), "")
        words = unnumbered(cost.quote).removeprefix(unnumbered(heading)).strip() or cost.quote
        self._add(_("Kinh phí"), [(words, cost.line_from, cost.line_to)], data=words)

    def _reporting(self, duty: ReportingDuty) -> None:
        every = interval_words(duty.every) or _("chưa rõ kỳ hạn")
        if duty.is_ad_hoc:
            every = _("{every}, và đột xuất").format(every=every)
        reporter = (Note(_("Bên báo cáo"), data=duty.reporter),) if duty.reporter else ()
        through, first = self._through(duty), duty.first_due
        notes = (
            *reporter,
            *((Note(_("Gửi qua"), data=through),) if through else ()),
            Note(_("Kỳ hạn"), said=every),
            *((Note(_("Lần đầu"), said=f"{first:%d/%m/%Y}"),) if first else ()),
        )
        self._add(_("Báo cáo gửi"), [_place(duty)], data=duty.receiver, notes=notes)

    def _through(self, duty: ReportingDuty) -> str:
        """The unit that gathers the reports, as the reading has it: of the same receiver, best from the same lines."""
        found = ""
        for number, row in enumerate(self.read.reporting):
            is_same = row.receiver.startswith(duty.receiver) and (row.reporter or "").startswith(duty.reporter)
            if is_same and row.through:
                found = found or row.through
                if any(at.line_from == duty.line_from for at in self.read.anchors.get(f"/reporting/{number}", ())):
                    return row.through
        return found


def _place(row: Assignment | ReportingDuty) -> tuple[str, int, int]:
    return row.quote, row.line_from, row.line_to


def _places(anchors: Iterable[Anchor]) -> Iterator[tuple[str, int, int]]:
    for anchor in anchors:
        yield anchor.quote, anchor.line_from, anchor.line_to


def _is_under(clause: str, tops: Iterable[str]) -> bool:
    return any(f"{clause}.".startswith(f"{top}.") for top in tops)


def channel_words(channels: Collection[str]) -> str:
    """What `channels` (values of `ChannelKind`) are called, in the order of the eight."""
    return ", ".join(gettext(CHANNEL_LABELS[kind]) for kind in ChannelKind if kind.value in channels)


def interval_words(every: str | None) -> str:
    """How often something comes back; empty where it does not, or nobody knows."""
    return gettext(INTERVALS[every]) if every in INTERVALS else ""


def period_words(first: date | None, last: date | None) -> str:
    return from_to_words(*(f"{day:%d/%m/%Y}" if day else "" for day in (first, last)))
