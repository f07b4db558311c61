"""Searching: with and without marks, the better fit first, nobody else's rows."""

from __future__ import annotations

import unicodedata

import pytest

from cast import NOW, Cast
from editorial_rows import a_campaign, a_draft
from loa.campaigns.models import Assignment
from loa.channels.ports import ChannelKind
from loa.channels.services.open_outlet import NewOutlet, open_outlet
from loa.core.actor import Actor
from loa.core.models import SearchEntry
from loa.core.search_words import exact_words, folded_words
from loa.core.selectors.search import MOST_LETTERS, search_entries
from loa.core.services.search import forget_row, index_row
from loa.editorial.services.revise_message import revise_message
from loa.reports.services.build_report import build_report
from loa.units.models import Commune, Unit
from loa.units.rights import Role
from loa.units.selectors import system_actor
from loa.units.services.enrol_person import NewPerson, enrol_person

pytestmark = pytest.mark.django_db

UNITS = ("units.unit",)
EVERYTHING = (
    "campaigns.campaign",
    "campaigns.assignment",
    "editorial.message",
    "units.unit",
    "units.membership",
    "channels.outlet",
    "reports.periodreport",
)


def entries(commune: Commune, *texts: tuple[str, str]) -> None:
    """One entry for each (title, words), the target a unit that no other entry has."""
    for number, (title, words) in enumerate(texts):
        unit = Unit.objects.create(commune=commune, name=f"Đơn vị {number} {title}"[:200])
        index_row(unit, scope_id=commune.pk, title=title, words=words, unit_id=unit.pk)


def titles(actor: Actor, query: str, kinds: tuple[str, ...] = UNITS) -> list[str]:
    return [entry.title for entry in search_entries(actor, query, kinds=kinds)]


def test_words_are_found_with_and_without_marks_and_in_both_forms_of_unicode(cast: Cast) -> None:
    entries(cast.commune, ("Chuyển đổi số", "Đăng ký dịch vụ công"))
    for query in (
        "chuyen doi so",
        "CHUYỂN ĐỔI SỐ",
        "chuyển đổi",
        unicodedata.normalize("NFD", "Chuyển đổi"),
        "dang ky",
    ):
        assert titles(cast.hanh.actor, query) == ["Chuyển đổi số"], query
    assert titles(cast.hanh.actor, "chuyen doi nghe") == []


def test_text_that_came_decomposed_is_found_as_typed(cast: Cast) -> None:
    entries(cast.commune, (unicodedata.normalize("NFD", "Tiêm phòng dại"), ""))
    assert len(titles(cast.hanh.actor, "tiêm phòng dại")) == 1


def test_the_better_fit_comes_first(cast: Cast) -> None:
    entries(
        cast.commune,
        ("Thân", "chuyện đời số phận"),
        ("Thân có dấu", "nói về chuyển đổi số"),
        ("Chuyện đời số phận", ""),
        ("Chuyển đổi số", ""),
    )
    assert titles(cast.hanh.actor, "chuyển đổi số") == ["Chuyển đổi số", "Chuyện đời số phận", "Thân có dấu", "Thân"]
    assert titles(cast.hanh.actor, "chuyen doi so")[:2] == ["Chuyển đổi số", "Chuyện đời số phận"]  # the newest first


def test_each_word_must_be_found_at_the_beginning_of_one(cast: Cast) -> None:
    entries(cast.commune, ("Kế hoạch số 58/KH-SYT", "xà phòng"))
    for query in ("58/kh-syt", "kh-syt 58", "ke ho", "syt"):
        assert titles(cast.hanh.actor, query), query
    for query in ("oach", "8/kh", "kế hoạch chợ"):
        assert not titles(cast.hanh.actor, query), query


@pytest.mark.parametrize("query", ["", "   ", "%", "_", "\\", "'; drop", "%%x%", "\x00", "🙂", "\u202e", "()[]"])
def test_signs_mean_nothing(cast: Cast, query: str) -> None:
    entries(cast.commune, ("Một trăm phần trăm", "a_b"))
    assert titles(cast.hanh.actor, query) == []


def test_a_very_long_query_is_cut(cast: Cast) -> None:
    entries(cast.commune, ("Lịch", ""))
    assert titles(cast.hanh.actor, "lịch " * 10_000) == ["Lịch"]
    assert titles(cast.hanh.actor, "x" * MOST_LETTERS * 100) == []


def test_a_title_of_ten_thousand_letters_and_a_nul_are_kept(cast: Cast) -> None:
    entries(cast.commune, ("Dài " * 2500 + "\x00hết", ""))
    (title,) = titles(cast.hanh.actor, "dai het")
    assert len(title) > 10_000


