"""The people and outlets of the demo: made once, found again on every later run."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from loa.channels.models import Outlet
from loa.channels.ports import ChannelKind
from loa.channels.services.open_outlet import NewOutlet, open_outlet
from loa.core.actor import Actor
from loa.documents.ports import ExtractionResult
from loa.units.models import Commune
from loa.units.naming import place_name, province_name
from loa.units.rights import Role
from loa.units.selectors import actor_for
from loa.units.services.enrol_person import NewPerson, enrol_person
from loa.units.services.found_commune import found_commune
from loa.vietnamese.folding import slug

PEOPLE = (
    (Role.CULTURE, "Cán bộ Văn hóa - Xã hội (chạy thử)"),
    (Role.OPERATOR, "Người vận hành (chạy thử)"),
    (Role.LEADER, "Lãnh đạo Ủy ban nhân dân (chạy thử)"),
)
SPEAKER_CODE, PORTAL_CODE, BOARD_CODE = "loa-1", "cong", "bang-tin-1"


@dataclass(frozen=True, slots=True)
class Stage:
    """Who acts in the demo, and where."""

    commune: Commune
    officer: Actor
    operator: Actor
    leader: Actor
    usernames: tuple[str, ...]


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
    actors, usernames = {}, []
    for role, label in PEOPLE:
        person = NewPerson(username=f"{role.value}@{commune.code}", display_name=label, role=role)
        user = enrol_person(person=person, commune=commune, actor=setting_up, at=at)
        actors[role] = actor_for(user, commune)
        usernames.append(user.username)
    return Stage(
        commune=commune,
        officer=actors[Role.CULTURE],
        operator=actors[Role.OPERATOR],
        leader=actors[Role.LEADER],
        usernames=tuple(usernames),
    )


def open_outlets(*, stage: Stage, player_public_key: str, at: datetime) -> dict[ChannelKind, Outlet]:
    """One speaker group with a player, the portal, and the notice board at the office."""
    wanted = (
        NewOutlet(ChannelKind.LOUDSPEAKER, SPEAKER_CODE, "Cụm loa trung tâm", player_public_key),
        NewOutlet(ChannelKind.PORTAL, PORTAL_CODE, "Cổng thông tin điện tử"),
        NewOutlet(ChannelKind.NOTICE_BOARD, BOARD_CODE, "Bảng tin trụ sở Ủy ban nhân dân"),
    )
    actor = Actor("system:set-up", stage.commune.pk)
    return {new.channel: open_outlet(outlet=new, commune=stage.commune, actor=actor, at=at) for new in wanted}
