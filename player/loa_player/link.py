"""The line to the broker: MQTT 3.1.1, QoS 1, a persistent session, for ever trying again.

A receipt stays in the outbox until the commune's signed acknowledgement is here: the broker's own acknowledgement
only says that the broker has it.
"""

from __future__ import annotations

import asyncio
import random
import time
from typing import NoReturn

import aiomqtt

from loa_player.bell import heed_cancellation
from loa_player.config import PlayerConfig
from loa_player.desk import Desk
from loa_player.journal import Journal
from loa_player.player import Player
from loa_player.words import log

REFUSED = 0x80  # in the answer to a subscription (MQTT 3.1.1, section 3.9.3)
FIRST_GAP, LONGEST_GAP = 1.0, 30.0  # seconds between two sendings of one receipt
SHORTEST_WAIT, LONGEST_WAIT = 0.2, 15.0  # seconds between two tries to connect


class Link:
    """Carries orders and acknowledgements to the desk, receipts to the commune."""

    def __init__(self, config: PlayerConfig, *, desk: Desk, journal: Journal, player: Player) -> None:
        self._config = config
        self._desk = desk
        self._journal = journal
        self._player = player
        self._plan: dict[str, tuple[float, float]] = {}
        self._wait = SHORTEST_WAIT

    async def stay_connected(self) -> NoReturn:
        """Hold the line; come back after every loss."""
        while True:
            try:
                await self._serve_one_connection()
            except* (aiomqtt.MqttError, OSError) as lost:
                log.warning("Chưa nối được máy chủ lệnh phát (%s), sẽ thử lại.", _first_cause(lost))
            await asyncio.sleep(self._wait * random.uniform(0.5, 1.0))  # noqa: S311 - spreads the load, hides nothing
            self._wait = min(self._wait * 2, LONGEST_WAIT)

    def _client(self) -> aiomqtt.Client:
        broker = self._config.broker
        return aiomqtt.Client(
            broker.host,
            broker.port,
            username=broker.username,
            password=broker.password,
            identifier=broker.username,
            clean_session=False,
            protocol=aiomqtt.ProtocolVersion.V311,
            keepalive=20,
            timeout=5,
        )

    async def _serve_one_connection(self) -> None:
        async with self._client() as client, asyncio.TaskGroup() as group:
            granted = await client.subscribe([(self._config.topic(kind), 1) for kind in ("orders", "acks")])
            if any((code if isinstance(code, int) else code.value) >= REFUSED for code in granted):
                raise aiomqtt.MqttError("không được phép nhận lệnh")
            log.info("Đã nối máy chủ lệnh phát.")
            self._wait = SHORTEST_WAIT
            self._plan.clear()
            group.create_task(self._receive(client))
            group.create_task(self._send_receipts(client))

    async def _receive(self, client: aiomqtt.Client) -> None:
        async for message in client.messages:
            raw = message.payload if isinstance(message.payload, bytes) else b""
            if message.topic.value == self._config.topic("acks"):
                self._desk.take_ack(raw)
            elif message.topic.value == self._config.topic("orders"):
                self._desk.take_order(raw)
                self._plan.clear()  # who asks again gets the receipt at once
                for bell in (self._player.orders, self._player.audio, self._player.receipts):
                    bell.ring()

    async def _send_receipts(self, client: aiomqtt.Client) -> None:
        while True:
            for receipt_id, envelope in self._journal.outbox():
                due_at, gap = self._plan.get(receipt_id, (0.0, FIRST_GAP))
                if due_at <= time.monotonic():
                    await client.publish(self._config.topic("receipts"), envelope, qos=1)
                    heed_cancellation()
                    self._plan[receipt_id] = (time.monotonic() + gap, min(gap * 2, LONGEST_GAP))
            waiting = [self._plan.get(receipt_id, (0.0, 0.0))[0] for receipt_id, _ in self._journal.outbox()]
            next_at = min(waiting, default=time.monotonic() + LONGEST_GAP)
            await self._player.receipts.wait(seconds=next_at - time.monotonic())


def _first_cause(error: BaseException) -> BaseException:
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return error
