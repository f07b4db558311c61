"""The people and outlets of the demo: made once, found again on every later run."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from loa.channels.models import Outlet
from loa.channels.ports import ChannelKind
from loa.channels.services.change_outlet import OutletFacts, change_outlet
from loa.channels.services.open_outlet import NewOutlet, open_outlet
from loa.core.actor import Actor
from loa.documents.ports import ExtractionResult
from loa.units.models import Commune, Membership, Unit, UnitKind, User
from loa.units.naming import place_name, province_name
from loa.units.rights import Role
from loa.units.selectors import actor_for
from loa.units.services.add_unit import NewUnit, add_unit
from loa.units.services.enrol_person import NewPerson, enrol_person
from loa.units.services.found_commune import found_commune
from loa.units.services.issue_password import issue_password
from loa.vietnamese.folding import slug

PEOPLE = (
    (Role.CULTURE, "Cán bộ Văn hóa - Xã hội (chạy thử)"),
    (Role.OPERATOR, "Người vận hành (chạy thử)"),
    (Role.LEADER, "Lãnh đạo Ủy ban nhân dân (chạy thử)"),
    (Role.SYSTEM, "Phụ trách hệ thống (chạy thử)"),
)
HAMLET_HEAD = (Role.HAMLET_HEAD, "Trưởng khu dân cư (chạy thử)")
HAMLET = "Khu dân cư trung tâm"
HAMLET_WORDS = re.compile(r"\b(khu dân cư|thôn|tổ dân phố|khu phố|khóm|ấp|buôn|bản|làng|xóm)\b")
SPEAKER_CODE, PORTAL_CODE, BOARD_CODE = "loa-1", "cong", "bang-tin-1"


@dataclass(frozen=True, slots=True)
class Stage:
    """Who acts in the demo, and where."""

    commune: Commune
    officer: Actor
    operator: Actor
    leader: Actor
    people: tuple[User, ...]
    setting_up: Actor


def set_stage(*, plan: ExtractionResult, commune_code: str | None, portal_url: str, at: datetime) -> Stage:
    """The commune that issued `plan` with three accounts; the code comes from its name unless one is given."""
    text = "\n".join(line.text for line in plan.lines)
    name = place_name(plan.header.issuer or plan.header.place or "xã", text)
    commune = found_commune(
        code=commune_code or slug(name)[:60],
        name=name,
        province=province_name(text),
        portal_url=portal_url,
        at=at,
    )
    setting_up = Actor("system:set-up", commune.pk)
    people = {role: _enrol(role, label, commune=commune, at=at) for role, label in PEOPLE}
    actors = {role: actor_for(user, commune) for role, user in people.items()}
    return Stage(
        commune=commune,
        officer=actors[Role.CULTURE],
        operator=actors[Role.OPERATOR],
        leader=actors[Role.LEADER],
        people=tuple(people.values()),
        setting_up=setting_up,
    )


def _enrol(role: Role, label: str, *, commune: Commune, at: datetime, unit: Unit | None = None) -> User:
    person = NewPerson(username=f"{role.value}@{commune.code}", display_name=label, role=role, unit=unit)
    return enrol_person(person=person, commune=commune, actor=Actor("system:set-up", commune.pk), at=at)


def seat_hamlet_head(*, stage: Stage, outlets: Iterable[Outlet], at: datetime) -> User:
    """The head of the hamlets that the plan gives duties to, else of a hamlet of our own, with the outlets there."""
    unit = _hamlet(stage, at=at)
    role, label = HAMLET_HEAD
    for outlet in outlets:
        if outlet.channel != ChannelKind.PORTAL and outlet.unit_id is None:
            facts = OutletFacts(name=outlet.name, unit=unit)
            change_outlet(outlet=outlet, to=facts, actor=stage.setting_up, at=at)
    return _enrol(role, label, commune=stage.commune, at=at, unit=unit)


def _hamlet(stage: Stage, *, at: datetime) -> Unit:
    seated = Membership.objects.filter(commune=stage.commune, role=Role.HAMLET_HEAD).select_related("unit").first()
    if seated is not None and seated.unit is not None:
        return seated.unit
    for unit in Unit.objects.filter(commune=stage.commune).order_by("pk"):
        if HAMLET_WORDS.search(unicodedata.normalize("NFC", unit.name).lower()):
            return unit
    return add_unit(unit=NewUnit(HAMLET, UnitKind.OFFICE), commune=stage.commune, actor=stage.setting_up, at=at)


def issue_passwords(stage: Stage, head: User, *, at: datetime) -> list[tuple[str, str, str]]:
    """(name to sign in with, new random password, who) of each account: for the screen alone, once."""
    return [
        (
            user.username,
            issue_password(user=user, commune=stage.commune, actor=stage.setting_up, at=at, is_temporary=False),
            user.display_name,
        )
        for user in (*stage.people, head)
    ]


def open_outlets(*, stage: Stage, player_public_key: str, at: datetime) -> dict[ChannelKind, Outlet]:
    """One speaker group with a player, the portal, and the notice board at the office."""
    wanted = (
        NewOutlet(ChannelKind.LOUDSPEAKER, SPEAKER_CODE, "Cụm loa trung tâm", player_public_key),
        NewOutlet(ChannelKind.PORTAL, PORTAL_CODE, "Cổng thông tin điện tử"),
        NewOutlet(ChannelKind.NOTICE_BOARD, BOARD_CODE, "Bảng tin trụ sở Ủy ban nhân dân"),
    )
    actor = Actor("system:set-up", stage.commune.pk)
    return {new.channel: open_outlet(outlet=new, commune=stage.commune, actor=actor, at=at) for new in wanted}
