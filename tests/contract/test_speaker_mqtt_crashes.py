"""Power cuts and dead brokers: nothing is lost, nothing is played or proved twice."""

from __future__ import annotations

import asyncio
import contextlib
import random
import time
from collections.abc import Iterator

import aiomqtt
import pytest

from loa.adapters.speaker_mqtt import Adapter, player_username
from loa.channels.ports import DeliveryDelayed, DispatchOrder, Outcome, ReceiptEvent
from speaker_rig import COMMUNE, LOA_USER, Line, PlayerProcess, a_line, an_mp3, until


@pytest.fixture(scope="module")
def line(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Line]:
    with a_line("amqtt", tmp_path_factory.mktemp("line")) as line, line.ear.listening():
        yield line


def receipts_after_cuts(line: Line, player: PlayerProcess, *, cuts: int, seconds: float) -> DispatchOrder:
    """Send one order and kill the player `cuts` times while it plays."""
    order = line.an_order(player.home.name, audio=an_mp3(line.folder, seconds=seconds))
    player.start()
    Adapter(line.settings).send(order)
    until(lambda: player.said(f"lệnh {order.sequence} từ giây"), what="playing")
    for cut in range(cuts):
        time.sleep(random.uniform(0.0, 0.3))
        player.kill()
        player.start()
        until(
            lambda cut=cut: player.said(f"Phát tiếp lệnh {order.sequence} ") > cut or line.ear.of(order),
            what="goes on after the cut",
        )
    line.ear.wait_for(order)
    return order


@pytest.mark.heavy
def test_a_player_cut_off_in_the_middle_ends_with_one_receipt(line: Line) -> None:
    with contextlib.closing(line.a_player("loa-1", speed=30)) as player:
        order = receipts_after_cuts(line, player, cuts=2, seconds=30)
        event = line.ear.of(order)[0]
        assert event.outcome is Outcome.PLAYED
        assert event.seconds == pytest.approx(30, abs=0.1)
        assert '\\"resumed\\":2' in event.raw
        assert player.said("Phát tiếp lệnh") == 2
        time.sleep(0.3)
    assert len({event.receipt_key for event in line.ear.of(order)}) == 1


def receipt_of(line: Line, order: DispatchOrder) -> ReceiptEvent:
    """As the delivery does: an order without a receipt goes out again, whatever the broker said of it."""
    end = time.monotonic() + 15
    while not line.ear.of(order) and time.monotonic() < end:
        Adapter(line.settings).send(order)
        with contextlib.suppress(AssertionError):
            line.ear.wait_for(order, seconds=2)
    return line.ear.of(order)[0]


@pytest.mark.heavy
@pytest.mark.parametrize("seed", range(10))
def test_ten_more_power_cuts_at_random_moments(line: Line, seed: int) -> None:
    random.seed(seed)
    with contextlib.closing(line.a_player("loa-5")) as player:
        order = line.an_order("loa-5", sequence=1000 + seed)
        player.start()
        Adapter(line.settings).send(order)
        for _cut in range(3):
            time.sleep(random.uniform(0.0, 0.9))
            player.kill()
            player.start()
        event = receipt_of(line, order)
        assert event.outcome is Outcome.PLAYED
        assert player.said(f"Lệnh {order.sequence}: đã phát") == 1
    assert len({event.receipt_key for event in line.ear.of(order)}) == 1


@pytest.mark.heavy
def test_an_accepted_order_plays_without_a_network_and_is_proved_later(line: Line) -> None:
    with contextlib.closing(line.a_player("loa-2")) as player:
        order = line.an_order("loa-2", audio=an_mp3(line.folder, seconds=10))
        player.start()
        Adapter(line.settings).send(order)
        until(lambda: player.said("Phát lệnh"), what="playing")
        line.broker.kill()
        (line.settings.media_root / f"{order.files[0].sha256}.mp3").unlink()
        until(lambda: player.said("đã phát"), what="played without a broker")
        with pytest.raises(DeliveryDelayed):
            Adapter(line.settings).send(line.an_order("loa-2"))
        line.broker.start()
        later = line.an_order("loa-2")
        Adapter(line.settings).send(later)  # before the player is back
        assert line.ear.wait_for(order).outcome is Outcome.PLAYED
        assert line.ear.wait_for(later).outcome is Outcome.PLAYED


def test_an_order_waits_in_the_post_box_of_a_player_that_never_came(line: Line) -> None:
    with contextlib.closing(line.a_player("loa-3")) as player:
        order = line.an_order("loa-3")
        Adapter(line.settings).send(order)
        assert asyncio.run(_knock(line, name=LOA_USER, identifier=player_username(COMMUNE, "loa-3"))) == "refused"
        assert asyncio.run(_knock(line, name=None, identifier=player_username(COMMUNE, "loa-3"))) == "refused"
        player.start()
        assert line.ear.wait_for(order).outcome is Outcome.PLAYED


async def _knock(line: Line, *, name: str | None, identifier: str) -> str:
    """Try to enter under another's identifier, asking for a clean session: amqtt alone would empty the post box."""
    password = line.broker.passwords[name] if name else None
    client = aiomqtt.Client(
        "127.0.0.1",
        line.broker.port,
        username=name,
        password=password,
        identifier=identifier,
        clean_session=True,
        timeout=3,
    )
    try:
        async with client:
            return "entered"
    except aiomqtt.MqttError:
        return "refused"


def test_a_player_that_comes_back_while_its_old_connection_hangs_still_hears_orders(line: Line) -> None:
    async def come_back() -> bytes:
        def client() -> aiomqtt.Client:
            name = player_username(COMMUNE, "loa-4")
            password = line.broker.passwords[name]
            return aiomqtt.Client(
                "127.0.0.1", line.broker.port, username=name, password=password, identifier=name, clean_session=False
            )

        topic = f"loa/{COMMUNE}/loa-4/orders"
        with contextlib.suppress(aiomqtt.MqttError):  # the old one says that it was cut off
            async with asyncio.timeout(5), client() as old:
                await old.subscribe(topic, qos=1)
                async with client() as new:
                    await new.subscribe(topic, qos=1)
                    await asyncio.to_thread(Adapter(line.settings).send, line.an_order("loa-4"))
                    async for message in new.messages:
                        return bytes(message.payload)
        return b""

    assert b"signature" in asyncio.run(come_back())


def test_the_player_ends_when_its_lifeline_is_cut(line: Line) -> None:
    with contextlib.closing(line.a_player("loa-6")) as player:
        player.start()
        until(lambda: player.said("Đã nối"), what="connected")
        assert player.cut_lifeline() == 0
