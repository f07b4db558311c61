"""What a person answered to a question that no field of the reading answers, kept like any other correction.

It changes nothing that was read; whoever asks looks here whether it was answered already.
"""

from __future__ import annotations

from dataclasses import asdict

from loa.documents.review.changes import ANSWERS, Change, Review
from loa.documents.review.deeds import checked
from loa.documents.review.shapes import Answer

Asked = tuple[str, str, str]  # the kind of the question, its clause, the words it asks about


def give_answer(review: Review, answer: Answer) -> list[Change]:
    """Answer a question, or answer it otherwise than before.

    :raises WrongCorrection: it cannot be.
    """
    row = asdict(answer)
    for number, said in enumerate(review.data[ANSWERS]):
        if said is not None and asked_of(said) == asked_of(row):
            return checked(review, [Change(f"/{ANSWERS}/{number}/answer", said["answer"], answer.answer)])
    return checked(review, [Change(review.free(ANSWERS), None, row)])


def answers_in(review: Review) -> dict[Asked, str]:
    """The answers that stand, by what they answer."""
    return {asked_of(row): row["answer"] for row in review.data[ANSWERS] if row is not None}


def asked_of(row: dict[str, str]) -> Asked:
    """What a row of answers answers."""
    return row["kind"], row["clause"], row["quote"]
