"""The index of words: one entry for each row that a person may look for."""

from __future__ import annotations

from typing import Self

from django.db import models

from loa.core.actor import Actor


class SearchEntryQuerySet(models.QuerySet["SearchEntry"]):
    def visible_to(self, actor: Actor) -> Self:
        """The entries of the scope; an actor of some units only sees what belongs to those units."""
        if actor.scope_id is None:
            return self.none()
        rows = self.filter(scope_id=actor.scope_id)
        return rows if actor.unit_ids is None else rows.filter(unit_id__in=actor.unit_ids)


class SearchEntry(models.Model):
    """The words of the row `target` (`app.model:pk`), of the kind `app.model`.

    `exact` are its words in lower case (NFC), `folded` the same without marks, each word with a space before it;
    the columns of the title stand apart, so that what is in the title comes first.
    """

    scope_id = models.PositiveBigIntegerField()
    unit_id = models.PositiveBigIntegerField(null=True, blank=True)
    kind = models.CharField(max_length=80)
    target = models.CharField(max_length=120, unique=True)
    title = models.TextField()
    exact_title = models.TextField()
    folded_title = models.TextField()
    folded = models.TextField()
    exact = models.TextField()

    objects = SearchEntryQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=("scope_id", "kind"), name="entries_of_scope_and_kind")]

    def __str__(self) -> str:
        return self.title

    @property
    def target_id(self) -> int:
        """Primary key of the row that was found."""
        return int(self.target.rpartition(":")[2])
