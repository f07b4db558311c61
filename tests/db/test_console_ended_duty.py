"""A duty that a revised plan no longer has: its page says so, keeps what was said, and asks for nothing more."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.test import Client

from loa.campaigns.models import Assignment, Progress
from loa.core import clock
from loa.core.clock import VIETNAM
from report_rows import Scene

TODAY = datetime(2025, 9, 15, 9, tzinfo=VIETNAM)
FORMS = ("#bao", 'id="bao"', "#them-minh-chung", 'id="them-minh-chung"')


@pytest.fixture
def ended(scene: Scene, client: Client, monkeypatch: pytest.MonkeyPatch) -> Assignment:
    """One of Khu Suối Đá; Hạnh is signed in."""
    monkeypatch.setattr(clock, "now", lambda: TODAY)
    client.force_login(scene.cast.hanh.user)
    row = scene.assignment("V.1", "Khu Suối Đá")
    row.ended_at = TODAY
    row.save()
    return row


def test_it_says_since_when_and_shows_no_form(ended: Assignment, client: Client) -> None:
    shown = client.get(f"/phan-cong/{ended.pk}/").content.decode()
    assert "Việc này đã thôi từ ngày 15/09/2025" in shown
    assert "Không còn trong kế hoạch" in shown
    assert "Hạn tới" not in shown
    assert not [form for form in FORMS if form in shown]


def test_one_that_goes_on_has_both_forms(ended: Assignment, client: Client) -> None:
    Assignment.objects.update(ended_at=None)
    shown = client.get(f"/phan-cong/{ended.pk}/").content.decode()
    assert "đã thôi" not in shown
    assert [form for form in FORMS if form in shown] == list(FORMS)


def test_what_was_typed_while_it_ended_stays_to_be_copied(ended: Assignment, client: Client) -> None:
    words = {"rating": "g", "note": "Đã treo đủ băng rôn", "after": ""}
    answer = client.post(f"/phan-cong/{ended.pk}/tien-do/", words)
    shown = answer.content.decode()
    assert answer.status_code == 409
    assert "Đã treo đủ băng rôn" in shown
    assert "Việc này không còn trong kế hoạch" in shown
    assert 'id="them-minh-chung"' not in shown
    assert not Progress.objects.exists()
