"""One screen seen by one person: whether it opens, how long it takes, what it asks, what it weighs."""

from __future__ import annotations

import contextlib
import gzip
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import product
from typing import Any

from django.db import connection
from django.http import HttpResponseBase
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import NoReverseMatch, reverse

from bench.web.queries import Asked
from bench.web.reference import PATH
from bench.web.routes import Route
from bench.web.samples import arguments_of
from bench.web.timing import PAIRS, WARM_UPS, Timing, timed_pairs
from bench.web.weight import Scales, read_all, weight_of
from loa.core.actor import Actor

GOAL_MS, GOAL_QUERIES, GOAL_FIRST_VIEW = 100.0, 15, 60 * 1024
OK, SERVER_ERROR = 200, 500
SLOW_SECONDS = 2.0  # what takes longer is run once: it is far from any goal, and the whole must end
AS_HTMX = {"HX-Request": "true"}
# Lists are also measured far from their first page, the search with marks, without, and with a word that fits much.
MORE = {
    "search": ("q=phong benh dai", "q=Suối Đá", "q=về"),
    "dispatches": ("page=20",),
    "messages": ("page=20",),
    "assignments": ("page=3",),
}


@dataclass(frozen=True, slots=True)
class Visitor:
    """One person at the door: the role's value (`khach` for nobody), a client that is signed in, whom it acts for."""

    role: str
    client: Client
    actor: Actor


@dataclass(frozen=True, slots=True)
class Visit:
    """What came of one screen with one person: the last status, and the figures where it opened.

    `trouble` is the last word of a screen that broke.
    """

    screen: str
    role: str
    status: int | None
    figures: dict[str, Any] | None = None
    trouble: str = ""

    @property
    def is_slow_file(self) -> bool:
        """Whether it is no page but a file that is made while one waits."""
        return self.figures is not None and self.figures["pairs"] == 1 and not self.figures["is_page"]


def visits_of(route: Route, visitor: Visitor, scales: Scales) -> list[Visit]:
    """The screen itself, then the same with the query strings of `MORE`.

    What only answers a page that is already open (a part that refreshes) is asked for as htmx does.
    """
    visit = Visit(route.name, visitor.role, None)
    for address, headers in product(list(_addresses(route, visitor)), ({}, AS_HTMX)):
        look = _Look(address, visitor=visitor, scales=scales, headers=headers)
        visit = look.visit(route.name)
        if visit.figures is not None:
            return [visit, *(look.further(words).visit(f"{route.name}?{words}") for words in MORE.get(route.name, ()))]
        if visit.trouble:
            break
    return [visit]


def _addresses(route: Route, visitor: Visitor) -> Iterator[str]:
    for arguments in arguments_of(route, visitor.actor):
        with contextlib.suppress(NoReverseMatch):
            yield reverse(route.name, kwargs=arguments)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Look:
    """One address as one person asks for it."""

    address: str = field(kw_only=False)
    visitor: Visitor
    scales: Scales
    headers: dict[str, str]

    def further(self, words: str) -> _Look:
        return replace(self, address=f"{self.address}?{words}")

    def visit(self, screen: str) -> Visit:
        """Ask once; where it opens, measure."""
        started = time.monotonic()
        with CaptureQueriesContext(connection) as captured:
            answer = self._answer()
        seconds = time.monotonic() - started
        status = answer.status_code
        if status == OK and "HX-Redirect" not in answer.headers:
            figures = self._figures(answer, captured, seconds=seconds)
            return Visit(screen, self.visitor.role, status, figures)
        broke = getattr(answer, "exc_info", None)
        trouble = f"{broke[0].__name__}: {broke[1]}" if broke else ""
        return Visit(screen, self.visitor.role, status, trouble=trouble if status >= SERVER_ERROR else "")

    def _answer(self) -> Any:
        return self.visitor.client.get(self.address, headers=self.headers)

    def _run(self) -> None:
        read_all(self._answer())

    def _reference(self) -> None:
        read_all(self.visitor.client.get(PATH))

    def _figures(self, first: Any, captured: CaptureQueriesContext, *, seconds: float) -> dict[str, Any]:
        is_slow = seconds > SLOW_SECONDS
        if not is_slow:
            captured = self._warmed_up()
        asked = Asked.read(captured)
        timing = self._once(seconds) if is_slow else timed_pairs(self._run, beside=self._reference)
        figures: dict[str, Any] = {
            "address": self.address,
            "ms": round(timing.ms, 1),
            "reference_ms": round(timing.reference_ms, 2),
            "ratio": round(timing.ratio, 1),
            "pairs": 1 if is_slow else PAIRS,
            "queries": len(asked),
            **_weights(first, self.scales),
        }
        figures["short_of"] = _short_of(figures) if figures["is_page"] else []
        return figures | {"slowest": asked.slowest(), "repeated": asked.repeated()}

    def _warmed_up(self) -> CaptureQueriesContext:
        """The queries of a run after the first ones."""
        for _number in range(WARM_UPS):
            self._reference()
            self._run()
        with CaptureQueriesContext(connection) as captured:
            self._run()
        return captured

    def _once(self, seconds: float) -> Timing:
        """The one run that was enough, beside one reference run."""
        reference = timed_pairs(self._reference, beside=self._reference).ms
        return Timing(ms=seconds * 1000, reference_ms=reference, ratio=seconds * 1000 / reference)


def _weights(answer: HttpResponseBase, scales: Scales) -> dict[str, Any]:
    encoding = answer.headers.get("Content-Encoding", "")
    is_page = answer.headers.get("Content-Type", "").startswith("text/html")
    body = read_all(answer)
    page = weight_of(body, encoding=encoding).size
    html = (gzip.decompress(body) if encoding == "gzip" else body).decode() if is_page else ""
    return {
        "is_page": is_page,
        "page_bytes": page,
        "first_view_bytes": page + scales.first_view(html) if is_page else None,
    }


def _short_of(figures: dict[str, Any]) -> list[str]:
    """Which goals the figures miss."""
    over = (
        ("ms", figures["ms"] >= GOAL_MS),
        ("queries", figures["queries"] > GOAL_QUERIES),
        ("first_view_bytes", (figures["first_view_bytes"] or 0) > GOAL_FIRST_VIEW),
    )
    return [name for name, is_over in over if is_over]
