"""Adding an outlet to a commune."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from loa.channels.models import Outlet
from loa.channels.ports import ChannelKind
from loa.core.actor import Actor
from loa.core.services import audit
from loa.keys.services.commune_key import register_player_key
from loa.units.models import Commune


@dataclass(frozen=True, slots=True)
class NewOutlet:
    """What is added; `player_public_key` (64 hex digits) where the far end signs its receipts."""

    channel: ChannelKind
    code: str
    name: str
    player_public_key: str | None = None


@transaction.atomic
def open_outlet(*, outlet: NewOutlet, commune: Commune, actor: Actor, at: datetime) -> Outlet:
    """Return the outlet of that code in `commune`; a new player key replaces the one noted before."""
    key = register_player_key(public_key=outlet.player_public_key, at=at) if outlet.player_public_key else None
    row, made = Outlet.objects.get_or_create(
        commune=commune,
        code=outlet.code,
        defaults={"channel": outlet.channel, "name": outlet.name, "player_key": key},
    )
    if made:
        audit.record("channels.outlet.opened", target=row, by=actor, at=at, detail={"channel": outlet.channel.value})
    elif key is not None and row.player_key_id != key.pk:
        row.player_key = key
        row.save(update_fields=["player_key"])
        audit.record("channels.outlet.rekeyed", target=row, by=actor, at=at, detail={"key": key.key_id})
    return row
