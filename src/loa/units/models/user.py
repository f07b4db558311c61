"""A member of staff."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import models

from loa.vietnamese.folding import fold


class Language(models.TextChoices):
    """The languages of the screens, each named by itself."""

    VIETNAMESE = "vi", "Tiếng Việt"
    ENGLISH = "en", "English"


class User(AbstractUser):
    """A person who signs in. What the person may do comes from memberships, not from Django's flags."""

    display_name = models.CharField(max_length=120)
    language = models.CharField(max_length=2, choices=Language.choices, default=Language.VIETNAMESE)
    must_change_password = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.display_name or self.username

    @property
    def folded_name(self) -> str:
        """The name without marks and blanks, as somebody would type it for a password."""
        return fold(self.display_name).replace(" ", "")
