"""The public half of a key pair. The private half is a file in the holder's own keeping, never a row."""

from __future__ import annotations

from django.db import models

from loa.core.language import gettext_noop as marked


class KeyHolder(models.TextChoices):
    COMMUNE = "commune", marked("Xã, phường, đặc khu")
    PLAYER = "player", marked("Thiết bị phát")


class SigningKey(models.Model):
    """One Ed25519 public key and whose it is."""

    key_id = models.CharField(max_length=16, unique=True)
    holder = models.CharField(max_length=20, choices=KeyHolder.choices)
    public_key = models.CharField(max_length=64)
    created_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.holder} {self.key_id}"
