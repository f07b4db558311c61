"""The console's addresses; empty until the console is built. The portal has none: it is served from disk."""

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
