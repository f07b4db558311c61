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
from typing import Any

from loa.core.canonical import sha256_hex
from loa.core.content import write_durably
from loa.core.language import gettext as _
from loa.core.refusals import Refusal

ROOM_NEEDED = 100 * 1024 * 1024  # bytes; one run writes about a tenth of it


class FolderBusy(Refusal):
    """Another run uses the data folder."""


class OtherPlanUnfinished(Refusal):
    """Another plan's demo stopped half-way in this folder."""


class TooLittleRoom(Refusal):
    """The disk of the data folder is nearly full."""


@dataclass(slots=True)
class DemoFolder:
    """The folder of one plan's demo.

    `start` is the instant the play is planned for, `clock` the last simulated instant noted; both None at first.
    """

    root: Path
    _plan: Path
    _state: Path
    start: datetime | None = None
    clock: datetime | None = None
    is_done: bool = False

    @classmethod
    @contextmanager
    def opened(cls, root: Path, plan: Path) -> Iterator[DemoFolder]:
        """Hold the folder until the block ends.

        :raises FolderBusy: another run holds it. :raises TooLittleRoom: less than 100 MB free.
        :raises OtherPlanUnfinished: the demo of another plan stopped half-way here.
        """
        root.mkdir(mode=0o700, parents=True, exist_ok=True)  # accounts of the machine that are not ours stay outside
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
            folder = cls(root=root, _plan=plan, _state=root / "demo" / f"{sha256_hex(plan.read_bytes())}.json")
            folder._recall()
            yield folder

    def begin(self, start: datetime) -> datetime:
        """Plan the play for `start` unless an earlier run did; return where the clock stands now."""
        self.start = self.start or start
        return self.clock or self.start

    def note_clock(self, now: datetime) -> None:
        """Remember how far the simulated clock has come, so that a later run on this plan never goes back."""
        self.clock = now
        self._keep()

    def note_end(self) -> None:
        """Remember that this plan's demo came to its end."""
        self.is_done = True
        self._keep()

    def _keep(self) -> None:
        state = {
            "plan": self._plan.name,
            "start": self.start.isoformat() if self.start else None,
            "clock": self.clock.isoformat() if self.clock else None,
            "done": self.is_done,
        }
        write_durably(self._state, json.dumps(state, ensure_ascii=False).encode())

    def _recall(self) -> None:
        """Take up the noted state; another plan that stopped half-way would meet a clock that is not its own."""
        for path in sorted(self._state.parent.glob("*.json")):
            state = _noted(path)
            if path == self._state:
                self.start, self.clock = _instant(state.get("start")), _instant(state.get("clock"))
                self.is_done = bool(state.get("done"))
            elif state and not state.get("done"):
                raise OtherPlanUnfinished(
                    _(
                        "Lần chạy với kế hoạch {name} trong thư mục này chưa xong. Chạy lại kế hoạch đó cho xong, "
                        "hoặc chọn --data khác."
                    ).format(name=state.get("plan", ""))
                )


def latest_clock(root: Path) -> datetime | None:
    """The last simulated instant noted by any demo in this data folder, None where real time runs."""
    clocks = [_instant(_noted(path).get("clock")) for path in (root / "demo").glob("*.json")]
    return max((clock for clock in clocks if clock is not None), default=None)


def _noted(path: Path) -> dict[str, Any]:
    """The state of one plan's demo; a file cut by a power failure counts as none."""
    try:
        return dict(json.loads(path.read_text(encoding="utf-8")))
    except (ValueError, TypeError, OSError):
        return {}


def _instant(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _refuse_little_room(root: Path) -> None:
    if shutil.disk_usage(root).free < ROOM_NEEDED:
        raise TooLittleRoom(
            _("Đĩa chứa {folder} còn dưới 100 MB. Giải phóng chỗ trống rồi chạy lại; chưa có gì bị ghi dở.").format(
                folder=root
            )
        )
