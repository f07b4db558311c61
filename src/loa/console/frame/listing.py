"""A list of rows: filtered, sorted, in pages; the same for every kind of row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

import django_filters
import django_tables2
from django.core.paginator import Page, Paginator
from django.db.models import Model, QuerySet
from django.forms import TextInput
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.functional import lazy
from django_tables2.rows import BoundRows

from loa.console.frame.screen import StaffRequest
from loa.core.language import gettext

ROWS_A_PAGE = 50
said = lazy(gettext, str)  # a table's own words, translated when they are shown


def search_box() -> TextInput:
    """Where the words of a filter are typed."""
    return TextInput(attrs={"type": "search", "maxlength": 200})


class Listing(django_tables2.Table):
    """A table whose rows become cards on a phone; the first column is the row's heading."""

    caption = ""

    class Meta:
        template_name = "console/parts/table.html"

    def whole_rows(self, keys: Sequence[Any]) -> QuerySet[Any]:
        """The rows of one page by their primary keys, in any order, with all that their cells show.

        The keys came through the actor's own door; a long list asks here for its rows alone, without the filters.
        """
        rows: QuerySet[Any] = self.data.data.order_by().filter(pk__in=keys)
        return rows


class KeyPaginator(Paginator[Any]):
    """Pages over primary keys: the database sorts those alone, and reads whole rows only for the page that is shown.

    Sorting whole rows with their relations took most of a page's time in lists of thousands.
    """

    def page(self, number: int | str) -> Page[Any]:
        """The page `number` (from 1); a row deleted in between is left out.

        :raises InvalidPage: there is no such page.
        """
        number = self.validate_number(number)
        table = cast(BoundRows, self.object_list).table
        first = (number - 1) * self.per_page
        keys = list(table.data.data.values_list("pk", flat=True)[first : first + self.per_page])
        found = {row.pk: row for row in table.whole_rows(keys)}
        rows = BoundRows(data=[found[key] for key in keys if key in found], table=table)
        return Page(rows, number, self)


def in_pages(request: StaffRequest, table: Listing) -> Listing:
    """`table` sorted as the address asks, on the page that it asks for or the nearest there is."""
    paginate = {"per_page": ROWS_A_PAGE, "silent": True, "paginator_class": KeyPaginator}
    django_tables2.RequestConfig(request, paginate=paginate).configure(table)
    return table


def listed(
    request: StaffRequest,
    template: str,
    *,
    rows: QuerySet[Model],
    table: type[Listing],
    filters: type[django_filters.FilterSet],
    **context: Any,
) -> HttpResponse:
    """The page `template` with `table` and `filter`; only the list itself where htmx asks for it."""
    chosen = filters(request.GET, queryset=rows, request=request)
    names = {"table": in_pages(request, table(chosen.qs)), "filter": chosen, **context}
    return render(request, "console/parts/list.html" if wants_part(request) else template, names)


def wants_part(request: StaffRequest) -> bool:
    """Whether htmx asks for the list alone; on the way back through the browser's history it needs the whole page."""
    return bool(request.htmx) and not request.htmx.history_restore_request
