"""The one door: every list of a commune's rows starts with what the actor may see."""

from __future__ import annotations

from typing import Self, TypeVar

from django.db import models

from loa.core.actor import Actor

RowT = TypeVar("RowT", bound=models.Model)


class ScopedQuerySet(models.QuerySet[RowT]):
    """A queryset that knows the way from its rows to their commune."""

    commune_path = "commune"

    def visible_to(self, actor: Actor) -> Self:
        """The rows of the actor's commune; nothing for an actor without one."""
        if actor.scope_id is None:
            return self.none()
        return self.filter(**{f"{self.commune_path}_id": actor.scope_id})
