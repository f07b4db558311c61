"""What was corrected in a plan is not asked again of its revised version: it is carried over by its words, once."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import timedelta

import pytest

from cast import NOW, Cast
from editorial_rows import PLAN, a_document
from loa.campaigns.models import Campaign
from loa.campaigns.selectors import questions_for_review
from loa.campaigns.selectors.review import answers_to_carry
from loa.campaigns.services.answer_question import answer_question
from loa.campaigns.services.confirm_plan import confirm_plan
from loa.campaigns.services.revise_campaign import revise_campaign
from loa.campaigns.services.undo_revision import undo_revision
from loa.core.models import AuditEntry
from loa.documents.models import Correction, Document
from loa.documents.review import deeds
from loa.documents.review.answers import answers_in, give_answer
from loa.documents.review.carrying import Carrying
from loa.documents.review.changes import Change, Review
from loa.documents.review.refusals import AlreadyConfirmed, MayNotReview
from loa.documents.review.shapes import Answer
from loa.documents.review.standing import Why
from loa.documents.review.unit_deeds import not_same_unit, same_unit
from loa.documents.selectors import corrections_for, review_of, reviewed_extraction
from loa.documents.services.carry_corrections import carry_corrections
from loa.documents.services.correct_reading import correct_reading
from loa.documents.services.undo_correction import undo_correction

LATER = NOW + timedelta(days=9)
DUTIES = """1. Trạm Y tế xã

- Chủ trì tuyên truyền phòng bệnh dại.

2. Các đơn vị liên quan

- Phối hợp thực hiện, xong trước ngày 20/10/2025.

3. Trung tâm Dịch vụ tổng hợp

- Phát thanh các bài về bệnh dại.

4. Trung tâm DVTH

