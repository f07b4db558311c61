"""Addresses."""

from __future__ import annotations

from django.urls import path

from loa.console.approvals import deciding, list_views, views

urlpatterns = [
    path("duyet/", list_views.approvals, name="approvals"),
    path("duyet/<int:pk>/", views.approval, name="approval"),
    path("duyet/<int:pk>/duyet/", deciding.approval_approve, name="approval-approve"),
    path("duyet/<int:pk>/tra-lai/", deciding.approval_return, name="approval-return"),
]
