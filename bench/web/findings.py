"""The findings of the console's benchmark, as JSON values and as lines for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from bench.web.measure import GOAL_FIRST_VIEW, GOAL_MS, GOAL_QUERIES, SERVER_ERROR, Visit
from loa.cli.bench import table_lines

NOT_BY_GET = 405
HEAD = ("màn hình", "vai", "ms", "so với đối chiếu", "truy vấn", "trang (KB)", "lần mở đầu (KB)", "chưa đạt")
GOAL_WORDS = {"ms": "thời gian", "queries": "số truy vấn", "first_view_bytes": "dung lượng"}
SHORT = 170  # letters of a query on one line


@dataclass(slots=True)
class Findings:
    """All visits, the seconds that making the data took (None where it was there), and files sent uncompressed."""

    counts: dict[str, int]
    seconds: float | None
    visits: list[Visit] = field(default_factory=list)
    uncompressed: Sequence[str] = ()

    @property
    def measured(self) -> list[tuple[Visit, dict[str, Any]]]:
        return [(visit, visit.figures) for visit in self.visits if visit.figures is not None]

    @property
    def broken(self) -> list[Visit]:
        return [visit for visit in self.visits if (visit.status or 0) >= SERVER_ERROR]

    @property
    def unopened(self) -> list[str]:
        """Screens that nobody could open with a plain GET, with the answers they gave."""
        opened = {visit.screen for visit, _figures in self.measured}
        answers: dict[str, set[str]] = {}
        for visit in self.visits:
            if visit.screen not in opened:
                answers.setdefault(visit.screen, set()).add(str(visit.status or "-"))
        return [
            f"{screen} ({', '.join(sorted(statuses))})"
            for screen, statuses in answers.items()
            if str(NOT_BY_GET) not in statuses  # a form's own address is no screen
        ]

    def as_figures(self) -> dict[str, Any]:
        """JSON values; `ratio` is the median over pairs of the screen's time to the reference view's."""
        return {
            "goals": {"ms": GOAL_MS, "queries": GOAL_QUERIES, "first_view_bytes": GOAL_FIRST_VIEW},
            "data": {**self.counts, "seconds": self.seconds},
            "screens": [{"screen": visit.screen, "role": visit.role, **figures} for visit, figures in self.measured],
            "short": [
                {"screen": visit.screen, "role": visit.role, "of": figures["short_of"]}
                for visit, figures in self.measured
                if figures["short_of"]
            ],
            "broken": [
                {"screen": visit.screen, "role": visit.role, "status": visit.status, "trouble": visit.trouble}
                for visit in self.broken
            ],
            "unopened": self.unopened,
            "sent_uncompressed": list(self.uncompressed),
        }

    def as_lines(self) -> tuple[str, ...]:
        """The table, then what falls short and why."""
        rows = [_row(visit, figures) for visit, figures in self.measured]
        return (
            "Dữ liệu: " + ", ".join(f"{name} {count:,}".replace(",", ".") for name, count in self.counts.items()),
            *table_lines(HEAD, rows),
            "",
            *self._verdict(),
        )

    def _verdict(self) -> Iterator[str]:
        short = [(visit, figures) for visit, figures in self.measured if figures["short_of"]]
        goals = f"dưới {GOAL_MS:.0f} ms, tối đa {GOAL_QUERIES} truy vấn, lần mở đầu tối đa {GOAL_FIRST_VIEW // 1024} KB"
        yield f"Mục tiêu: {goals}. Đạt {len(self.measured) - len(short)} trên {len(self.measured)}."
        for visit, figures in short:
            yield f"Chưa đạt: {visit.screen}, {visit.role}"
            yield from _reasons(figures)
        for (screen, trouble), roles in self._troubles().items():
            yield f"Lỗi máy chủ: {screen} ({', '.join(roles)}) {trouble[:SHORT]}"
        if self.unopened:
            yield f"Không mở được bằng GET với dữ liệu mẫu: {', '.join(self.unopened)}"
        if self.uncompressed:
            yield f"Máy chủ gửi không nén (bảng tính theo cỡ đã nén): {', '.join(self.uncompressed)}"

    def _troubles(self) -> dict[tuple[str, str], list[str]]:
        """The roles for whom a screen broke in the same way."""
        found: dict[tuple[str, str], list[str]] = {}
        for visit in self.broken:
            found.setdefault((visit.screen, visit.trouble), []).append(visit.role)
        return found


def _row(visit: Visit, figures: dict[str, Any]) -> tuple[str, ...]:
    first = figures["first_view_bytes"]
    return (
        visit.screen,
        visit.role,
        f"{figures['ms']:.1f}",
        f"{figures['ratio']:.1f}",
        str(figures["queries"]),
        f"{figures['page_bytes'] / 1024:.1f}",
        f"{first / 1024:.1f}" if first is not None else "-",
        ", ".join(GOAL_WORDS[name] for name in figures["short_of"]),
    )


def _reasons(figures: dict[str, Any]) -> Iterator[str]:
    for query in figures["slowest"]:
        plan = f" [{'; '.join(query['plan'])}]" if query["plan"] else ""
        yield f"    {query['ms']:.0f} ms{plan}: {query['sql'][:SHORT]}"
    for query in figures["repeated"][:3]:
        yield f"    {query['times']} lần: {query['sql'][:SHORT]}"
