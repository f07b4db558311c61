"""Which of the documents that a plan cites a message on one of its topics rests on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loa.documents.ports import Citation, ExtractionResult


def citations_for(plan: ExtractionResult, *, text: str, lines: range) -> Iterator[Citation]:
    """Citations in the topic, in the preamble, or that the topic names for short ("Kế hoạch số 02").

    :param text: the topic's words; `lines` its numbers of lines in the plan.
    """
    first_clause = min((clause.line_from for clause in plan.clauses), default=0)
    short_numbers = set(re.findall(r"số (\d+)\b(?![-/\d])", text))
    for number, citation in enumerate(plan.citations):
        places = [anchor.line_from for anchor in plan.anchors.get(f"/citations/{number}", ())]
        is_near = any(place in lines or place < first_clause for place in places)
        if is_near or re.split(r"[-/]", citation.symbol)[0] in short_numbers:
            yield citation
