"""Who acts for which office, in which role."""

from __future__ import annotations

from django.db import models

from loa.units.models.commune import Commune
from loa.units.models.unit import Unit
from loa.units.models.user import User
from loa.units.rights import Role
from loa.units.scoping import ScopedQuerySet


class Membership(models.Model):
    """One person in one role of one commune, for one unit where the role has one."""

    commune = models.ForeignKey(Commune, models.PROTECT, related_name="memberships")
    user = models.ForeignKey(User, models.PROTECT, related_name="memberships")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="memberships", null=True, blank=True)
    role = models.CharField(max_length=20, choices=[(role.value, role.label) for role in Role])

    objects = ScopedQuerySet["Membership"].as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=("commune", "user", "role"), name="role_once_per_person")]

    def __str__(self) -> str:
        return f"{self.user} {self.role}"
