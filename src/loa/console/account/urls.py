"""Addresses of the account."""

from __future__ import annotations

from django.urls import path

from loa.console.account import passwords, preferences, views

urlpatterns = [
    path("dang-nhap/", views.SignIn.as_view(), name="sign-in"),
    path("dang-nhap/ngon-ngu/", views.sign_in_language, name="sign-in-language"),
    path("dang-xuat/", views.sign_out, name="sign-out"),
    path("cai-dat/", preferences.settings, name="settings"),
    path("cai-dat/mat-khau/", passwords.password, name="password"),
    path("cai-dat/ngon-ngu/", preferences.language, name="settings-language"),
    path("cai-dat/xa/", preferences.choose_commune, name="settings-commune"),
    path("cai-dat/thiet-bi/<uuid:public_id>/dang-xuat/", preferences.session_end, name="session-end"),
    path("cai-dat/thiet-bi/dang-xuat/", preferences.sessions_end, name="sessions-end"),
]
