"""A member of staff."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import models


class User(AbstractUser):
    """A person who signs in. What the person may do comes from memberships, not from Django's flags."""

    display_name = models.CharField(max_length=120)

    def __str__(self) -> str:
        return self.display_name or self.username
