"""Answers that no field of the reading holds, as the review shows them: each can be asked again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from loa.campaigns.answers import answer_form, answer_words
from loa.core.language import gettext
from loa.core.language import gettext_noop as marked
from loa.documents.review.changes import ANSWERS, Review

# What answers a question although it gives no value, beside its box.
INSTEAD: Mapping[str, str] = {
    "no-period": marked("Không có thời hạn"),
    "no-signer": marked("Chưa ký"),
    "past-deadline": marked("Đúng như văn bản ghi"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """One answer: what it is of, the words it is about, and how it was answered; `key` names it in addresses."""

    key: str
    pointer: str
    name: str
    clause: str
    quote: str
    answer: str


def told_in(review: Review) -> list[Told]:
    """The answers that stand, in the order in which they were given."""
    return [
        Told(
            key=f"da-{number}",
            pointer=f"/{ANSWERS}/{number}",
            name=gettext(answer_form(row["kind"]).label),
            clause=row["clause"],
            quote=row["quote"],
            answer=answer_words(row["kind"], row["answer"]),
        )
        for number, row in enumerate(review.data[ANSWERS])
        if row is not None
    ]
