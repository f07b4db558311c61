"""Hand an order to the broker for one player."""

from __future__ import annotations

import asyncio
import uuid

import aiomqtt
from aiomqtt.exceptions import MqttConnectError

from loa.adapters.speaker_mqtt.media import audio_of, place_audio
from loa.adapters.speaker_mqtt.settings import SpeakerBroker
from loa.adapters.speaker_mqtt.topics import orders_topic
from loa.adapters.speaker_mqtt.wire import order_body, seal
from loa.channels.ports import Accepted, DeliveryDelayed, DeliveryRefused, DispatchOrder
from loa.core.language import gettext as _

TIMEOUT_SECONDS = 3.0


class Adapter:
    """Implements `ChannelPort` for network loudspeakers of one commune."""

    def __init__(self, settings: SpeakerBroker) -> None:
        self._settings = settings

    def send(self, order: DispatchOrder) -> Accepted:
        """Sign the order and put it into the player's post box; the player's receipt comes by `listen`.

        :raises DeliveryDelayed: the broker is away, refuses the account, or does not answer within 3 s.
        :raises DeliveryRefused: the order can never be played.
        """
        settings = self._settings
        if order.commune_code != settings.commune_code:
            raise DeliveryRefused(_("Lệnh phát thuộc địa phương khác nên không được ký bằng khóa này; chưa gửi gì."))
        audio = audio_of(order.files)
        url = f"{settings.media_url.rstrip('/')}/{place_audio(audio, root=settings.media_root).name}"
        body = order_body(order, audio=audio, url=url, issued_at=settings.now())
        envelope = seal(body, key_id=settings.key_id, sign=settings.sign)
        topic = orders_topic(order.commune_code, order.outlet_code)
        asyncio.run(_publish(settings, topic=topic, payload=envelope))
        return Accepted(reference=f"{topic}#{order.sequence}")


async def _publish(settings: SpeakerBroker, *, topic: str, payload: bytes) -> None:
    try:
        async with asyncio.timeout(TIMEOUT_SECONDS), client(settings, purpose=f"send-{uuid.uuid4().hex}") as broker:
            await broker.publish(topic, payload, qos=1)
    except MqttConnectError as error:
        raise DeliveryDelayed(_("Máy chủ lệnh phát từ chối tài khoản gửi lệnh.")) from error
    except (aiomqtt.MqttError, OSError, TimeoutError) as error:
        raise DeliveryDelayed(_("Máy chủ lệnh phát chưa trả lời.")) from error


def client(settings: SpeakerBroker, *, purpose: str, keeps_session: bool = False) -> aiomqtt.Client:
    """A connection to the broker. The identifier starts with the account, as our own broker demands."""
    return aiomqtt.Client(
        settings.host,
        settings.port,
        username=settings.username,
        password=settings.password,
        identifier=f"{settings.username}/{purpose}",
        clean_session=not keeps_session,
        protocol=aiomqtt.ProtocolVersion.V311,
        keepalive=20,
        timeout=TIMEOUT_SECONDS,
    )
