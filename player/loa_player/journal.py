"""The player's memory: every step is on disk before the next is taken, so a cut of power loses a second at most.

One row per order, one per receipt. A used sequence number is the row of an order that was not refused for it, so the
anti-replay window needs no state of its own (the rule is that of IPsec: RFC 4303, section 3.4.3).
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from loa_player.messages import PRIORITIES, Audio, Order, utc_text

WINDOW = 1024  # sequence numbers behind the highest one that may still arrive late

SCHEMA = """
CREATE TABLE IF NOT EXISTS orders (
    id TEXT PRIMARY KEY, sequence INTEGER NOT NULL, refusal TEXT NOT NULL, body TEXT NOT NULL,
    rank INTEGER NOT NULL, not_before TEXT NOT NULL, expires_at TEXT NOT NULL, state TEXT NOT NULL,
    position REAL NOT NULL DEFAULT 0, started_at TEXT, resumed INTEGER NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX IF NOT EXISTS sequence_once ON orders (sequence) WHERE refusal = '';
CREATE INDEX IF NOT EXISTS open_orders ON orders (not_before) WHERE state <> 'done';
CREATE TABLE IF NOT EXISTS receipts (
    id TEXT PRIMARY KEY, order_id TEXT NOT NULL UNIQUE REFERENCES orders (id), envelope TEXT NOT NULL,
    acked INTEGER NOT NULL DEFAULT 0
);
"""


class State(StrEnum):
    """ACCEPTED waits for its audio, READY for its time."""

    ACCEPTED = "accepted"
    READY = "ready"
    PLAYING = "playing"
    DONE = "done"


class Verdict(StrEnum):
    """What the journal knows of an order that came in."""

    NEW = "new"
    DUPLICATE = "duplicate"
    SEQUENCE_USED = "sequence-used"
    SEQUENCE_TOO_OLD = "sequence-too-old"


@dataclass(frozen=True, slots=True)
class Job:
    """An order and how far it came: seconds played, first start, times taken up again after a stop.

    :param refusal: why its sequence number was refused, or "".
    """

    order: Order
    refusal: str
    state: State
    position: float
    started_at: str | None
    resumed: int


class Journal:
    """One SQLite file. All calls come from one thread."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._db = sqlite3.connect(path, isolation_level=None)
        self._db.row_factory = sqlite3.Row
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
            self._db.execute(f"PRAGMA {pragma}")
        self._db.executescript(SCHEMA)

    def close(self) -> None:
        self._db.close()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    def take(self, order: Order) -> Verdict:
        """Note an order that came in; one whose sequence is refused is noted too, without holding the number."""
        with self._transaction():
            verdict = self._judge(order)
            if verdict is not Verdict.DUPLICATE:
                self._db.execute(
                    "INSERT INTO orders (id, sequence, refusal, body, rank, not_before, expires_at, state)"
                    " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    (
                        order.id,
                        order.sequence,
                        "" if verdict is Verdict.NEW else verdict,
                        _to_json(order),
                        PRIORITIES.index(order.priority),
                        utc_text(order.not_before),
                        utc_text(order.expires_at),
                        State.ACCEPTED,
                    ),
                )
        return verdict

    def _judge(self, order: Order) -> Verdict:
        if self._db.execute("SELECT 1 FROM orders WHERE id = ?", (order.id,)).fetchone():
            return Verdict.DUPLICATE
        held = "FROM orders WHERE refusal = ''"
        if self._db.execute(f"SELECT 1 {held} AND sequence = ?", (order.sequence,)).fetchone():
            return Verdict.SEQUENCE_USED
        highest = self._db.execute(f"SELECT COALESCE(MAX(sequence), 0) {held}").fetchone()[0]
        return Verdict.SEQUENCE_TOO_OLD if order.sequence <= highest - WINDOW else Verdict.NEW

    def mark_ready(self, order_id: str) -> None:
        """The audio is here."""
        self._db.execute(
            "UPDATE orders SET state = ? WHERE id = ? AND state = ?", (State.READY, order_id, State.ACCEPTED)
        )

    def mark_missing(self, order_id: str) -> None:
        """The audio is no longer here, or damaged; it must be fetched again."""
        self._db.execute("UPDATE orders SET state = ? WHERE id = ?", (State.ACCEPTED, order_id))

    def begin(self, order_id: str, *, at: datetime, is_restart: bool) -> None:
        """Playing starts, or goes on where it stopped."""
        self._db.execute(
            "UPDATE orders SET state = ?, started_at = COALESCE(started_at, ?), resumed = resumed + ? WHERE id = ?",
            (State.PLAYING, utc_text(at), is_restart, order_id),
        )

    def progress(self, order_id: str, *, position: float) -> None:
        """So many seconds of the sound have been played."""
        self._db.execute("UPDATE orders SET position = ? WHERE id = ?", (position, order_id))

    def finish(self, order_id: str, *, receipt_id: str, envelope: str) -> None:
        """End the order with its one receipt; a second call changes nothing."""
        with self._transaction():
            self._db.execute("UPDATE orders SET state = ? WHERE id = ?", (State.DONE, order_id))
            self._db.execute(
                "INSERT OR IGNORE INTO receipts (id, order_id, envelope) VALUES (?, ?, ?)",
                (receipt_id, order_id, envelope),
            )

    def job(self, order_id: str) -> Job:
        return _job(self._db.execute("SELECT * FROM orders WHERE id = ?", (order_id,)).fetchone())

    def open_jobs(self) -> list[Job]:
        """All orders without a receipt: those being played first, then the more urgent, then the earlier."""
        rows = self._db.execute(
            "SELECT * FROM orders WHERE state <> 'done' ORDER BY rank DESC, state <> 'playing', not_before, sequence"
        )
        return [_job(row) for row in rows]

    def ask_again(self, order_id: str) -> bool:
        """Put the stored receipt of this order back into the outbox; False while there is none."""
        update = self._db.execute("UPDATE receipts SET acked = 0 WHERE order_id = ?", (order_id,))
        return update.rowcount == 1

    def outbox(self) -> list[tuple[str, str]]:
        """(receipt id, envelope) of every receipt that the commune has not acknowledged."""
        rows = self._db.execute("SELECT id, envelope FROM receipts WHERE acked = 0 ORDER BY rowid")
        return [(row["id"], row["envelope"]) for row in rows]

    def acknowledge(self, receipt_id: str) -> bool:
        """The commune has it. False when it is unknown or was acknowledged before."""
        update = self._db.execute("UPDATE receipts SET acked = 1 WHERE id = ? AND acked = 0", (receipt_id,))
        return update.rowcount == 1


def _to_json(order: Order) -> str:
    times = {"not_before": utc_text(order.not_before), "expires_at": utc_text(order.expires_at)}
    return json.dumps(asdict(order) | times, ensure_ascii=False, default=str)


def _job(row: sqlite3.Row) -> Job:
    body = json.loads(row["body"])
    times = {name: datetime.fromisoformat(body[name]) for name in ("not_before", "expires_at")}
    order = Order(**body | times | {"audio": Audio(**body["audio"])})
    return Job(order, row["refusal"], State(row["state"]), row["position"], row["started_at"], row["resumed"])
