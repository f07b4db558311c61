"""Addresses of the plans, and of long work of every kind."""

from __future__ import annotations

from django.urls import path

from loa.console.plans import carry_views, compare_views, plan_views, review_end_views, review_views, views, work_views

urlpatterns = [
    path("ke-hoach/", views.plans, name="plans"),
    path("ke-hoach/moi/", views.plan_new, name="plan-new"),
    path("ke-hoach/<int:pk>/", plan_views.plan, name="plan"),
    path("ke-hoach/<int:pk>/hoan-tac/", plan_views.plan_undo, name="plan-undo"),
    path("ke-hoach/<int:pk>/ban-truoc/<int:number>/", plan_views.plan_former, name="plan-former"),
    path("ke-hoach/<int:pk>/ban-truoc/<int:number>/tep/", plan_views.plan_former_file, name="plan-former-file"),
    path("ke-hoach/<int:pk>/van-ban-goc/", plan_views.plan_file, name="plan-file"),
    path("ke-hoach/<int:pk>/cau-hoi/<int:question>/", plan_views.plan_answer, name="plan-answer"),
    path("ke-hoach/cho-da-sua.jsonl", review_end_views.corrections, name="corrections"),
    path("ke-hoach/doi-chieu/<int:pk>/", review_views.review, name="review"),
    path("ke-hoach/doi-chieu/<int:pk>/muc/<slug:place>/", review_views.review_row, name="review-row"),
    path("ke-hoach/doi-chieu/<int:pk>/them/<slug:group>/", review_views.review_add, name="review-add"),
    path("ke-hoach/doi-chieu/<int:pk>/cau-hoi/<slug:asked>/", review_views.review_answer, name="review-answer"),
    path("ke-hoach/doi-chieu/<int:pk>/dong/", review_views.review_lines, name="review-lines"),
    path("ke-hoach/doi-chieu/<int:pk>/da-xem/", review_views.review_look, name="review-look"),
    path("ke-hoach/doi-chieu/<int:pk>/hoan-tac/", review_end_views.review_undo, name="review-undo"),
    path("ke-hoach/doi-chieu/<int:pk>/xac-nhan/", review_end_views.review_confirm, name="review-confirm"),
    path("ke-hoach/doi-chieu/<int:pk>/bo/", review_end_views.review_drop, name="review-drop"),
    path("ke-hoach/doi-chieu/<int:pk>/lay-lai/", review_end_views.review_take, name="review-take"),
    path("ke-hoach/doi-chieu/<int:pk>/so-voi/", compare_views.review_likely, name="review-likely"),
    path("ke-hoach/doi-chieu/<int:pk>/dung-lai/<int:campaign>/", carry_views.review_carry, name="review-carry"),
    path("ke-hoach/doi-chieu/<int:pk>/so-voi/<int:campaign>/", compare_views.review_compare, name="review-compare"),
    path("ke-hoach/doi-chieu/<int:pk>/van-ban-goc/", review_end_views.review_file, name="review-file"),
    path("viec/<uuid:key>/", work_views.work, name="work"),
    path("viec/<uuid:key>/trang-thai/", work_views.work_state, name="work-state"),
]
