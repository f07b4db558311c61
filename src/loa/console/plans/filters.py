"""Finding a plan by its year and its words."""

from __future__ import annotations

from typing import Any

import django_filters
from django.db.models import Q, QuerySet

from loa.campaigns.models import Campaign
from loa.console.frame.listing import search_box
from loa.core.language import gettext as _
from loa.core.selectors.search import search_entries

KINDS = ("campaigns.campaign",)
MOST_FOUND = 500


class PlanFilter(django_filters.FilterSet):
    """By words, with or without diacritics, in the title and in the whole document; by a year it runs in."""

    q = django_filters.CharFilter(widget=search_box())
    year = django_filters.ChoiceFilter()

    class Meta:
        model = Campaign
        fields = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.filters["q"].label = _("Tên hoặc chữ trong văn bản")
        self.filters["year"].label = _("Năm")
        self.filters["year"].extra |= {"choices": self._years(), "empty_label": _("Mọi năm")}

    def _years(self) -> list[tuple[str, str]]:
        rows = self.queryset.order_by().values_list("start_date__year", "end_date__year", "created_at__year").distinct()
        years = {year for row in rows for year in row if year}
        return [(str(year), str(year)) for year in sorted(years, reverse=True)]

    def filter_queryset(self, queryset: QuerySet[Campaign]) -> QuerySet[Campaign]:
        """The plans that have the words and run in the year, where either is asked for."""
        words, year = self.form.cleaned_data.get("q"), self.form.cleaned_data.get("year")
        rows = queryset
        if words:
            found = search_entries(self.request.actor, words, kinds=KINDS, limit=MOST_FOUND)
            rows = rows.filter(pk__in=[entry.target_id for entry in found])
        return rows.filter(_runs_in(int(year))) if year else rows


def _runs_in(year: int) -> Q:
    """The stated period meets the year; a plan that states none counts for the year it was brought in."""
    between = Q(start_date__year__lte=year, end_date__year__gte=year)
    stated = Q(start_date__year=year) | Q(end_date__year=year)
    return between | stated | Q(start_date=None, end_date=None, created_at__year=year)
