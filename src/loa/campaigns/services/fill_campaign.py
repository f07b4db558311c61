"""Writing all rows that a plan makes into its campaign."""

from __future__ import annotations

from datetime import datetime

from loa.campaigns.models import Campaign, OpenQuestion
from loa.campaigns.plan import Plan
from loa.campaigns.questions import Question, questions_of
from loa.campaigns.services.write_content import write_content
from loa.campaigns.services.write_duties import write_duties
from loa.campaigns.services.write_outside import write_outside
from loa.core.actor import Actor
from loa.core.services.search import index_row
from loa.documents.selectors import GivenAnswer, answers_given


def fill_campaign(*, campaign: Campaign, plan: Plan, actor: Actor, at: datetime) -> None:
    """Write topics, activities, duties, what is outside and what is open, and let the campaign be found.

    Called inside the transaction of the deed, for a campaign that has no row in the plan yet.
    """
    outside = write_outside(campaign=campaign, plan=plan)
    write_content(campaign=campaign, plan=plan, outside=outside)
    questions = write_duties(campaign=campaign, plan=plan, actor=actor, at=at)
    given = answers_given(campaign.document)
    for question in [*questions_of(plan), *questions]:
        _ask(campaign, question, given=given.get(question.asked))
    _index(campaign, plan)


def _index(campaign: Campaign, plan: Plan) -> None:
    header = plan.result.header
    words = [header.number, header.symbol, header.issuer, *(clause.text for clause in plan.clauses.values())]
    index_row(campaign, scope_id=campaign.commune_id, title=campaign.title, words="\n".join(filter(None, words)))


def _ask(campaign: Campaign, question: Question, *, given: GivenAnswer | None) -> None:
    """Ask once; what was answered in the review starts with that answer."""
    answer = {"answer": given.answer, "answered_at": given.at, "answered_by_id": given.by_id} if given else {}
    OpenQuestion.objects.get_or_create(
        campaign=campaign,
        kind=question.kind,
        clause=question.place.clause,
        text=question.text,
        ended_at=None,
        defaults={
            "quote": question.place.quote,
            "line_from": question.place.line_from,
            "line_to": question.place.line_to,
            **answer,
        },
    )
