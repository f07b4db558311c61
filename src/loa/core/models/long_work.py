"""Work that takes longer than a request: what was asked for, how far it is, how it ended."""

from __future__ import annotations

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q

from loa.core.actor import Actor
from loa.core.language import gettext_noop as marked


class WorkState(models.TextChoices):
    WAITING = "waiting", marked("Đang chờ")
    RUNNING = "running", marked("Đang làm")
    DONE = "done", marked("Đã xong")
    REFUSED = "refused", marked("Không làm được")


class LongWorkQuerySet(models.QuerySet["LongWork"]):
    def visible_to(self, actor: Actor) -> Self:
        """A person's own works in the scope; a part of the system sees the scope's."""
        if actor.scope_id is None:
            return self.none()
        rows = self.filter(scope_id=actor.scope_id)
        return rows if actor.user_id is None else rows.filter(actor=actor.key)

    def claimable(self, *, now: datetime) -> Self:
        """What waits, and what a dead process left: its lease ran out."""
        return self.filter(Q(state=WorkState.WAITING) | Q(state=WorkState.RUNNING, lease_until__lte=now))


class LongWork(models.Model):
    """One piece of long work. `key` is the asker's: the same key again is the same work.

    `step` of `steps` are done or under way and `words` name the present one; `outcome` names the rows that were made,
    `refusal` is the one line that says why not, both in `language`. `tries` numbers the claims: who holds an older one
    writes nothing any more.
    """

    key = models.UUIDField(unique=True)
    kind = models.CharField(max_length=40)
    scope_id = models.PositiveBigIntegerField()
    actor = models.CharField(max_length=80)
    language = models.CharField(max_length=5, default="vi")
    payload = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=WorkState.choices, default=WorkState.WAITING)
    step = models.PositiveSmallIntegerField(default=0)
    steps = models.PositiveSmallIntegerField(default=0)
    words = models.CharField(max_length=200, blank=True)
    outcome = models.JSONField(default=dict)
    refusal = models.TextField(blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    lease_until = models.DateTimeField(null=True, blank=True)

    objects = LongWorkQuerySet.as_manager()

    class Meta:
        ordering = ("pk",)
        indexes = [models.Index(fields=("state", "lease_until"), name="works_to_claim")]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"

    @property
    def has_ended(self) -> bool:
        return self.state in (WorkState.DONE, WorkState.REFUSED)
