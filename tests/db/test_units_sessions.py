"""Where a person is signed in: one row per device, never its key in a list or in the trail."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.contrib.auth import SESSION_KEY as USER_KEY
from django.contrib.auth import login, logout
from django.contrib.sessions.backends.base import UpdateError
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from pytest_django.fixtures import Settings

from cast import NOW, Cast, Person
from loa.core import clock
from loa.core.models import AuditEntry
from loa.units.devices import device_of, device_words
from loa.units.models import StaffSession
from loa.units.refusals import MayNotManage
from loa.units.selectors import sessions_of
from loa.units.services.end_all_sessions import end_all_sessions
from loa.units.services.end_session import end_session
from loa.units.session_store import DEVICE_KEY, SessionStore

WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/129.0.0.0"
SetClock = Callable[[datetime], None]


@pytest.fixture
def set_clock(monkeypatch: pytest.MonkeyPatch) -> SetClock:
    def put(at: datetime) -> None:
        monkeypatch.setattr(clock, "now", lambda: at)

    put(NOW)
    return put


def signed_in(person: Person, device: str = "Chrome/Windows") -> SessionStore:
    store = SessionStore()
    store[USER_KEY] = str(person.user.pk)
    store[DEVICE_KEY] = device
    store.save()
    return store


def test_a_session_knows_whose_it_is_on_what_and_since_when(cast: Cast, set_clock: SetClock) -> None:
    store = signed_in(cast.hanh, device_of(f"{WINDOWS} Safari/537.36"))
    row = StaffSession.objects.get()
    assert (row.user, row.device, row.created_at, row.last_seen_at) == (cast.hanh.user, "Chrome/Windows", NOW, NOW)
    assert timedelta(hours=11, minutes=59) < row.expire_date - timezone.now() <= timedelta(hours=12)
    assert SessionStore(store.session_key)[USER_KEY] == str(cast.hanh.user.pk)


def test_the_form_to_sign_in_has_a_session_of_nobody(db: None, set_clock: SetClock) -> None:
    store = SessionStore()
    store["token"] = "x"
    store.save()
    assert StaffSession.objects.get().user is None


def test_a_request_within_five_minutes_writes_nothing(
    cast: Cast, set_clock: SetClock, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    key = signed_in(cast.hanh).session_key
    set_clock(NOW + timedelta(minutes=4, seconds=59))
    again = SessionStore(key)
    with django_assert_num_queries(1):
        assert again[USER_KEY] == str(cast.hanh.user.pk)
    assert not again.modified


@pytest.mark.parametrize("later", [timedelta(minutes=5), timedelta(days=-30)], ids=["in use", "clock set back"])
def test_a_session_in_use_is_prolonged_and_keeps_its_birth(cast: Cast, set_clock: SetClock, later: timedelta) -> None:
    key = signed_in(cast.hanh).session_key
    StaffSession.objects.update(expire_date=timezone.now() + timedelta(minutes=1))
    born = StaffSession.objects.get()
    set_clock(NOW + later)
    again = SessionStore(key)
    assert again[USER_KEY]
    assert again.modified
    again.save()
    row = StaffSession.objects.get()
    assert (row.created_at, row.public_id) == (NOW, born.public_id)
    assert row.last_seen_at == NOW + later
    assert row.expire_date - timezone.now() > timedelta(hours=11)


def test_signing_in_through_the_middleware_gives_a_new_key_and_use_renews_the_cookie(
    cast: Cast, set_clock: SetClock, settings: Settings
) -> None:
    def visit(key: str | None, view: Callable[[HttpRequest], object]) -> HttpResponse:
        request = RequestFactory().get("/")
        request.COOKIES = {settings.SESSION_COOKIE_NAME: key} if key else {}
        response = HttpResponse()

        def respond(asked: HttpRequest) -> HttpResponse:
            view(asked)
            return response

        SessionMiddleware(respond)(request)
        return response

    def sign_in(request: HttpRequest) -> None:
        request.session[DEVICE_KEY] = "Chrome/Windows"
        login(request, cast.hanh.user, backend="django.contrib.auth.backends.ModelBackend")

    form = visit(None, lambda request: request.session.setdefault("token", "x"))
    before = form.cookies[settings.SESSION_COOKIE_NAME].value
    key = visit(before, sign_in).cookies[settings.SESSION_COOKIE_NAME].value
    row = StaffSession.objects.get()
    assert before != key == row.session_key
    assert (row.user, row.device) == (cast.hanh.user, "Chrome/Windows")
    assert not visit(key, lambda request: request.session.get("x")).cookies
    set_clock(NOW + timedelta(hours=2))
    renewed = visit(key, lambda request: request.session.get("x")).cookies[settings.SESSION_COOKIE_NAME]
    assert (renewed.value, renewed["max-age"]) == (key, 12 * 60 * 60)
    visit(key, logout)
    assert not StaffSession.objects.exists()


def test_a_session_not_used_for_its_time_is_gone(cast: Cast, set_clock: SetClock) -> None:
    key = signed_in(cast.hanh).session_key
    StaffSession.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    late = SessionStore(key)
    assert USER_KEY not in late
    assert late.session_key is None
    assert sessions_of(cast.hanh.user) == []
    SessionStore.clear_expired()
    assert not StaffSession.objects.exists()


def test_a_key_that_was_made_up_becomes_no_session(db: None) -> None:
    store = SessionStore("a" * 32)
    assert USER_KEY not in store
    assert store.session_key is None


def test_a_session_that_was_ended_does_not_come_back(cast: Cast, set_clock: SetClock) -> None:
    late = SessionStore(signed_in(cast.hanh).session_key)
    late["draft"] = "x"
    end_all_sessions(user=cast.hanh.user, actor=cast.hanh.actor, at=NOW)
    with pytest.raises(UpdateError):
        late.save()
    assert not StaffSession.objects.exists()


def test_the_list_shows_devices_the_present_one_first_and_no_key(cast: Cast, set_clock: SetClock) -> None:
    here = signed_in(cast.hanh)
    set_clock(NOW + timedelta(hours=1))
    there = signed_in(cast.hanh, "Safari/iPhone")
    signed_in(cast.dung)
    shown = sessions_of(cast.hanh.user, here.session_key)
    assert [(one.device, one.is_this) for one in shown] == [
        ("Chrome trên Windows", True),
        ("Safari trên iPhone", False),
    ]
    for store in (here, there):
        assert store.session_key is not None
        assert store.session_key not in repr(shown)


def test_one_ends_a_session_of_ones_own_and_again_is_no_harm(cast: Cast, set_clock: SetClock) -> None:
    signed_in(cast.hanh)
    row = StaffSession.objects.get()
    assert not end_session(public_id=row.public_id, actor=cast.dung.actor, at=NOW)
    assert end_session(public_id=row.public_id, actor=cast.hanh.actor, at=NOW)
    assert not end_session(public_id=row.public_id, actor=cast.hanh.actor, at=NOW)
    line = AuditEntry.objects.get(code="units.session.ended")
    assert line.target == f"units.user:{cast.hanh.user.pk}"
    assert row.session_key not in str([line.detail, line.target])


def test_signing_out_everywhere_else_keeps_this_one(cast: Cast, set_clock: SetClock) -> None:
    here = signed_in(cast.hanh)
    signed_in(cast.hanh)
    other = signed_in(cast.dung)
    assert end_all_sessions(user=cast.hanh.user, actor=cast.hanh.actor, at=NOW, except_key=here.session_key) == 1
    left = set(StaffSession.objects.values_list("session_key", flat=True))
    assert left == {here.session_key, other.session_key}


def test_who_manages_people_signs_them_out_and_nobody_else_does(cast: Cast, set_clock: SetClock) -> None:
    signed_in(cast.hanh)
    for stranger in (cast.dung, cast.binh):
        with pytest.raises(MayNotManage):
            end_all_sessions(user=cast.hanh.user, actor=stranger.actor, at=NOW)
    signed_in(cast.binh)
    with pytest.raises(MayNotManage):
        end_all_sessions(user=cast.binh.user, actor=cast.quy.actor, at=NOW)
    assert end_all_sessions(user=cast.hanh.user, actor=cast.quy.actor, at=NOW) == 1
    assert end_all_sessions(user=cast.hanh.user, actor=cast.quy.actor, at=NOW) == 0
    assert AuditEntry.objects.filter(code="units.session.all-ended").count() == 1


@pytest.mark.parametrize(
    ("user_agent", "words"),
    [
        (f"{WINDOWS} Safari/537.36", "Chrome trên Windows"),
        (f"{WINDOWS} Safari/537.36 Edg/129.0.0.0", "Edge trên Windows"),
        (f"{WINDOWS} coc_coc_browser/128.0 Safari/537.36", "Cốc Cốc trên Windows"),
        ("Mozilla/5.0 (Windows NT 6.1; rv:115.0) Gecko/20100101 Firefox/115.0", "Firefox trên Windows"),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Mobile Safari/604.1",
            "Safari trên iPhone",
        ),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) CriOS/129.0 Mobile Safari/604", "Chrome trên iPhone"),
        ("Mozilla/5.0 (Linux; Android 10; K) Chrome/129.0.0.0 Mobile Safari/537.36", "Chrome trên Android"),
        (
            "Mozilla/5.0 (Linux; Android 14) SamsungBrowser/25.0 Chrome/121.0 Safari/537",
            "Samsung Internet trên Android",
        ),
        ("curl/8.5.0", "Thiết bị chưa rõ"),
        ("Linux", "Linux"),
        ("", "Thiết bị chưa rõ"),
    ],
)
def test_a_device_is_two_words_without_versions(user_agent: str, words: str) -> None:
    assert device_words(device_of(user_agent)) == words
