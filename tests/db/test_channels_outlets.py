"""Outlets: opened, corrected, closed and opened again by the person in charge; a closed one takes nothing new."""

from __future__ import annotations

from datetime import timedelta

import pytest

from cast import NOW, Cast
from delivery_rows import a_dispatch, an_approval, an_outlet
from loa.channels.codes import code_for
from loa.channels.models import Outlet
from loa.channels.ports import ChannelKind
from loa.channels.refusals import OutletChangedMeanwhile, OutletNotFound, WrongOutlet
from loa.channels.selectors import outlet_for, outlets_of
from loa.channels.services.change_outlet import OutletFacts, change_outlet
from loa.channels.services.close_outlet import close_outlet
from loa.channels.services.open_outlet import NewOutlet, open_outlet
from loa.channels.services.reopen_outlet import reopen_outlet
from loa.core.actor import Actor
from loa.core.models import AuditEntry
from loa.delivery.models import Dispatch
from loa.delivery.refusals import OutletClosed
from loa.units.models import Unit, UnitKind
from loa.units.refusals import MayNotManage, WrongName


def open_one(
    cast: Cast, name: str = "Cụm loa Đồi Chè", code: str = "", *, by: Actor | None = None, **more: object
) -> Outlet:
    new = NewOutlet(ChannelKind.LOUDSPEAKER, code, name, **more)  # type: ignore[arg-type]
    return open_outlet(outlet=new, commune=cast.commune, actor=by or cast.quy.actor, at=NOW)


def lines(code: str) -> int:
    return AuditEntry.objects.filter(code=code).count()


def test_the_code_is_made_of_the_name_and_a_double_click_opens_one(cast: Cast) -> None:
    outlets = {open_one(cast, name, unit=cast.suoi_da).pk for name in ("Cụm loa Đồi Chè", " Cụm  loa Đồi Chè")}
    row = Outlet.objects.get(pk=outlets.pop())
    assert not outlets
    assert (row.code, row.unit) == ("cum-loa-doi-che", cast.suoi_da)
    assert lines("channels.outlet.opened") == 1


def test_another_outlet_whose_name_folds_alike_gets_a_code_of_its_own(cast: Cast) -> None:
    assert [open_one(cast, name).code for name in ("Loa khu Đá", "Loa khu Da")] == ["loa-khu-da", "loa-khu-da-2"]


@pytest.mark.parametrize(
    ("name", "taken", "code"),
    [
        ("Cụm loa Khu 9", set(), "cum-loa-khu-9"),
        ("Cụm loa Khu 9", {"cum-loa-khu-9", "cum-loa-khu-9-2"}, "cum-loa-khu-9-3"),
        ("📢", set(), "diem-phat"),
        ("а" * 80, {"diem-phat"}, "diem-phat-2"),
        ("b" * 80, {"b" * 60}, "b" * 58 + "-2"),
        ("c" * 59 + " d", set(), "c" * 59),
    ],
)
def test_a_code_is_a_short_slug_not_taken(name: str, taken: set[str], code: str) -> None:
    assert code_for(name, taken=taken) == code


def test_only_the_person_in_charge_opens_outlets(cast: Cast) -> None:
    for person in (cast.hanh, cast.dung, cast.lan, cast.tu, cast.binh):
        with pytest.raises(MayNotManage):
            open_one(cast, by=person.actor)
    assert open_one(cast, by=Actor("system:set-up", cast.commune.pk))


@pytest.mark.parametrize("code", ["a/b", "+", "#", "loa 1", "Loa-1", "-loa", "l" * 61])
def test_a_code_that_could_name_another_topic_is_refused(cast: Cast, code: str) -> None:
    with pytest.raises(WrongOutlet):
        open_one(cast, code=code)


