"""Taking back a confirmation or a revision while nobody has worked on what it made."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, NoReturn

from django.db import transaction
from django.db.models import QuerySet

from loa.campaigns.models import Campaign, CampaignRevision, OpenQuestion
from loa.campaigns.refusals import CannotUndo
from loa.campaigns.revision import Kind
from loa.campaigns.selectors import campaign_of
from loa.campaigns.selectors.revising import is_worked_on, is_written_about, plan_rows
from loa.campaigns.services.snapshot import pks_in, restore_snapshot
from loa.campaigns.services.write_duties import index_assignment
from loa.core.actor import Actor
from loa.core.language import gettext as _
from loa.core.services import audit
from loa.core.services.search import forget_row
from loa.documents.models import Document
from loa.documents.services.confirm_reading import reopen_reading
from loa.documents.services.locked_review import lock_document


@transaction.atomic
def undo_revision(*, campaign: Campaign, actor: Actor, at: datetime) -> Campaign:
    """Take back the newest revision: the former plan carries the campaign again, the new one waits for review.

    What was done on rows that both plans have stays. Without a revision nothing happens.

    :raises MayNotReview: the actor lacks the right, or the campaign is another commune's.
    :raises CannotUndo: somebody has worked on a row that the revision brought, or answered since.
    """
    lock_document(campaign.document, actor=actor)
    locked = Campaign.objects.select_for_update(of=("self",)).get(pk=campaign.pk)
    step = locked.revisions.standing().last()
    if step is None:
        return locked
    known = pks_in(step.before["rows"])
    fresh = {
        kind: rows.exclude(pk__in=known.get(rows.model._meta.label_lower, ()))
        for kind, rows in plan_rows(locked).items()
    }
    answered = OpenQuestion.objects.filter(campaign=locked, answered_at__gt=step.at)
    if answered.exists() or _is_worked_on(fresh, since=step.at):
        _refuse()
    _delete(fresh)
    restore_snapshot(locked, step.before["rows"], at=at)
    locked.refresh_from_db()
    for assignment in locked.assignments.filter(ended_at=None).select_related("unit"):
        index_assignment(assignment)
    reopen_reading(document=step.document, actor=actor, at=at)
    CampaignRevision.objects.filter(pk=step.pk).update(undone_at=at, undone_by_id=actor.person_id)
    detail = {"revision": step.number}
    audit.record("campaigns.campaign.revision-undone", target=locked, by=actor, at=at, detail=detail)
    return locked


@transaction.atomic
def undo_confirmation(*, document: Document, actor: Actor, at: datetime) -> None:
    """Take back the campaign of `document` and let its reading wait for review again. Again changes nothing.

    :raises MayNotReview: the actor lacks the right, or the document is another commune's.
    :raises CannotUndo: somebody has worked on the campaign, or it was revised.
    """
    locked, _person = lock_document(document, actor=actor)
    campaign = campaign_of(locked)
    if campaign is not None:
        if campaign.document_id != locked.pk or campaign.revisions.standing().exists():
            _refuse()
        rows = plan_rows(campaign)
        if is_written_about(campaign) or _is_worked_on(rows, since=campaign.created_at):
            _refuse()
        audit.record("campaigns.campaign.taken-back", target=campaign, by=actor, at=at, detail={"document": locked.pk})
        _delete(rows)
        forget_row(campaign)
        campaign.delete()
    reopen_reading(document=locked, actor=actor, at=at)


def _is_worked_on(rows: Mapping[Kind, QuerySet[Any]], *, since: datetime) -> bool:
    """What was answered in the review is part of the plan and no work on it."""
    later = {
        kind: found.filter(answered_at__gt=since) if kind is Kind.QUESTION else found for kind, found in rows.items()
    }
    return any(is_worked_on(kind, found) for kind, found in later.items())


def _delete(rows: Mapping[Kind, QuerySet[Any]]) -> None:
    """Rows nobody worked on, those last that others point to."""
    for found in reversed(list(rows.values())):
        for row in found:
            forget_row(row)
            row.delete()


def _refuse() -> NoReturn:
    raise CannotUndo(
        _(
            "Đã có người làm việc trên phần mới (tin bài, tiến độ, minh chứng, trả lời) nên không hoàn tác được; "
            "mọi việc giữ nguyên. Hãy nhập lại bản kế hoạch đúng và xác nhận là bản sửa đổi."
        )
    )
