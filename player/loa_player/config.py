"""What the player was told at set-up. The file holds a password: mode 0600."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from nacl.signing import SigningKey

from loa_player.clock import Clock, read_clock
from loa_player.files import write_durably
from loa_player.messages import Trust
from loa_player.refusal import PlayerRefusal

SEED_BYTES = 32  # Ed25519, RFC 8032
SINKS = ("null", "alsa")
_CODE = re.compile(r"[A-Za-z0-9_-]{1,60}")


@dataclass(frozen=True, slots=True)
class Broker:
    """Where orders come from, and this player's own account there."""

    host: str
    port: int
    username: str
    password: str


@dataclass(frozen=True, slots=True)
class PlayerConfig:
    """:param speed: seconds of sound per second of time; only the null sink may differ from 1.

    :param clock: `real` or `ISO@epoch`.
    :param max_audio_bytes: larger audio is refused.
    """

    commune: str
    outlet: str
    commune_key: str
    broker: Broker
    sink: str = "null"
    speed: float = 1.0
    clock: str = "real"
    max_audio_bytes: int = 64 * 1024 * 1024

    @property
    def trust(self) -> Trust:
        return Trust(commune_key=self.commune_key, commune=self.commune, outlet=self.outlet)

    def topic(self, kind: str) -> str:
        """`kind` is orders, acks or receipts."""
        return f"loa/{self.commune}/{self.outlet}/{kind}"

    def read_clock(self) -> Clock:
        return read_clock(self.clock)


def check(config: PlayerConfig) -> PlayerConfig:
    """:raises PlayerRefusal: a value cannot work; the text names it."""
    read_clock(config.clock)
    problems = {
        "commune": not _CODE.fullmatch(config.commune),
        "outlet": not _CODE.fullmatch(config.outlet),
        "commune-key": not re.fullmatch(r"[0-9a-f]{64}", config.commune_key),
        "broker": not config.broker.host or not 0 < config.broker.port < 65536,
        "sink": config.sink not in SINKS,
        "speed": not 0 < config.speed <= 1000 or (config.sink != "null" and config.speed != 1),
    }
    wrong = [name for name, is_wrong in problems.items() if is_wrong]
    if wrong:
        raise PlayerRefusal(f"Cấu hình thiết bị phát sai ở mục: {', '.join(wrong)}. Chạy lại lệnh init.")
    return config


def save_config(home: Path, config: PlayerConfig) -> None:
    text = json.dumps(asdict(check(config)), ensure_ascii=False, indent=2)
    write_durably(home / "config.json", text.encode("utf-8"), mode=0o600)


def load_config(home: Path) -> PlayerConfig:
    """:raises PlayerRefusal: none there, or unreadable."""
    path = home / "config.json"
    try:
        data: dict[str, Any] = json.loads(path.read_bytes())
        return check(PlayerConfig(**data | {"broker": Broker(**data["broker"])}))
    except FileNotFoundError as error:
        raise PlayerRefusal(f"Chưa có cấu hình ở {home}. Chạy lệnh init trước.") from error
    except (ValueError, KeyError, TypeError, OSError) as error:
        raise PlayerRefusal(f"Không đọc được cấu hình {path}. Chạy lại lệnh init.") from error


def own_seed(home: Path, *, make: bool = False) -> bytes:
    """The private half of the player's own key, 32 bytes; it never leaves `home`.

    :raises PlayerRefusal: there is none and `make` is not set.
    """
    path = home / "player.seed"
    if not path.is_file():
        if not make:
            raise PlayerRefusal(f"Không thấy khóa của thiết bị ở {path}. Chạy lệnh init và đăng ký lại khóa với xã.")
        write_durably(path, SigningKey.generate().encode(), mode=0o600)
    seed = path.read_bytes()
    if len(seed) != SEED_BYTES:
        raise PlayerRefusal(f"Khóa của thiết bị ở {path} bị hỏng. Xóa tệp, chạy lệnh init và đăng ký lại khóa.")
    return seed
