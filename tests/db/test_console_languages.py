"""Every screen in both languages: in English nothing Vietnamese but data, in Vietnamese nothing English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from babel.messages.pofile import read_po
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from console_world import World, pages
from loa.core.language import LOCALE_DIR
from loa.units.rights import Role

VIETNAMESE = re.compile(r"[ăâđêôơưĂÂĐÊÔƠƯàáảãạèéẻẽẹìíỉĩịòóỏõọùúủũụỳýỷỹỵằắẳẵặầấẩẫậềếểễệồốổỗộờớởỡợừứửữự]", re.IGNORECASE)
SHOWN = ("alt", "aria-label", "placeholder", "title", "data-l")
FEWEST_SCREENS = 14  # that open for a role; a hamlet head has the fewest
# The two roles that open the most kinds of screen; the others are left to the heavy suite.
QUICK = (Role.CULTURE, Role.LEADER)
ROLES = [pytest.param(role, marks=() if role in QUICK else pytest.mark.heavy) for role in Role]
VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "path", "circle"}
TITLE = re.compile(r"<title>.*?</title>", re.DOTALL)
# English that only a forgotten library could say; Loa's own English is compared sentence by sentence.
FOREIGN = re.compile(
    r"\b(the|this|please|required|search|next|previous|page|choice|unknown|submit|enter|select)\b", re.IGNORECASE
)


class Words(HTMLParser):
    """What a reader sees or hears, outside elements of the language `but`."""

    def __init__(self, *, but: str) -> None:
        super().__init__()
        self.but = but
        self.found: list[str] = []
        self._langs: list[str | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        lang = named.get("lang") or (self._langs[-1] if self._langs else None)
        if tag in {"script", "style"}:
            lang = self.but
        if lang != self.but:
            self.found += [value for name in SHOWN if (value := named.get(name))]
            if tag == "input" and named.get("type") in {"submit", "button"}:
                self.found.append(named.get("value") or "")
        if tag not in VOID:
            self._langs.append(lang if tag != "html" else None)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID and self._langs:
            self._langs.pop()

    def handle_data(self, data: str) -> None:
        if data.strip() and (not self._langs or self._langs[-1] != self.but):
            self.found.append(" ".join(data.split()))


def words_of(page: str, *, but: str) -> list[str]:
    words = Words(but=but)
    words.feed(page)
    return words.found


def screens(world: World, role: Role, language: str) -> Iterator[tuple[str, str]]:
    """Name and HTML of each page that opens for `role`, in `language`."""
    user = world.person(role).user
    user.language = language
    user.save(update_fields=["language"])
    client = Client()
    client.force_login(user)
    opened = 0
    for page in pages():
        answer = client.get(reverse(str(page.name), kwargs=world.own.arguments(page)))
        is_page = answer.headers.get("Content-Type", "").startswith("text/html") and not answer.streaming
        if answer.status_code in (200, 403) and is_page and page.name != "message-page":
            opened += answer.status_code == 200
            yield str(page.name), without_names(answer.content.decode(), world)
    assert opened >= FEWEST_SCREENS, (role, opened)


def without_names(page: str, world: World) -> str:
    """A title holds names (of the commune, an outlet, a unit, a person), which cannot carry a language there."""
    names = (world.cast.commune.name, world.own.outlet.name, world.own.unit.name, world.own.person.user.display_name)
    return TITLE.sub(lambda title: re.sub("|".join(map(re.escape, names)), "", title[0]), page)


@pytest.fixture
def files(world: World, settings: Settings) -> None:
    settings.CONTENT_DIR = world.store


@pytest.mark.parametrize("role", ROLES)
def test_english_screens_say_nothing_in_vietnamese(role: Role, world: World, db: None, files: None) -> None:
    left = {
        (name, text)
        for name, page in screens(world, role, "en")
        for text in words_of(page, but="vi")
        if VIETNAMESE.search(text)
    }
    assert left == set()


@pytest.mark.parametrize("role", ROLES)
def test_vietnamese_screens_say_nothing_in_english(role: Role, world: World, db: None, files: None) -> None:
    with (LOCALE_DIR / "en" / "LC_MESSAGES" / "django.po").open("rb") as file:
        catalogue = [entry for entry in read_po(file) if entry.id]
    ours = {str(entry.id if isinstance(entry.id, str) else entry.id[0]) for entry in catalogue}
    english = {str(entry.string) for entry in catalogue if isinstance(entry.string, str)} - ours
    left = {
        (name, text)
        for name, page in screens(world, role, "vi")
        for text in words_of(page, but="en")
        if text in english or FOREIGN.search(text)
    }
    assert left == set()


def test_the_reader_of_pages_sees_what_it_should() -> None:
    page = '<html lang="en"><p title="Tên">A<b lang="vi">Bà con</b><i>Đã gửi</i></p><img alt="Ảnh"><script>Đ</script>'
    assert words_of(page, but="vi") == ["Tên", "A", "Đã gửi", "Ảnh"]
