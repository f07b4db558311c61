"""One box for everything: with and without marks, only what the person may see, each result leading to its page."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import escape
from pytest_django.asserts import assertContains, assertNotContains
from pytest_django.fixtures import DjangoAssertNumQueries

from cast import NOW, Cast, Person
from editorial_rows import a_draft
from loa.campaigns.models import Assignment
from loa.channels.ports import ChannelKind
from loa.channels.services.open_outlet import NewOutlet, open_outlet
from loa.console.today.places_of import KINDS
from loa.core.models import SearchEntry
from loa.core.services.search import index_row
from loa.editorial.models import MessageVersion
from loa.units.models import Unit, UnitKind
from loa.units.services.index_names import index_person, index_unit

pytestmark = pytest.mark.django_db

HOSTILE = "<script>alert(1)</script> \u202eđảo\u202c 😀"


@pytest.fixture
def draft(cast: Cast) -> MessageVersion:
    """A plan, its duties, a message on rabies, and the offices and people with their names in the index."""
    version = a_draft(cast)
    for unit in Unit.objects.filter(commune=cast.commune):
        index_unit(unit)
    for person in (cast.hanh, cast.tu):
        index_person(person.user, commune=cast.commune)
    return version


@pytest.fixture
def seek(client: Client) -> Callable[..., str]:
    def get(person: Person, query: str) -> str:
        client.force_login(person.user)
        response = client.get(reverse("search"), {"q": query})
        assert response.status_code == 200
        return response.content.decode()

    return get


@pytest.mark.parametrize("query", ["phòng dại", "phong dai", "PHONG DAI", unicodedata.normalize("NFD", "phòng dại")])
def test_a_message_is_found_with_and_without_marks_and_the_words_are_marked(
    query: str, cast: Cast, draft: MessageVersion, seek: Callable[..., str]
) -> None:
    text = seek(cast.dung, query)
    assert reverse("message", args=[draft.message_id]) in text
    assert "<mark>phòng dại</mark>" in text
    assert "Tin bài" in text and "Kế hoạch" in text


def test_what_is_found_in_the_text_shows_the_words_around_it(
    cast: Cast, draft: MessageVersion, seek: Callable[..., str]
) -> None:
    text = seek(cast.dung, "vet can")
    assert reverse("plan", args=[draft.message.campaign_id]) in text
    assert "<mark>vết cắn</mark>" in text


def test_each_kind_leads_to_its_page(cast: Cast, draft: MessageVersion, seek: Callable[..., str]) -> None:
    new = NewOutlet(channel=ChannelKind.LOUDSPEAKER, code="loa-suoi-da", name="Cụm loa Suối Đá")
    outlet = open_outlet(commune=cast.commune, outlet=new, actor=cast.quy.actor, at=NOW)
    assert reverse("outlet", args=[outlet.pk]) in seek(cast.dung, "suoi da")
    assert reverse("unit", args=[cast.suoi_da.pk]) in seek(cast.dung, "suoi da")
    duty = Assignment.objects.select_related("unit").first()
    assert duty is not None
    assert reverse("assignment", args=[duty.pk]) in seek(cast.dung, duty.unit.name)


def test_a_person_is_found_by_who_manages_people_only(
    cast: Cast, draft: MessageVersion, seek: Callable[..., str]
) -> None:
    assert reverse("person", args=[cast.hanh.user.pk]) in seek(cast.quy, "hanh")
    assert reverse("person", args=[cast.hanh.user.pk]) not in seek(cast.dung, "hanh")
    assert "Tin bài" not in seek(cast.quy, "phong dai")


def test_a_hamlet_head_finds_the_own_unit_s_duties_only(
    cast: Cast, draft: MessageVersion, seek: Callable[..., str]
) -> None:
    duty = Assignment.objects.filter(campaign=draft.message.campaign).first()
    assert duty is not None
    assert "Không tìm thấy gì" in seek(cast.tu, "y te")
    SearchEntry.objects.filter(target=f"campaigns.assignment:{duty.pk}").update(unit_id=cast.suoi_da.pk)
    Assignment.objects.filter(pk=duty.pk).update(unit=cast.suoi_da)
    assert reverse("assignment", args=[duty.pk]) in seek(cast.tu, "y te")
    assert "Không tìm thấy gì" in seek(cast.sau, "y te")
    assert "Không tìm thấy gì" in seek(cast.tu, "phong dai")


def test_another_commune_finds_nothing_of_it(cast: Cast, draft: MessageVersion, seek: Callable[..., str]) -> None:
    assert "Không tìm thấy gì" in seek(cast.binh, "phong dai")


def test_an_empty_query_says_what_can_be_found(cast: Cast, draft: MessageVersion, seek: Callable[..., str]) -> None:
    for query in ("", "   ", "\x00"):
        text = seek(cast.tu, query)
        assert "Anh/chị tìm được trong:" in text
        assert "Phân công." in text
    assert "Người dùng" not in seek(cast.lan, "")


def test_nothing_found_says_what_to_try(cast: Cast, draft: MessageVersion, seek: Callable[..., str]) -> None:
    text = seek(cast.dung, "khong co dau")
    assert "Không tìm thấy gì" in text and "Thử bớt từ" in text
    assert "Không tìm thấy gì" in seek(cast.dung, "%__% ' \" ;")


def test_a_very_long_query_is_cut_and_that_is_said(cast: Cast, draft: MessageVersion, seek: Callable[..., str]) -> None:
    text = seek(cast.dung, "phong " * 2_000)
    assert 'value="' + "phong " * 33 + 'ph"' in text
    assert "chỉ 200 chữ cái đầu được dùng" in text


def test_hostile_words_are_text(cast: Cast, seek: Callable[..., str], client: Client) -> None:
    unit = Unit.objects.create(commune=cast.commune, name=HOSTILE, kind=UnitKind.OFFICE)
    index_unit(unit)
    text = seek(cast.dung, "alert <script>")
    assert "<script>alert" not in text and "&lt;script" in text.replace("<mark>", "").replace("</mark>", "")
    assert escape("\"><script>'") in seek(cast.dung, "\"><script>'")


def test_only_the_results_come_as_somebody_types_and_the_whole_page_on_the_way_back(
    cast: Cast, draft: MessageVersion, client: Client
) -> None:
    client.force_login(cast.dung.user)
    url = reverse("search")
    part = client.get(url, {"q": "phong dai"}, headers={"HX-Request": "true"})
    assertNotContains(part, "<html")
    assertContains(part, 'id="ket-qua"')
    back = client.get(url, {"q": "phong dai"}, headers={"HX-Request": "true", "HX-History-Restore-Request": "true"})
    assertContains(back, "<html")


def test_a_stale_entry_of_a_person_who_left_leads_nowhere(cast: Cast, seek: Callable[..., str]) -> None:
    index_person(cast.tu.user, commune=cast.commune)
    cast.tu.user.memberships.all().delete()
    assert "Không tìm thấy gì" in seek(cast.quy, "tu")


def test_many_results_are_cut_with_few_queries(
    cast: Cast, client: Client, django_assert_max_num_queries: DjangoAssertNumQueries, draft: MessageVersion
) -> None:
    for number in range(60):
        unit = Unit.objects.create(commune=cast.commune, name=f"Phòng khám {number}", kind=UnitKind.OFFICE)
        index_row(unit, scope_id=cast.commune.pk, title=unit.name, unit_id=unit.pk)
    client.force_login(cast.dung.user)
    with django_assert_max_num_queries(15):
        response = client.get(reverse("search"), {"q": "phong"})
    assertContains(response, "Hiện 50 kết quả sát nhất")


def test_each_kind_has_a_page_of_its_own() -> None:
    assert [reverse(kind.url_name, args=[1]) for kind in KINDS]
    assert len({kind.model for kind in KINDS}) == len(KINDS)
