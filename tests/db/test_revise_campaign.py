"""A revised plan carries its campaign on: work stays with its row, what is gone ends, and it can be taken back."""

from __future__ import annotations

from datetime import timedelta

import pytest

from cast import NOW, Cast
from loa.campaigns.models import Assignment, Campaign, CampaignRevision, OpenQuestion, Topic
from loa.campaigns.refusals import CannotRevise, CannotUndo, DutyHasEnded, PlanIsThereAlready
from loa.campaigns.revision import Fate, Kind, RevisionLine
from loa.campaigns.selectors import (
    assignment_board,
    campaign_counts,
    campaign_of,
    late_lines,
    likely_same_plan,
    revision_preview,
)
from loa.campaigns.services.answer_question import answer_question
from loa.campaigns.services.confirm_plan import confirm_plan
from loa.campaigns.services.report_progress import report_progress
from loa.campaigns.services.revise_campaign import revise_campaign
from loa.campaigns.services.undo_revision import undo_confirmation, undo_revision
from loa.core.models import AuditEntry, SearchEntry
from loa.documents.models import Document
from loa.documents.review import deeds
from loa.documents.review.refusals import MayNotReview
from loa.documents.selectors import documents_to_review, review_of
from loa.documents.services.correct_reading import correct_reading
from loa.editorial.services.draft_message import draft_message
from plan_words import a_plan_document
from revision_rows import PLAN, REVISED, a_document

LATER, LATEST = NOW + timedelta(days=3), NOW + timedelta(days=4)


@pytest.fixture
def campaign(cast: Cast) -> Campaign:
    return confirm_plan(document=a_document(cast, PLAN, sha="a"), actor=cast.hanh.actor, at=NOW)


@pytest.fixture
def revised(cast: Cast) -> Document:
    return a_document(cast, REVISED, sha="b")


def revise(cast: Cast, campaign: Campaign, document: Document) -> Campaign:
    return revise_campaign(campaign=campaign, document=document, actor=cast.hanh.actor, at=LATER)


def of(lines: list[RevisionLine], kind: Kind) -> list[RevisionLine]:
    return [line for line in lines if line.kind == kind]


def the_duty(unit: str) -> Assignment:
    return Assignment.objects.get(unit__name=unit)


def everything() -> list[object]:
    rows: list[object] = []
    for model in (Topic, Assignment, OpenQuestion, Campaign):
        rows += model._default_manager.order_by("pk").values_list()
    return [*rows, *Assignment.objects.order_by("pk").values_list("pk", "deadlines__due_date")]


def test_the_preview_says_row_by_row_what_was_is_and_becomes(cast: Cast, campaign: Campaign, revised: Document) -> None:
    draft_message(campaign=campaign, topic=campaign.topics.get(clause="II.2"), actor=cast.dung.actor, at=NOW)
    before = everything()
    seen = revision_preview(campaign=campaign, document=revised)
    assert everything() == before
    (new,) = of(seen.of(Fate.NEW), Kind.TOPIC)
    assert new.becomes and new.becomes.clause == "II.1"
    moved = of(seen.of(Fate.CHANGED), Kind.TOPIC)
    assert [(line.was.clause, line.becomes.clause) for line in moved if line.was and line.becomes] == [
        ("II.1", "II.2"),
        ("II.2", "II.3"),
    ]
    assert [line.work.messages for line in moved] == [0, 1]
    (ended,) = of(seen.of(Fate.ENDED), Kind.ASSIGNMENT)
    assert ended.was and ended.was.name == "Trung tâm Dịch vụ sự nghiệp công"
    later = {line.was.name: (line.was.days, line.becomes.days) for line in seen.lines if line.was and line.becomes}
    assert later["Trạm Y tế xã"] == ("đến 20/10/2025", "đến 31/10/2025")
    assert later["Phòng Văn hóa - Xã hội"] == ("", "")  # its clause states none; the plan's last day is the plan's
    (whole,) = of(seen.of(Fate.CHANGED), Kind.PLAN)
    assert whole.was and whole.becomes and (whole.was.days, whole.becomes.days) == ("đến 30/10/2025", "đến 31/10/2025")


