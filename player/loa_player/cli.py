"""`loa-player init` and `loa-player run`."""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path

from loa_player.clock import read_clock
from loa_player.config import SINKS, Broker, PlayerConfig, own_seed, save_config
from loa_player.envelope import public_key_of
from loa_player.refusal import PlayerRefusal
from loa_player.running import run
from loa_player.words import start_log


def main(argv: Sequence[str] | None = None) -> int:
    """0 done, 1 refused with one line on stderr, 2 wrong usage."""
    arguments = _parser().parse_args(argv)
    try:
        return _init(arguments) if arguments.command == "init" else _run(arguments)
    except PlayerRefusal as no:
        sys.stderr.write(f"{no}\n")
        return 1
    except OSError as error:
        sys.stderr.write(f"Không đọc hoặc ghi được {error.filename or arguments.home}: kiểm tra quyền và chỗ trống.\n")
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="loa-player", description="Thiết bị phát của Loa.")
    commands = parser.add_subparsers(dest="command", required=True)
    init = commands.add_parser("init", help="tạo khóa và cấu hình, in khóa công khai")
    for name, text in {
        "--home": "thư mục của thiết bị",
        "--commune": "mã xã",
        "--outlet": "mã cụm loa",
        "--commune-key": "khóa công khai của xã (64 chữ số hex)",
        "--broker": "máy chủ lệnh phát, HOST:PORT",
        "--user": "tài khoản ở máy chủ lệnh phát",
        "--password-file": "tệp chứa mật khẩu, hoặc - để đọc từ đầu vào chuẩn",
    }.items():
        init.add_argument(name, required=True, help=text)
    init.add_argument("--sink", choices=SINKS, default="null", help="nơi phát ra")
    init.add_argument("--speed", type=float, default=1.0, help="tốc độ, chỉ cho sink null")
    init.add_argument("--clock", default="real", help="real hoặc ISO@epoch (giờ mô phỏng)")
    work = commands.add_parser("run", help="nhận lệnh và phát")
    work.add_argument("--home", required=True, help="thư mục của thiết bị")
    work.add_argument("--now", help="giờ mô phỏng, ISO@epoch")
    work.add_argument("--lifeline", action="store_true", help="dừng khi đầu vào chuẩn đóng")
    return parser


def _init(arguments: argparse.Namespace) -> int:
    host, _sep, port = arguments.broker.rpartition(":")
    if not port.isdigit():
        raise PlayerRefusal(f"Địa chỉ máy chủ lệnh phát sai: {arguments.broker}. Ví dụ: 192.168.1.10:1883.")
    config = PlayerConfig(
        commune=arguments.commune,
        outlet=arguments.outlet,
        commune_key=arguments.commune_key,
        broker=Broker(host, int(port), arguments.user, _password(arguments.password_file)),
        sink=arguments.sink,
        speed=arguments.speed,
        clock=arguments.clock,
    )
    home = Path(arguments.home)
    save_config(home, config)
    sys.stdout.write(public_key_of(own_seed(home, make=True)) + "\n")
    return 0


def _password(source: str) -> str:
    try:
        text = sys.stdin.readline() if source == "-" else Path(source).read_text(encoding="utf-8")
    except OSError as error:
        raise PlayerRefusal(f"Không đọc được tệp mật khẩu {source}.") from error
    return text.strip()


def _run(arguments: argparse.Namespace) -> int:
    start_log()
    clock = read_clock(arguments.now) if arguments.now else None
    asyncio.run(run(Path(arguments.home), clock=clock, has_lifeline=arguments.lifeline))
    return 0
