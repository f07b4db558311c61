"""The order to bring one frozen rendition out at one outlet."""

from __future__ import annotations

from django.db import models

from loa.channels.models import Outlet
from loa.core.language import gettext_noop as marked
from loa.editorial.models import Approval, Rendition
from loa.units.scoping import ScopedQuerySet


class DispatchState(models.TextChoices):
    """How far there is proof. Never merged: planned, sent, played, heard."""

    PLANNED = "planned", marked("Kế hoạch")
    QUEUED = "queued", marked("Chờ phát")
    SENDING = "sending", marked("Đang gửi")
    SENT = "sent", marked("Đã gửi")
    PLAYED = "played", marked("Đã phát / Đã đăng")
    HEARD = "heard", marked("Nghe rõ / Đã xem")
    MISSED = "missed", marked("Lỡ giờ")
    REFUSED = "refused", marked("Bị từ chối")
    UNKNOWN = "unknown", marked("Chưa rõ")
    WITHDRAWN = "withdrawn", marked("Đã rút")


class Priority(models.TextChoices):
    """Thông tư 39/2020/TT-BTTTT: three priorities of a bulletin."""

    NORMAL = "normal", marked("Thông thường")
    HIGH = "high", marked("Ưu tiên")
    URGENT = "urgent", marked("Khẩn cấp")


class DispatchQuerySet(ScopedQuerySet["Dispatch"]):
    commune_path = "outlet__commune"
    unit_paths = ("outlet__unit_id",)


class Dispatch(models.Model):
    """One rendition for one outlet. `key` is the idempotency key, made with the row, before any try.

    The order holds in `[due_at, expires_at)`. `lease_until` ends a claim that nobody finished.
    """

    outlet = models.ForeignKey(Outlet, models.PROTECT, related_name="dispatches")
    rendition = models.ForeignKey(Rendition, models.PROTECT, related_name="dispatches")
    approval = models.ForeignKey(Approval, models.PROTECT, related_name="dispatches")
    key = models.UUIDField(unique=True)
    sequence = models.PositiveBigIntegerField()
    priority = models.CharField(max_length=10, choices=Priority.choices, default=Priority.NORMAL)
    state = models.CharField(max_length=10, choices=DispatchState.choices, default=DispatchState.QUEUED)
    due_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    created_at = models.DateTimeField()
    lease_until = models.DateTimeField(null=True, blank=True)
    next_try_at = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveIntegerField(default=0)

    objects = DispatchQuerySet.as_manager()

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(fields=("outlet", "rendition", "due_at"), name="dispatch_once_per_outlet_and_time"),
            models.UniqueConstraint(fields=("outlet", "sequence"), name="sequence_once_per_outlet"),
        ]
        indexes = [
            models.Index(fields=("state", "next_try_at")),
            models.Index(fields=("state", "due_at")),
            models.Index(fields=("outlet", "due_at", "state")),  # a list is counted and sorted without its rows
            models.Index(fields=("due_at",)),
        ]

    def __str__(self) -> str:
        return f"{self.outlet} {self.state}"
