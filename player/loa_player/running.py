"""The player at work: put the parts together, run until told to stop."""

from __future__ import annotations

import asyncio
import contextlib
import fcntl
import signal
from collections.abc import Iterator
from pathlib import Path

from loa_player import lifeline
from loa_player.clock import Clock
from loa_player.config import load_config, own_seed
from loa_player.desk import Desk
from loa_player.journal import Journal
from loa_player.library import Library
from loa_player.link import Link
from loa_player.player import Player
from loa_player.refusal import PlayerRefusal


@contextlib.contextmanager
def only_one(home: Path) -> Iterator[None]:
    """Hold `home` alone; the system lets go of it also when the process is killed.

    :raises PlayerRefusal: another player runs there.
    """
    with (home / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise PlayerRefusal(f"Thiết bị phát ở {home} đang chạy rồi. Dừng nó trước.") from error
        yield


async def run(home: Path, *, clock: Clock | None = None, has_lifeline: bool = False) -> None:
    """Obey orders until SIGTERM, SIGINT or the end of the lifeline.

    :raises PlayerRefusal: not set up, or already running.
    """
    config, seed = load_config(home), own_seed(home)
    with only_one(home), contextlib.closing(Journal(home / "journal.sqlite3")) as journal:
        library = Library(home / "audio", max_bytes=config.max_audio_bytes)
        library.prune(needed={job.order.audio.sha256 for job in journal.open_jobs()})
        time = clock or config.read_clock()
        desk = Desk(config, seed=seed, journal=journal, clock=time)
        player = Player(config, journal=journal, library=library, desk=desk, clock=time)
        link = Link(config, desk=desk, journal=journal, player=player)
        stopped = _stop_signal(has_lifeline=has_lifeline)
        async with asyncio.TaskGroup() as group:
            work = (player.fetch_forever(), player.play_forever(), link.stay_connected())
            workers = [group.create_task(part) for part in work]
            await stopped.wait()
            pending = set(workers)
            while pending:  # more than once, see `heed_cancellation`
                for worker in pending:
                    worker.cancel()
                _done, pending = await asyncio.wait(pending, timeout=0.5)


def _stop_signal(*, has_lifeline: bool) -> asyncio.Event:
    stopped, loop = asyncio.Event(), asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopped.set)
    if has_lifeline:

        def cut() -> None:
            loop.call_soon_threadsafe(stopped.set)

        lifeline.hold(cut)
    return stopped
