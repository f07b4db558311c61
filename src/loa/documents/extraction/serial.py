"""An ExtractionResult as the JSON object that `loa extract --json` prints, and back."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from loa.documents.ports import (
    ActivityRow,
    Anchor,
    AssignmentRow,
    AudienceRow,
    Citation,
    Clause,
    CostRow,
    ExtractionResult,
    Header,
    Line,
    ReportingDuty,
    TaskRow,
    UnitNames,
    Window,
)


def to_json(result: ExtractionResult, *, explain: bool = False) -> dict[str, Any]:
    """Return plain JSON values; a day of the month is a number there, a day of the year `MM-DD`.

    :param explain: each anchor also names the rule that read it.
    """
    return {
        "header": asdict(result.header),
        "recipients": list(result.recipients),
        "archive": result.archive,
        "citations": [asdict(citation) for citation in result.citations],
        "outline": [{"label": clause.label, "starts": clause.starts} for clause in result.clauses],
        "windows": [_window(window) for window in result.windows],
        "assignments": [asdict(row) for row in result.assignments],
        "topics": list(result.topics),
        "activities": [asdict(row) | {"channels": list(row.channels)} for row in result.activities],
        "budget": list(result.budget),
        "reporting": [asdict(duty) for duty in result.reporting],
        "audiences": [asdict(row) for row in result.audiences],
        "costs": [asdict(row) for row in result.costs],
        "tasks": [asdict(row) | {"lead": list(row.lead), "support": list(row.support)} for row in result.tasks],
        "units": [{"name": row.name, **_spellings(row)} for row in result.units],
        "clauses": [asdict(clause) for clause in result.clauses],
        "anchors": {
            pointer: [_anchor(anchor, explain=explain) for anchor in places]
            for pointer, places in result.anchors.items()
        },
        "unused": list(result.unused),
    } | ({"notices": list(result.notices)} if result.notices else {})


def from_json(data: dict[str, Any], text: str) -> ExtractionResult:
    """Rebuild the result from its JSON and the normalised text it was read from (one line per line)."""
    anchors = {pointer: tuple(Anchor(**place) for place in places) for pointer, places in data["anchors"].items()}
    return ExtractionResult(
        header=Header(**data["header"]),
        recipients=tuple(data["recipients"]),
        archive=data["archive"],
        citations=tuple(Citation(**row) for row in data["citations"]),
        clauses=tuple(Clause(**row) for row in data["clauses"]),
        windows=tuple(
            Window(**row | {"day": None if row["day"] is None else str(row["day"])}) for row in data["windows"]
        ),
        assignments=tuple(AssignmentRow(**row) for row in data["assignments"]),
        topics=tuple(data["topics"]),
        activities=tuple(ActivityRow(**row | {"channels": tuple(row["channels"])}) for row in data["activities"]),
        budget=tuple(data["budget"]),
        reporting=tuple(ReportingDuty(**row) for row in data["reporting"]),
        audiences=tuple(AudienceRow(**row) for row in data.get("audiences", ())),
        costs=tuple(CostRow(**row) for row in data.get("costs", ())),
        tasks=tuple(
            TaskRow(**row | {"lead": tuple(row["lead"]), "support": tuple(row["support"])})
            for row in data.get("tasks", ())
        ),
        units=tuple(
            UnitNames(row["name"], tuple(row["alternatives"]), tuple(row["doubtful"])) for row in data.get("units", ())
        ),
        anchors=anchors,
        unused=tuple(data["unused"]),
        notices=tuple(data.get("notices", ())),
        lines=tuple(Line(number, line) for number, line in enumerate(text.split("\n"), start=1)),
    )


def _anchor(anchor: Anchor, *, explain: bool) -> dict[str, Any]:
    place: dict[str, Any] = asdict(anchor)
    rule = place.pop("rule")
    return place | {"rule": rule} if explain else place


def _spellings(row: UnitNames) -> dict[str, list[str]]:
    return {"alternatives": list(row.alternatives), "doubtful": list(row.doubtful)}


def _window(window: Window) -> dict[str, Any]:
    row: dict[str, Any] = asdict(window)
    if window.day is not None and window.day.isdigit():
        row["day"] = int(window.day)
    return row
