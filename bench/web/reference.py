"""The reference run: a bare view behind the same middleware that asks one question and answers with one line."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path

from loa.config import urls as ours
from loa.units.models import Commune

PATH = "/doi-chieu/"
LINE = "<p>{{ name }}</p>"


def reference(_request: HttpRequest) -> HttpResponse:
    """One query, one line."""
    name = Commune.objects.values_list("name", flat=True).first()
    return HttpResponse(engines["django"].from_string(LINE).render({"name": name}))


urlpatterns = [path(PATH.strip("/") + "/", reference), *ours.urlpatterns]
handler403, handler404, handler500 = ours.handler403, ours.handler404, ours.handler500
