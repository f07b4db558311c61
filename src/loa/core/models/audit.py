"""The append-only trail: each line carries the hash of the one before it."""

from __future__ import annotations

from typing import Any, NoReturn

from django.db import models


class AuditEntryIsFinal(TypeError):
    """A line of the trail was asked to change."""


class AuditEntry(models.Model):
    """One act: what, on what, by whom, when."""

    sequence = models.PositiveBigIntegerField(unique=True)
    at = models.DateTimeField()
    code = models.CharField(max_length=80)
    actor = models.CharField(max_length=80)
    scope_id = models.PositiveBigIntegerField(null=True)
    target = models.CharField(max_length=120)
    detail = models.JSONField(default=dict)
    previous_hash = models.CharField(max_length=64)
    entry_hash = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ("sequence",)

    def __str__(self) -> str:
        return f"{self.sequence} {self.code}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk is not None:
            raise AuditEntryIsFinal(self.sequence)
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise AuditEntryIsFinal(self.sequence)


class AuditHead(models.Model):
    """The last line's number and hash; locked while a line is added, so the chain never forks."""

    sequence = models.PositiveBigIntegerField(default=0)
    entry_hash = models.CharField(max_length=64, default="0" * 64)

    def __str__(self) -> str:
        return f"head {self.sequence}"