def test_rows_with_work_keep_their_identity(cast: Cast, campaign: Campaign, revised: Document) -> None:
    topic, duty = campaign.topics.get(clause="II.2"), the_duty("Trạm Y tế xã")
    message = draft_message(campaign=campaign, topic=topic, actor=cast.dung.actor, at=NOW).message
    said = {"rating": "g", "note": "đang làm", "actor": cast.hanh.actor, "at": NOW, "after": None}
    progress = report_progress(assignment=duty, **said)
    seen = revision_preview(campaign=campaign, document=revised)
    after = revise(cast, campaign, revised)
    for row in (topic, duty, message):
        row.refresh_from_db()
    assert (topic.clause, topic.ended_at, message.topic_id) == ("II.3", None, topic.pk)
    assert (duty.progress.get(), duty.ended_at) == (progress, None)
    assert [f"{one.due_date}" for one in duty.deadlines.all()] == ["2025-10-31"]
    assert (after.pk, after.document) == (campaign.pk, revised)
    assert campaign_of(Document.objects.get(sha256="a" * 64)) == after
    step = CampaignRevision.objects.get()
    assert (step.number, step.document, step.by, step.summary) == (1, revised, cast.hanh.user, seen.counts)
    assert AuditEntry.objects.filter(code="campaigns.campaign.revised").count() == 1


def test_what_the_plan_no_longer_has_ends_and_is_urged_no_more(
    cast: Cast, campaign: Campaign, revised: Document
) -> None:
    long_after = (NOW + timedelta(days=90)).date()
    gone = the_duty("Trung tâm Dịch vụ sự nghiệp công")
    assert gone in [line.assignment for line in late_lines(cast.hanh.actor, long_after)]
    revise(cast, campaign, revised)
    gone.refresh_from_db()
    assert (gone.ended_at, gone.clause) == (LATER, "III.3")
    assert gone not in [line.assignment for line in late_lines(cast.hanh.actor, long_after)]
    assert {line.assignment.unit.name for line in assignment_board(cast.hanh.actor, today=long_after)} == {
        "Trạm Y tế xã",
        "Phòng Văn hóa - Xã hội",
        "Công an xã",
    }
    this = Assignment.objects.filter(pk=gone.pk)
    (line,) = assignment_board(cast.hanh.actor, today=long_after, among=this, with_ended=True)
    assert (line.rating_words, line.due_date, line.is_late) == ("Không còn trong kế hoạch", None, False)
    said = {"rating": "g", "note": "", "actor": cast.hanh.actor, "at": LATER, "after": None}
    with pytest.raises(DutyHasEnded):
        report_progress(assignment=gone, **said)
    assert campaign_counts(campaign).topics == 3


def test_an_answer_that_is_still_asked_for_stays_answered(cast: Cast, campaign: Campaign, revised: Document) -> None:
    question = OpenQuestion.objects.get(kind="no-interval")
    answer_question(question=question, answer="month", actor=cast.hanh.actor, at=NOW)
    revise(cast, campaign, revised)
    question.refresh_from_db()
    assert (question.answer, question.ended_at) == ("month", None)
    assert campaign.reporting_duties.get(ended_at=None).every == "month"


def test_again_nothing_changes(cast: Cast, campaign: Campaign, revised: Document) -> None:
    revise(cast, campaign, revised)
    before, entries = everything(), AuditEntry.objects.count()
    assert revise(cast, campaign, revised) == campaign
    assert confirm_plan(document=revised, actor=cast.hanh.actor, at=LATEST) == campaign
    assert (everything(), AuditEntry.objects.count()) == (before, entries)


def test_the_plan_of_one_campaign_does_not_revise_another(cast: Cast, campaign: Campaign) -> None:
    document = a_plan_document(cast.commune, cast.hanh, sha256="c" * 64)
    other = confirm_plan(document=document, actor=cast.hanh.actor, at=NOW)
    with pytest.raises(CannotRevise):
        revise(cast, campaign, other.document)
    with pytest.raises(MayNotReview):
        revise_campaign(campaign=campaign, document=other.document, actor=cast.dung.actor, at=LATER)


