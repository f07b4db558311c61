"""Django's handle for this app."""

from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    name = "loa.evidence"
    label = "evidence"
    default_auto_field = "django.db.models.BigAutoField"