- Niêm yết lịch tiêm tại nhà văn hóa các khu.
"""
TEXT = PLAN.replace("1. Trạm Y tế xã\nChủ trì tuyên truyền phòng bệnh dại.\n", DUTIES)
# Another number and day, a topic before the others, one duty before the others, and later days.
REVISED = (
    TEXT.replace("05/KH-UBND", "09/KH-UBND")
    .replace("ngày 05 tháng 9", "ngày 20 tháng 9")
    .replace("1. Tuyên truyền sâu rộng", "1. Giới thiệu đường dây nóng báo chó thả rông.\n2. Tuyên truyền sâu rộng")
    .replace("2. Giới thiệu các hộ", "3. Giới thiệu các hộ")
    .replace("3. Theo dõi, nắm bắt", "4. Theo dõi, nắm bắt")
    .replace("4. Trung tâm DVTH", "5. Trung tâm DVTH")
    .replace("3. Trung tâm Dịch vụ tổng hợp", "4. Trung tâm Dịch vụ tổng hợp")
    .replace("2. Các đơn vị liên quan", "3. Các đơn vị liên quan")
    .replace("1. Trạm Y tế xã", "1. Công an xã\n\n- Kiểm tra việc rọ mõm chó.\n\n2. Trạm Y tế xã")
    .replace("trước ngày 20/10/2025", "trước ngày 20/11/2025")
)
DOERS = ["Hội Phụ nữ xã", "Đoàn Thanh niên xã"]
FULL, SHORT = "Trung tâm Dịch vụ tổng hợp", "Trung tâm DVTH"
Deed = Callable[[Review], list[Change]]


def row(document: Document, name: str, **wanted: str) -> str:
    """The pointer of the row that has these values as read."""
    rows = enumerate(review_of(document).data[name])
    return next(f"/{name}/{n}" for n, one in rows if all(one and one[part] == wanted[part] for part in wanted))


def correct(cast: Cast, document: Document, *made: Deed) -> None:
    for deed in made:
        correct_reading(document=document, changes=deed(review_of(document)), actor=cast.hanh.actor, at=NOW)


def doers_named(review: Review) -> list[Change]:
    rows = review.data["assignments"]
    number = next(n for n, one in enumerate(rows) if one["unit"] == "Các đơn vị liên quan")
    return deeds.name_doers(review, f"/assignments/{number}", names=DOERS)


def carry(cast: Cast, document: Document, former: Document) -> Carrying:
    return carry_corrections(document=document, former=former, actor=cast.hanh.actor, at=LATER)


def whys(found: Carrying) -> list[Why]:
    return [one.why for one in found.left]


def kinds(document: Document) -> set[str]:
    return {question.kind for question in questions_for_review(document)}


def doers(document: Document, clause: str) -> Sequence[str]:
    return [one.unit for one in reviewed_extraction(document).assignments if one.clause == clause]


@pytest.fixture
def former(cast: Cast) -> Document:
    return a_document(cast, TEXT)


@pytest.fixture
def revised(cast: Cast) -> Document:
    return a_document(cast, REVISED)


def test_an_answer_follows_its_words_to_another_number(cast: Cast, former: Document, revised: Document) -> None:
    correct(cast, former, doers_named)
    assert "generic-doer" in kinds(revised)
    found = carry(cast, revised, former)
    assert (found.count, found.left) == (1, ())
    assert "generic-doer" not in kinds(revised)
    assert doers(revised, "V.3") == DOERS
    made = revised.corrections.get(was="Các đơn vị liên quan")
    assert made.carried_from is not None and made.carried_from.document == former
    assert (made.batch, made.made_at, made.made_by) == (1, LATER, cast.hanh.user)
    assert AuditEntry.objects.get(code="documents.document.corrections-carried").detail["former"] == former.pk


def test_what_is_carried_is_one_deed_and_is_offered_again_once_it_is_taken_back(
    cast: Cast, former: Document, revised: Document
) -> None:
    correct(cast, former, doers_named, lambda review: same_unit(review, first=SHORT, second=FULL))
    assert carry(cast, revised, former).count == 2
    again = carry(cast, revised, former)
    assert (again.count, again.done, again.changes) == (0, 2, ())
    assert set(revised.corrections.values_list("batch", flat=True)) == {1}
    undo_correction(document=revised, actor=cast.hanh.actor, at=LATER)
    assert review_of(revised).changes == ()
    assert carry(cast, revised, former).count == 2


@pytest.mark.parametrize("deed", [same_unit, not_same_unit])
def test_what_was_said_of_two_names_is_asked_no_more(
    cast: Cast, former: Document, revised: Document, deed: Callable[..., list[Change]]
) -> None:
    assert kinds(revised) & {"unit-unified", "unit-ambiguous"}
    correct(cast, former, lambda review: deed(review, first=SHORT, second=FULL))
    assert carry(cast, revised, former).count == 1
    assert not kinds(revised) & {"unit-unified", "unit-ambiguous"}


def test_a_field_that_was_blank_is_filled_again(cast: Cast) -> None:
    reports = "- Chủ trì tuyên truyền phòng bệnh dại; báo cáo định kỳ kết quả về Sở Y tế tỉnh Lam Giang."
    texts = [text.replace("- Chủ trì tuyên truyền phòng bệnh dại.", reports) for text in (TEXT, REVISED)]
    former, revised = (a_document(cast, text) for text in texts)
    assert "no-interval" in kinds(revised)
    correct(cast, former, lambda review: deeds.set_row(review, "/reporting/0", every="quarter"))
    assert carry(cast, revised, former).count == 1
    assert "no-interval" not in kinds(revised)


def test_a_name_that_is_gone_is_left(cast: Cast, former: Document) -> None:
    correct(cast, former, lambda review: same_unit(review, first=SHORT, second=FULL))
    document = a_document(cast, REVISED.replace("Trung tâm DVTH", "Trạm Khuyến nông xã"))
    assert whys(carry(cast, document, former)) == [Why.GONE]
    assert not document.corrections.exists()


def test_a_topic_made_of_lines_and_one_taken_away_follow_their_words(
    cast: Cast, former: Document, revised: Document
) -> None:
    line = next(one.number for one in review_of(former).result.lines if one.text.startswith("Nâng cao nhận thức"))
    gone = f"/topics/{review_of(former).data['topics'].index('II.2')}"
    correct(
        cast,
        former,
        lambda review: deeds.topic_of_lines(review, line_from=line, line_to=line),
        lambda review: deeds.remove_row(review, gone),
    )
    assert carry(cast, revised, former).count == 2
    topics = reviewed_extraction(revised).topics
    assert "I.1" in topics and "II.3" not in topics and {"II.1", "II.2"} <= set(topics)


def test_a_day_is_carried_only_where_the_same_day_is_read(cast: Cast, former: Document, revised: Document) -> None:
    moved, kept = row(former, "windows", end="2025-10-20"), row(former, "windows", end="2025-10-31")
    correct(
        cast,
        former,
        lambda review: deeds.set_row(review, moved, end="2025-10-25"),
        lambda review: deeds.set_row(review, kept, end="2025-12-31"),
    )
    found = carry(cast, revised, former)
    assert (found.count, whys(found)) == (1, [Why.GONE])
    ends = {window.end for window in reviewed_extraction(revised).windows}
    assert {"2025-12-31", "2025-11-20"} <= ends and "2025-10-25" not in ends


@pytest.mark.parametrize(
    ("blank", "name", "value"),
    [(("Số: ", "/KH-UBND"), "number", "05"), (("ngày ", " tháng 9"), "date", "2025-09-05")],
)
def test_a_blank_of_the_letterhead_is_filled_for_one_paper_alone(
    cast: Cast, blank: tuple[str, str], name: str, value: str
) -> None:
    before, after = blank
    blanked = [re.sub(rf"({before})\d+({after})", r"\1     \2", text) for text in (TEXT, REVISED)]
    former = a_document(cast, blanked[0])
    correct(cast, former, lambda review: deeds.set_header(review, name, value=value))
    assert whys(carry(cast, a_document(cast, blanked[1]), former)) == [Why.OWN]
    assert carry(cast, a_document(cast, REVISED), former) == Carrying()


def mixed(text: str) -> str:
    """The plan with a clause that is partly outside Loa."""
    return text.replace(
        "góp phần lan tỏa cách làm hay.", "góp phần lan tỏa cách làm hay; nắm bắt dư luận của phụ huynh."
    )


def answer_split(review: Review, document: Document, answer: str) -> list[Change]:
    asked = next(one.asked for one in questions_for_review(document, review=review) if one.kind == "mixed-clause")
    return give_answer(review, Answer(*asked, answer))


def test_an_answer_that_no_field_holds_starts_with_the_campaign_and_goes_on_with_it(cast: Cast) -> None:
    former, revised = a_document(cast, mixed(TEXT)), a_document(cast, mixed(REVISED))
    correct(cast, former, lambda review: answer_split(review, former, "yes"))
    campaign = confirm_plan(document=former, actor=cast.hanh.actor, at=NOW)
    question = campaign.open_questions.get(kind="mixed-clause")
    assert (question.answer, question.answered_at, question.answered_by) == ("yes", NOW, cast.hanh.user)
    assert "mixed-clause" in kinds(revised)
    assert carry(cast, revised, former).count == 1
    assert "mixed-clause" not in kinds(revised)
    revise_campaign(campaign=campaign, document=revised, actor=cast.hanh.actor, at=LATER)
    moved = campaign.open_questions.get(kind="mixed-clause", ended_at=None)
    assert (moved.pk, moved.clause, moved.answer, moved.answered_at) == (question.pk, "II.3", "yes", NOW)


def test_what_was_answered_since_it_is_work_is_carried_too_and_is_the_newer_word(cast: Cast) -> None:
    former, revised = a_document(cast, mixed(TEXT)), a_document(cast, mixed(REVISED))
    correct(cast, former, lambda review: answer_split(review, former, "yes"))
    campaign = confirm_plan(document=former, actor=cast.hanh.actor, at=NOW)
    question = campaign.open_questions.get(kind="mixed-clause")
    answer_question(question=question, answer="no", actor=cast.hanh.actor, at=LATER)
    answers = answers_to_carry(campaign)
    for count in (1, 0):
        found = carry_corrections(document=revised, former=former, actor=cast.hanh.actor, at=LATER, answers=answers)
        assert (found.count, found.left) == (count, ())
    assert list(answers_in(review_of(revised)).values()) == ["no"]


def test_the_review_of_a_revised_plan_answers_what_nobody_had_answered(cast: Cast) -> None:
    campaign = confirm_plan(document=a_document(cast, mixed(TEXT)), actor=cast.hanh.actor, at=NOW)
    revised = a_document(cast, mixed(REVISED))
    correct(cast, revised, lambda review: answer_split(review, revised, "no"))
    revise_campaign(campaign=campaign, document=revised, actor=cast.hanh.actor, at=LATER)
    assert campaign.open_questions.get(kind="mixed-clause", ended_at=None).answer == "no"
    undo_revision(campaign=campaign, actor=cast.hanh.actor, at=LATER)
    assert campaign.open_questions.get(kind="mixed-clause", ended_at=None).answered_at is None


def test_what_was_corrected_in_the_new_plan_already_stays_so(cast: Cast, former: Document, revised: Document) -> None:
    correct(cast, former, doers_named)
    place = row(revised, "assignments", unit="Các đơn vị liên quan")
    correct(cast, revised, lambda review: deeds.set_row(review, place, unit="Hội Nông dân xã"))
    assert whys(carry(cast, revised, former)) == [Why.CORRECTED]
    assert doers(revised, "V.3") == ["Hội Nông dân xã"]


def test_words_that_stand_twice_are_told_apart_by_what_they_stand_under(cast: Cast) -> None:
    again = DUTIES.split("3. Trung")[0].replace("1. Trạm Y tế xã\n\n- Chủ trì tuyên truyền phòng bệnh dại.\n\n", "")
    again = "VI. GIÁM SÁT VIỆC THỰC HIỆN\n" + again.replace("2. Các", "1. Các") + "\nNơi nhận:"
    former = a_document(cast, TEXT.replace("Nơi nhận:", again))
    correct(cast, former, doers_named)
    revised = a_document(cast, REVISED.replace("20/11/2025", "20/10/2025").replace("Nơi nhận:", again))
    assert carry(cast, revised, former).count == 1
    assert (doers(revised, "V.3"), doers(revised, "VI.1")) == (DOERS, ["Các đơn vị liên quan"])


def test_words_that_stand_twice_under_one_heading_are_left(cast: Cast, former: Document) -> None:
    correct(cast, former, doers_named)
    doubled = TEXT.replace("4. Trung tâm DVTH", "4. Các đơn vị liên quan\n\n- Phối hợp thực hiện.\n\n5. Trung tâm DVTH")
    doubled = doubled.replace("thực hiện, xong trước ngày 20/10/2025.", "thực hiện.")
    assert whys(carry(cast, a_document(cast, doubled), former)) == [Why.GONE]  # the words are others
    same = doubled.replace("- Phối hợp thực hiện.", "- Phối hợp thực hiện, xong trước ngày 20/10/2025.")
    assert whys(carry(cast, a_document(cast, same), former)) == [Why.MANY]


def test_corrections_of_one_row_come_to_one(cast: Cast, former: Document, revised: Document) -> None:
    place = row(former, "assignments", unit="Các đơn vị liên quan")
    correct(
        cast,
        former,
        lambda review: deeds.set_row(review, place, unit="Hội Phụ nữ xã"),
        lambda review: deeds.set_row(review, place, unit="Hội Nông dân xã"),
        lambda review: deeds.set_row(review, place, role="support"),
    )
    found = carry(cast, revised, former)
    assert (found.count, len(found.changes)) == (3, 2)
    assert doers(revised, "V.3") == ["Hội Nông dân xã"]


def test_a_carried_correction_is_exported_once_and_carried_on(cast: Cast, former: Document, revised: Document) -> None:
    correct(cast, former, doers_named)
    first = set(corrections_for(cast.hanh.actor))
    carry(cast, revised, former)
    third = a_document(cast, REVISED.replace("09/KH", "11/KH"))
    assert carry(cast, third, revised).count == 1
    assert set(corrections_for(cast.hanh.actor)) == first
    assert set(third.corrections.values_list("carried_from", flat=True)) <= {one.pk for one in first}


def test_only_who_may_review_carries_over_and_only_before_it_is_work(
    cast: Cast, former: Document, revised: Document
) -> None:
    correct(cast, former, doers_named)
    for person in (cast.dung, cast.lan, cast.binh):
        with pytest.raises(MayNotReview):
            carry_corrections(document=revised, former=former, actor=person.actor, at=LATER)
    with pytest.raises(MayNotReview):
        carry(cast, revised, revised)
    confirm_plan(document=revised, actor=cast.hanh.actor, at=LATER)
    with pytest.raises(AlreadyConfirmed):
        carry(cast, revised, former)
    assert not Correction.objects.filter(document=revised).exists()


def test_the_campaign_goes_on_with_what_was_carried(cast: Cast, former: Document, revised: Document) -> None:
    correct(cast, former, doers_named)
    campaign = confirm_plan(document=former, actor=cast.hanh.actor, at=NOW)
    duties = dict(campaign.assignments.filter(unit__name__in=DOERS).values_list("unit__name", "pk"))
    assert set(duties) == set(DOERS)
    carry(cast, revised, former)
    revise_campaign(campaign=campaign, document=revised, actor=cast.hanh.actor, at=LATER)
    after = Campaign.objects.get().assignments.filter(unit__name__in=DOERS, ended_at=None)
    assert dict(after.values_list("unit__name", "pk")) == duties
