"""Setting a player up: its own key, its configuration, its clock; and no second player in the same home."""

from __future__ import annotations

import asyncio
import json
import stat
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from loa_player.cli import main
from loa_player.clock import read_clock
from loa_player.config import load_config
from loa_player.refusal import PlayerRefusal
from loa_player.running import only_one, run

KEY = "ab" * 32


def told(home: Path, **changes: str) -> list[str]:
    (home.parent / "password").write_text("mật khẩu\n", encoding="utf-8")
    words = {
        "home": str(home),
        "commune": "dong-suong",
        "outlet": "loa-1",
        "commune-key": KEY,
        "broker": "127.0.0.1:1883",
        "user": "player.dong-suong.loa-1",
        "password-file": str(home.parent / "password"),
    } | {name.replace("_", "-"): value for name, value in changes.items()}
    return ["init", *(word for name, value in words.items() for word in (f"--{name}", value))]


def test_init_makes_a_key_of_its_own_and_keeps_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    home = tmp_path / "home"
    assert main(told(home)) == 0
    first = capsys.readouterr().out
    assert main(told(home, speed="20")) == 0
    assert capsys.readouterr().out == first
    assert len(bytes.fromhex(first.strip())) == 32
    config = load_config(home)
    assert (config.speed, config.sink, config.broker.password) == (20.0, "null", "mật khẩu")
    for name in ("config.json", "player.seed"):
        assert stat.S_IMODE((home / name).stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"commune_key": "xyz"}, "commune-key"),
        ({"broker": "nowhere"}, "Địa chỉ máy chủ"),
        ({"sink": "alsa", "speed": "2"}, "speed"),
        ({"outlet": "loa/1"}, "outlet"),
        ({"password_file": "/nowhere/at/all"}, "mật khẩu"),
        ({"clock": "sometime"}, "Giờ mô phỏng"),
    ],
)
def test_a_value_that_cannot_work_is_refused_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], changes: dict[str, str], said: str
) -> None:
    assert main(told(tmp_path / "home", **changes)) == 1
    answer = capsys.readouterr().err
    assert said in answer and answer.count("\n") == 1
    assert not (tmp_path / "home" / "config.json").exists()


def test_wrong_usage_ends_with_2(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["init"])
    assert end.value.code == 2
    capsys.readouterr()


def test_a_home_without_configuration_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PlayerRefusal, match="init"):
        asyncio.run(run(tmp_path))


@pytest.mark.parametrize("text", ["", "[]", '{"commune": 1}', json.dumps({"broker": {"host": "x"}})])
def test_a_broken_configuration_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "config.json").write_text(text, encoding="utf-8")
    with pytest.raises(PlayerRefusal, match="init"):
        load_config(tmp_path)


def test_two_players_do_not_share_a_home(tmp_path: Path) -> None:
    with only_one(tmp_path), pytest.raises(PlayerRefusal, match="đang chạy"), only_one(tmp_path):
        pass


def test_the_simulated_clock_ticks_on_from_its_instant() -> None:
    clock = read_clock(f"2025-08-28T17:00:00+07:00@{time.time() - 60}")
    assert clock.now() - datetime(2025, 8, 28, 10, 1, tzinfo=UTC) < timedelta(seconds=5)
    assert abs(read_clock("real").now() - datetime.now(UTC)) < timedelta(seconds=5)
    assert read_clock("2025-08-28T17:00:00@0").start == datetime(2025, 8, 28, 10, tzinfo=UTC)
