"""Addresses of the first page, the search and the list of places."""

from __future__ import annotations

from django.urls import path

from loa.console.today import search_views, views

urlpatterns = [
    path("", views.today, name="today"),
    path("hom-nay/tren-loa/", views.on_air, name="today-air"),
    path("hom-nay/im-lang/", views.quiet, name="today-quiet"),
    path("them/", views.more, name="more"),
    path("tim/", search_views.search, name="search"),
]
