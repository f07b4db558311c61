"""Accounts: who enrols whom, passwords that are said once, and what a person changes alone."""

from __future__ import annotations

import re

import pytest

from cast import NOW, Cast
from loa.core.actor import Actor
from loa.core.models import AuditEntry
from loa.units.models import Membership, StaffSession, Unit, UnitKind, User
from loa.units.refusals import (
    MayNotManage,
    OwnAccount,
    PersonNotFound,
    UnknownLanguage,
    WeakPassword,
    WrongName,
    WrongPassword,
    WrongRoles,
    WrongUsername,
)
from loa.units.rights import Role
from loa.units.selectors import actor_for, people_of, person_for
from loa.units.services.change_own_password import change_own_password
from loa.units.services.choose_language import choose_language
from loa.units.services.enrol_person import NewPerson, enrol_person
from loa.units.services.issue_password import issue_password

OLD, NEW = "con duong ra suoi", "mua cu sang khoai lang"


def enrol(cast: Cast, *, by: Actor | None = None, **person: object) -> User:
    facts = {"username": "be.ba", "display_name": "Bế Thị Ba", "role": Role.CULTURE} | person
    return enrol_person(
        person=NewPerson(**facts),  # type: ignore[arg-type]
        commune=cast.commune,
        actor=by or cast.quy.actor,
        at=NOW,
    )


def a_session(user: User, key: str = "k" * 32) -> StaffSession:
    return StaffSession.objects.create(
        session_key=key, session_data="", expire_date=NOW, user=user, created_at=NOW, last_seen_at=NOW
    )


def codes() -> list[str]:
    return list(AuditEntry.objects.order_by("sequence").values_list("code", flat=True))


def test_the_person_in_charge_enrols_and_twice_is_once(cast: Cast) -> None:
    first = enrol(cast, username=" Be.Ba ", display_name="Bế  Thị\u202e Ba")
    assert enrol(cast) == first
    assert (first.username, first.display_name) == ("be.ba", "Bế Thị Ba")
    assert actor_for(first, cast.commune).scope_id == cast.commune.pk
    assert codes().count("units.person.enrolled") == 1


def test_nobody_else_enrols(cast: Cast) -> None:
    for person in (cast.hanh, cast.dung, cast.lan, cast.tu, cast.binh):
        with pytest.raises(MayNotManage):
            enrol(cast, by=person.actor)
    with pytest.raises(MayNotManage):
        enrol(cast, by=Actor("system:set-up", cast.other_commune.pk))
    assert not User.objects.filter(username="be.ba").exists()


@pytest.mark.parametrize(
    "username", ["", "a", "bế.ba", "be ba", "../ba", "-ba", "ba-", "b" * 151, "<script>", "be\nba"]
)
def test_a_name_that_cannot_be_signed_in_with_is_refused(cast: Cast, username: str) -> None:
    with pytest.raises(WrongUsername):
        enrol(cast, username=username)


@pytest.mark.parametrize("name", ["", " \u200b\u202e", "Ế" * 121])
def test_a_name_nobody_can_read_is_refused(cast: Cast, name: str) -> None:
    with pytest.raises(WrongName):
        enrol(cast, display_name=name)


def test_a_name_typed_apart_is_kept_composed(cast: Cast) -> None:
    assert enrol(cast, display_name="Be\u0302\u0301 Thi\u0323 Ba").display_name == "Bế Thị Ba"


def test_a_taken_username_joins_nobody_to_the_commune(cast: Cast) -> None:
    for username in ("hanh", "binh"):
        with pytest.raises(WrongUsername, match="đã có người dùng"):
            enrol(cast, username=username, display_name="Bế Thị Ba")
    assert not Membership.objects.filter(user=cast.binh.user, commune=cast.commune).exists()


def test_a_hamlet_head_has_a_hamlet_of_this_commune(cast: Cast) -> None:
    with pytest.raises(WrongRoles, match="phải thuộc một đơn vị"):
        enrol(cast, role=Role.HAMLET_HEAD)
    elsewhere = Unit.objects.create(commune=cast.other_commune, name="Khu Khe", kind=UnitKind.OFFICE)
    with pytest.raises(WrongRoles, match="Không tìm thấy"):
        enrol(cast, role=Role.HAMLET_HEAD, unit=elsewhere)
    head = enrol(cast, role=Role.HAMLET_HEAD, unit=cast.suoi_da)
    assert actor_for(head, cast.commune).unit_ids == {cast.suoi_da.pk}


def test_an_issued_password_opens_once_told_and_is_kept_nowhere(cast: Cast) -> None:
    a_session(cast.hanh.user)
    password = issue_password(user=cast.hanh.user, commune=cast.commune, actor=cast.quy.actor, at=NOW)
    assert re.fullmatch(r"(?:[a-km-np-z2-9]{4}-){3}[a-km-np-z2-9]{4}", password)
    user = User.objects.get(pk=cast.hanh.user.pk)
    assert user.check_password(password)
    assert user.must_change_password
    assert not StaffSession.objects.filter(user=user).exists()
    assert password not in str(list(AuditEntry.objects.values())) + str(User.objects.filter(pk=user.pk).values())


