"""The broker's accounts: made once, hashed, each with its own topics; a busy port is named."""

from __future__ import annotations

import socket
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from loa.adapters.broker_amqtt import BrokerClient, provision
from loa.adapters.broker_amqtt.accounts import Accounts, account_of, is_covered
from loa.adapters.speaker_mqtt.topics import outlet_of, player_rights, receipts_topic, sender_rights

ONE = BrokerClient("player.dong-suong.loa-1", ("loa/dong-suong/loa-1/orders",), ("loa/dong-suong/loa-1/receipts",))
LOA = BrokerClient("loa.dong-suong", ("loa/dong-suong/+/receipts",), ("loa/dong-suong/+/orders",))


def test_passwords_are_made_once_and_kept_out_of_the_accounts(tmp_path: Path) -> None:
    folder = tmp_path / "broker"
    first = provision(folder, [ONE, LOA], port=1884)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    again = provision(folder, [ONE, LOA], port=1884)
    assert again.passwords == first.passwords
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    assert first.passwords[ONE.username] not in before["accounts.json"].decode()
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}


def test_an_account_that_is_no_longer_named_is_gone_without_a_restart(tmp_path: Path) -> None:
    password = provision(tmp_path, [ONE, LOA]).passwords[ONE.username]
    accounts = Accounts(tmp_path / "accounts.json")
    assert accounts.is_known(username=ONE.username, password=password)
    assert accounts.may_write(ONE.username, ONE.may_write[0])
    time.sleep(0.01)
    provision(tmp_path, [LOA])
    assert not accounts.is_known(username=ONE.username, password=password)
    assert not accounts.may_write(ONE.username, ONE.may_write[0])


@pytest.mark.parametrize(("username", "password"), [(None, None), ("", ""), (ONE.username, ""), ("nobody", "x")])
def test_without_a_right_password_nobody_is_known(tmp_path: Path, username: str | None, password: str | None) -> None:
    provision(tmp_path, [ONE])
    assert not Accounts(tmp_path / "accounts.json").is_known(username=username, password=password)


@pytest.mark.parametrize(
    ("asked", "granted", "answer"),
    [
        ("loa/a/b/orders", "loa/a/b/orders", "yes"),
        ("loa/a/c/orders", "loa/a/b/orders", "no"),
        ("loa/a/c/orders", "loa/a/+/orders", "yes"),
        ("loa/a/+/orders", "loa/a/+/orders", "yes"),
        ("loa/a/+/orders", "loa/a/b/orders", "no"),
        ("loa/#", "loa/a/b/orders", "no"),
        ("loa/a/#", "loa/a/+", "no"),
        ("#", "+", "no"),
        ("loa/a//orders", "loa/a/+/orders", "no"),
        ("loa/a/b/orders/x", "loa/a/+/orders", "no"),
    ],
)
def test_a_subscription_stays_inside_what_was_granted(asked: str, granted: str, answer: str) -> None:
    assert is_covered(asked, granted) is (answer == "yes")


def test_only_single_topics_are_post_boxes(tmp_path: Path) -> None:
    provision(tmp_path, [ONE, LOA])
    assert Accounts(tmp_path / "accounts.json").post_boxes() == [(ONE.username, ONE.may_read[0])]


def test_a_connection_belongs_to_the_account_it_is_named_after() -> None:
    assert account_of("loa.dong-suong/listen") == "loa.dong-suong"
    assert account_of("player.dong-suong.loa-1") != account_of("player.dong-suong.loa-10")


def test_the_rights_of_both_ends_meet() -> None:
    player, loa = player_rights("dong-suong", "loa-1"), sender_rights("dong-suong")
    assert all(any(is_covered(topic, granted) for granted in loa.may_write) for topic in player.may_read)
    assert all(any(is_covered(topic, granted) for granted in loa.may_read) for topic in player.may_write)
    assert outlet_of(receipts_topic("dong-suong", "loa-1")) == "loa-1"
    assert outlet_of("something/else") == ""


def test_a_busy_port_is_a_refusal_that_names_it(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        config = provision(tmp_path, [ONE], port=port).config_path
        command = [sys.executable, "-m", "loa.cli.process", "broker", str(config)]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as broker:
            told = broker.stderr.read() if broker.stderr else ""
    assert broker.returncode == 1
    assert f"Cổng {port} đang" in told.splitlines()[-1]
    assert "Traceback" not in told
