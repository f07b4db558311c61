"""Addresses of the outlets, the units and the people."""

from __future__ import annotations

from django.urls import path

from loa.console.office import outlets, passwords, people, units

urlpatterns = [
    path("loa/", outlets.outlets, name="outlets"),
    path("loa/them/", outlets.outlet_new, name="outlet-new"),
    path("loa/<int:pk>/", outlets.outlet, name="outlet"),
    path("loa/<int:pk>/sua/", outlets.outlet_edit, name="outlet-edit"),
    path("loa/<int:pk>/dong/", outlets.outlet_close, name="outlet-close"),
    path("loa/<int:pk>/mo-lai/", outlets.outlet_reopen, name="outlet-reopen"),
    path("don-vi/", units.units, name="units"),
    path("don-vi/them/", units.unit_new, name="unit-new"),
    path("don-vi/<int:pk>/", units.unit, name="unit"),
    path("don-vi/<int:pk>/sua/", units.unit_edit, name="unit-edit"),
    path("nguoi-dung/", people.people, name="people"),
    path("nguoi-dung/them/", passwords.person_new, name="person-new"),
    path("nguoi-dung/<int:pk>/", people.person, name="person"),
    path("nguoi-dung/<int:pk>/vai-tro/", people.person_roles, name="person-roles"),
    path("nguoi-dung/<int:pk>/mat-khau/", passwords.person_password, name="person-password"),
    path("nguoi-dung/<int:pk>/khoa/", people.person_close, name="person-close"),
    path("nguoi-dung/<int:pk>/mo-lai/", people.person_reopen, name="person-reopen"),
]