def test_each_issued_password_is_another_and_ends_the_one_before(cast: Cast) -> None:
    told = [
        issue_password(user=cast.hanh.user, commune=cast.commune, actor=cast.quy.actor, at=NOW, is_temporary=False)
        for _time in range(2)
    ]
    user = User.objects.get(pk=cast.hanh.user.pk)
    assert [user.check_password(password) for password in told] == [False, True]
    assert not user.must_change_password


def test_a_password_is_not_issued_past_the_own_people(cast: Cast) -> None:
    def issue(user: User, actor: Actor) -> str:
        return issue_password(user=user, commune=cast.commune, actor=actor, at=NOW)

    with pytest.raises(MayNotManage):
        issue(cast.dung.user, cast.hanh.actor)
    with pytest.raises(PersonNotFound):
        issue(cast.binh.user, cast.quy.actor)
    with pytest.raises(OwnAccount, match="Cài đặt"):
        issue(cast.quy.user, cast.quy.actor)
    Membership.objects.create(commune=cast.commune, user=cast.binh.user, role=Role.CULTURE)
    with pytest.raises(OwnAccount, match="xã khác"):
        issue(cast.binh.user, cast.quy.actor)
    assert issue(cast.binh.user, Actor("system:account", cast.commune.pk))


@pytest.fixture
def hanh(cast: Cast) -> User:
    cast.hanh.user.set_password(OLD)
    cast.hanh.user.must_change_password = True
    cast.hanh.user.save()
    return cast.hanh.user


def test_a_new_password_ends_the_other_sessions(cast: Cast, hanh: User) -> None:
    here, there = a_session(hanh, "a" * 32), a_session(hanh, "b" * 32)
    user = change_own_password(old=OLD, new=NEW, actor=cast.hanh.actor, at=NOW, session_key=here.session_key)
    assert user.check_password(NEW)
    assert not User.objects.get(pk=hanh.pk).must_change_password
    assert list(StaffSession.objects.filter(user=hanh)) == [here]
    assert there not in StaffSession.objects.all()
    assert {OLD, NEW}.isdisjoint(str(list(AuditEntry.objects.values())).split("'"))


@pytest.mark.parametrize(
    ("new", "reason"),
    [
        ("ngan-qua", "ít nhất 10 ký tự"),
        ("837462918374", "chỉ gồm chữ số"),
        ("1234567890", "quá dễ đoán"),
        ("nguyenthihanh", "quá giống họ tên"),
        ("NguyễnThịHạnh", "quá giống họ tên"),
        (OLD, "trùng mật khẩu cũ"),
        ("", "ít nhất 10 ký tự"),
    ],
)
def test_a_weak_password_is_refused_in_our_words(cast: Cast, hanh: User, new: str, reason: str) -> None:
    User.objects.filter(pk=hanh.pk).update(display_name="Nguyễn Thị Hạnh")
    with pytest.raises(WeakPassword, match=reason) as refused:
        change_own_password(old=OLD, new=new, actor=cast.hanh.actor, at=NOW)
    assert "Mật khẩu chưa đổi." in refused.value.message
    assert "password" not in refused.value.message
    assert User.objects.get(pk=hanh.pk).check_password(OLD)


def test_every_reason_is_said_at_once(cast: Cast, hanh: User) -> None:
    with pytest.raises(WeakPassword, match=r"10 ký tự\..*chữ số\..*dễ đoán"):
        change_own_password(old=OLD, new="123456", actor=cast.hanh.actor, at=NOW)


def test_without_the_old_password_nothing_changes(cast: Cast, hanh: User) -> None:
    with pytest.raises(WrongPassword):
        change_own_password(old="khong nho nua", new=NEW, actor=cast.hanh.actor, at=NOW)
    assert User.objects.get(pk=hanh.pk).check_password(OLD)


def test_one_chooses_ones_own_language_of_two(cast: Cast) -> None:
    for _time in range(2):
        assert choose_language(language="en", actor=cast.hanh.actor, at=NOW).language == "en"
    assert codes().count("units.person.language-chosen") == 1
    assert User.objects.get(pk=cast.dung.user.pk).language == "vi"
    with pytest.raises(UnknownLanguage):
        choose_language(language="xx", actor=cast.hanh.actor, at=NOW)


def test_people_are_those_of_the_commune_with_their_roles(cast: Cast) -> None:
    Membership.objects.create(commune=cast.other_commune, user=cast.hanh.user, role=Role.LEADER)
    people = {person.username: person for person in people_of(cast.quy.actor)}
    assert set(people) == {"hanh", "dung", "lan", "tu", "sau", "quy"}
    assert [held.role for held in people["hanh"].held] == [Role.CULTURE]  # type: ignore[attr-defined]
    assert people["tu"].held[0].unit == cast.suoi_da  # type: ignore[attr-defined]
    assert [person.username for person in people_of(cast.tu.actor)] == ["tu"]
    assert not people_of(Actor("user:1", None)).exists()


def test_a_person_of_another_commune_is_one_that_does_not_exist(cast: Cast) -> None:
    assert person_for(cast.quy.actor, cast.hanh.user.pk) == cast.hanh.user
    for pk in (cast.binh.user.pk, 10**9):
        with pytest.raises(PersonNotFound):
            person_for(cast.quy.actor, pk)
