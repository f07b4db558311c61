"""What was corrected in the plan before, offered to its revised version: what can be used again, and what cannot."""

from __future__ import annotations

from dataclasses import dataclass

from loa.campaigns.models import Campaign
from loa.campaigns.selectors.review import answers_to_carry
from loa.campaigns.selectors.revising import Likeness
from loa.console.plans.review_words import batch_words
from loa.core.language import gettext
from loa.core.language import gettext_noop as marked
from loa.documents.models import Document
from loa.documents.review.carrying import Carrying, Left
from loa.documents.review.changes import Review
from loa.documents.review.standing import Why
from loa.documents.selectors import carrying_between, review_of

REASONS = {
    Why.GONE: marked("Đoạn này không còn trong bản mới, hoặc lời đã đổi."),
    Why.OTHERWISE: marked("Đoạn này còn, nhưng ở bản mới Loa đọc khác trước."),
    Why.MANY: marked("Đoạn này có ở nhiều chỗ trong bản mới, chưa rõ là chỗ nào."),
    Why.OWN: marked("Mỗi văn bản có số, ngày và người ký riêng."),
    Why.CORRECTED: marked("Anh/chị đã sửa chỗ này ở bản mới; giữ như đã sửa."),
}


@dataclass(frozen=True, slots=True)
class Offer:
    """How many deeds can be used again, how many were, and what cannot: (what it was, why)."""

    count: int
    done: int
    left: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Alike:
    """A campaign that the document is likely a version of, with what is offered of its corrections."""

    campaign: Campaign
    is_same_text: bool
    offer: Offer | None


def alike_of(likeness: Likeness, document: Document, *, review: Review) -> Alike:
    """The same paper in another file needs no corrections: it is not to be confirmed; one set aside waits.

    :param review: the reading of `document` with its corrections.
    """
    offer = None
    if not likeness.is_same_text and document.set_aside_at is None:
        former, answers = likeness.campaign.document, answers_to_carry(likeness.campaign)
        offer = _offer(carrying_between(former, document, answers=answers, review=review), review_of(former))
    return Alike(likeness.campaign, likeness.is_same_text, offer)


def _offer(found: Carrying, former: Review) -> Offer:
    return Offer(found.count, found.done, [_left(one, former) for one in found.left])


def _left(left: Left, former: Review) -> tuple[str, str]:
    clauses = {clause.label: clause for clause in former.outcome.clauses}
    return batch_words(left.changes, former, clauses=clauses), gettext(REASONS[left.why])
