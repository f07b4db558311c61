"""Addresses of the duties."""

from __future__ import annotations

from django.urls import path

from loa.console.assignments import duty_views, views

urlpatterns = [
    path("phan-cong/", views.assignments, name="assignments"),
    path("phan-cong/<int:pk>/", duty_views.assignment, name="assignment"),
    path("phan-cong/<int:pk>/trang-thai/", duty_views.assignment_state, name="assignment-state"),
    path("phan-cong/<int:pk>/tien-do/", duty_views.assignment_report, name="assignment-report"),
    path("phan-cong/<int:pk>/minh-chung/", duty_views.assignment_prove, name="assignment-prove"),
]
