"""What a plan leaves open is answered once, by a person, and the answer has its effect."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from cast import NOW, Cast
from loa.campaigns.answers import ANSWER_FORMS, answer_form, answer_words
from loa.campaigns.models import Deadline, OpenQuestion, ReportingDuty
from loa.campaigns.models.question import LEFT_OPEN
from loa.campaigns.questions import interval_question
from loa.campaigns.refusals import AlreadyAnswered, MayNotAnswer, UnusableAnswer
from loa.campaigns.selectors import plans_of, questions_open
from loa.campaigns.services.answer_question import answer_question
from loa.campaigns.services.create_campaign import create_campaign
from loa.core.actor import Actor
from loa.core.language import speaking
from loa.core.models import AuditEntry
from loa.documents.ports import Window
from loa.units.models import Membership
from loa.units.rights import Role
from loa.units.selectors import actor_for
from plan_words import a_plan_document, with_changes
from report_rows import Scene

LATER = NOW + timedelta(hours=1)


@pytest.fixture
def colleague(cast: Cast) -> Actor:
    """Dũng, who was given the culture desk too."""
    Membership.objects.create(commune=cast.commune, user=cast.dung.user, role=Role.CULTURE)
    return actor_for(cast.dung.user, cast.commune)


def asked_of(scene: Scene, receiver: str) -> OpenQuestion:
    return scene.question(interval_question(receiver))


def intervals() -> dict[str, str]:
    return dict(ReportingDuty.objects.values_list("receiver", "every"))


def test_the_interval_goes_to_the_duty_that_was_asked_about(cast: Cast, scene: Scene) -> None:
    scene.receiver("Sở Y tế")
    scene.receiver("Sở Y tế tỉnh Lam Giang")
    ReportingDuty.objects.update(every="")
    question = asked_of(scene, "Sở Y tế")
    answered = answer_question(question=question, answer="quarter", actor=cast.hanh.actor, at=NOW)
    assert (answered.answer, answered.answered_at, answered.answered_by) == ("quarter", NOW, cast.hanh.user)
    assert intervals() == {"Sở Y tế": "quarter", "Sở Y tế tỉnh Lam Giang": ""}
    entry = AuditEntry.objects.get(code="campaigns.question.answered")
    assert entry.detail == {"kind": "no-interval", "duties": 1}


def test_a_real_plan_s_question_finds_its_duty(cast: Cast) -> None:
    create_campaign(document=a_plan_document(cast.commune, cast.hanh), actor=cast.hanh.actor, at=NOW)
    question = OpenQuestion.objects.get(kind="no-interval")
    answer_question(question=question, answer="month", actor=cast.hanh.actor, at=NOW)
    assert ReportingDuty.objects.get().every == "month"


def test_who_answered_may_answer_otherwise_and_the_effect_follows(cast: Cast, scene: Scene) -> None:
    scene.receiver("Sở Y tế")
    question = asked_of(scene, "Sở Y tế")
    for answer, every in (("month", "month"), ("half-year", "half-year"), (LEFT_OPEN, "")):
        answer_question(question=question, answer=answer, actor=cast.hanh.actor, at=NOW)
        assert intervals() == {"Sở Y tế": every}


def test_the_same_answer_again_changes_nothing(cast: Cast, scene: Scene, colleague: Actor) -> None:
    question = scene.question("Ngày ký là ngày nào?", kind="blank-day")
    answer_question(question=question, answer=" 05/9/2025 ", actor=cast.hanh.actor, at=NOW)
    again = answer_question(question=question, answer="05/9/2025", actor=colleague, at=LATER)
    assert (again.answer, again.answered_at, again.answered_by) == ("05/9/2025", NOW, cast.hanh.user)
    assert AuditEntry.objects.filter(code="campaigns.question.answered").count() == 1


def test_another_answer_of_another_person_is_told_who_was_first(cast: Cast, scene: Scene, colleague: Actor) -> None:
    question = scene.question("Có phải là một đơn vị không?", kind="unit-ambiguous")
    answer_question(question=question, answer="yes", actor=cast.hanh.actor, at=NOW)
    with pytest.raises(AlreadyAnswered, match="Hạnh đã trả lời câu hỏi này lúc 17:00 03/09/2025: Đúng, là một đơn vị"):
        answer_question(question=question, answer="no", actor=colleague, at=LATER)
    question.refresh_from_db()
    assert question.answer == "yes"


def test_what_was_left_open_may_be_settled_by_anybody_of_the_desk(cast: Cast, scene: Scene, colleague: Actor) -> None:
    question = asked_of(scene, "Sở Y tế")
    answer_question(question=question, answer=LEFT_OPEN, actor=cast.hanh.actor, at=NOW)
    assert list(OpenQuestion.objects.unsettled(before=LATER)) == [question]
    answer_question(question=question, answer="year", actor=colleague, at=NOW)
    assert list(OpenQuestion.objects.unsettled(before=LATER)) == []
    assert list(OpenQuestion.objects.unsettled(before=NOW)) == [question]  # as it was before the answer


@pytest.mark.parametrize(
    ("kind", "answer", "words"),
    [
        ("blank-day", " \n", "Chưa có câu trả lời"),
        ("blank-day", "x" * 1001, "dài 1001 ký tự, tối đa 1000"),
        ("no-interval", "mỗi tuần", "không có trong danh sách"),
        ("unit-unified", "Đúng, là một đơn vị", "không có trong danh sách"),
    ],
)
def test_what_is_no_answer_is_refused(cast: Cast, scene: Scene, kind: str, answer: str, words: str) -> None:
    question = scene.question("Câu hỏi?", kind=kind)
    with pytest.raises(UnusableAnswer, match=words):
        answer_question(question=question, answer=answer, actor=cast.hanh.actor, at=NOW)
    assert OpenQuestion.objects.unanswered().count() == 1


def test_only_who_may_and_sees_the_question_answers(cast: Cast, scene: Scene) -> None:
    question = asked_of(scene, "Sở Y tế")
    stranger = replace(cast.hanh.actor, scope_id=cast.other_commune.pk)
    machine = replace(cast.hanh.actor, key="system:worker")
    for actor in (cast.dung.actor, cast.lan.actor, cast.tu.actor, cast.quy.actor, cast.binh.actor, stranger, machine):
        with pytest.raises(MayNotAnswer):
            answer_question(question=question, answer="month", actor=actor, at=NOW)
    assert OpenQuestion.objects.unanswered().count() == 1


def test_an_answer_in_words_makes_no_deadline_anywhere(cast: Cast) -> None:
    read = with_changes(windows=(Window("III.1", "2025-09-08", None, None, None),))
    campaign = create_campaign(document=a_plan_document(cast.commune, cast.hanh, read), actor=cast.hanh.actor, at=NOW)
    question = OpenQuestion.objects.get(kind="no-period")
    before = list(Deadline.objects.order_by("pk").values())
    assert before
    for answer in ("Không thời hạn", "Kế hoạch không nêu kỳ", "31/12/2025"):
        answered = answer_question(question=question, answer=answer, actor=cast.hanh.actor, at=NOW)
        assert answered.answer == answer
    assert list(Deadline.objects.order_by("pk").values()) == before
    campaign.refresh_from_db()
    assert (campaign.start_date, campaign.end_date) == (date(2025, 9, 8), None)


def test_every_kind_that_plans_raise_has_a_form(cast: Cast) -> None:
    create_campaign(document=a_plan_document(cast.commune, cast.hanh), actor=cast.hanh.actor, at=NOW)
    kinds = set(OpenQuestion.objects.values_list("kind", flat=True))
    assert kinds and kinds <= set(ANSWER_FORMS)
    assert answer_form("một loại mới").choices == ()


def test_an_answer_is_shown_in_words() -> None:
    with speaking("vi"):
        assert answer_words("no-interval", "half-year") == "6 tháng"
        assert answer_words("blank-day", "05/9/2025") == "05/9/2025"
        assert answer_words("no-interval", LEFT_OPEN) == "Để ngỏ, chờ hỏi lại"


def test_the_list_of_plans_counts_what_each_holds(cast: Cast, scene: Scene) -> None:
    scene.outside_topic("II.4")
    first, second = scene.question("Một?"), scene.question("Hai?")
    answer_question(question=first, answer="month", actor=cast.hanh.actor, at=NOW)
    assert list(questions_open(cast.hanh.actor)) == [second]
    (plan,) = plans_of(cast.hanh.actor).values("topic_count", "question_count", "outside_count")
    assert plan == {"topic_count": 4, "question_count": 1, "outside_count": 1}
    assert not plans_of(cast.binh.actor).exists()
    assert not questions_open(cast.binh.actor).exists()
