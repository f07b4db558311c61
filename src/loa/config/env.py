"""The only place that reads the environment. A missing secret or a wrong value stops the start."""

from __future__ import annotations

import os
import secrets
import time
from datetime import datetime
from pathlib import Path

from loa.core.clock import VIETNAM
from loa.core.content import write_durably
from loa.core.language import gettext as _
from loa.core.refusals import Refusal


class WrongEnvironment(Refusal):
    """An environment variable is missing or unreadable."""


def data_dir() -> Path:
    """The folder that holds all of an installation's data (`LOA_DATA`, else `var` here)."""
    return Path(os.environ.get("LOA_DATA") or "var").resolve()


def use_data_dir(folder: Path) -> None:
    """Let this process and the ones it starts keep their data in `folder`."""
    os.environ["LOA_DATA"] = str(folder.resolve())


def database_url() -> str | None:
    return os.environ.get("LOA_DATABASE_URL") or None


def secret(name: str, *, folder: Path, generate: bool) -> str:
    """A secret from the environment (`LOA_<NAME>`), else from the data folder's `secrets/`.

    :param generate: make it at first start when it is nowhere (file mode 0600).
    :raises WrongEnvironment: it is nowhere and may not be made.
    """
    variable = f"LOA_{name.upper()}"
    from_environment = os.environ.get(variable)
    if from_environment:
        return from_environment
    path = folder / "secrets" / name
    if path.is_file():
        return path.read_text(encoding="ascii").strip()
    if not generate:
        raise WrongEnvironment(
            _("Thiếu khóa bí mật {variable}. Đặt biến môi trường này rồi chạy lại.").format(variable=variable)
        )
    value = secrets.token_urlsafe(48)
    write_durably(path, value.encode("ascii"), mode=0o600)
    return value


def simulated_clock() -> tuple[datetime, float] | None:
    """The demo's clock from `LOA_NOW`: `instant` or `instant@epoch` (the real second at which it was that instant).

    :raises WrongEnvironment: unreadable.
    """
    text = simulated_clock_text()
    if not text:
        return None
    instant, _sep, epoch = text.partition("@")
    try:
        start = datetime.fromisoformat(instant)
        real = float(epoch) if epoch else time.time()
    except ValueError as error:
        raise WrongEnvironment(
            _("LOA_NOW không đọc được: {text}. Ví dụ đúng: 2025-08-28T17:00:00+07:00.").format(text=text)
        ) from error
    return (start if start.tzinfo else start.replace(tzinfo=VIETNAM)), real


def refuse_simulated_clock() -> None:
    """:raises WrongEnvironment: `LOA_NOW` is set where real time must run."""
    if simulated_clock_text():
        raise WrongEnvironment(_("LOA_NOW chỉ dùng khi chạy thử hoặc kiểm thử. Bỏ biến này rồi chạy lại."))


def use_simulated_clock(start: datetime) -> None:
    """Let the demo's clock, here and in the processes started from here, show `start` now and tick on."""
    os.environ["LOA_NOW"] = f"{start.isoformat()}@{time.time():.3f}"


def simulated_clock_text() -> str:
    """`LOA_NOW` as it stands, for a process that reads it by itself; empty where real time runs."""
    return os.environ.get("LOA_NOW", "")


def use_settings(name: str) -> None:
    """Choose the settings (`demo`, `production`) unless the environment already did."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", f"loa.config.settings.{name}")


def chosen_settings() -> str:
    """The settings that the environment names (`demo`, `production`), empty where it names none."""
    return os.environ.get("DJANGO_SETTINGS_MODULE", "").rpartition(".")[2]


def port(name: str, default: int) -> int:
    """A port that the supervisor chose for its processes (`LOA_<NAME>_PORT`)."""
    return int(os.environ.get(f"LOA_{name.upper()}_PORT", default))


def allowed_hosts() -> list[str]:
    return [host for host in os.environ.get("LOA_HOSTS", "").split(",") if host]


def child_environment(*without: str, **changes: str) -> dict[str, str]:
    """The environment for a process that Loa starts: ours less `without`, with `changes` laid over it."""
    kept = {name: value for name, value in os.environ.items() if name not in without}
    return kept | changes
