"""Reading people and offices."""

from __future__ import annotations

from loa.core.actor import Actor
from loa.core.language import gettext
from loa.core.language import gettext as _
from loa.units.models import Commune, Membership, User
from loa.units.refusals import CommuneNotFound, NobodyMay
from loa.units.rights import RIGHTS, Right, Role


def actor_for(user: User, commune: Commune) -> Actor:
    """The actor that `user` is in `commune`: the rights of all roles held there, none elsewhere."""
    roles = Membership.objects.filter(user=user, commune=commune).values_list("role", flat=True)
    rights = frozenset(right for role in roles for right in RIGHTS[Role(role)])
    return Actor(key=f"user:{user.pk}", scope_id=commune.pk if roles else None, rights=rights)


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
