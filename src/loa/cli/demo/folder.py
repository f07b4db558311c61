"""The demo's data folder: one run at a time, and the clock goes on where it stood."""

from __future__ import annotations

import fcntl
import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from loa.core.canonical import sha256_hex
from loa.core.content import write_durably
from loa.core.language import gettext as _
from loa.core.refusals import Refusal

ROOM_NEEDED = 100 * 1024 * 1024  # bytes; one run writes about a tenth of it


class FolderBusy(Refusal):
    """Another run uses the data folder."""


class TooLittleRoom(Refusal):
    """The disk of the data folder is nearly full."""


@dataclass(slots=True)
class DemoFolder:
    """The folder of one plan's demo.

    `start` is the instant the play is planned for, `clock` the last simulated instant noted; both None at first.
    """

    root: Path
    _state: Path
    start: datetime | None = None
    clock: datetime | None = None

    @classmethod
    @contextmanager
    def opened(cls, root: Path, plan: Path) -> Iterator[DemoFolder]:
        """Hold the folder until the block ends.

        :raises FolderBusy: another run holds it. :raises TooLittleRoom: less than 100 MB free.
        """
        root.mkdir(parents=True, exist_ok=True)
        _refuse_little_room(root)
        with (root / "lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                raise FolderBusy(
                    _("Thư mục {folder} đang được một lần chạy khác dùng. Dừng lần đó hoặc chọn --data khác.").format(
                        folder=root
                    )
                ) from error
            folder = cls(root=root, _state=root / "demo" / f"{sha256_hex(plan.read_bytes())}.json")
            folder._recall()
            yield folder

    def begin(self, start: datetime) -> datetime:
        """Plan the play for `start` unless an earlier run did; return where the clock stands now."""
        self.start = self.start or start
        return self.clock or self.start

    def note_clock(self, now: datetime) -> None:
        """Remember how far the simulated clock has come, so that a later run on this plan never goes back."""
        self.clock = now
        state = {"start": (self.start or now).isoformat(), "clock": now.isoformat()}
        write_durably(self._state, json.dumps(state).encode())

    def _recall(self) -> None:
        if self._state.is_file():
            state = json.loads(self._state.read_text())
            self.start = datetime.fromisoformat(state["start"])
            self.clock = datetime.fromisoformat(state["clock"])


def latest_clock(root: Path) -> datetime | None:
    """The last simulated instant noted by any demo in this data folder, None where real time runs."""
    states = [json.loads(path.read_text()) for path in (root / "demo").glob("*.json")]
    return max((datetime.fromisoformat(state["clock"]) for state in states), default=None)


def _refuse_little_room(root: Path) -> None:
    if shutil.disk_usage(root).free < ROOM_NEEDED:
        raise TooLittleRoom(
            _("Đĩa chứa {folder} còn dưới 100 MB. Giải phóng chỗ trống rồi chạy lại; chưa có gì bị ghi dở.").format(
                folder=root
            )
        )
