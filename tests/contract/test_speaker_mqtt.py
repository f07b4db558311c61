"""One contract for the loudspeaker line, on amqtt and on Mosquitto: what Loa, player and broker owe each other."""

from __future__ import annotations

import asyncio
import functools
import secrets
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import aiomqtt
import pytest

from loa.adapters.speaker_mqtt import Adapter, player_username
from loa.channels.ports import DeliveryDelayed, DeliveryRefused, Outcome
from loa.keys import signing
from speaker_rig import COMMUNE, LOA_USER, Line, PlayerProcess, a_line, until

OUTLET = "loa-1"


@pytest.fixture(scope="module", params=["amqtt", "mosquitto"])
def line(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Line]:
    with a_line(request.param, tmp_path_factory.mktemp("line")) as line, line.ear.listening():
        yield line


@pytest.fixture(scope="module")
def player(line: Line) -> Iterator[PlayerProcess]:
    player = line.a_player(OUTLET)
    player.start()
    until(lambda: player.said("Đã nối máy chủ"), what="player connected")
    yield player
    player.close()


def test_an_order_is_played_and_its_receipt_is_acknowledged(line: Line, player: PlayerProcess) -> None:
    order = line.an_order(OUTLET)
    accepted = Adapter(line.settings).send(order)
    receipt = line.ear.wait_for(order)
    assert accepted.receipt is None
    assert (receipt.outcome, receipt.source, receipt.is_simulated) == (Outcome.PLAYED, "player", True)
    assert receipt.seconds == pytest.approx(4, abs=0.1)
    until(lambda: player.said(f"Máy chủ đã ghi nhận biên nhận {receipt.receipt_key[:8]}"), what="ack")


def test_the_same_order_twice_is_played_once_and_answered_with_the_same_receipt(
    line: Line, player: PlayerProcess
) -> None:
    order = line.an_order(OUTLET)
    Adapter(line.settings).send(order)
    first = line.ear.wait_for(order)
    Adapter(line.settings).send(order)
    until(lambda: len(line.ear.of(order)) >= 2, what="the receipt again")
    assert {event.receipt_key for event in line.ear.of(order)} == {first.receipt_key}
    assert player.said(f"Phát lệnh {order.sequence} ") == 1


def test_a_forged_order_is_never_answered(line: Line, player: PlayerProcess) -> None:
    thief = functools.partial(signing.sign, seed=secrets.token_bytes(32))
    before = player.said("chữ ký sai")
    order = line.an_order(OUTLET)
    Adapter(replace(line.settings, sign=thief)).send(order)
    until(lambda: player.said("chữ ký sai") > before, what="the player noticed")
    assert line.ear.of(order) == []


def test_an_order_of_another_outlet_is_never_answered(line: Line, player: PlayerProcess) -> None:
    from loa.adapters.speaker_mqtt.adapter import _publish
    from loa.adapters.speaker_mqtt.wire import order_body, seal

    order = line.an_order("loa-2")
    body = order_body(order, audio=line.audio, url="http://127.0.0.1:9/x.mp3", issued_at=datetime.now(UTC))
    envelope = seal(body, key_id=line.settings.key_id, sign=line.settings.sign)
    asyncio.run(_publish(line.settings, topic=f"loa/{COMMUNE}/{OUTLET}/orders", payload=envelope))
    until(lambda: player.said("lệnh của cụm loa khác"), what="the player noticed")
    assert line.ear.of(order) == []


def test_an_expired_order_is_reported_missed(line: Line, player: PlayerProcess) -> None:
    now = datetime.now(UTC)
    order = line.an_order(OUTLET, not_before=now - timedelta(hours=2), expires_at=now - timedelta(hours=1))
    Adapter(line.settings).send(order)
    assert line.ear.wait_for(order).outcome is Outcome.MISSED
    assert player.said(f"Phát lệnh {order.sequence} ") == 0


def test_a_used_sequence_number_is_refused_to_another_order(line: Line, player: PlayerProcess) -> None:
    order = line.an_order(OUTLET)
    Adapter(line.settings).send(order)
    line.ear.wait_for(order)
    other = line.an_order(OUTLET, sequence=order.sequence)
    Adapter(line.settings).send(other)
    assert line.ear.wait_for(other).outcome is Outcome.REFUSED
    assert player.said(f"Phát lệnh {order.sequence} ") == 1


