"""Addresses of the plans, and of long work of every kind."""

from __future__ import annotations

from django.urls import path

from loa.console.plans import plan_views, views, work_views

urlpatterns = [
    path("ke-hoach/", views.plans, name="plans"),
    path("ke-hoach/moi/", views.plan_new, name="plan-new"),
    path("ke-hoach/<int:pk>/", plan_views.plan, name="plan"),
    path("ke-hoach/<int:pk>/van-ban-goc/", plan_views.plan_file, name="plan-file"),
    path("ke-hoach/<int:pk>/cau-hoi/<int:question>/", plan_views.plan_answer, name="plan-answer"),
    path("viec/<uuid:key>/", work_views.work, name="work"),
    path("viec/<uuid:key>/trang-thai/", work_views.work_state, name="work-state"),
]
