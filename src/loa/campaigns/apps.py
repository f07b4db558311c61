"""Django's handle for this app."""

from django.apps import AppConfig


class CampaignsConfig(AppConfig):
    name = "loa.campaigns"
    label = "campaigns"
    default_auto_field = "django.db.models.BigAutoField"
