"""Django's handle for this app."""

from django.apps import AppConfig


class DeliveryConfig(AppConfig):
    name = "loa.delivery"
    label = "delivery"
    default_auto_field = "django.db.models.BigAutoField"
