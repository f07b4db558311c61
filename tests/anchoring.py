"""What must hold of every reading, whatever the document: places, words, rules, and lines accounted for."""

from __future__ import annotations

from collections.abc import Sequence

from loa.documents.extraction.rules import RULES
from loa.documents.extraction.serial import to_json
from loa.documents.ports import ExtractionResult, Line

LISTS = (
    "recipients",
    "citations",
    "outline",
    "windows",
    "assignments",
    "topics",
    "activities",
    "budget",
    "reporting",
    "audiences",
    "costs",
    "tasks",
    "units",
)


def assert_anchored(result: ExtractionResult, name: str = "") -> None:
    """No field without an anchor, no anchor without a rule of the catalogue."""
    data = to_json(result)
    wanted = {f"/header/{field}" for field, value in data["header"].items() if value is not None}
    wanted |= {"/archive"} if data["archive"] else set()
    wanted |= {f"/{group}/{index}" for group in LISTS for index in range(len(data[group]))}
    assert wanted - set(result.anchors) == set(), name
    nameless = {pointer: place.rule for pointer, places in result.anchors.items() for place in places}
    assert {pointer: rule for pointer, rule in nameless.items() if rule not in RULES} == {}, name


def assert_quoted(result: ExtractionResult, lines: Sequence[Line], name: str = "") -> None:
    """Every quote stands in its lines, and every line with words is used or listed as unused."""
    used: set[int] = set()
    for pointer, places in result.anchors.items():
        for place in places:
            printed = " ".join(" ".join(line.text for line in lines[place.line_from - 1 : place.line_to]).split())
            assert place.quote, (name, pointer)
            assert place.quote in printed, (name, pointer)
            used.update(range(place.line_from, place.line_to + 1))
    worded = {line.number for line in lines if line.text.strip()}
    assert worded <= used | set(result.unused), name
    assert not used & set(result.unused), name