def test_what_an_outlet_cannot_have_is_refused(cast: Cast) -> None:
    elsewhere = Unit.objects.create(commune=cast.other_commune, name="Khu Khe", kind=UnitKind.OFFICE)
    with pytest.raises(WrongOutlet, match="đơn vị"):
        open_one(cast, unit=elsewhere)
    with pytest.raises(WrongOutlet, match="64"):
        open_one(cast, player_public_key="xyz")
    for name in ("", "\u202e", "Ế" * 121):
        with pytest.raises(WrongName):
            open_one(cast, name)
    assert not Outlet.objects.exists()


def test_name_and_unit_are_corrected_and_the_code_stays(cast: Cast) -> None:
    outlet = open_one(cast, unit=cast.suoi_da)
    for _time in range(2):
        change_outlet(outlet=outlet, to=OutletFacts("Cụm loa Gò Mây", cast.go_may), actor=cast.quy.actor, at=NOW)
    row = Outlet.objects.get()
    assert (row.name, row.unit, row.code) == ("Cụm loa Gò Mây", cast.go_may, "cum-loa-doi-che")
    assert lines("channels.outlet.changed") == 1


def test_the_second_who_corrects_is_told(cast: Cast) -> None:
    outlet = open_one(cast)
    seen = OutletFacts("Cụm loa Đồi Chè")
    change_outlet(outlet=outlet, to=OutletFacts("Loa 1"), actor=cast.quy.actor, at=NOW, seen=seen)
    with pytest.raises(OutletChangedMeanwhile, match="Loa 1"):
        change_outlet(outlet=outlet, to=OutletFacts("Loa 2"), actor=cast.quy.actor, at=NOW, seen=seen)
    assert Outlet.objects.get().name == "Loa 1"


def test_an_outlet_nobody_here_may_change_stays(cast: Cast) -> None:
    outlet = open_one(cast, unit=cast.suoi_da)
    for person, refusal in (
        (cast.dung, MayNotManage),
        (cast.tu, MayNotManage),
        (cast.sau, OutletNotFound),
        (cast.binh, OutletNotFound),
    ):
        with pytest.raises(refusal):
            change_outlet(outlet=outlet, to=OutletFacts("X"), actor=person.actor, at=NOW)
        for act in (close_outlet, reopen_outlet):
            with pytest.raises(refusal):
                act(outlet=outlet, actor=person.actor, at=NOW)
    assert Outlet.objects.get().closed_at is None


def test_a_closed_outlet_takes_nothing_new_and_keeps_what_was_planned(cast: Cast) -> None:
    approval = an_approval(cast)
    planned = a_dispatch(cast, approval)
    for _time in range(2):
        close_outlet(outlet=an_outlet(cast), actor=cast.quy.actor, at=NOW)
    with pytest.raises(OutletClosed, match="đã ngừng dùng"):
        a_dispatch(cast, approval, due_at=NOW + timedelta(days=1))
    assert a_dispatch(cast, approval) == planned
    assert list(Dispatch.objects.all()) == [planned]
    for _time in range(2):
        reopen_outlet(outlet=an_outlet(cast), actor=cast.quy.actor, at=NOW)
    assert a_dispatch(cast, approval, due_at=NOW + timedelta(days=1)) != planned
    assert (lines("channels.outlet.closed"), lines("channels.outlet.reopened")) == (1, 1)


def test_outlets_in_use_come_first_and_in_the_order_of_the_alphabet(cast: Cast) -> None:
    for name in ("Đài", "Dốc", "Ao", "Khu 10", "Khu 9", "Áo"):
        open_one(cast, name)
    close_outlet(outlet=Outlet.objects.get(name="Ao"), actor=cast.quy.actor, at=NOW)
    assert [outlet.name for outlet in outlets_of(cast.dung.actor)] == ["Áo", "Dốc", "Đài", "Khu 9", "Khu 10", "Ao"]


def test_an_outlet_is_seen_by_its_commune_and_its_unit(cast: Cast) -> None:
    outlet = open_one(cast, unit=cast.suoi_da)
    assert outlet_for(cast.tu.actor, outlet.pk) == outlet
    for person in (cast.sau, cast.binh):
        assert outlets_of(person.actor) == []
        with pytest.raises(OutletNotFound):
            outlet_for(person.actor, outlet.pk)
