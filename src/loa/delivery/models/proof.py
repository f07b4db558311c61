"""What was tried, and what the far end confirmed. Both only grow."""

from __future__ import annotations

from django.db import models

from loa.channels.ports import Outcome
from loa.core.language import gettext_noop as marked
from loa.delivery.models.dispatch import Dispatch

RECEIPT_KEY_LENGTH = 80


class AttemptOutcome(models.TextChoices):
    OPEN = "open", marked("Đang gửi")
    ACCEPTED = "accepted", marked("Đã nhận lệnh")
    DELAYED = "delayed", marked("Chưa gửi được")
    REFUSED = "refused", marked("Bị từ chối")
    LOST = "lost", marked("Mất giữa chừng")


class DeliveryAttempt(models.Model):
    """One try. Its row is written before the far end is called, and closed after."""

    dispatch = models.ForeignKey(Dispatch, models.PROTECT, related_name="attempts")
    number = models.PositiveIntegerField()
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=10, choices=AttemptOutcome.choices, default=AttemptOutcome.OPEN)
    detail = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=("dispatch", "number"), name="attempt_number_once_per_dispatch")]
        indexes = [models.Index(fields=("dispatch", "outcome"))]

    def __str__(self) -> str:
        return f"{self.dispatch_id}/{self.number} {self.outcome}"


class DeliveryReceipt(models.Model):
    """What the far end confirmed, with its bytes. `is_simulated` is the far end's own word."""

    dispatch = models.ForeignKey(Dispatch, models.PROTECT, related_name="receipts")
    receipt_key = models.CharField(max_length=RECEIPT_KEY_LENGTH, unique=True)
    outcome = models.CharField(max_length=10, choices=[(o.value, o.value) for o in Outcome])
    source = models.CharField(max_length=20)
    happened_at = models.DateTimeField()
    received_at = models.DateTimeField()
    is_simulated = models.BooleanField()
    seconds = models.FloatField(null=True, blank=True)
    raw = models.TextField(blank=True)
    signature = models.CharField(max_length=128, blank=True)

    class Meta:
        # rows are wide (`raw`): what is proved of thousands of orders is counted without reading them
        indexes = [models.Index(fields=("dispatch", "outcome", "is_simulated"))]

    def __str__(self) -> str:
        return f"{self.dispatch_id} {self.outcome}"
