"""Django's handle for this app."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "loa.core"
    label = "core"
    default_auto_field = "django.db.models.BigAutoField"
