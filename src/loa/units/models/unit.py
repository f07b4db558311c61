"""An office, body or post that a plan gives a duty to, under all the names it is called by."""

from __future__ import annotations

from django.db import models

from loa.core.language import gettext_noop as marked
from loa.units.models.commune import Commune
from loa.units.scoping import ScopedQuerySet

NAME_LETTERS = 200


class UnitKind(models.TextChoices):
    OFFICE = "office", marked("Đơn vị cấp xã")
    POST = "post", marked("Chức danh")
    BODY = "body", marked("Tổ chức ngoài Ủy ban")
    CLASS = "class", marked("Nhóm đơn vị")
    ELSEWHERE = "elsewhere", marked("Cơ quan cấp trên, đơn vị khác")


class UnitQuerySet(ScopedQuerySet["Unit"]):
    unit_paths = ("pk",)


class Unit(models.Model):
    """One unit of one commune; `name` is its fullest printed name."""

    commune = models.ForeignKey(Commune, models.PROTECT, related_name="units")
    name = models.CharField(max_length=NAME_LETTERS)
    kind = models.CharField(max_length=10, choices=UnitKind.choices)

    objects = UnitQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=("commune", "name"), name="unit_name_once_per_commune")]

    def __str__(self) -> str:
        return self.name

    @property
    def is_elsewhere(self) -> bool:
        """Whether it is no unit of the commune: nobody of it signs in here, and its work is not the commune's."""
        return self.kind == UnitKind.ELSEWHERE


class UnitAlias(models.Model):
    """Another way the unit is written, kept as printed."""

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="aliases")
    text = models.CharField(max_length=NAME_LETTERS)

    class Meta:
        constraints = [models.UniqueConstraint(fields=("unit", "text"), name="alias_once_per_unit")]

    def __str__(self) -> str:
        return self.text
