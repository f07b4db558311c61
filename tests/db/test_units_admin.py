"""Roles, closed accounts and units: what the person in charge of the system changes, and what stays."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cast import NOW, Cast, a_person
from loa.core.actor import Actor
from loa.core.models import AuditEntry
from loa.units.held_roles import HeldRole
from loa.units.models import ClosedMembership, Membership, StaffSession, Unit, UnitAlias, UnitKind, User
from loa.units.refusals import (
    ChangedMeanwhile,
    LastManager,
    MayNotManage,
    OwnAccount,
    PersonNotFound,
    UnitNotFound,
    WrongName,
    WrongRoles,
    WrongUsername,
)
from loa.units.rights import Right, Role
from loa.units.selectors import actor_for, people_of, person_for, unit_for, units_of
from loa.units.services.add_unit import NewUnit, add_unit
from loa.units.services.change_roles import change_roles
from loa.units.services.close_account import close_account
from loa.units.services.enrol_person import NewPerson, enrol_person
from loa.units.services.recognise_units import recognise_units
from loa.units.services.rename_unit import rename_unit
from loa.units.services.reopen_account import reopen_account


def change(
    cast: Cast, user: User, *roles: HeldRole, by: Actor | None = None, seen: list[HeldRole] | None = None
) -> User:
    return change_roles(user=user, commune=cast.commune, roles=roles, actor=by or cast.quy.actor, at=NOW, seen=seen)


def close(cast: Cast, user: User, by: Actor | None = None) -> User:
    return close_account(user=user, commune=cast.commune, actor=by or cast.quy.actor, at=NOW)


def held(user: User) -> set[tuple[str, int | None]]:
    return set(Membership.objects.filter(user=user).values_list("role", "unit_id"))


def lines(code: str) -> int:
    return AuditEntry.objects.filter(code=code).count()


def test_roles_become_exactly_what_was_said_and_twice_is_once(cast: Cast) -> None:
    for _time in range(2):
        change(cast, cast.hanh.user, (Role.OPERATOR, None), (Role.HAMLET_HEAD, cast.go_may))
    assert held(cast.hanh.user) == {(Role.OPERATOR, None), (Role.HAMLET_HEAD, cast.go_may.pk)}
    assert actor_for(cast.hanh.user, cast.commune).may(Right.SEND)
    assert not actor_for(cast.hanh.user, cast.commune).may(Right.IMPORT_PLAN)
    assert lines("units.person.roles-changed") == 1


def test_roles_in_another_commune_are_left_alone(cast: Cast) -> None:
    Membership.objects.create(commune=cast.other_commune, user=cast.hanh.user, role=Role.CULTURE)
    change(cast, cast.hanh.user, (Role.LEADER, None))
    assert held(cast.hanh.user) == {(Role.LEADER, None), (Role.CULTURE, None)}


def test_roles_that_cannot_be_are_refused(cast: Cast) -> None:
    for roles in ([], [(Role.HAMLET_HEAD, None)], [(Role.LEADER, None), (Role.LEADER, cast.go_may)]):
        with pytest.raises(WrongRoles):
            change(cast, cast.hanh.user, *roles)
    assert held(cast.hanh.user) == {(Role.CULTURE, None)}


def test_the_second_who_changes_roles_is_told(cast: Cast) -> None:
    seen: list[HeldRole] = [(Role.CULTURE, None)]
    change(cast, cast.hanh.user, (Role.LEADER, None), seen=seen)
    with pytest.raises(ChangedMeanwhile):
        change(cast, cast.hanh.user, (Role.OPERATOR, None), seen=seen)
    assert held(cast.hanh.user) == {(Role.LEADER, None)}


def test_only_the_person_in_charge_changes_roles_of_the_own_people(cast: Cast) -> None:
    with pytest.raises(MayNotManage):
        change(cast, cast.hanh.user, (Role.LEADER, None), by=cast.hanh.actor)
    with pytest.raises(PersonNotFound):
        change(cast, cast.binh.user, (Role.LEADER, None))


def test_the_last_person_in_charge_stays(cast: Cast) -> None:
    second = a_person("son", "Sơn", cast.commune, Role.SYSTEM)
    change(cast, cast.quy.user, (Role.OPERATOR, None), by=second.actor)
    with pytest.raises(LastManager):
        change(cast, second.user, (Role.OPERATOR, None), by=second.actor)
    with pytest.raises(LastManager):
        close(cast, second.user, by=Actor("system:account", cast.commune.pk))


def test_a_closed_account_signs_in_nowhere_and_comes_back_as_it_was(cast: Cast) -> None:
    StaffSession.objects.create(
        session_key="k" * 32, session_data="", expire_date=NOW, user=cast.tu.user, created_at=NOW, last_seen_at=NOW
    )
    for _time in range(2):
        assert not close(cast, cast.tu.user).is_active
    assert held(cast.tu.user) == set()
    assert not StaffSession.objects.exists()
    assert actor_for(User.objects.get(pk=cast.tu.user.pk), cast.commune).scope_id is None
    shown = person_for(cast.quy.actor, cast.tu.user.pk)
    assert shown.is_closed  # type: ignore[attr-defined]
    assert [one.unit for one in shown.put_away] == [cast.suoi_da]  # type: ignore[attr-defined]
    for _time in range(2):
        assert reopen_account(user=cast.tu.user, commune=cast.commune, actor=cast.quy.actor, at=NOW).is_active
    assert held(cast.tu.user) == {(Role.HAMLET_HEAD, cast.suoi_da.pk)}
    assert not ClosedMembership.objects.exists()
    assert (lines("units.person.closed"), lines("units.person.reopened")) == (1, 1)


def test_who_works_for_two_communes_stays_with_the_other(cast: Cast) -> None:
    Membership.objects.create(commune=cast.other_commune, user=cast.hanh.user, role=Role.CULTURE)
    assert close(cast, cast.hanh.user).is_active
    assert actor_for(cast.hanh.user, cast.commune).scope_id is None
    assert actor_for(cast.hanh.user, cast.other_commune).scope_id == cast.other_commune.pk


def test_nobody_closes_the_own_account_or_a_strangers(cast: Cast) -> None:
    with pytest.raises(OwnAccount):
        close(cast, cast.quy.user)
    for act in (close_account, reopen_account):
        with pytest.raises(PersonNotFound):
            act(user=cast.binh.user, commune=cast.commune, actor=cast.quy.actor, at=NOW)
        with pytest.raises(MayNotManage):
            act(user=cast.hanh.user, commune=cast.commune, actor=cast.lan.actor, at=NOW)


def test_a_closed_account_is_opened_again_not_enrolled_anew(cast: Cast) -> None:
    close(cast, cast.hanh.user)
    person = NewPerson("hanh", "Hạnh", Role.OPERATOR)
    with pytest.raises(WrongUsername):
        enrol_person(person=person, commune=cast.commune, actor=cast.quy.actor, at=NOW)
    with pytest.raises(WrongUsername, match="đã khóa"):
        enrol_person(person=person, commune=cast.commune, actor=Actor("system:set-up", cast.commune.pk), at=NOW)


def test_a_list_of_people_takes_as_many_queries_for_six_as_for_twelve(cast: Cast) -> None:
    def asked() -> int:
        with CaptureQueriesContext(
            connection,
        ) as caught:
            assert all(person.held for person in people_of(cast.quy.actor))  # type: ignore[attr-defined]
        return len(caught)

    before = asked()
    for number in range(6):
        a_person(f"khu-{number}", f"Khu {number}", cast.commune, Role.HAMLET_HEAD, cast.suoi_da)
    assert asked() == before <= 3


def test_a_unit_is_added_once_under_a_clean_name(cast: Cast) -> None:
    units = {
        add_unit(unit=NewUnit(name, UnitKind.BODY), commune=cast.commune, actor=cast.quy.actor, at=NOW).pk
        for name in ("Hội Nông dân xã", " Hội  Nông dân\u200e xã ")
    }
    assert len(units) == 1
    assert lines("units.unit.added") == 1
    found = recognise_units(commune=cast.commune, names=["hội nông dân xã"], actor=cast.hanh.actor, at=NOW)
    assert {unit.pk for unit in found.units.values()} == units


def test_a_unit_has_a_name_of_its_own(cast: Cast) -> None:
    for name in ("khu suối đá", "", "Ế" * 201):
        with pytest.raises(WrongName):
            add_unit(unit=NewUnit(name, UnitKind.OFFICE), commune=cast.commune, actor=cast.quy.actor, at=NOW)
    with pytest.raises(MayNotManage):
        add_unit(unit=NewUnit("Trạm Y tế", UnitKind.OFFICE), commune=cast.commune, actor=cast.hanh.actor, at=NOW)


def test_a_renamed_unit_is_found_by_its_old_name(cast: Cast) -> None:
    to = NewUnit("Khu dân cư Suối Đá", UnitKind.OFFICE)
    for _time in range(2):
        rename_unit(unit=cast.suoi_da, to=to, actor=cast.quy.actor, at=NOW)
    assert lines("units.unit.renamed") == 1
    assert set(UnitAlias.objects.values_list("text", flat=True)) == {"Khu Suối Đá", "Khu dân cư Suối Đá"}
    found = recognise_units(commune=cast.commune, names=["Khu Suối Đá"], actor=cast.hanh.actor, at=NOW)
    assert found.units["Khu Suối Đá"] == cast.suoi_da
    back = rename_unit(unit=cast.suoi_da, to=NewUnit("Khu Suối Đá", UnitKind.OFFICE), actor=cast.quy.actor, at=NOW)
    assert back.name == "Khu Suối Đá"


def test_a_unit_takes_no_other_units_name_or_alias(cast: Cast) -> None:
    UnitAlias.objects.create(unit=cast.go_may, text="Khu 9")
    for name in ("Khu Gò Mây", "KHU 9"):
        with pytest.raises(WrongName, match="Khu Gò Mây"):
            rename_unit(unit=cast.suoi_da, to=NewUnit(name, UnitKind.OFFICE), actor=cast.quy.actor, at=NOW)
    assert Unit.objects.get(pk=cast.suoi_da.pk).name == "Khu Suối Đá"


def test_the_second_who_renames_is_told(cast: Cast) -> None:
    seen = NewUnit("Khu Suối Đá", UnitKind.OFFICE)
    rename_unit(unit=cast.suoi_da, to=NewUnit("Khu 1", UnitKind.OFFICE), actor=cast.quy.actor, at=NOW, seen=seen)
    with pytest.raises(ChangedMeanwhile, match="Khu 1"):
        rename_unit(unit=cast.suoi_da, to=NewUnit("Khu 2", UnitKind.OFFICE), actor=cast.quy.actor, at=NOW, seen=seen)


def test_another_communes_unit_is_one_that_does_not_exist(cast: Cast) -> None:
    elsewhere = Unit.objects.create(commune=cast.other_commune, name="Khu Khe", kind=UnitKind.OFFICE)
    with pytest.raises(UnitNotFound):
        rename_unit(unit=elsewhere, to=NewUnit("Khu X", UnitKind.OFFICE), actor=cast.quy.actor, at=NOW)
    with pytest.raises(UnitNotFound):
        unit_for(cast.quy.actor, elsewhere.pk)
    with pytest.raises(MayNotManage):
        rename_unit(unit=cast.suoi_da, to=NewUnit("Khu X", UnitKind.OFFICE), actor=cast.tu.actor, at=NOW)


def test_units_say_how_many_people_they_have(cast: Cast) -> None:
    a_person("phu", "Phú", cast.commune, Role.HAMLET_HEAD, cast.suoi_da)
    Membership.objects.create(commune=cast.commune, user=cast.tu.user, role=Role.OPERATOR, unit=cast.suoi_da)
    assert {unit.name: unit.people for unit in units_of(cast.quy.actor)} == {"Khu Suối Đá": 2, "Khu Gò Mây": 1}
    assert [unit.name for unit in units_of(cast.sau.actor)] == ["Khu Gò Mây"]


def test_the_system_steward_gives_nobody_of_the_same_name_the_word_of_approval(cast: Cast) -> None:
    wanted = [(Role.SYSTEM, None), (Role.LEADER, None)]
    with pytest.raises(OwnAccount):
        change_roles(user=cast.quy.user, commune=cast.commune, roles=wanted, actor=cast.quy.actor, at=NOW)
    assert not actor_for(cast.quy.user, cast.commune).may(Right.APPROVE_MESSAGE)
