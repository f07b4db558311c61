"""Django's handle for this app."""

from django.apps import AppConfig


class UnitsConfig(AppConfig):
    name = "loa.units"
    label = "units"
    default_auto_field = "django.db.models.BigAutoField"
