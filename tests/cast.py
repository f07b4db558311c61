"""The people and places of the tests: two communes, so that every test can ask "and the other commune?".

Hạnh (văn hóa), Dũng (vận hành), chị Lan (lãnh đạo), Quý (phụ trách hệ thống), ông Tư (trưởng khu Suối Đá) and bà Sáu
(trưởng khu Gò Mây) work for xã Đồng Sương; Bình (lãnh đạo) works for xã Khe Sương next door.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from loa.core.actor import Actor
from loa.core.clock import VIETNAM
from loa.keys.services.commune_key import create_commune_key
from loa.units.models import Commune, Membership, Unit, UnitKind, User
from loa.units.rights import Role
from loa.units.selectors import actor_for

NOW = datetime(2025, 9, 3, 17, 0, tzinfo=VIETNAM)


@dataclass(frozen=True)
class Person:
    user: User
    actor: Actor


@dataclass(frozen=True)
class Cast:
    commune: Commune
    other_commune: Commune
    hanh: Person
    dung: Person
    lan: Person
    tu: Person
    sau: Person
    quy: Person
    binh: Person
    suoi_da: Unit
    go_may: Unit


def a_commune(code: str, name: str) -> Commune:
    return Commune.objects.create(
        code=code,
        name=name,
        province="tỉnh Lam Giang",
        portal_url="http://127.0.0.1:8080",
        signing_key=create_commune_key(at=NOW),
    )


def a_person(username: str, display_name: str, commune: Commune, role: Role, unit: Unit | None = None) -> Person:
    user = User.objects.create(username=username, display_name=display_name)
    Membership.objects.create(commune=commune, user=user, role=role, unit=unit)
    return Person(user=user, actor=actor_for(user, commune))


def whole_cast() -> Cast:
    here = a_commune("dong-suong", "xã Đồng Sương")
    there = a_commune("khe-suong", "xã Khe Sương")
    suoi_da, go_may = (
        Unit.objects.create(commune=here, name=name, kind=UnitKind.OFFICE) for name in ("Khu Suối Đá", "Khu Gò Mây")
    )
    return Cast(
        commune=here,
        other_commune=there,
        hanh=a_person("hanh", "Hạnh", here, Role.CULTURE),
        dung=a_person("dung", "Dũng", here, Role.OPERATOR),
        lan=a_person("lan", "Lan", here, Role.LEADER),
        tu=a_person("tu", "Tư", here, Role.HAMLET_HEAD, suoi_da),
        sau=a_person("sau", "Sáu", here, Role.HAMLET_HEAD, go_may),
        quy=a_person("quy", "Quý", here, Role.SYSTEM),
        binh=a_person("binh", "Bình", there, Role.LEADER),
        suoi_da=suoi_da,
        go_may=go_may,
    )