def test_a_revision_is_taken_back_while_nobody_worked_on_what_it_brought(
    cast: Cast, campaign: Campaign, revised: Document
) -> None:
    before, found = everything(), SearchEntry.objects.filter(kind="campaigns.assignment").count()
    revise(cast, campaign, revised)
    for _ in range(2):
        back = undo_revision(campaign=campaign, actor=cast.hanh.actor, at=LATEST)
    assert everything() == before
    assert SearchEntry.objects.filter(kind="campaigns.assignment").count() == found
    assert back.document.sha256 == "a" * 64
    assert list(documents_to_review(cast.hanh.actor)) == [revised]
    assert revise(cast, campaign, revised).revisions.count() == 2


def test_a_revision_somebody_worked_on_is_not_taken_back(cast: Cast, campaign: Campaign, revised: Document) -> None:
    revise(cast, campaign, revised)
    said = {"rating": "g", "note": "", "actor": cast.hanh.actor, "at": LATER, "after": None}
    report_progress(assignment=the_duty("Công an xã"), **said)
    with pytest.raises(CannotUndo):
        undo_revision(campaign=campaign, actor=cast.hanh.actor, at=LATEST)
    assert CampaignRevision.objects.get().undone_at is None


def test_a_confirmation_is_taken_back_while_nobody_worked_on_it(cast: Cast, campaign: Campaign) -> None:
    document = campaign.document
    for _ in range(2):
        undo_confirmation(document=document, actor=cast.hanh.actor, at=LATER)
    assert not Campaign.objects.exists()
    assert list(documents_to_review(cast.hanh.actor)) == [document]
    again = confirm_plan(document=document, actor=cast.hanh.actor, at=LATER)
    draft_message(campaign=again, topic=again.topics.get(clause="II.2"), actor=cast.dung.actor, at=LATER)
    with pytest.raises(CannotUndo):
        undo_confirmation(document=document, actor=cast.hanh.actor, at=LATER)


def test_the_same_plan_in_another_file_is_no_second_campaign(cast: Cast, campaign: Campaign, revised: Document) -> None:
    twin = a_document(cast, PLAN.replace("phòng bệnh dại, xong", "phòng bệnh dại,  xong"), sha="d", name="ke-hoach.pdf")
    (likely,) = likely_same_plan(twin, cast.hanh.actor)
    assert (likely.campaign, likely.is_same_text, likely.share) == (campaign, True, 1.0)
    with pytest.raises(PlanIsThereAlready) as refusal:
        confirm_plan(document=twin, actor=cast.hanh.actor, at=LATER)
    assert (refusal.value.campaign_id, Campaign.objects.count()) == (campaign.pk, 1)
    (version,) = likely_same_plan(revised, cast.hanh.actor)
    assert (version.campaign, version.is_same_text) == (campaign, False)
    assert 0.7 < version.share < 1
    other = a_plan_document(cast.commune, cast.hanh, sha256="c" * 64)
    assert likely_same_plan(other, cast.hanh.actor) == []
    assert likely_same_plan(revised, cast.binh.actor) == []


def test_what_people_corrected_in_the_former_reading_is_told_with_whether_it_still_holds(
    cast: Cast, revised: Document
) -> None:
    first = a_document(cast, PLAN.replace(", người ký Lương Văn Khê", ""), sha="e")
    for name, value in (("signer", "Lương Văn Khê"), ("number", "7")):
        changes = deeds.set_header(review_of(first), name, value=value)
        correct_reading(document=first, changes=changes, actor=cast.hanh.actor, at=NOW)
    campaign = confirm_plan(document=first, actor=cast.hanh.actor, at=NOW)
    seen = revision_preview(campaign=campaign, document=revised)
    assert [(one.change.field, one.still_holds) for one in seen.corrections] == [
        ("/header/signer", True),
        ("/header/number", False),
    ]
