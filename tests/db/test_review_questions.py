"""Before confirmation nothing is work; what is open is asked, and a correction that answers it ends the question."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from cast import NOW, Cast
from loa.campaigns.models import Assignment, Campaign, CostLine, Deadline, OpenQuestion, ReportingDuty, Topic
from loa.campaigns.questions import Question
from loa.campaigns.selectors import campaign_of, questions_for_review
from loa.campaigns.services.confirm_plan import confirm_plan
from loa.core.models import AuditEntry, SearchEntry
from loa.documents.models import Document
from loa.documents.ports import AudienceRow, CostRow, TaskRow, UnitNames
from loa.documents.review import deeds
from loa.documents.review.changes import Change, Review
from loa.documents.review.refusals import MayNotReview
from loa.documents.review.unit_deeds import not_same_unit, same_unit
from loa.documents.selectors import review_of
from loa.documents.services.correct_reading import correct_reading
from loa.units.models import Unit, UnitAlias
from plan_words import SMALL_PLAN, a_plan_document, with_changes

CENTRE, SHORT = "Trung tâm Dịch vụ sự nghiệp công", "Trung tâm Dịch vụ SNC"


@pytest.fixture
def document(cast: Cast) -> Document:
    return a_plan_document(cast.commune, cast.hanh)


def asked(document: Document) -> dict[str, Question]:
    return {question.kind: question for question in questions_for_review(document)}


def corrected(cast: Cast, document: Document, deed: Callable[[Review], list[Change]]) -> None:
    correct_reading(document=document, changes=deed(review_of(document)), actor=cast.hanh.actor, at=NOW)


def test_reading_and_asking_make_no_work(cast: Cast, document: Document) -> None:
    units = Unit.objects.count()
    assert questions_for_review(document)
    assert not Campaign.objects.exists() and not Assignment.objects.exists()
    assert (Unit.objects.count(), UnitAlias.objects.count()) == (units, 0)
    assert not SearchEntry.objects.filter(kind="campaigns.campaign").exists()


def test_each_question_names_the_field_that_answers_it(document: Document) -> None:
    pointers = {kind: question.pointer for kind, question in asked(document).items()}
    assert pointers == {
        "blank-number": "/header/number",
        "blank-day": "/header/date",
        "no-signer": "/header/signer",
        "past-deadline": "/windows/2/end",
        "no-interval": "/reporting/0/every",
        "generic-doer": "/assignments/7/unit",
        "mixed-clause": "",
        "unit-unified": "/assignments/0",
    }
    assert set(asked(document)["unit-unified"].names) == {CENTRE, SHORT}


def test_a_removed_row_does_not_move_the_field_of_another(cast: Cast, document: Document) -> None:
    corrected(cast, document, lambda review: deeds.remove_row(review, "/windows/0"))
    corrected(cast, document, lambda review: deeds.remove_row(review, "/assignments/1"))
    assert asked(document)["past-deadline"].pointer == "/windows/2/end"
    assert asked(document)["generic-doer"].pointer == "/assignments/7/unit"


def test_what_a_correction_answers_is_asked_no_more(cast: Cast, document: Document) -> None:
    deed_of: dict[str, Callable[[Review], list[Change]]] = {
        "blank-number": lambda review: deeds.set_header(review, "number", value="05"),
        "blank-day": lambda review: deeds.set_header(review, "date", value="2025-09-05"),
        "no-signer": lambda review: deeds.set_header(review, "signer", value="Lương Văn Khê"),
        "past-deadline": lambda review: deeds.set_row(review, "/windows/2", end="2025-10-20"),
        "no-interval": lambda review: deeds.set_row(review, "/reporting/0", every="quarter"),
        "generic-doer": lambda review: deeds.name_doers(
            review, "/assignments/7", names=["Trạm Y tế xã", "Hội Phụ nữ xã"]
        ),
        "unit-unified": lambda review: same_unit(review, first=CENTRE, second=SHORT),
    }
    for kind, deed in deed_of.items():
        assert kind in asked(document)
        corrected(cast, document, deed)
        assert kind not in asked(document)
    campaign = confirm_plan(document=document, actor=cast.hanh.actor, at=NOW)
    assert list(OpenQuestion.objects.values_list("kind", flat=True)) == ["mixed-clause"]
    assert ReportingDuty.objects.get().every == "quarter"
    assert {row.unit.name for row in campaign.assignments.filter(clause="V.5")} == {"Trạm Y tế xã", "Hội Phụ nữ xã"}
    assert Unit.objects.get(name=CENTRE).aliases.filter(text=SHORT).exists()


def test_the_last_day_of_the_plan_is_no_clauses_own_deadline(cast: Cast) -> None:
    document = a_plan_document(cast.commune, cast.hanh, with_changes(windows=()))
    assert asked(document)["no-period"].pointer == "/windows"
    corrected(cast, document, lambda review: deeds.add_window(review, clause="", start=None, end="2025-12-31"))
    assert "no-period" not in asked(document)
    campaign = confirm_plan(document=document, actor=cast.hanh.actor, at=NOW)
    assert campaign.end_date == date(2025, 12, 31)
    assert not Deadline.objects.filter(is_inherited=False).exists()


def test_a_last_day_before_the_plan_is_asked_about_as_the_whole_plans(cast: Cast) -> None:
    document = a_plan_document(cast.commune, cast.hanh, with_changes(windows=()))
    corrected(cast, document, lambda review: deeds.add_window(review, clause="", start=None, end="2025-08-31"))
    assert "31/08/2025 của cả kế hoạch trước ngày" in asked(document)["past-deadline"].text


def test_two_units_stay_two_where_a_person_says_so(cast: Cast, document: Document) -> None:
    corrected(cast, document, lambda review: not_same_unit(review, first=CENTRE, second=SHORT))
    assert not any(kind.startswith("unit-") for kind in asked(document))
    confirm_plan(document=document, actor=cast.hanh.actor, at=NOW)
    assert Unit.objects.filter(name__in=[CENTRE, SHORT]).count() == 2


def test_names_that_the_reading_unified_are_one_unit_and_doubts_are_asked(cast: Cast) -> None:
    units = (UnitNames("Phòng Văn hoá - Xã hội", ("Phòng VHXH",)), UnitNames("Công an xã", (), ("Ban Công an",)))
    document = a_plan_document(cast.commune, cast.hanh, with_changes(units=units))
    doubt = [question for question in questions_for_review(document) if question.kind == "unit-ambiguous"]
    assert [set(question.names) for question in doubt] == [{"Công an xã", "Ban Công an"}]
    confirm_plan(document=document, actor=cast.hanh.actor, at=NOW)
    assert UnitAlias.objects.get(text="Phòng VHXH").unit.name == "Phòng Văn hoá - Xã hội"
    assert OpenQuestion.objects.filter(kind="unit-ambiguous").count() == 1


def test_confirming_is_once_and_only_for_who_may(cast: Cast, document: Document) -> None:
    for person in (cast.dung, cast.lan, cast.tu, cast.binh):
        with pytest.raises(MayNotReview):
            confirm_plan(document=document, actor=person.actor, at=NOW)
    first = confirm_plan(document=document, actor=cast.hanh.actor, at=NOW)
    assert confirm_plan(document=document, actor=cast.hanh.actor, at=NOW) == first == campaign_of(document)
    document.refresh_from_db()
    assert (document.confirmed_at, document.confirmed_by) == (NOW, cast.hanh.user)
    assert AuditEntry.objects.filter(code="documents.document.confirmed").count() == 1


def test_unused_lines_become_a_topic_of_the_campaign(cast: Cast) -> None:
    result = with_changes(unused=(1, 2))
    document = a_plan_document(cast.commune, cast.hanh, result)
    corrected(cast, document, lambda review: deeds.topic_of_lines(review, line_from=1, line_to=1))
    confirm_plan(document=document, actor=cast.hanh.actor, at=NOW)
    topic = Topic.objects.get(clause="dòng 1")
    assert (topic.line_from, topic.line_to, topic.text) == (1, 1, "ỦY BAN NHÂN DÂN XÃ ĐỒNG SƯƠNG")


def test_audiences_money_and_task_tables_become_work(cast: Cast) -> None:
    tasks = (
        TaskRow(
            "Phụ lục I", "1", "Treo băng rôn", ("Công an xã",), ("Trạm Y tế xã",), end="2025-10-10", product="12 băng"
        ),
        TaskRow("Phụ lục I", "2", "Việc chưa giao ai"),
    )
    result = replace(
        SMALL_PLAN,
        audiences=(AudienceRow("II", "Nhân dân toàn xã"),),
        costs=(CostRow("IV", "Ngân sách xã.", 5_000_000, "ngân sách xã"),),
        tasks=tasks,
    )
    document = a_plan_document(cast.commune, cast.hanh, result)
    confirm_plan(document=document, actor=cast.hanh.actor, at=NOW)
    assert Topic.objects.get(clause="II.1").audience == "Nhân dân toàn xã"
    assert list(CostLine.objects.values_list("clause", "amount", "source")) == [("IV", 5_000_000, "ngân sách xã")]
    rows = Assignment.objects.filter(clause="Phụ lục I.1").order_by("pk")
    assert [(row.unit.name, row.role) for row in rows] == [("Công an xã", "lead"), ("Trạm Y tế xã", "support")]
    assert rows[0].duty == "Treo băng rôn (sản phẩm: 12 băng)"
    assert [f"{one.due_date}" for one in rows[0].deadlines.all()] == ["2025-10-10"]


def test_what_the_reading_unified_by_itself_is_asked_until_a_person_has_said_so(cast: Cast) -> None:
    document = a_plan_document(cast.commune, cast.hanh, with_changes(units=(UnitNames(CENTRE, (SHORT,)),)))
    assert asked(document)["unit-unified"].names == (SHORT, CENTRE)
    corrected(cast, document, lambda review: same_unit(review, first=SHORT, second=CENTRE))
    assert "unit-unified" not in asked(document)
