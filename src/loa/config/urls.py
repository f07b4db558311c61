"""The console's addresses. The portal has none here: it is served from disk."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [path("", include("loa.console.urls"))]

handler400 = "loa.console.frame.errors.unreadable"
handler403 = "loa.console.frame.errors.forbidden"
handler404 = "loa.console.frame.errors.not_found"
handler500 = "loa.console.frame.errors.failed"
