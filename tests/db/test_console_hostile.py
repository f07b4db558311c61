"""What only a forger, a broken program or two presses at the same moment send."""

from __future__ import annotations

import errno
import re
import uuid
from datetime import timedelta
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone

from console_world import World
from loa.console.office.once import claim
from loa.core import clock
from loa.core.content import ContentStore
from loa.delivery.models import Dispatch
from loa.evidence.models import Evidence
from loa.units.models import StaffSession
from loa.units.session_store import SessionStore
from pictures import a_photo

DIGITS = "9" * 5000  # more than Python reads as one number


@pytest.fixture
def dung(world: World, db: None, client: Client) -> Client:
    client.force_login(world.cast.dung.user)
    return client


def test_a_number_of_thousands_of_digits_names_nothing(world: World, dung: Client) -> None:
    assert dung.get(reverse("send"), {"version": DIGITS}).status_code == 404
    assert dung.get(reverse("message-new"), {"topic": DIGITS}).status_code == 200
    assert dung.post(reverse("message-draft"), {"topic": DIGITS}).status_code == 404
    changes = reverse("message-changes", args=[world.own.message.pk])
    assert dung.get(changes, {"voi": DIGITS}).status_code == 404


def test_more_words_than_a_form_takes_are_refused_in_our_words(dung: Client) -> None:
    for too_much in ({"title": "x" * 3_000_000}, {f"f{number}": "1" for number in range(600)}):
        answer = dung.post(reverse("message-write"), too_much)
        assert answer.status_code == 400
        assert "Loa không đọc được yêu cầu này" in answer.content.decode()
        assert "script-src 'self'" in answer.headers["Content-Security-Policy"]


def test_a_file_that_would_fill_the_disk_is_refused_before_it_is_written(client: Client) -> None:
    answer = client.post(reverse("sign-in"), {}, headers={"content-length": str(10**12)})
    assert answer.status_code == 400 and "Loa không đọc được yêu cầu này" in answer.content.decode()
    assert answer.headers["Cache-Control"] == "no-store" and "Content-Security-Policy" in answer.headers


def test_of_two_presses_at_once_one_does_the_deed(dung: Client) -> None:
    requests, key = [], uuid.uuid4()
    for _press in range(2):
        request = RequestFactory().post("/")
        request.session = SessionStore(dung.session.session_key)
        request.session.get("read before the other one wrote")
        requests.append(request)
    with transaction.atomic():
        assert [claim(request, key, pk=1) for request in requests] == [True, False]


def test_a_sign_in_clears_away_sessions_that_are_over(world: World, db: None, client: Client) -> None:
    times = {"created_at": timezone.now(), "last_seen_at": timezone.now()}
    for name, hours in (("over", -1), ("open", 1)):
        end = timezone.now() + timedelta(hours=hours)
        StaffSession.objects.create(session_key=name, session_data="", expire_date=end, **times)
    hanh = world.cast.hanh.user
    hanh.set_password("duong ra bo suoi")
    hanh.save()
    client.post(reverse("sign-in"), {"username": "hanh", "password": "duong ra bo suoi"})
    assert set(StaffSession.objects.filter(user=None).values_list("session_key", flat=True)) == {"open"}


def test_a_full_disk_is_told_and_nothing_is_kept(world: World, dung: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_args: object, **_kwargs: object) -> str:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(ContentStore, "put", full)
    before = Evidence.objects.count()
    photo = SimpleUploadedFile("a.jpg", a_photo("full"), "image/jpeg")
    answer = dung.post(reverse("assignment-prove", args=[world.own.assignment.pk]), {"file": photo, "caption": "Cổng"})
    assert answer.status_code == 409
    assert "hết chỗ trống trên đĩa" in answer.content.decode() and "Cổng" in answer.content.decode()
    assert Evidence.objects.count() == before


def test_orders_made_after_the_page_was_opened_are_told_before_more_are_made(world: World, dung: Client) -> None:
    page = f"{reverse('send')}?version={world.own.version.pk}"
    sheet = {"outlets": [str(world.own.outlet.pk)], "when": "now", "priority": "normal"}
    opened = clock.now()
    first = dung.post(page, sheet | {"now_at": (opened - timedelta(seconds=1)).isoformat()})
    before = Dispatch.objects.count()
    second = dung.post(page, sheet | {"now_at": (opened - timedelta(seconds=2)).isoformat()})
    assert (first.status_code, second.status_code) == (302, 409)
    assert "vừa có lệnh phát tin này" in second.content.decode() and Dispatch.objects.count() == before
    renewed = re.search(r'name="now_at"[^>]*value="([^"]+)"', second.content.decode())
    assert renewed is not None
    again = dung.post(page, sheet | {"now_at": unescape(renewed[1])})
    assert again.status_code == 302 and Dispatch.objects.count() == before + 1
