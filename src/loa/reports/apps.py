"""Django's handle for this app."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "loa.reports"
    label = "reports"
    default_auto_field = "django.db.models.BigAutoField"
