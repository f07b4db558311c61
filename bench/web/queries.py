"""What a screen asks the database: how often, what twice, what slowly."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.db import DatabaseError, connection
from django.test.utils import CaptureQueriesContext

_VALUES = re.compile(r"'(?:[^']|'')*'|\b\d+(?:\.\d+)?\b")
_MANY = re.compile(r"\((?:\?(?:, )?){2,}\)")
SHOWN = 400  # letters of a query
SLOW_MS = 5.0


@dataclass(frozen=True, slots=True)
class Asked:
    """The queries of one answer, as `{"sql", "ms"}` each."""

    queries: tuple[dict[str, Any], ...]

    @classmethod
    def read(cls, captured: CaptureQueriesContext) -> Asked:
        rows = captured.captured_queries
        return cls(tuple({"sql": str(row["sql"]), "ms": float(row["time"]) * 1000} for row in rows))

    def __len__(self) -> int:
        return len(self.queries)

    def slowest(self, most: int = 3) -> list[dict[str, Any]]:
        """The slow ones, slowest first, with the database's own words on how it looks for the rows."""
        slow = sorted((row for row in self.queries if row["ms"] >= SLOW_MS), key=lambda row: -row["ms"])
        return [
            {"ms": round(row["ms"], 1), "sql": shape_of(row["sql"])[:SHOWN], "plan": plan_of(row["sql"])}
            for row in slow[:most]
        ]

    def repeated(self) -> list[dict[str, Any]]:
        """Queries of one shape that were asked more than once."""
        counts = Counter(shape_of(row["sql"]) for row in self.queries)
        return [{"times": count, "sql": sql[:SHOWN]} for sql, count in counts.most_common() if count > 1]


def shape_of(sql: str) -> str:
    """The query without its values."""
    return _MANY.sub("(?…)", _VALUES.sub("?", sql))


def plan_of(sql: str) -> list[str]:
    """The steps that read whole tables or sort without an index; empty where the database does not say so."""
    if connection.vendor != "sqlite" or not sql.startswith("SELECT"):
        return []
    with connection.cursor() as cursor:
        try:
            # The text comes from Django's own log of this process; it cannot be passed as a parameter.
            cursor.execute(f"EXPLAIN QUERY PLAN {sql}")
        except DatabaseError:
            return []  # the log writes some values in a way that SQLite does not read
        steps = [str(row[-1]) for row in cursor.fetchall()]
    return [step for step in steps if step.startswith(("SCAN", "USE TEMP"))]
