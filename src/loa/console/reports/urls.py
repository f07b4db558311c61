"""Addresses of the reports, their figures, and the files that prove them."""

from __future__ import annotations

from django.urls import path

from loa.console.reports import evidence, files, views

urlpatterns = [
    path("bao-cao/", views.reports, name="reports"),
    path("bao-cao/lap/", views.report_new, name="report-new"),
    path("bao-cao/<int:pk>/", views.report, name="report"),
    path("bao-cao/<int:pk>/bao-cao.<str:form>", files.report_file, name="report-file"),
    path("bao-cao/<int:pk>/tep/", files.report_files_new, name="report-files"),
    path("bao-cao/<int:pk>/so-lieu/<int:figure>/", views.figure, name="figure"),
    path("minh-chung/<int:pk>/", evidence.evidence, name="evidence"),
]
