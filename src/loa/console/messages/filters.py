"""Finding a message by its state, its plan and its words."""

from __future__ import annotations

from typing import Any

import django_filters
from django.db.models import QuerySet

from loa.campaigns.models import Campaign
from loa.console.frame.listing import search_box
from loa.core.language import gettext
from loa.core.language import gettext as _
from loa.core.selectors.search import search_entries
from loa.editorial.models import MessageVersion, VersionState

KINDS = ("editorial.message",)
MOST_FOUND = 2_000
OF_NEWEST = (VersionState.DRAFT, VersionState.SUBMITTED, VersionState.RETURNED, VersionState.APPROVED)


class MessageFilter(django_filters.FilterSet):
    """By words (with or without diacritics, or the code of a message), state and plan."""

    q = django_filters.CharFilter(method="with_words", widget=search_box())
    state = django_filters.ChoiceFilter()
    plan = django_filters.ModelChoiceFilter(field_name="message__campaign", queryset=Campaign.objects.none())

    class Meta:
        model = MessageVersion
        fields = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        state, plan = self.filters["state"], self.filters["plan"]
        self.filters["q"].label = _("Chữ trong tin hoặc mã tin")
        state.label, plan.label = _("Trạng thái"), _("Kế hoạch")
        choices = [(value.value, gettext(str(value.label))) for value in OF_NEWEST]
        state.extra |= {"choices": choices, "empty_label": _("Mọi trạng thái")}
        plans = Campaign.objects.visible_to(self.request.actor).order_by("-created_at", "-pk")
        plan.extra |= {"queryset": plans, "empty_label": _("Mọi kế hoạch")}

    def with_words(self, rows: QuerySet[MessageVersion], _name: str, value: str) -> QuerySet[MessageVersion]:
        found = search_entries(self.request.actor, value, kinds=KINDS, limit=MOST_FOUND)
        return rows.filter(message__in=[entry.target_id for entry in found])
