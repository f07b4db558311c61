"""Adding an outlet to a commune."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from loa.channels.codes import code_for
from loa.channels.models import Outlet
from loa.channels.outlet_rules import NAME_LETTERS, refuse_wrong_unit
from loa.channels.ports import ChannelKind
from loa.channels.refusals import WrongOutlet
from loa.channels.services.index_names import index_outlet
from loa.core.actor import Actor
from loa.core.language import gettext as _
from loa.core.services import audit
from loa.keys.models import SigningKey
from loa.keys.services.commune_key import register_player_key
from loa.units.authority import refuse_without
from loa.units.codes import is_slug
from loa.units.given_names import clean_name
from loa.units.models import Commune, Unit
from loa.units.rights import Right

_PUBLIC_KEY = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class NewOutlet:
    """What is added.

    :param code: empty where it is to be made of the name.
    :param player_public_key: 64 hex digits, where the far end signs its receipts.
    :param unit: who looks after it.
    """

    channel: ChannelKind
    code: str
    name: str
    player_public_key: str | None = None
    unit: Unit | None = None


@transaction.atomic
def open_outlet(*, outlet: NewOutlet, commune: Commune, actor: Actor, at: datetime) -> Outlet:
    """Return the outlet of that code in `commune`; a new player key replaces the one noted before.

    Without a code it is the open outlet of that channel and name, else a new one.

    :raises MayNotManage: the actor may not manage the outlets of this commune.
    :raises WrongName: the name is empty or too long.
    :raises WrongOutlet: the code is no slug, the key no public key, or the unit not of this commune.
    """
    refuse_without(Right.MANAGE_OUTLETS, commune=commune, actor=actor)
    refuse_wrong_unit(outlet.unit, commune_id=commune.pk)
    name = clean_name(outlet.name, longest=NAME_LETTERS)
    key = _player_key(outlet.player_public_key, at=at)
    Commune.objects.select_for_update().get(pk=commune.pk)
    code = _code(outlet, name=name, commune=commune)
    row, made = Outlet.objects.get_or_create(
        commune=commune,
        code=code,
        defaults={"channel": outlet.channel, "name": name, "player_key": key, "unit": outlet.unit},
    )
    if made:
        index_outlet(row)
        unit = outlet.unit.pk if outlet.unit else None
        detail = {"channel": outlet.channel.value, "name": name, "unit": unit}
        audit.record("channels.outlet.opened", target=row, by=actor, at=at, detail=detail)
    elif key is not None and row.player_key_id != key.pk:
        row.player_key = key
        row.save(update_fields=["player_key"])
        audit.record("channels.outlet.rekeyed", target=row, by=actor, at=at, detail={"key": key.key_id})
    return row


def _player_key(public_key: str | None, *, at: datetime) -> SigningKey | None:
    if public_key is None:
        return None
    if not _PUBLIC_KEY.fullmatch(public_key):
        raise WrongOutlet(_("Khóa của thiết bị phải gồm 64 chữ số 0-9, a-f. Chưa có gì thay đổi. Hãy chép lại khóa."))
    return register_player_key(public_key=public_key, at=at)


def _code(outlet: NewOutlet, *, name: str, commune: Commune) -> str:
    if outlet.code:
        if not is_slug(outlet.code):
            raise WrongOutlet(
                _("Mã điểm phát chỉ gồm chữ thường không dấu, số và gạch nối. Chưa có gì thay đổi. Hãy ghi mã khác.")
            )
        return outlet.code
    here = Outlet.objects.filter(commune=commune)
    same = here.filter(channel=outlet.channel, name=name, closed_at=None).order_by("pk").first()
    return same.code if same else code_for(name, taken=set(here.values_list("code", flat=True)))
