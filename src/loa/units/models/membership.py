"""Who acts for which office, in which role."""

from __future__ import annotations

from django.db import models

from loa.units.models.commune import Commune
from loa.units.models.unit import Unit
from loa.units.models.user import User
from loa.units.rights import Role
from loa.units.scoping import ScopedQuerySet

ROLE_CHOICES = [(role.value, role.label) for role in Role]


class Membership(models.Model):
    """One person in one role of one commune, for one unit where the role has one."""

    commune = models.ForeignKey(Commune, models.PROTECT, related_name="memberships")
    user = models.ForeignKey(User, models.PROTECT, related_name="memberships")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="memberships", null=True, blank=True)
    role = models.CharField(max_length=20, choices=ROLE_CHOICES)

    objects = ScopedQuerySet["Membership"].as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=("commune", "user", "role"), name="role_once_per_person")]

    def __str__(self) -> str:
        return f"{self.user} {self.role}"

    @property
    def role_label(self) -> str:
        """The role's words in the source language; a screen passes them through `gettext`."""
        return Role(self.role).label


class ClosedMembership(models.Model):
    """A role put away while the person's account is closed in this commune; it gives no right, it is given back."""

    commune = models.ForeignKey(Commune, models.PROTECT, related_name="closed_memberships")
    user = models.ForeignKey(User, models.PROTECT, related_name="closed_memberships")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="closed_memberships", null=True, blank=True)
    role = models.CharField(max_length=20, choices=ROLE_CHOICES)
    closed_at = models.DateTimeField()

    objects = ScopedQuerySet["ClosedMembership"].as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=("commune", "user", "role"), name="closed_role_once_per_person")]

    def __str__(self) -> str:
        return f"{self.user} {self.role} {self.closed_at}"
