"""The PDF of an administrative document."""

from __future__ import annotations

from typing import Any

from loa.typeset.engine import Page, to_pdf
from loa.typeset.official import (
    BOTTOM_MM,
    LEFT_MM,
    RIGHT_MM,
    STATE_MOTTO,
    STATE_NAME,
    TOP_MM,
    Block,
    Heading,
    OfficialDocument,
    Paragraph,
)


def official_pdf(document: OfficialDocument) -> bytes:
    """`document` as PDF, the same bytes for the same document.

    :raises UnprintableText: a letter that the font lacks.
    """
    return to_pdf(Page(template="official.typ", data=_data(document)))


def _data(document: OfficialDocument) -> dict[str, Any]:
    return {
        "state_name": STATE_NAME,
        "state_motto": STATE_MOTTO,
        "margin": {"top": TOP_MM, "bottom": BOTTOM_MM, "left": LEFT_MM, "right": RIGHT_MM},
        "parent_issuer": document.parent_issuer,
        "issuer": list(document.issuer),
        "number": document.number_line,
        "date": document.date_line,
        "doc_type": document.doc_type,
        "subject": document.subject,
        "receivers": list(document.receivers),
        "grounds": list(document.ground_lines),
        "body": [_block(block) for block in document.body],
        "recipients": list(document.recipient_lines),
        "signature": list(document.signature_lines),
        "annexes": [
            {
                "label": document.annex_label(index),
                "title": annex.title,
                "origin": document.annex_origin,
                "blocks": [_block(block) for block in annex.blocks],
            }
            for index, annex in enumerate(document.annexes)
        ],
    }


def _block(block: Block) -> dict[str, Any]:
    if isinstance(block, Heading):
        return {"kind": "heading", "level": block.level, "words": block.words}
    if isinstance(block, Paragraph):
        return {"kind": "paragraph", "look": block.look.value, "words": block.text}
    return {
        "kind": "table",
        "caption": block.caption,
        "titles": [column.title for column in block.columns],
        "shares": [column.share for column in block.columns],
        "aligns": [column.align.value for column in block.columns],
        "rows": [{"is_group": row.is_group, "cells": list(row.cells)} for row in block.rows],
    }
