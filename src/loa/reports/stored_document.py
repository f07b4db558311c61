"""A document as plain JSON and back, without its annexes: a screen shows it without counting everything again."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from loa.typeset.official import (
    Align,
    Block,
    Column,
    Heading,
    OfficialDocument,
    Paragraph,
    ParagraphLook,
    PartialDate,
    Row,
    Table,
)

LISTS = ("issuer", "grounds", "recipients")


def stored(document: OfficialDocument) -> dict[str, Any]:
    """`document` as JSON. The annex is left out: it lists the rows that each figure opens anyway."""
    data = asdict(document)
    del data["annexes"]
    data["blocks"] = [{"is": type(block).__name__, **asdict(block)} for block in document.blocks]
    return data


def read_stored(data: dict[str, Any]) -> OfficialDocument:
    """The document that `stored` kept, with no annex."""
    receivers = data["addressed_to"]
    changed = {
        **{name: tuple(data[name]) for name in LISTS},
        "addressed_to": None if receivers is None else tuple(receivers),
        "date": PartialDate(**data["date"]),
        "blocks": tuple(_block(dict(block)) for block in data["blocks"]),
    }
    return OfficialDocument(**{**data, **changed})


def _block(data: dict[str, Any]) -> Block:
    kind = data.pop("is")
    if kind == "Heading":
        return Heading(**data)
    if kind == "Paragraph":
        return Paragraph(data["text"], ParagraphLook(data["look"]))
    columns = tuple(Column(column["title"], column["share"], Align(column["align"])) for column in data["columns"])
    rows = tuple(Row(tuple(row["cells"]), is_group=row["is_group"]) for row in data["rows"])
    return Table(data["caption"], columns, rows)
