"""Addresses."""

from __future__ import annotations

from django.urls import path

from loa.console.sending import dispatch_views, file_views, list_views, proof_views, send_views

urlpatterns = [
    path("gui-phat/", list_views.dispatches, name="dispatches"),
    path("gui-phat/moi/", send_views.send, name="send"),
    path("gui-phat/<int:pk>/", dispatch_views.dispatch, name="dispatch"),
    path("gui-phat/<int:pk>/trang-thai/", dispatch_views.dispatch_state, name="dispatch-state"),
    path("gui-phat/<int:pk>/nghe-ro/", dispatch_views.dispatch_heard, name="dispatch-heard"),
    path("gui-phat/<int:pk>/minh-chung/", proof_views.dispatch_proof, name="dispatch-proof"),
    path("gui-phat/<int:pk>/tep/<slug:form>/", file_views.dispatch_file, name="dispatch-file"),
    path("gui-phat/<int:pk>/anh/<slug:form>/", file_views.dispatch_picture, name="dispatch-picture"),
    path("gui-phat/<int:pk>/phieu-giao-viec.pdf", file_views.dispatch_sheet, name="dispatch-sheet"),
]
