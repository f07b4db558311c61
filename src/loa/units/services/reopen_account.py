"""Opening a closed account of a commune again."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from loa.core.actor import Actor
from loa.core.language import gettext as _
from loa.core.services import audit
from loa.units.authority import refuse_without
from loa.units.models import ClosedMembership, Commune, Membership, User
from loa.units.refusals import PersonNotFound
from loa.units.rights import Right
from loa.units.services.index_names import index_person


@transaction.atomic
def reopen_account(*, user: User, commune: Commune, actor: Actor, at: datetime) -> User:
    """Give the person back the roles held in `commune` when the account was closed, and the sign-in with them.

    :raises MayNotManage: the actor may not manage the people of this commune.
    :raises PersonNotFound: nobody of this commune.
    """
    refuse_without(Right.MANAGE_PEOPLE, commune=commune, actor=actor)
    Commune.objects.select_for_update().get(pk=commune.pk)
    user = User.objects.select_for_update().get(pk=user.pk)
    closed = list(ClosedMembership.objects.filter(commune=commune, user=user).order_by("role"))
    if not closed:
        if Membership.objects.filter(commune=commune, user=user).exists():
            return user
        raise PersonNotFound(_("Không tìm thấy người này trong danh sách của xã. Chưa có gì thay đổi."))
    for one in closed:
        Membership.objects.get_or_create(commune=commune, user=user, role=one.role, defaults={"unit_id": one.unit_id})
    ClosedMembership.objects.filter(pk__in=[one.pk for one in closed]).delete()
    index_person(user, commune=commune)
    user.is_active = True
    user.save(update_fields=["is_active"])
    audit.record("units.person.reopened", target=user, by=actor, at=at, detail={"roles": [one.role for one in closed]})
    return user
