"""Each kind of channel gets its adapter; the long-lived ear for receipts gets its desk."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

from django.conf import settings
from django.db import close_old_connections

from loa.adapters.by_hand.adapter import Adapter as ByHand
from loa.adapters.read_back_http.fetch import over_http
from loa.adapters.speaker_mqtt.adapter import Adapter as Speakers
from loa.adapters.speaker_mqtt.listener import listen
from loa.adapters.speaker_mqtt.settings import SpeakerBroker
from loa.adapters.voice_espeak.adapter import Adapter as EspeakVoice
from loa.channels import registry
from loa.channels.models import Outlet
from loa.channels.ports import Accepted, ChannelKind, DispatchOrder, ReceiptEvent
from loa.config import env
from loa.config.wiring.broker import commune_account
from loa.core import clock
from loa.delivery.ports import bind_waker
from loa.delivery.rules import is_by_hand
from loa.delivery.services.record_receipt import record_receipt
from loa.delivery.tasks import wake
from loa.editorial.ports import bind_narrator
from loa.keys.services.commune_key import sign_with
from loa.portal.publication import PortalChannel, open_portal
from loa.units.models import Commune


def _portal_address() -> str:
    return f"http://127.0.0.1:{env.port('portal', 8080)}"


def speaker_broker(commune: Commune) -> SpeakerBroker:
    """The account of `commune` at the broker, with its signing hand."""
    account = commune_account(commune.code)
    passwords = json.loads((Path(settings.SECRETS_DIR) / "broker" / "passwords.json").read_text())
    return SpeakerBroker(
        host="127.0.0.1",
        port=env.port("broker", 1883),
        username=account,
        password=passwords[account],
        commune_code=commune.code,
        media_root=Path(settings.PORTAL_DIR) / "media",
        media_url=f"{_portal_address()}/media",
        key_id=commune.signing_key.key_id,
        sign=lambda data: sign_with(commune.signing_key, data),
        now=clock.now,
    )


class SpeakersOfEveryCommune:
    """Loudspeakers: each order is signed with the key of its own commune."""

    def send(self, order: DispatchOrder) -> Accepted:
        commune = Commune.objects.select_related("signing_key").get(code=order.commune_code)
        return Speakers(speaker_broker(commune)).send(order)


def open_front_page(commune: Commune) -> None:
    """Give the portal its front page before its process starts, so that nobody meets an empty address."""
    open_portal(
        Path(settings.PORTAL_DIR), commune=commune.name, province=commune.province, address=f"{commune.portal_url}/"
    )


def bind_narration() -> None:
    """The built-in voice reads."""
    bind_narrator(EspeakVoice())


def bind_waking() -> None:
    """A planned dispatch wakes the worker at once."""
    bind_waker(wake)


def _portal() -> PortalChannel:
    return PortalChannel(Path(settings.PORTAL_DIR), read_back=over_http, base_url=_portal_address(), now=clock.now)


def bind_channels() -> None:
    """Every kind that this installation serves."""
    registry.bind(ChannelKind.LOUDSPEAKER, SpeakersOfEveryCommune())
    registry.bind(ChannelKind.PORTAL, _portal())
    by_hand = ByHand(Path(settings.WORK_ORDER_DIR))
    for kind in filter(is_by_hand, ChannelKind):
        registry.bind(kind, by_hand)


def _note(event: ReceiptEvent) -> None:
    close_old_connections()
    record_receipt(event=event, now=clock.now())


async def _listen_for(commune: Commune) -> None:
    def key_of(outlet_code: str) -> str | None:
        close_old_connections()
        outlet = Outlet.objects.select_related("player_key").filter(commune=commune, code=outlet_code).first()
        if outlet is None or outlet.player_key is None or outlet.player_key.revoked_at is not None:
            return None
        return outlet.player_key.public_key

    await listen(speaker_broker(commune), key_of=key_of, on_receipt=_note)


async def listen_everywhere(communes: list[Commune]) -> None:
    """Take the receipts of all communes until cancelled."""
    await asyncio.gather(*(_listen_for(commune) for commune in communes))
