"""Arguments for an address: rows that the person may see, chosen by the words of the address and its parameters."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import product
from typing import Any

from django.db import models

from bench.data.size import NOW
from bench.web.routes import Route
from loa.campaigns.models import Assignment, Campaign, OpenQuestion
from loa.channels.models import Outlet
from loa.channels.ports import ChannelKind
from loa.core.actor import Actor
from loa.core.models import LongWork
from loa.delivery.models import Dispatch
from loa.documents.models import Document
from loa.editorial.models import Approval, Message, MessageVersion, Rendition, VersionState
from loa.evidence.models import Evidence
from loa.reports.models import Figure, PeriodReport
from loa.units.models import StaffSession, Unit, User

Rows = Callable[[Actor], models.QuerySet[Any]]
MOST = 24  # tries for one address with one person


def _seen(model: Any) -> Rows:
    rows: Rows = model.objects.visible_to
    return rows


def _of(model: Any, path: str) -> Rows:
    """The rows whose commune stands at `path`, for tables that scope themselves by another."""
    return lambda actor: model.objects.filter(**{path: actor.scope_id})


def _of_one_report(actor: Actor) -> models.QuerySet[Any]:
    """The figures of the report in the middle, which is also the first that is tried for a report."""
    reports = list(PeriodReport.objects.visible_to(actor).order_by("pk").values_list("pk", flat=True))
    return Figure.objects.filter(report_id__in=reports[len(reports) // 2 :][:1])


def _on_boards(actor: Actor) -> models.QuerySet[Any]:
    """Orders that bring out paper."""
    return Dispatch.objects.visible_to(actor).filter(outlet__channel=ChannelKind.NOTICE_BOARD)


def _in_state(state: VersionState) -> Rows:
    return lambda actor: MessageVersion.objects.visible_to(actor).filter(state=state)


# The first words found in the parameter's name, else in the address's name, say which rows to try, in this order.
ROWS: tuple[tuple[tuple[str, ...], tuple[Rows, ...]], ...] = (
    (("figure",), (_of_one_report,)),
    (("report",), (_seen(PeriodReport),)),
    (("rendition", "audio", "poster", "script"), (_seen(Rendition),)),
    (("evidence", "proof", "photo"), (_seen(Evidence),)),
    (("document",), (_seen(Document), _seen(Campaign))),
    (("question",), (_of(OpenQuestion, "campaign__commune_id"),)),
    (("assignment", "progress"), (_seen(Assignment),)),
    (("dispatch-picture", "dispatch-sheet"), (_on_boards,)),
    (("dispatch", "receipt", "heard"), (_seen(Dispatch),)),
    (("send",), (_in_state(VersionState.APPROVED), _seen(Approval), _seen(Message))),
    (("approv", "return"), (_in_state(VersionState.SUBMITTED), _seen(Approval))),
    (("edit", "draft"), (_in_state(VersionState.DRAFT), _seen(Message))),
    (("version",), (_seen(MessageVersion),)),
    (("message",), (_seen(Message), _seen(MessageVersion))),
    (("plan", "campaign"), (_seen(Campaign),)),
    (("outlet", "speaker"), (_seen(Outlet),)),
    (("unit",), (_seen(Unit),)),
    (("session",), (lambda actor: StaffSession.objects.filter(user_id=actor.user_id or 0),)),
    (("person", "people", "user"), (_of(User, "memberships__commune_id"),)),
    (("work", "key"), (_seen(LongWork),)),
)
# What names no row.
WORDS: Mapping[str, tuple[Any, ...]] = {
    "form": ("poster", "docx", "pdf", "audio"),
    "number": (1, 2),
    "suffix": ("docx", "pdf"),
    "format": ("docx", "pdf"),
    "kind": ("docx", "pdf"),
    "year": (NOW.year,),
    "month": (NOW.month - 1,),
    "period": (f"{NOW:%Y}-{NOW.month - 1:02d}",),
    "day": (f"{NOW:%Y-%m-%d}",),
    "language": ("vi",),
}
# Whose page it is where a second parameter names a part of the row.
PARENTS = {"figure": "report", "question": "plan"}
FIELDS = {"uuid": ("key", "public_id"), "str": ("code", "sha256", "indicator"), "slug": ("code",)}


def arguments_of(route: Route, actor: Actor) -> Iterator[dict[str, Any]]:
    """Sets of arguments to try in turn until the address opens; one empty set where it takes none."""
    choices = [_values(name, kind=kind, route=route, actor=actor) for name, kind in route.parameters.items()]
    for number, values in enumerate(product(*choices)):
        if number >= MOST:
            return
        yield dict(zip(route.parameters, values, strict=True))


def _values(name: str, *, kind: str, route: Route, actor: Actor) -> list[Any]:
    address = next((PARENTS[other] for other in route.parameters if other in PARENTS), route.name)
    found = [value for rows in _rows_for(name, address) for value in _three(rows(actor), name=name, kind=kind)]
    return [*WORDS.get(name, ()), *found]


def _rows_for(name: str, address: str) -> tuple[Rows, ...]:
    for text in (name, address):
        for words, rows in ROWS:
            if any(word in text for word in words) and not (text == name and name == "key"):
                return rows
    return ()


def _three(rows: models.QuerySet[Any], *, name: str, kind: str) -> list[Any]:
    """A value of a row in the middle, of the newest and of the first."""
    keys = list(rows.order_by("pk").values_list("pk", flat=True))
    chosen = dict.fromkeys((keys[len(keys) // 2], keys[-1], keys[0])) if keys else {}
    if kind in ("int", "path") or name in ("pk", "id"):
        return list(chosen)
    columns = {column.name for column in rows.model._meta.fields}
    wanted = [column for column in (name, *FIELDS.get(kind, ())) if column in columns]
    return [getattr(rows.get(pk=pk), wanted[0]) for pk in chosen] if wanted else []
