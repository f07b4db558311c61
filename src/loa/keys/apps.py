"""Django's handle for this app."""

from django.apps import AppConfig


class KeysConfig(AppConfig):
    name = "loa.keys"
    label = "keys"
    default_auto_field = "django.db.models.BigAutoField"
