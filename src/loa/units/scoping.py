"""The one door: every list of a commune's rows starts with what the actor may see."""

from __future__ import annotations

from typing import Self, TypeVar

from django.db import models

from loa.core.actor import Actor

RowT = TypeVar("RowT", bound=models.Model)


class ScopedQuerySet(models.QuerySet[RowT]):
    """A queryset that knows the way from its rows to their commune and, where they have one, to their unit."""

    commune_path = "commune"
    unit_paths: tuple[str, ...] = ()  # a row is its unit's by any of these; none: it is the whole commune's

    def visible_to(self, actor: Actor) -> Self:
        """The rows of the actor's commune, and of the actor's own units where the actor sees no others."""
        if actor.scope_id is None:
            return self.none()
        rows = self.filter(**{f"{self.commune_path}_id": actor.scope_id})
        if actor.unit_ids is None or not self.unit_paths:
            return rows
        own = models.Q()
        for path in self.unit_paths:
            own |= models.Q(**{f"{path}__in": actor.unit_ids})
        return rows.filter(own)
