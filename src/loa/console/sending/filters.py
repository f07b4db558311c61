"""Finding orders: by state, channel, outlet, plan, days and words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

import django_filters
from django.db.models import Q, QuerySet
from django.forms import DateInput, HiddenInput

from loa.campaigns.models import Campaign
from loa.channels.ports import CHANNEL_LABELS
from loa.channels.selectors import outlets_of
from loa.console.frame.listing import search_box
from loa.core.clock import VIETNAM
from loa.core.language import gettext
from loa.core.language import gettext as _
from loa.core.selectors.search import search_entries
from loa.delivery.models import Dispatch, DispatchState
from loa.delivery.selectors import at_least_sent, only_simulated, telling
from loa.delivery.selectors.ladders import PROVED
from loa.editorial.models import Rendition
from loa.units.rights import Right

MOST_FOUND = 500
LARGEST_KEY = 2**63 - 1  # of a database
DAYS_SHOWN = 30
FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2200, 1, 1)
MESSAGE, OUTLET = "editorial.message", "channels.outlet"  # kinds of what is searched
PLAIN = ("channel", "outlet")
FROM_SENT, FROM_PLAYED, SIMULATED = "from-sent", "from-played", "simulated"


def _day_input() -> DateInput:
    return DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class DispatchFilter(django_filters.FilterSet):
    """The orders of the last thirty days and those to come, unless days, a plan or a message are asked for.

    `before_state` are the orders that all but the filter by state let through: the ladder counts those.
    """

    q = django_filters.CharFilter(widget=search_box())
    state = django_filters.ChoiceFilter()
    channel = django_filters.ChoiceFilter(field_name="outlet__channel")
    outlet = django_filters.ChoiceFilter(field_name="outlet_id")
    plan = django_filters.ChoiceFilter()
    since = django_filters.DateFilter(widget=_day_input())
    until = django_filters.DateFilter(widget=_day_input())
    message = django_filters.NumberFilter(widget=HiddenInput, min_value=1, max_value=LARGEST_KEY)

    class Meta:
        model = Dispatch
        fields = ()

    def __init__(self, data: Any = None, *args: Any, **kwargs: Any) -> None:
        asked = data.copy() if data is not None else {}
        if not any(name in asked for name in ("since", "plan", "message")):
            asked["since"] = f"{kwargs['request'].today - timedelta(days=DAYS_SHOWN):%Y-%m-%d}"
        super().__init__(asked, *args, **kwargs)
        self.before_state: QuerySet[Dispatch] = self.queryset
        self._name_them()
        self._offer("state", _states(), any_of=_("Mọi trạng thái"))
        self._offer("channel", _channels(), any_of=_("Mọi kênh"))
        self._offer("outlet", self._outlets(), any_of=_("Mọi điểm phát"))
        if self.request.actor.may(Right.SEE_PLANS):
            self._offer("plan", self._plans(), any_of=_("Mọi kế hoạch"))
        else:
            del self.filters["plan"]

    def _name_them(self) -> None:
        labels = {
            "q": _("Tin bài, mã tin hoặc điểm phát"),
            "state": _("Trạng thái"),
            "channel": _("Kênh"),
            "outlet": _("Điểm phát"),
            "plan": _("Kế hoạch"),
            "since": _("Từ ngày"),
            "until": _("Đến hết ngày"),
        }
        for name, label in labels.items():
            self.filters[name].label = label

    def _offer(self, name: str, choices: list[tuple[str, str]], *, any_of: str) -> None:
        self.filters[name].extra |= {"choices": choices, "empty_label": any_of}

    def _outlets(self) -> list[tuple[str, str]]:
        return [(str(outlet.pk), outlet.name) for outlet in outlets_of(self.request.actor)]

    def _plans(self) -> list[tuple[str, str]]:
        rows = Campaign.objects.visible_to(self.request.actor).order_by("-created_at", "-pk")
        return [(str(pk), title) for pk, title in rows.values_list("pk", "title")]

    @property
    def is_narrow(self) -> bool:
        """Whether one of the folded filters is in use."""
        return any(self.data.get(name) for name in ("channel", "outlet", "plan", "until"))

    @property
    def since_day(self) -> date | None:
        """The first day of the list, where it has one."""
        since: date | None = self.form.cleaned_data.get("since") if self.form.is_valid() else None
        return since

    def filter_queryset(self, queryset: QuerySet[Dispatch]) -> QuerySet[Dispatch]:
        chosen = self.form.cleaned_data
        for name in PLAIN:
            queryset = self.filters[name].filter(queryset, chosen.get(name))
        if plan := chosen.get("plan"):
            queryset = telling(queryset, Rendition.objects.filter(version__message__campaign=plan))
        if message := chosen.get("message"):
            queryset = telling(queryset, Rendition.objects.filter(version__message=message))
        if since := chosen.get("since"):
            queryset = queryset.filter(due_at__gte=_midnight(since))
        if until := chosen.get("until"):
            queryset = queryset.filter(due_at__lt=_midnight(min(until, LAST_DAY) + timedelta(days=1)))
        if words := chosen.get("q"):
            queryset = queryset.filter(self._holds(words))
        self.before_state = queryset
        return _in_state(queryset, chosen.get("state") or "")

    def _holds(self, words: str) -> Q:
        """Messages belong to no unit, so they are looked for in the whole commune; the rows stay the actor's own."""
        actor = replace(self.request.actor, unit_ids=None)
        pks: dict[str, list[int]] = {MESSAGE: [], OUTLET: []}
        for entry in search_entries(actor, words, kinds=tuple(pks), limit=MOST_FOUND):
            pks[entry.kind].append(entry.target_id)
        renditions = Rendition.objects.filter(version__message__in=pks[MESSAGE]).order_by()
        return Q(rendition__in=renditions.values("pk")) | Q(outlet__in=pks[OUTLET])


def _in_state(rows: QuerySet[Dispatch], asked: str) -> QuerySet[Dispatch]:
    if asked == FROM_SENT:
        return at_least_sent(rows)
    if asked == FROM_PLAYED:
        return rows.filter(state__in=PROVED)
    if asked == SIMULATED:
        return only_simulated(rows)
    return rows.filter(state=asked) if asked else rows


def _midnight(day: date) -> datetime:
    """The beginning of `day` in Vietnam; a day that no clock reaches is moved to the edge."""
    return datetime.combine(min(max(day, FIRST_DAY), LAST_DAY), time.min, tzinfo=VIETNAM)


def _states() -> list[tuple[str, str]]:
    states = [(state.value, gettext(str(state.label))) for state in DispatchState]
    steps = ((FROM_SENT, _("Đã gửi trở lên")), (FROM_PLAYED, _("Đã phát, đã đăng trở lên")))
    return [*states, *steps, (SIMULATED, _("Chỉ mô phỏng"))]


def _channels() -> list[tuple[str, str]]:
    return [(kind.value, gettext(label)) for kind, label in CHANNEL_LABELS.items()]
