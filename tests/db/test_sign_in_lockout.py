"""Five wrong passwords shut a name out from that address for a while, and no password is kept anywhere."""

from __future__ import annotations

from datetime import timedelta

import pytest
from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from django.contrib.auth import authenticate, login
from django.core.checks import run_checks
from django.http import HttpRequest
from django.test import RequestFactory

from cast import Cast
from loa.units.models import User
from loa.units.session_store import SessionStore

PASSWORD = "duong ra bo suoi"
WRONG = "duong-ra-cho-sai"
ADDRESS = "10.0.0.7"


@pytest.fixture(autouse=True)
def with_password(cast: Cast) -> None:
    for person in (cast.hanh, cast.dung):
        person.user.set_password(PASSWORD)
        person.user.save()


def request(username: str, password: str, address: str = ADDRESS) -> HttpRequest:
    made = RequestFactory(REMOTE_ADDR=address).post(
        "/dang-nhap?next=/bi-mat", {"username": username, "password": password, "csrfmiddlewaretoken": "to" * 16}
    )
    made.session = SessionStore()
    return made


def try_in(username: str = "hanh", password: str = WRONG, address: str = ADDRESS) -> tuple[User | None, HttpRequest]:
    asked = request(username, password, address)
    user = authenticate(asked, username=username, password=password)
    assert user is None or isinstance(user, User)
    return user, asked


def shut_out() -> None:
    for _try in range(5):
        try_in()


def test_the_right_password_opens() -> None:
    assert try_in(password=PASSWORD)[0] is not None


def test_the_fifth_wrong_password_shuts_out_even_with_the_right_one() -> None:
    for _try in range(4):
        assert not try_in()[1].axes_locked_out  # type: ignore[attr-defined]
    assert try_in()[1].axes_locked_out  # type: ignore[attr-defined]
    user, asked = try_in(password=PASSWORD)
    assert user is None
    assert asked.axes_locked_out  # type: ignore[attr-defined]


def test_another_name_and_another_address_stay_open() -> None:
    shut_out()
    assert try_in("dung", PASSWORD)[0] is not None
    assert try_in("hanh", PASSWORD, "10.0.0.8")[0] is not None


def test_another_browser_does_not_get_five_more_tries() -> None:
    for agent in ("a", "b", "c", "d", "e"):
        asked = request("hanh", WRONG)
        asked.META["HTTP_USER_AGENT"] = agent
        authenticate(asked, username="hanh", password=WRONG)
    assert try_in(password=PASSWORD)[0] is None


def test_after_a_quarter_of_an_hour_it_opens_and_what_was_counted_is_gone() -> None:
    shut_out()
    try_in()  # a sixth try keeps nobody out for longer
    AccessAttempt.objects.update(attempt_time=AccessAttempt.objects.get().attempt_time - timedelta(minutes=15))
    user, asked = try_in(password=PASSWORD)
    assert user is not None
    login(asked, user)
    assert not AccessAttempt.objects.exists()


def test_a_right_password_forgives_the_wrong_ones_before() -> None:
    for _try in range(4):
        try_in()
    user, asked = try_in(password=PASSWORD)
    assert user is not None
    login(asked, user)
    assert not AccessAttempt.objects.exists()


def test_neither_password_nor_token_is_kept() -> None:
    shut_out()
    kept = str(list(AccessAttempt.objects.values()))
    assert WRONG not in kept
    assert "to" * 16 not in kept
    assert "bi-mat" not in kept
    assert not AccessLog.objects.exists()
    assert not AccessFailureLog.objects.exists()


def test_a_closed_account_does_not_open(cast: Cast) -> None:
    User.objects.filter(pk=cast.hanh.user.pk).update(is_active=False)
    assert try_in(password=PASSWORD)[0] is None


def test_an_account_without_a_password_does_not_open(cast: Cast) -> None:
    for password in ("", "!", " "):
        assert try_in("lan", password)[0] is None


def test_the_settings_pass_the_checks_of_axes() -> None:
    assert [found for found in run_checks() if (found.id or "").startswith("axes")] == []
