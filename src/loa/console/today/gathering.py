"""Which needs a person is told of, by the rights held."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from loa.console.today import delivery_needs, duty_needs, editorial_needs, office_needs
from loa.console.today.needs import Found, Todo, most_urgent
from loa.core.actor import Actor
from loa.delivery.selectors import silent_outlets
from loa.units.models import Commune
from loa.units.rights import Right


def todo_of(actor: Actor, *, commune: Commune, now: datetime) -> Todo:
    """What needs the person who acts, the most urgent first; at most nine queries for a person of one role."""
    found = [*_delivery(actor, commune=commune, now=now), *_editorial(actor, now=now), *_duties(actor, now=now)]
    return most_urgent([*found, *_office(actor)])


def _delivery(actor: Actor, *, commune: Commune, now: datetime) -> Iterator[Found]:
    """For who sends, who answers for what is sent, and who stands at the loudspeaker."""
    may_send, is_local = actor.may(Right.SEND), _is_local(actor)
    if may_send or is_local or actor.may(Right.APPROVE_MESSAGE):
        quiet = silent_outlets(actor, now=now) if actor.may(Right.SEE_DELIVERY) else []
        yield delivery_needs.silent(quiet, actor, now=now)
        if may_send:
            yield delivery_needs.failed(actor, beside=[one.outlet.pk for one in quiet], now=now)
    if actor.may(Right.ADD_EVIDENCE) and (may_send or is_local):
        yield delivery_needs.to_prove(actor, commune=commune, now=now)
    if actor.may(Right.CONFIRM_HEARD) and is_local:
        yield delivery_needs.to_confirm(actor, now=now)


def _editorial(actor: Actor, *, now: datetime) -> Iterator[Found]:
    if actor.may(Right.APPROVE_MESSAGE):
        yield editorial_needs.to_approve(actor, now=now)
    if actor.may(Right.WRITE_MESSAGE):
        yield editorial_needs.returned(actor, now=now)
    if actor.may(Right.SEND):
        yield editorial_needs.to_send(actor, now=now)


def _duties(actor: Actor, *, now: datetime) -> Iterator[Found]:
    """All units' for who answers to the plan, one's own for a unit."""
    if actor.may(Right.ANSWER_QUESTION):
        yield from duty_needs.duties_by_unit(actor, now=now)
        yield duty_needs.open_questions(actor)
    elif actor.may(Right.REPORT_PROGRESS) and _is_local(actor):
        yield from duty_needs.own_duties(actor, now=now)
    if actor.may(Right.IMPORT_PLAN):
        yield duty_needs.plans_to_review(actor)
    if actor.may(Right.BUILD_REPORT):
        yield duty_needs.report_to_build(actor, now=now)


def _office(actor: Actor) -> Iterator[Found]:
    if actor.may(Right.MANAGE_PEOPLE):
        yield office_needs.accounts(actor)
    if actor.may(Right.MANAGE_OUTLETS):
        yield office_needs.outlets_without_unit(actor)


def _is_local(actor: Actor) -> bool:
    """Whether the person acts for units of one's own only."""
    return actor.unit_ids is not None
