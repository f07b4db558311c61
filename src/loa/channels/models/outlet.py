"""One place where messages come out: a speaker group, a board, a page, a list."""

from __future__ import annotations

from django.db import models

from loa.channels.ports import CHANNEL_LABELS, ChannelKind
from loa.units.models import Commune, Unit
from loa.units.scoping import ScopedQuerySet


class OutletQuerySet(ScopedQuerySet["Outlet"]):
    unit_paths = ("unit_id",)


class Outlet(models.Model):
    """One outlet of one channel kind. `player_key` is set where the far end signs its receipts.

    `unit` looks after it (the khu dân cư of a speaker group or a board); `closed_at` ends its use, its past stays.
    """

    commune = models.ForeignKey(Commune, models.PROTECT, related_name="outlets")
    channel = models.CharField(max_length=20, choices=[(kind.value, CHANNEL_LABELS[kind]) for kind in ChannelKind])
    code = models.SlugField(max_length=60)
    name = models.CharField(max_length=120)
    player_key = models.ForeignKey("keys.SigningKey", models.PROTECT, null=True, blank=True, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="outlets")
    closed_at = models.DateTimeField(null=True, blank=True)
    last_sequence = models.PositiveBigIntegerField(default=0)

    objects = OutletQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=("commune", "code"), name="outlet_code_once_per_commune")]

    def __str__(self) -> str:
        return self.name
