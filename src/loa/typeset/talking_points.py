"""One A4 sheet for the person who tells neighbours: what, why, what to say, what they will ask."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from loa.typeset.dates import day_text
from loa.typeset.engine import Page, to_pdf
from loa.typeset.qr import qr_svg
from loa.typeset.text import shortened

# What one A4 sheet holds in letters that can still be read; longer parts are cut with "…", the page has them whole.
TITLE_LETTERS, PART_LETTERS, SENTENCE_LETTERS, ANSWER_LETTERS = 300, 600, 300, 400
SENTENCES, QUESTIONS = 5, 6


@dataclass(frozen=True, slots=True)
class QuestionAnswer:
    """A question that people are likely to ask, and the approved answer."""

    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class TalkingPoints:
    """The words of one sheet. Empty parts are left off the page.

    :param sentences: what to say, in order; three are best.
    :param source: the document the facts come from.
    :param contact: where to ask, with a phone number.
    """

    commune: str
    province: str
    issuer: str
    title: str
    what: str
    why: str
    sentences: tuple[str, ...]
    questions: tuple[QuestionAnswer, ...]
    contact: str
    code: str
    address: str
    source: str = ""
    valid_until: date | None = None


def talking_points_pdf(points: TalkingPoints) -> bytes:
    """The sheet as a PDF of exactly one A4 page, the same bytes for the same words; overlong parts are cut with "…".

    :raises UnprintableText: a letter that the font lacks.
    """
    return to_pdf(Page(template="talking_points.typ", data=_data(points), qr=qr_svg(points.address)))


def _data(points: TalkingPoints) -> dict[str, object]:
    return {
        "commune": points.commune,
        "province": points.province,
        "issuer": shortened(points.issuer, SENTENCE_LETTERS),
        "title": shortened(points.title, TITLE_LETTERS),
        "what": shortened(points.what, PART_LETTERS),
        "why": shortened(points.why, PART_LETTERS),
        "sentences": [shortened(words, SENTENCE_LETTERS) for words in points.sentences[:SENTENCES]],
        "questions": [
            {
                "question": shortened(pair.question, SENTENCE_LETTERS),
                "answer": shortened(pair.answer, ANSWER_LETTERS),
            }
            for pair in points.questions[:QUESTIONS]
        ],
        "contact": shortened(points.contact, SENTENCE_LETTERS),
        "code": points.code,
        "address": points.address,
        "source": shortened(points.source, SENTENCE_LETTERS),
        "valid_until": day_text(points.valid_until) if points.valid_until else "",
    }