def test_rows_of_others_are_not_found(cast: Cast) -> None:
    for unit in (cast.suoi_da, cast.go_may):
        index_row(unit, scope_id=cast.commune.pk, title=unit.name, unit_id=unit.pk)
    index_row(cast.commune, scope_id=cast.commune.pk, title="Khu chung")
    kinds = ("units.unit", "units.commune")
    assert set(titles(cast.hanh.actor, "khu", kinds)) == {"Khu Suối Đá", "Khu Gò Mây", "Khu chung"}
    assert titles(cast.tu.actor, "khu", kinds) == ["Khu Suối Đá"]  # one's own unit, and nothing of the whole commune
    assert titles(cast.binh.actor, "khu", kinds) == []
    assert titles(Actor("user:1", None), "khu", kinds) == []
    assert titles(cast.hanh.actor, "khu", ("units.commune",)) == ["Khu chung"]
    assert titles(cast.hanh.actor, "khu", ()) == []


def test_a_row_has_one_entry_which_follows_it_and_can_be_forgotten(cast: Cast) -> None:
    unit = cast.suoi_da
    index_row(unit, scope_id=cast.commune.pk, title="Suối Đá", unit_id=unit.pk)
    index_row(unit, scope_id=cast.commune.pk, title="Suối Trong", unit_id=unit.pk)
    (entry,) = SearchEntry.objects.all()
    assert (entry.title, entry.kind, entry.target_id) == ("Suối Trong", "units.unit", unit.pk)
    assert titles(cast.hanh.actor, "đá") == []
    forget_row(unit)
    assert not SearchEntry.objects.exists()


def test_the_answer_is_limited(cast: Cast) -> None:
    entries(cast.commune, *[(f"Tin {number}", "") for number in range(8)])
    found = search_entries(cast.hanh.actor, "tin", kinds=UNITS, limit=3)
    assert [entry.title for entry in found] == ["Tin 7", "Tin 6", "Tin 5"]


def test_words_are_taken_apart_alike_with_and_without_marks() -> None:
    text = "Đợt 2: «Phòng, chống» 58/KH-SYT; a_b Ộ"
    assert [folded_words(word) for word in exact_words(text)] == [[word] for word in folded_words(text)]


def test_a_plan_and_what_came_of_it_are_found(cast: Cast) -> None:
    version = a_draft(cast)
    campaign = version.message.campaign
    actor = cast.hanh.actor
    assert titles(actor, "benh dai", ("campaigns.campaign",)) == [campaign.title]
    assert titles(actor, "rửa vết cắn", ("campaigns.campaign",)) == [campaign.title]
    assert titles(actor, version.code.lower(), EVERYTHING) == [version.title]
    duty = Assignment.objects.get(clause="III.1")
    assert titles(actor, "trạm y tế bảng tin công cộng", ("campaigns.assignment",)) == [
        f"{duty.unit.name}: {duty.duty}"
    ]
    assert set(titles(actor, "tram y te", UNITS)) == set(
        Unit.objects.filter(assignments__isnull=False).values_list("name", flat=True)
    )

    revise_message(version=version, changes={"title": "Lịch mới"}, actor=cast.dung.actor, at=NOW)
    assert titles(actor, "lich moi", EVERYTHING) == ["Lịch mới"]
    assert SearchEntry.objects.filter(kind="editorial.message").count() == 1


def test_people_outlets_and_reports_are_found(cast: Cast) -> None:
    a_campaign(cast)
    setup = system_actor(cast.commune, "set-up")
    person = NewPerson(username="ngoc", display_name="Nguyễn Thị Ngọc", role=Role.OPERATOR)
    enrol_person(person=person, commune=cast.commune, actor=setup, at=NOW)
    outlet = NewOutlet(channel=ChannelKind.NOTICE_BOARD, code="bang-cho", name="Bảng tin chợ Đầm")
    open_outlet(outlet=outlet, commune=cast.commune, actor=cast.quy.actor, at=NOW)
    build_report(commune=cast.commune, period="2025-09", actor=cast.hanh.actor, at=NOW)
    assert titles(cast.hanh.actor, "ngoc", EVERYTHING) == ["Nguyễn Thị Ngọc"]
    assert titles(cast.hanh.actor, "cho dam", EVERYTHING) == ["Bảng tin chợ Đầm"]
    assert titles(cast.hanh.actor, "bao cao thang 9/2025", EVERYTHING) == ["Báo cáo tháng 9/2025"]
    assert titles(cast.binh.actor, "báo cáo", EVERYTHING) == []
