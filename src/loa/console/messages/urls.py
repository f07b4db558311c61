"""Addresses of the messages, their versions and their files."""

from __future__ import annotations

from django.urls import path

from loa.console.messages import (
    comparing,
    editing,
    files,
    list_views,
    new_views,
    previews,
    sources,
    views,
)

urlpatterns = [
    path("tin-bai/", list_views.messages, name="messages"),
    path("tin-bai/moi/", new_views.message_new, name="message-new"),
    path("tin-bai/moi/tu-ke-hoach/", new_views.message_draft, name="message-draft"),
    path("tin-bai/moi/viet/", new_views.message_write, name="message-write"),
    path("tin-bai/moi/xem-thu/", previews.preview_new, name="message-preview-new"),
    path("tin-bai/<int:pk>/", views.message, name="message"),
    path("tin-bai/<int:pk>/trang-thai/", views.message_dispatches, name="message-dispatches"),
    path("tin-bai/<int:pk>/trinh/", views.message_submit, name="message-submit"),
    path("tin-bai/<int:pk>/can-cu/", sources.message_source, name="message-source"),
    path("tin-bai/<int:pk>/so-sanh/", comparing.message_changes, name="message-changes"),
    path("tin-bai/<int:pk>/sua/", editing.message_edit, name="message-edit"),
    path("tin-bai/<int:pk>/xem-thu/", previews.preview_version, name="message-preview"),
    path("tin-bai/<int:pk>/ban-<int:number>/tep/<slug:form>/", files.message_file, name="message-file"),
    path("tin-bai/<int:pk>/ban-<int:number>/anh/<slug:form>/", files.message_picture, name="message-picture"),
    path("tin-bai/<int:pk>/ban-<int:number>/trang-tin/", files.message_page, name="message-page"),
]
