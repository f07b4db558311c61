"""A commune: xã, phường or đặc khu. It is the border of what anybody sees."""

from __future__ import annotations

from django.db import models


class Commune(models.Model):
    """One commune that runs its communication with this installation."""

    code = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=120)  # "xã Đồng Sương", as its own documents say
    province = models.CharField(max_length=120, blank=True)
    portal_url = models.URLField()
    signing_key = models.ForeignKey("keys.SigningKey", models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return self.name
