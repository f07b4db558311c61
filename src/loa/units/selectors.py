"""Reading people and offices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet
from django.utils import timezone

from loa.core.actor import Actor
from loa.core.language import gettext
from loa.core.language import gettext as _
from loa.units.devices import device_words
from loa.units.models import ClosedMembership, Commune, Membership, StaffSession, Unit, User
from loa.units.recognition import KnownUnit, Recognition, Told
from loa.units.refusals import CommuneNotFound, NobodyMay, PersonNotFound, UnitNotFound
from loa.units.rights import OWN_UNIT_ONLY, RIGHTS, Right, Role
from loa.vietnamese import unit_names


def actor_for(user: User, commune: Commune) -> Actor:
    """The actor that `user` is in `commune`: the rights of all roles held there, none elsewhere or once left."""
    held = list(Membership.objects.filter(user=user, commune=commune).values_list("role", "unit_id"))
    if not user.is_active:
        held = []
    return actor_with(user.pk, commune.pk, held=held)


def actor_with(user_id: int, commune_id: int, *, held: Sequence[tuple[str, int | None]]) -> Actor:
    """The actor of a person who holds `held`, pairs of (role, primary key of the unit or None).

    One role that reaches the whole commune opens it; with roles for one's own unit only, other units stay shut.
    """
    roles = [Role(role) for role, _unit in held]
    is_wide = any(role not in OWN_UNIT_ONLY for role in roles)
    return Actor(
        key=f"user:{user_id}",
        scope_id=commune_id if roles else None,
        rights=frozenset(right for role in roles for right in RIGHTS[role]),
        unit_ids=None if is_wide else frozenset(unit for _role, unit in held if unit is not None),
    )


def actor_of_key(key: str, scope_id: int) -> Actor:
    """The actor that the person of `key` (`user:12`) is in the commune `scope_id` by now; without rights once left."""
    user = User.objects.filter(pk=Actor(key, scope_id).person_id).first()
    commune = Commune.objects.filter(pk=scope_id).first()
    return Actor(key, None) if user is None or commune is None else actor_for(user, commune)


def system_actor(commune: Commune, part: str) -> Actor:
    """A part of the system (`worker`, `listener`) acting in `commune`, with no rights of a person."""
    return Actor(key=f"system:{part}", scope_id=commune.pk)


def commune_of(code: str | None) -> Commune:
    """The commune of that code; without a code the only one of this installation.

    :raises CommuneNotFound: none, or several and no code.
    """
    communes = list(Commune.objects.filter(code=code) if code else Commune.objects.all()[:2])
    if len(communes) == 1:
        return communes[0]
    known = ", ".join(Commune.objects.order_by("code").values_list("code", flat=True)[:20])
    raise CommuneNotFound(
        _("Chưa rõ xã, phường, đặc khu nào. Thêm --commune với một mã đang có: {codes}.").format(codes=known or "-")
    )


def person_with(right: Right, commune: Commune) -> Actor:
    """The first enrolled person of `commune` who holds `right`: whom a command without a sign-in acts for.

    :raises NobodyMay: nobody does.
    """
    for membership in Membership.objects.filter(commune=commune).select_related("user").order_by("pk"):
        actor = actor_for(membership.user, commune)
        if actor.may(right):
            return actor
    raise NobodyMay(
        _("Chưa có ai giữ vai trò được làm việc này ({roles}). Giao vai trò rồi chạy lại.").format(
            roles=", ".join(gettext(role.label) for role, rights in RIGHTS.items() if right in rights)
        )
    )


def people_of(actor: Actor) -> QuerySet[User]:
    """The people of the actor's commune, closed accounts too; screens sort them by `vietnamese.sorting`.

    Each carries `held`, the list of its memberships here with their units (empty where closed), `put_away`, the list of
    its closed ones, and `is_closed`. Who sees the own unit alone sees the people of that unit.
    """
    held, put_away = Membership.objects.visible_to(actor), ClosedMembership.objects.visible_to(actor)
    if actor.unit_ids is not None:
        held, put_away = held.filter(unit_id__in=actor.unit_ids), put_away.filter(unit_id__in=actor.unit_ids)
    is_here = Exists(held.filter(user_id=OuterRef("pk")))
    return (
        User.objects.filter(is_here | Exists(put_away.filter(user_id=OuterRef("pk"))))
        .annotate(is_closed=~is_here)
        .prefetch_related(
            Prefetch("memberships", held.select_related("unit").order_by("role"), to_attr="held"),
        )
        .prefetch_related(
            Prefetch("closed_memberships", put_away.select_related("unit").order_by("role"), to_attr="put_away"),
        )
        .order_by("display_name", "pk")
    )


def person_for(actor: Actor, pk: int) -> User:
    """That person of the actor's commune, with `held`, `put_away` and `is_closed` as in `people_of`.

    :raises PersonNotFound: no such person here.
    """
    person = people_of(actor).filter(pk=pk).first()
    if person is None:
        raise PersonNotFound(_("Không tìm thấy người này trong danh sách của xã."))
    return person


def units_of(actor: Actor) -> QuerySet[Unit]:
    """The units that the actor sees, each with `people`, how many persons have a role for it, and its aliases."""
    people = Count("memberships__user", filter=Q(memberships__user__is_active=True), distinct=True)
    return Unit.objects.visible_to(actor).annotate(people=people).prefetch_related("aliases").order_by("name", "pk")


def unit_for(actor: Actor, pk: int) -> Unit:
    """That unit of the actor's commune, with `people` and its aliases as in `units_of`.

    :raises UnitNotFound: no such unit that the actor sees.
    """
    unit = units_of(actor).filter(pk=pk).first()
    if unit is None:
        raise UnitNotFound(_("Không tìm thấy đơn vị này trong danh sách của xã."))
    return unit


@dataclass(frozen=True, slots=True)
class SignedIn:
    """One device that the person is signed in on; `public_id` names it, its key is told to nobody."""

    public_id: UUID
    device: str
    created_at: datetime
    last_seen_at: datetime
    is_this: bool


def sessions_of(user: User, this_key: str | None = None) -> list[SignedIn]:
    """Where `user` is signed in, the device of the session key `this_key` first, then the last used.

    Which sessions still hold is asked of the machine's real time, as the session store does.
    """
    rows = StaffSession.objects.filter(user=user, expire_date__gt=timezone.now()).order_by("-last_seen_at", "pk")
    found = [
        SignedIn(
            public_id=row.public_id,
            device=device_words(row.device),
            created_at=row.created_at,
            last_seen_at=row.last_seen_at,
            is_this=row.session_key == this_key,
        )
        for row in rows
    ]
    return sorted(found, key=lambda one: not one.is_this)


def recognition_for(commune: Commune, *, told: Told) -> Recognition:
    """What is known of the commune's units, ready to be asked whose the names of a plan are (`Recognition.take`)."""
    return Recognition(known_units(commune), unit_names.local_endings(commune.name), told)


def known_units(commune: Commune) -> list[KnownUnit]:
    """The commune's units under all their names, in the order of their making; one query."""
    found: dict[int, KnownUnit] = {}
    rows = Unit.objects.filter(commune=commune).order_by("pk", "aliases__pk")
    for key, name, spelling in rows.values_list("pk", "name", "aliases__text"):
        unit = found.setdefault(key, KnownUnit(name, key=key))
        if spelling is not None:
            unit.spellings.append(spelling)
    return list(found.values())
