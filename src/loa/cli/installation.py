"""The processes of an embedded installation: ports, accounts, a player, and the supervisor over them."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from loa.channels.models import Outlet
from loa.cli.room import raise_if_full
from loa.cli.supervisor import Child, Supervisor, free_port, is_port_free
from loa.config import env
from loa.config.wiring.broker import Provisioned, player_username, provision_broker
from loa.config.wiring.channels import open_front_page
from loa.core.content import write_durably
from loa.core.language import gettext as _
from loa.core.refusals import Refusal
from loa.units.models import Commune

READY_WITHIN = 30.0  # seconds
PLAYER_SPEED = "20"  # seconds of sound played in one second of the demo


class PlayerNotReady(Refusal):
    """The player's set-up failed."""


def _last_ports(path: Path) -> dict[str, int]:
    """The ports of the last run; a file cut by a power failure counts as none."""
    try:
        return dict(json.loads(path.read_text()))
    except (OSError, ValueError):
        return {}


def _chosen_ports(portal_port: int | None) -> dict[str, int]:
    """The ports of this run: those of the last one where they are still free, so that links stay right."""
    path = Path(settings.DATA_DIR) / "run" / "ports.json"
    last = _last_ports(path)
    ports = {name: last[name] if is_port_free(last.get(name)) else free_port() for name in ("broker", "portal")}
    if portal_port is not None:
        ports["portal"] = portal_port
    write_durably(path, json.dumps(ports).encode())
    return ports


@dataclass(slots=True)
class Installation:
    """A prepared installation of one commune with one player; `player_public_key` is the player's own.

    `desk` holds what only people at the console need; it is started apart, by `open_console`.
    """

    supervisor: Supervisor
    desk: Supervisor
    portal_port: int
    console_port: int
    player_public_key: str

    @classmethod
    def prepared(
        cls, commune: Commune, *, outlet_code: str, portal_port: int | None, console_port: int
    ) -> Installation:
        """Choose ports, write the broker's accounts, set the player up. Nothing is started yet.

        :param portal_port: the port that residents use, or None for any free one.
        :param console_port: the port that staff use.
        """
        ports = _chosen_ports(portal_port)
        home = Path(settings.DATA_DIR) / "player" / commune.code / outlet_code
        known = Outlet.objects.filter(player_key__isnull=False).values_list("commune__code", "code")
        players = sorted({*known, (commune.code, outlet_code)})
        accounts = provision_broker(Path(settings.SECRETS_DIR) / "broker", players=players, port=ports["broker"])
        key = _set_up_player(home, commune=commune, accounts=accounts, port=ports["broker"])
        python = sys.executable
        process = (python, "-m", "loa.cli.process")
        open_front_page(commune)
        player = (python, "-m", "loa_player", "run", "--home", str(home), "--lifeline", *_player_clock())
        children = [
            Child("broker", (*process, "broker", str(accounts.config_path)), port=ports["broker"]),
            Child("portal", (*process, "portal", str(settings.PORTAL_DIR), str(ports["portal"])), port=ports["portal"]),
            Child("player", player),
            Child("worker", (*process, "worker")),
            Child("listener", (*process, "listener")),
        ]
        environment = {f"LOA_{name.upper()}_PORT": str(port) for name, port in ports.items()}
        environment["LOA_LANG"] = "vi"  # what they note is read by the commune's people, whoever started them
        staff = [
            Child("console", (*process, "console", str(console_port)), port=console_port),
            Child("maker", (*process, "maker")),
        ]
        logs = Path(settings.DATA_DIR) / "logs"
        return cls(
            supervisor=Supervisor(children, log_dir=logs, environment=environment),
            desk=Supervisor(staff, log_dir=logs, environment=environment),
            portal_port=ports["portal"],
            console_port=console_port,
            player_public_key=key,
        )

    def start(self) -> None:
        self.supervisor.start()

    def wait_ready(self) -> None:
        """:raises ProcessKeepsFailing: a process does not come up."""
        self.supervisor.wait_ready(READY_WITHIN)

    def open_console(self) -> None:
        """Let people in: the console, and the process that does their long work.

        :raises ProcessKeepsFailing: the console does not come up.
        """
        self.desk.start()
        self.desk.wait_ready(READY_WITHIN)

    def refuse_failed(self) -> None:
        """:raises ProcessKeepsFailing: a process died too often."""
        self.supervisor.refuse_failed()
        self.desk.refuse_failed()

    def stop(self) -> None:
        self.desk.stop()
        self.supervisor.stop()


def _player_clock() -> tuple[str, ...]:
    text = env.simulated_clock_text()
    return ("--now", text) if text else ()


def _set_up_player(home: Path, *, commune: Commune, accounts: Provisioned, port: int) -> str:
    """Let the player make its own key and note its configuration; return its public key."""
    account = player_username(commune.code, home.name)
    words = {
        "--home": str(home),
        "--commune": commune.code,
        "--outlet": home.name,
        "--commune-key": commune.signing_key.public_key,
        "--broker": f"127.0.0.1:{port}",
        "--user": account,
        "--password-file": "-",
        "--sink": "null",
        "--speed": PLAYER_SPEED,
    }
    command = [sys.executable, "-m", "loa_player", "init", *(word for pair in words.items() for word in pair)]
    done = _run_init(command, password=accounts.passwords[account])
    if done.returncode < 0:  # killed from outside: it may be done again at any point
        done = _run_init(command, password=accounts.passwords[account])
    if done.returncode != 0:
        raise_if_full(Path(settings.DATA_DIR))
        raise PlayerNotReady(_("Chưa chuẩn bị được thiết bị phát: {reason}").format(reason=done.stderr.strip()[-300:]))
    return done.stdout.strip()


def _run_init(command: list[str], *, password: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, input=password, capture_output=True, text=True, check=False)
