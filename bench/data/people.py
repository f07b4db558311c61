"""The commune, its units, its outlets and its thirty people."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from bench.data import words
from bench.data.size import START
from loa.channels.models import Outlet
from loa.channels.ports import ChannelKind
from loa.units.models import Commune, Membership, Unit, UnitKind, User
from loa.units.rights import Role
from loa.units.services.found_commune import found_commune

SPEAKER_GROUPS = 10
OTHER_OUTLETS = (
    (ChannelKind.PORTAL, "cong-thong-tin", "Cổng thông tin xã"),
    (ChannelKind.NOTICE_BOARD, "bang-tin-uy-ban", "Bảng tin Ủy ban nhân dân xã"),
    (ChannelKind.NOTICE_BOARD, "bang-tin-cho", "Bảng tin chợ"),
    (ChannelKind.SOCIAL, "trang-cua-xa", "Trang của xã"),
)
STAFF = {Role.CULTURE: 3, Role.OPERATOR: 4, Role.LEADER: 3, Role.SYSTEM: 2}


@dataclass(frozen=True, slots=True)
class Town:
    """Who and what the rest of the data is about; `people` by role, in the order they were enrolled."""

    commune: Commune
    hamlets: list[Unit]
    offices: list[Unit]
    outlets: list[Outlet]
    people: dict[Role, list[User]]


def make_town(random: Random) -> Town:
    """One commune with 40 units, 14 outlets and 30 people in all five roles."""
    commune = found_commune(
        code=words.COMMUNE_CODE,
        name=words.COMMUNE,
        province=words.PROVINCE,
        portal_url="http://127.0.0.1:8080",
        at=START,
    )
    hamlets = _units(commune, [f"Khu dân cư {name}" for name in words.HAMLETS], UnitKind.OFFICE)
    offices = [*_units(commune, words.OFFICES, UnitKind.OFFICE), *_units(commune, words.BODIES, UnitKind.BODY)]
    return Town(
        commune=commune,
        hamlets=hamlets,
        offices=offices,
        outlets=_outlets(commune, hamlets=hamlets, offices=offices),
        people=_people(random, commune, hamlets=hamlets),
    )


def _units(commune: Commune, names: list[str] | tuple[str, ...], kind: UnitKind) -> list[Unit]:
    return Unit.objects.bulk_create(Unit(commune=commune, name=name, kind=kind) for name in names)


def _outlets(commune: Commune, *, hamlets: list[Unit], offices: list[Unit]) -> list[Outlet]:
    speakers = [
        Outlet(
            commune=commune,
            channel=ChannelKind.LOUDSPEAKER,
            code=f"loa-{number:02d}",
            name=f"Cụm loa khu {unit.name.removeprefix('Khu dân cư ')}",
            unit=unit,
        )
        for number, unit in enumerate(hamlets[:SPEAKER_GROUPS], start=1)
    ]
    others = [
        Outlet(commune=commune, channel=channel, code=code, name=name, unit=offices[number])
        for number, (channel, code, name) in enumerate(OTHER_OUTLETS)
    ]
    return Outlet.objects.bulk_create([*speakers, *others])


def _people(random: Random, commune: Commune, *, hamlets: list[Unit]) -> dict[Role, list[User]]:
    """Twelve in the offices and one head for each khu dân cư. None has a password, so nobody can sign in as them."""
    seats: list[tuple[Role, Unit | None]] = [(role, None) for role, count in STAFF.items() for _seat in range(count)]
    seats += [(Role.HAMLET_HEAD, unit) for unit in hamlets]
    users = User.objects.bulk_create(
        User(username=f"{role.value}-{number}", display_name=words.person_name(random))
        for number, (role, _unit) in enumerate(seats, start=1)
    )
    Membership.objects.bulk_create(
        Membership(commune=commune, user=user, role=role, unit=unit)
        for user, (role, unit) in zip(users, seats, strict=True)
    )
    return {role: [user for user, (held, _unit) in zip(users, seats, strict=True) if held is role] for role in Role}
