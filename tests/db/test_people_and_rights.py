"""Who may do what where: rights come from roles held in that commune, and its rows are seen from there alone."""

from __future__ import annotations

import pytest
from django.db import connection
from pytest_django.fixtures import Settings

from cast import NOW, Cast
from loa.channels.models import Outlet
from loa.channels.ports import ChannelKind
from loa.channels.services.open_outlet import NewOutlet, open_outlet
from loa.core.actor import Actor
from loa.core.models import AuditEntry
from loa.keys import signing
from loa.keys.services.commune_key import KeyLost, sign_with
from loa.units.models import Commune, Membership
from loa.units.refusals import WrongCommuneCode
from loa.units.rights import RIGHTS, Right, Role
from loa.units.selectors import actor_for
from loa.units.services.enrol_person import NewPerson, enrol_person
from loa.units.services.found_commune import found_commune


def test_no_role_may_both_write_and_approve() -> None:
    for role, rights in RIGHTS.items():
        assert not {Right.WRITE_MESSAGE, Right.APPROVE_MESSAGE} <= rights, role


def test_the_person_in_charge_of_the_system_approves_nothing() -> None:
    assert Right.APPROVE_MESSAGE not in RIGHTS[Role.SYSTEM]


def test_a_person_has_no_rights_in_a_commune_without_a_role(cast: Cast) -> None:
    stranger = actor_for(cast.hanh.user, cast.other_commune)
    assert stranger.scope_id is None
    assert not stranger.rights


def test_rows_are_seen_from_their_own_commune_alone(cast: Cast) -> None:
    outlet = open_outlet(
        outlet=NewOutlet(ChannelKind.LOUDSPEAKER, "loa-1", "Cụm loa 1"),
        commune=cast.commune,
        actor=cast.quy.actor,
        at=NOW,
    )
    assert list(Outlet.objects.visible_to(cast.dung.actor)) == [outlet]
    assert not Outlet.objects.visible_to(cast.binh.actor).exists()
    assert not Outlet.objects.visible_to(Actor("user:1", None)).exists()


def test_founding_twice_gives_one_commune_with_one_key(db: None) -> None:
    def found() -> Commune:
        return found_commune(code="x", name="xã X", province="", portal_url="http://127.0.0.1:8080", at=NOW)

    assert found() == found()
    assert AuditEntry.objects.filter(code="units.commune.founded").count() == 1


def test_enrolling_twice_gives_one_account_nobody_can_sign_in_to(cast: Cast) -> None:
    person = NewPerson("van-hanh@x", "Người vận hành", Role.OPERATOR)
    users = {enrol_person(person=person, commune=cast.commune, actor=cast.quy.actor, at=NOW).pk for _ in range(2)}
    assert len(users) == 1
    membership = Membership.objects.get(user_id=users.pop(), commune=cast.commune)
    assert not membership.user.check_password("")
    assert not membership.user.check_password("!")


def test_a_new_player_key_replaces_the_old_one_and_is_noted(cast: Cast) -> None:
    keys = [signing.public_key_of(signing.new_seed()) for _ in range(2)]
    for key in keys:
        outlet = open_outlet(
            outlet=NewOutlet(ChannelKind.LOUDSPEAKER, "loa-1", "Cụm loa 1", key),
            commune=cast.commune,
            actor=cast.quy.actor,
            at=NOW,
        )
    assert outlet.player_key is not None
    assert outlet.player_key.public_key == keys[1]
    assert AuditEntry.objects.filter(code="channels.outlet.rekeyed").count() == 1


def test_the_commune_signs_with_its_own_key(cast: Cast) -> None:
    key = cast.commune.signing_key
    assert signing.is_signed_by(b"x", signature=sign_with(key, b"x"), public_key=key.public_key)


def test_a_lost_key_says_where_to_take_it_from(cast: Cast, settings: Settings) -> None:
    key = cast.commune.signing_key
    for seed in settings.SECRETS_DIR.glob("*.seed"):
        seed.unlink()
    with pytest.raises(KeyLost, match="sao lưu"):
        sign_with(key, b"x")


@pytest.mark.parametrize("code", ["X", "a/b", "a..b", "-a", "a-", "", "a" * 61, "xã"])
def test_a_code_that_could_name_a_path_is_refused_before_a_key_is_made(code: str, db: None, settings: Settings) -> None:
    with pytest.raises(WrongCommuneCode):
        found_commune(code=code, name="xã X", province="", portal_url="http://127.0.0.1:8080", at=NOW)
    assert not settings.SECRETS_DIR.exists()


def test_a_committed_row_survives_a_power_cut(db: None) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("the server's own setting rules on PostgreSQL")
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous")
        assert cursor.fetchone() == (2,)  # FULL
