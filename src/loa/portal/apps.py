"""Django's handle for this app."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "loa.portal"
    label = "portal"
    default_auto_field = "django.db.models.BigAutoField"
