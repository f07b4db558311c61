"""The long-lived ear: receipts come in, are verified, noted, and only then acknowledged."""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import NoReturn

import aiomqtt

from loa.adapters.speaker_mqtt.adapter import client
from loa.adapters.speaker_mqtt.receipts import event_of
from loa.adapters.speaker_mqtt.settings import SpeakerBroker
from loa.adapters.speaker_mqtt.topics import acks_topic, outlet_of, receipts_topic
from loa.adapters.speaker_mqtt.wire import ack_body, open_envelope, seal
from loa.channels.ports import ReceiptEvent, ReceiptRejected

log = logging.getLogger(__name__)

REFUSED = 0x80  # in the answer to a subscription (MQTT 3.1.1, section 3.9.3)
SHORTEST_WAIT, LONGEST_WAIT = 0.2, 10.0  # seconds between two tries to connect


@dataclass(frozen=True, slots=True)
class _Office:
    """What a receipt needs to be noted; all calls are made in one thread of their own."""

    settings: SpeakerBroker
    key_of: Callable[[str], str | None]
    on_receipt: Callable[[ReceiptEvent], None]

    def note(self, *, topic: str, raw: bytes) -> tuple[str, bytes] | None:
        """Verify and hand over one receipt; return where and what to acknowledge, None for nothing."""
        outlet = outlet_of(topic)
        try:
            event = self._read(outlet, raw)
            self.on_receipt(event)
        except ReceiptRejected as no:
            log.warning("receipt on %s rejected: %s", topic, no)
            return None
        except Exception:
            log.exception("receipt on %s not noted; the player will send it again", topic)
            return None
        commune = self.settings.commune_code
        body = ack_body(commune=commune, outlet=outlet, order=event.key, receipt=event.receipt_key)
        return acks_topic(commune, outlet), seal(body, key_id=self.settings.key_id, sign=self.settings.sign)

    def _read(self, outlet: str, raw: bytes) -> ReceiptEvent:
        public_key = self.key_of(outlet)
        if not public_key:
            raise ReceiptRejected("unknown-outlet")
        body, signature = open_envelope(raw, public_key=public_key)
        if body.get("outlet") != outlet or body.get("commune") != self.settings.commune_code:
            raise ReceiptRejected("other-outlet")
        return event_of(body, raw=raw, signature=signature)


async def listen(
    settings: SpeakerBroker,
    *,
    key_of: Callable[[str], str | None],
    on_receipt: Callable[[ReceiptEvent], None],
) -> NoReturn:
    """Take receipts until cancelled, coming back after every loss of the broker.

    :param key_of: outlet code to the player's public key (hex), None for an unknown outlet.
    :param on_receipt: notes the receipt; when it raises, no acknowledgement goes out and the player sends again.

    Both are called in one worker thread, so they may use the database and take their time.
    """
    office = _Office(settings, key_of, on_receipt)
    wait = SHORTEST_WAIT
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="receipts") as desk:
        while True:
            _heed_cancellation()
            try:
                async with client(settings, purpose="listen", keeps_session=True) as broker:
                    await _subscribe(broker, settings)
                    wait = SHORTEST_WAIT
                    await _serve(broker, office, desk=desk)
            except (aiomqtt.MqttError, OSError) as lost:
                log.warning("broker lost (%s), trying again", lost)
            await asyncio.sleep(wait * random.uniform(0.5, 1.0))  # noqa: S311 - spreads the load, hides nothing
            wait = min(wait * 2, LONGEST_WAIT)


async def _subscribe(broker: aiomqtt.Client, settings: SpeakerBroker) -> None:
    granted = await broker.subscribe(receipts_topic(settings.commune_code, "+"), qos=1)
    if any((code if isinstance(code, int) else code.value) >= REFUSED for code in granted):
        raise aiomqtt.MqttError("not allowed to hear receipts")
    log.info("listening for receipts")


async def _serve(broker: aiomqtt.Client, office: _Office, *, desk: ThreadPoolExecutor) -> None:
    loop = asyncio.get_running_loop()
    async for message in broker.messages:
        raw = message.payload if isinstance(message.payload, bytes) else b""
        topic = message.topic.value
        ack = await loop.run_in_executor(desk, partial(office.note, topic=topic, raw=raw))
        if ack is not None:
            await broker.publish(ack[0], ack[1], qos=1)
            _heed_cancellation()


def _heed_cancellation() -> None:
    """End a task whose cancellation was swallowed: aiomqtt waits with `wait_for`, which can do that in Python 3.11."""
    task = asyncio.current_task()
    if task is not None and task.cancelling():
        raise asyncio.CancelledError
