"""Django's handle for this app."""

from django.apps import AppConfig


class EditorialConfig(AppConfig):
    name = "loa.editorial"
    label = "editorial"
    default_auto_field = "django.db.models.BigAutoField"
