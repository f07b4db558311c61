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

from cast import NOW
from console_world import PUBLIC, World, pages
from loa.campaigns.models import CampaignRevision
from loa.console.sending.order_files import sheet_path
from loa.console.urls import urlpatterns
from loa.editorial.models import MessageVersion
from loa.units.models import StaffSession
from loa.units.rights import OWN_UNIT_ONLY, RIGHTS, Role

OWNERS = ("own", "other_unit", "other_commune")
# Another unit is another case only for who is held to one unit, and a stranger's rows are kept by one door for all;
# the rest is left to the heavy suite.
QUICK = {("own", role) for role in Role} | {("other_unit", Role.HAMLET_HEAD), ("other_commune", Role.CULTURE)}
COMBINATIONS = [
    pytest.param(role, owner, marks=() if (owner, role) in QUICK else pytest.mark.heavy)
    for role in Role
    for owner in OWNERS
]
UNIT_ROWS = {"assignment", "dispatch", "evidence", "outlet", "unit"}  # by the first word of the address's name
REACHED = {200, 302, 409}  # a 302 to the sign-in page is none


@contextmanager
def undone() -> Iterator[None]:
    """Whatever a form does inside is taken back."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def ask(client: Client, address: str, words: dict[str, str] | None = None) -> HttpResponse:
    """Open the address; one that takes only forms is sent `words`, mostly an empty form."""
    answer = client.get(address)
    return client.post(address, words or {}) if answer.status_code == 405 else answer


@pytest.fixture
def whole(world: World, db: None, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> World:
    """The world with what only the making of a message, a print engine and a channel would add."""
    settings.CONTENT_DIR = world.store
    for module in ("messages.files", "sending.file_views"):
        monkeypatch.setattr(f"loa.console.{module}.send_first_page", lambda _request, _rendition: HttpResponse())
    for rows in (world.own, world.other_unit, world.other_commune):
        sheet = sheet_path(rows.dispatch)
        sheet.parent.mkdir(parents=True)
        sheet.write_bytes(b"%PDF-1.7")
        paper = rows.plan.document
        CampaignRevision.objects.get_or_create(
            campaign=rows.plan,
            number=rows.version.number,
            defaults={
                "former_document": paper,
                "document": paper,
                "at": NOW,
                "by": paper.imported_by,
                "before": {"rows": "[]"},
            },
        )
        MessageVersion.objects.create(
            message=rows.message,
            number=2,
            code=f"{rows.version.code}B",
            title="Lịch mới",
            paragraphs=["Lịch mới."],
            author=rows.version.author,
            created_at=NOW,
        )
    return world


def first_word(page: URLPattern) -> str:
    return str(page.name).split("-")[0]


@pytest.mark.parametrize(("role", "owner"), COMBINATIONS)
def test_an_address_opens_by_right_and_by_row(role: Role, owner: str, whole: World) -> None:
    rows = getattr(whole, owner)
    topic = rows.plan.topics.filter(outside=None).exclude(text="").first()
    wrong = {}
    for page in pages():
        arguments = rows.arguments(page)
        words = {"topic": str(topic.pk)} if page.name == "message-draft" else {}
        with undone():
            client = Client()  # a new one each time: some addresses end the session
            client.force_login(whole.person(role).user)
            answer = ask(client, reverse(str(page.name), kwargs=arguments), words)
            is_ended = not StaffSession.objects.filter(pk=rows.session.pk).exists()
        may = expected(page, role, owner=owner, has_row=bool(arguments or words))
        is_out = answer.headers.get("Location", "").startswith(reverse("sign-in"))
        if answer.status_code not in may or is_out != (page.name == "sessions-end"):
            wrong[page.name] = answer.status_code
        if first_word(page) in ("session", "sessions") and is_ended != (rows.person == whole.person(role)):
            wrong[page.name] = answer.status_code
    assert wrong == {}


def expected(page: URLPattern, role: Role, *, owner: str, has_row: bool) -> set[int]:
    """What the one table of rights says of this address for this role."""
    right = page.callback.right
    if right is not None and right not in RIGHTS[role]:
        return {403}
    if not has_row:
        return REACHED
    if page.name == "session-end":  # somebody else's stays, and nothing tells that there is one
        return {302}
    word = first_word(page)
    if word == "work":  # one's own only, whatever the role
        return REACHED if role is Role.CULTURE and owner != "other_commune" else {404}
    is_hidden = owner == "other_commune" or (owner == "other_unit" and role in OWN_UNIT_ONLY and word in UNIT_ROWS)
    return {404} if is_hidden else REACHED


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