@pytest.mark.heavy
def test_an_order_waits_for_its_time(line: Line, player: PlayerProcess) -> None:
    due_at = datetime.now(UTC) + timedelta(seconds=0.7)
    order = line.an_order(OUTLET, not_before=due_at)
    Adapter(line.settings).send(order)
    receipt = line.ear.wait_for(order)
    assert due_at <= receipt.happened_at < due_at + timedelta(seconds=2)


@pytest.mark.heavy
def test_a_receipt_that_could_not_be_noted_comes_again(line: Line, player: PlayerProcess) -> None:
    order = line.an_order(OUTLET)
    line.ear.failing_once.add(order.key)
    Adapter(line.settings).send(order)
    assert line.ear.wait_for(order, seconds=8).outcome is Outcome.PLAYED
    assert not line.ear.failing_once


def test_audio_that_is_not_what_was_approved_is_refused_before_sending(line: Line) -> None:
    damaged = replace(line.audio, sha256="0" * 64)
    with pytest.raises(DeliveryRefused):
        Adapter(line.settings).send(line.an_order(OUTLET, audio=damaged))


@pytest.mark.parametrize("media_type", ["audio/flac", "text/plain"])
def test_an_order_without_an_mp3_is_refused(line: Line, media_type: str) -> None:
    order = line.an_order(OUTLET, audio=replace(line.audio, media_type=media_type))
    with pytest.raises(DeliveryRefused):
        Adapter(line.settings).send(order)


def test_a_wrong_password_delays(line: Line) -> None:
    settings = replace(line.settings, password="wrong")
    with pytest.raises(DeliveryDelayed):
        Adapter(settings).send(line.an_order(OUTLET))


def test_a_broker_that_is_away_delays(line: Line) -> None:
    with pytest.raises(DeliveryDelayed):
        Adapter(replace(line.settings, port=1)).send(line.an_order(OUTLET))


ORDERS, RECEIPTS, EVERY_RECEIPT = (f"loa/{COMMUNE}/{part}" for part in ("loa-3/orders", "loa-3/receipts", "+/receipts"))
ONE, TWO = player_username(COMMUNE, "loa-3"), player_username(COMMUNE, "loa-4")
TRIALS = {
    "a player hears its own orders": (ONE, ORDERS, LOA_USER, ORDERS, True),
    "not those of another": (TWO, ORDERS, LOA_USER, ORDERS, False),
    "nor by a wildcard": (TWO, "loa/#", LOA_USER, ORDERS, False),
    "loa hears receipts": (LOA_USER, EVERY_RECEIPT, ONE, RECEIPTS, True),
    "only from their own player": (LOA_USER, EVERY_RECEIPT, TWO, RECEIPTS, False),
    "a player gives no orders": (ONE, ORDERS, TWO, ORDERS, False),
}


async def _is_heard(line: Line, listener: str, topic: str, speaker: str, spoken: str) -> bool:
    """Whether the account `listener`, subscribed to `topic`, hears `speaker` say something on `spoken`."""

    def client(username: str) -> aiomqtt.Client:
        name = f"{username}/test-{secrets.token_hex(4)}"
        password = line.broker.passwords[username]
        return aiomqtt.Client(
            "127.0.0.1", line.broker.port, username=username, password=password, identifier=name, timeout=3
        )

    words = secrets.token_bytes(8)
    async with client(listener) as ear, client(speaker) as mouth:
        await ear.subscribe(topic, qos=1)
        await mouth.publish(spoken, words, qos=1)
        try:
            async with asyncio.timeout(0.5):
                async for message in ear.messages:
                    if message.payload == words:
                        return True
        except TimeoutError:
            pass
    return False


def test_each_account_hears_and_says_only_its_own(line: Line) -> None:
    async def try_all() -> list[bool]:
        return await asyncio.gather(*(_is_heard(line, *trial[:4]) for trial in TRIALS.values()))

    heard = dict(zip(TRIALS, asyncio.run(try_all()), strict=True))
    assert heard == {name: trial[4] for name, trial in TRIALS.items()}


@pytest.mark.parametrize(("username", "password"), [(None, None), (ONE, None), (ONE, "wrong"), ("nobody", "x")])
def test_without_a_name_and_its_password_nobody_enters(line: Line, username: str | None, password: str | None) -> None:
    async def knock() -> None:
        async with aiomqtt.Client(
            "127.0.0.1", line.broker.port, username=username, password=password, identifier=ONE, timeout=3
        ):
            pass

    with pytest.raises(aiomqtt.MqttError):
        asyncio.run(knock())
