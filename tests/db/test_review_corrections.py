"""Corrections stand beside the reading: kept with their was and became, taken back, and never lost to a stale page."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from cast import NOW, Cast
from loa.core.models import AuditEntry
from loa.documents.models import Correction, Document
from loa.documents.models.correction import CorrectionIsFinal
from loa.documents.review import deeds
from loa.documents.review.changes import Change
from loa.documents.review.refusals import (
    AlreadyConfirmed,
    MayNotReview,
    NothingToUndo,
    SetAside,
    StaleCorrection,
    WrongCorrection,
)
from loa.documents.selectors import (
    changes_of,
    corrections_for,
    documents_to_review,
    extraction_of,
    review_of,
    reviewed_extraction,
)
from loa.documents.services.confirm_reading import confirm_reading
from loa.documents.services.correct_reading import correct_reading
from loa.documents.services.export_corrections import correction_lines
from loa.documents.services.set_aside import set_aside, take_up_again
from loa.documents.services.undo_correction import undo_correction
from plan_words import a_plan_document

LATER = NOW + timedelta(minutes=5)


@pytest.fixture
def document(cast: Cast) -> Document:
    return a_plan_document(cast.commune, cast.hanh)


def number_given(cast: Cast, document: Document, number: str = "05") -> int:
    changes = deeds.set_header(review_of(document), "number", value=number)
    return correct_reading(document=document, changes=changes, actor=cast.hanh.actor, at=LATER)


def test_a_correction_is_kept_beside_the_reading(cast: Cast, document: Document) -> None:
    batch = number_given(cast, document)
    row = Correction.objects.get()
    assert (row.batch, row.field, row.was, row.became, row.made_by) == (
        batch,
        "/header/number",
        None,
        "05",
        cast.hanh.user,
    )
    assert extraction_of(document).header.number is None
    assert reviewed_extraction(document).header.number == "05"
    entry = AuditEntry.objects.get(code="documents.document.corrected")
    assert entry.detail == {"batch": 1, "fields": ["/header/number"]}


def test_the_same_deed_again_is_the_same_batch(cast: Cast, document: Document) -> None:
    changes = deeds.set_header(review_of(document), "number", value="05")
    batches = [correct_reading(document=document, changes=changes, actor=cast.hanh.actor, at=LATER) for _ in range(2)]
    assert batches == [1, 1]
    assert Correction.objects.count() == 1
    assert correct_reading(document=document, changes=[], actor=cast.hanh.actor, at=LATER) == 0


def test_a_stale_page_overwrites_nothing(cast: Cast, document: Document) -> None:
    seen = review_of(document)
    number_given(cast, document)
    for changes in (deeds.set_header(seen, "number", value="06"), [Change("/windows/99/end", None, "2025-10-10")]):
        with pytest.raises(StaleCorrection):
            correct_reading(document=document, changes=changes, actor=cast.hanh.actor, at=LATER)
    removed = deeds.remove_row(seen, "/windows/0")
    correct_reading(document=document, changes=removed, actor=cast.hanh.actor, at=LATER)
    with pytest.raises(StaleCorrection):
        changes = deeds.set_row(seen, "/windows/0", end="2025-12-30")
        correct_reading(document=document, changes=changes, actor=cast.hanh.actor, at=LATER)
    assert reviewed_extraction(document).header.number == "05"


def test_what_cannot_be_is_refused_by_the_service_too(cast: Cast, document: Document) -> None:
    for change in (
        Change("/header/date", "2025-09", "2025-02-30"),
        Change("/assignments/0/role", "lead", "boss"),
        Change("/assignments/0/clause", "III.1", "IX.9"),
    ):
        with pytest.raises(WrongCorrection):
            correct_reading(document=document, changes=[change], actor=cast.hanh.actor, at=LATER)
    for change in (
        Change("/windows/3", None, {"end": "2025-10-10"}),
        Change("/reporting/0", None, {}),
        Change("/x", 1, 2),
    ):
        with pytest.raises(StaleCorrection):
            correct_reading(document=document, changes=[change], actor=cast.hanh.actor, at=LATER)
    assert not Correction.objects.exists()


def test_undo_takes_back_the_newest_batch_and_keeps_it_on_record(cast: Cast, document: Document) -> None:
    number_given(cast, document)
    topic = deeds.topic_of_lines(review_of(document), line_from=1, line_to=2)
    batch = correct_reading(document=document, changes=topic, actor=cast.hanh.actor, at=LATER)
    assert len(changes_of(document)) == 3
    for _ in range(2):  # a double press takes back one batch
        undo_correction(document=document, actor=cast.hanh.actor, at=LATER, batch=batch)
    assert [change.field for change in changes_of(document)] == ["/header/number"]
    undo_correction(document=document, actor=cast.hanh.actor, at=LATER)
    assert reviewed_extraction(document) == extraction_of(document)
    with pytest.raises(NothingToUndo):
        undo_correction(document=document, actor=cast.hanh.actor, at=LATER)
    assert Correction.objects.filter(undone_by=cast.hanh.user).count() == 3
    assert number_given(cast, document) == 3


def test_an_undo_is_refused_where_somebody_corrected_since(cast: Cast, document: Document) -> None:
    seen = number_given(cast, document)
    number_given(cast, document, "07")
    with pytest.raises(StaleCorrection):
        undo_correction(document=document, actor=cast.hanh.actor, at=LATER, batch=seen)
    assert reviewed_extraction(document).header.number == "07"


def test_rows_are_only_ever_taken_back(cast: Cast, document: Document) -> None:
    number_given(cast, document)
    row = Correction.objects.get()
    row.became = "09"
    for deed in (row.save, row.delete):
        with pytest.raises(CorrectionIsFinal):
            deed()


def test_who_may_not_import_corrects_nothing(cast: Cast, document: Document) -> None:
    changes = deeds.set_header(review_of(document), "number", value="05")
    for person in (cast.dung, cast.lan, cast.tu, cast.quy, cast.binh):
        with pytest.raises(MayNotReview):
            correct_reading(document=document, changes=changes, actor=person.actor, at=LATER)
        for deed in (undo_correction, set_aside, take_up_again, confirm_reading):
            with pytest.raises(MayNotReview):
                deed(document=document, actor=person.actor, at=LATER)
    assert list(documents_to_review(cast.binh.actor)) == []
    assert list(documents_to_review(cast.hanh.actor)) == [document]


def test_confirmed_or_set_aside_nothing_is_corrected(cast: Cast, document: Document) -> None:
    changes = deeds.set_header(review_of(document), "number", value="05")
    for _ in range(2):
        set_aside(document=document, actor=cast.hanh.actor, at=LATER)
    assert list(documents_to_review(cast.hanh.actor)) == []
    with pytest.raises(SetAside):
        correct_reading(document=document, changes=changes, actor=cast.hanh.actor, at=LATER)
    with pytest.raises(SetAside):
        confirm_reading(document=document, actor=cast.hanh.actor, at=LATER)
    take_up_again(document=document, actor=cast.hanh.actor, at=LATER)
    number_given(cast, document)
    confirm_reading(document=document, actor=cast.hanh.actor, at=LATER)
    for deed in (undo_correction, set_aside):
        with pytest.raises(AlreadyConfirmed):
            deed(document=document, actor=cast.hanh.actor, at=LATER)
    assert AuditEntry.objects.filter(code="documents.document.set-aside").count() == 1


def test_the_export_tells_the_field_and_no_person(cast: Cast, document: Document) -> None:
    number_given(cast, document)
    changes = deeds.set_row(review_of(document), "/assignments/0", unit="Trung tâm Dịch vụ sự nghiệp công")
    correct_reading(document=document, changes=changes, actor=cast.hanh.actor, at=LATER)
    lines = [json.loads(line) for line in correction_lines(corrections_for(cast.hanh.actor))]
    assert [(line["kind"], line["was"], line["became"]) for line in lines] == [
        ("header.number", None, "05"),
        ("assignments.unit", "Trung tâm Dịch vụ SNC", "Trung tâm Dịch vụ sự nghiệp công"),
    ]
    assert lines[1]["quote"] == "Trung tâm Dịch vụ SNC"
    assert {line["document"] for line in lines} == {document.sha256}
    assert "Hạnh" not in json.dumps(lines, ensure_ascii=False) and "hanh" not in json.dumps(lines)
    assert list(corrections_for(cast.binh.actor)) == []
