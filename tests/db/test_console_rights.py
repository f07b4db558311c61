"""Who may open and do what: every address × every role × rows of the own unit, another unit, another commune."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, reverse
from pytest_django.fixtures import Settings

from console_world import PUBLIC, World, pages
from loa.console.urls import urlpatterns
from loa.units.rights import OWN_UNIT_ONLY, RIGHTS, Role

OWNERS = ("own", "other_unit", "other_commune")
UNIT_ROWS = {"assignment", "dispatch", "evidence", "outlet", "unit"}  # by the first word of the address's name
OWN_ACCOUNT = {"work", "session"}  # one's own only, whatever the role
NOT_IN_THIS_WORLD = {  # what only a print engine makes, and a form whose words say of which row it speaks
    "dispatch-picture",
    "dispatch-sheet",
    "message-picture",
    "message-draft",
    "message-changes",
}
REACHED = {200, 302, 400, 405, 409, 410}


@contextmanager
def undone() -> Iterator[None]:
    """Whatever a form does inside is taken back."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def ask(client: Client, address: str) -> HttpResponse:
    """Open the address; one that takes only forms is sent an empty one."""
    answer = client.get(address)
    return client.post(address) if answer.status_code == 405 else answer


def first_word(page: URLPattern) -> str:
    return str(page.name).split("-")[0]


@pytest.mark.parametrize("owner", OWNERS)
@pytest.mark.parametrize("role", list(Role))
def test_an_address_opens_by_right_and_by_row(
    role: Role, owner: str, world: World, db: None, settings: Settings
) -> None:
    settings.CONTENT_DIR = world.store
    client = Client()
    client.force_login(world.person(role).user)
    wrong = {}
    for page in pages():
        arguments = getattr(world, owner).arguments(page)
        with undone():
            status = ask(client, reverse(str(page.name), kwargs=arguments)).status_code
        if status not in expected(page, role, owner=owner, has_row=bool(arguments)):
            wrong[page.name] = status
    assert wrong == {}


def expected(page: URLPattern, role: Role, *, owner: str, has_row: bool) -> set[int]:
    """What the one table of rights says of this address for this role."""
    right = page.callback.right
    if right is not None and right not in RIGHTS[role]:
        return {403}
    if not has_row:
        return REACHED | {404} if page.name in NOT_IN_THIS_WORLD else REACHED
    word = first_word(page)
    if word in OWN_ACCOUNT:
        is_own = word == "work" and role is Role.CULTURE and owner != "other_commune"
        return REACHED if is_own else {404, 302} if word == "session" else {404}
    is_hidden = owner == "other_commune" or (owner == "other_unit" and role in OWN_UNIT_ONLY and word in UNIT_ROWS)
    if is_hidden:
        return {404}
    return REACHED | {404} if page.name in NOT_IN_THIS_WORLD else REACHED


def test_nobody_gets_in_without_signing_in(world: World, db: None) -> None:
    for page in pages():
        answer = ask(Client(), reverse(str(page.name), kwargs=world.own.arguments(page)))
        assert answer.status_code == 302, page.name
        assert answer.headers["Location"].startswith(reverse("sign-in")), page.name


def test_every_address_stands_behind_the_door() -> None:
    without = [pattern.name for pattern in urlpatterns if not hasattr(pattern.callback, "right")]
    assert set(without) == PUBLIC


def test_an_account_that_left_its_commune_opens_nothing(world: World, db: None) -> None:
    client = Client()
    client.force_login(world.cast.hanh.user)
    world.cast.hanh.user.memberships.all().delete()
    assert client.get(reverse("plans")).status_code == 403
