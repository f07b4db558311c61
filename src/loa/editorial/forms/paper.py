"""The two forms on paper: the poster on the board, the sheet in a communicator's hand."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from loa.editorial.forms.content import Content, Made
from loa.editorial.forms.repeated import beyond_summary
from loa.editorial.paragraphs import Kind, blocks_of, sentences_for_reading
from loa.editorial.ports import Form
from loa.typeset.poster import Poster, poster_fit, poster_pdf
from loa.typeset.talking_points import QuestionAnswer, TalkingPoints, talking_points_pdf

PDF = "application/pdf"
MOST_SENTENCES = 3


def poster(content: Content) -> Made:
    """An A4 poster; `facts` says how large its letters are and how many paragraphs found no room."""
    words = Poster(
        commune=content.commune,
        province=content.province,
        issuer=content.issuer,
        title=content.title,
        paragraphs=(content.summary, *_other_sentences(content)),
        contact=content.contact,
        code=content.code,
        address=content.address,
        valid_until=content.useful_until,
        notice=content.notice,
    )
    fit = poster_fit(words)
    return Made(
        form=Form.POSTER,
        media_type=PDF,
        suffix=".pdf",
        data=poster_pdf(words),
        facts={
            "title_cap_mm": round(fit.title_cap_mm, 1),
            "body_cap_mm": round(fit.body_cap_mm, 1),
            "paragraphs_left_out": fit.paragraphs_left_out,
        },
    )


def talking_points(content: Content) -> Made:
    """One A4 sheet: what, why, what to say, what will be asked, where to ask."""
    why = "; ".join(basis.words for basis in content.bases[:1])
    points = TalkingPoints(
        commune=content.commune,
        province=content.province,
        issuer=content.issuer,
        title=content.title,
        what=content.summary,
        why=f"Thực hiện {why}." if why else "",
        sentences=tuple(_other_sentences(content)[:MOST_SENTENCES]),
        questions=_questions(content),
        contact=content.contact,
        code=content.code,
        address=content.address,
        source="; ".join(basis.words for basis in content.bases),
        valid_until=content.useful_until,
    )
    return Made(form=Form.TALKING_POINTS, media_type=PDF, suffix=".pdf", data=talking_points_pdf(points))


def _plain_sentences(paragraphs: Iterable[str]) -> list[str]:
    """The paragraphs without headings, lists joined to the words that lead to them."""
    return sentences_for_reading(
        paragraph for paragraph in paragraphs if next(blocks_of([paragraph])).kind != Kind.HEADING
    )


def _other_sentences(content: Content) -> list[str]:
    """Paragraphs that say more than the summary above them says already."""
    return _plain_sentences(beyond_summary(content))


def _questions(content: Content) -> tuple[QuestionAnswer, ...]:
    """The questions that the message itself answers: its own headings, then those that any message meets."""
    asked = []
    blocks = list(blocks_of(content.paragraphs))
    for block, after in pairwise(blocks):
        if block.kind == Kind.HEADING and block.texts[0].endswith("?") and after.kind == Kind.TEXT:
            asked.append(QuestionAnswer(block.texts[0], after.texts[0]))
    if content.until_words:
        asked.append(QuestionAnswer("Tin này có giá trị đến khi nào?", f"Đến hết ngày {content.until_words}."))
    if content.contact:
        asked.append(QuestionAnswer("Muốn hỏi thêm thì hỏi ai?", f"Xin liên hệ {content.contact}."))
    asked.append(
        QuestionAnswer(
            f"Làm sao biết đây là tin thật của {content.called}?",
            f"Mở {content.address} hoặc quét mã QR trên tờ này, so mã tin {content.code}.",
        )
    )
    return tuple(asked)
