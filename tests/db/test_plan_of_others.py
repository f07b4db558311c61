"""A plan that the commune did not issue: whose it is is asked, and the work of others is nobody's late work here."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from cast import NOW, Cast
from loa.campaigns.models import Assignment, Campaign, Rating
from loa.campaigns.refusals import UnusableProgress
from loa.campaigns.selectors import assignment_board, board_counts, late_lines
from loa.campaigns.services.confirm_plan import confirm_plan
from loa.campaigns.services.report_progress import report_progress
from loa.documents.models import Document
from loa.documents.ports import AssignmentRow
from loa.units.models import Unit, UnitKind
from loa.units.services.recognise_units import recognise_units
from plan_words import SMALL_PLAN, a_plan_document

pytestmark = pytest.mark.django_db

PROVINCE = "ỦY BAN NHÂN DÂN TỈNH LAM GIANG"
ASKED = "Đây là kế hoạch của cấp trên (Ủy ban nhân dân tỉnh Lam Giang)."
ELSEWHERE = "Văn bản này của Ủy ban nhân dân xã Khe Vàng, không phải của xã Đồng Sương."


def a_document(cast: Cast, issuer: str) -> Document:
    """The small plan as that office would send it: to its own office, to all communes, to a commune's office."""
    rows = (
        AssignmentRow("V.1", "Sở Y tế", "lead"),
        AssignmentRow("V.2", "Công an", "lead"),
        AssignmentRow("V.5", "UBND các xã, phường", "lead"),
    )
    header = replace(SMALL_PLAN.header, issuer=issuer)
    return a_plan_document(cast.commune, cast.hanh, replace(SMALL_PLAN, header=header, assignments=rows))


def confirmed(cast: Cast, issuer: str = PROVINCE) -> Campaign:
    return confirm_plan(document=a_document(cast, issuer), actor=cast.hanh.actor, at=NOW)


@pytest.fixture
def officer(client: Client, cast: Cast) -> Client:
    cast.commune.province = "tỉnh Lam Giang"
    cast.commune.save(update_fields=["province"])
    client.force_login(cast.hanh.user)
    return client


def page(officer: Client, document: Document) -> str:
    return officer.get(reverse("review", args=[document.pk])).content.decode()


def test_a_plan_of_the_province_is_asked_about_first_and_warned_of_at_the_end(officer: Client, cast: Cast) -> None:
    text = page(officer, a_document(cast, PROVINCE))
    assert text.count(ASKED) >= 2
    assert "Việc giao cho xã Đồng Sương là mục V.5." in text
    assert text.index(ASKED) < text.index("Văn bản chưa ghi số.")
    assert "Xác nhận là đồng ý lập." in text


def test_the_answer_is_kept_as_a_correction_and_can_be_taken_back(officer: Client, cast: Cast) -> None:
    document = a_document(cast, "ỦY BAN NHÂN DÂN XÃ KHE VÀNG")
    text = page(officer, document)
    assert f"{ELSEWHERE} Vẫn lập đợt tuyên truyền?" in text
    form = text.split('class="field ask', 1)[1]
    action = form.split('action="', 1)[1].split('"', 1)[0]
    assert officer.post(action, {"answer": "yes"}).status_code == 302
    assert document.corrections.standing().count() == 1
    text = page(officer, document)
    assert ELSEWHERE not in text
    assert "Vẫn lập đợt tuyên truyền" in text  # among what was answered
    batch = document.corrections.standing().get().batch
    officer.post(reverse("review-undo", args=[document.pk]), {"batch": batch})
    assert ELSEWHERE in page(officer, document)


def test_the_commune_s_own_plan_is_not_asked_about(officer: Client, cast: Cast) -> None:
    text = page(officer, a_document(cast, "UBND XÃ ĐỒNG SƯƠNG"))
    assert "Vẫn lập đợt" not in text and "kế hoạch của cấp trên" not in text


def test_the_units_of_others_are_no_units_of_the_commune(officer: Client, cast: Cast) -> None:
    confirmed(cast)
    kinds = dict(Unit.objects.filter(commune=cast.commune).values_list("name", "kind"))
    assert kinds["Sở Y tế"] == kinds["Công an"] == UnitKind.ELSEWHERE
    assert kinds["UBND các xã, phường"] == UnitKind.CLASS
    unit = Unit.objects.get(name="Sở Y tế")
    shown = officer.get(reverse("unit", args=[unit.pk])).content.decode()
    assert "Cơ quan cấp trên, đơn vị khác" in shown and "Không phải đơn vị của xã" in shown
    assert "Đơn vị cấp xã" not in shown and "Chưa có ai của đơn vị này" not in shown


def test_a_fuller_name_takes_the_office_of_the_commune_back(cast: Cast) -> None:
    confirmed(cast)
    found = recognise_units(commune=cast.commune, names=["Công an xã"], actor=cast.hanh.actor, at=NOW)
    unit = found.units["Công an xã"]
    assert (unit.name, unit.kind) == ("Công an xã", UnitKind.OFFICE)


def test_the_work_of_others_is_never_late_here(officer: Client, cast: Cast) -> None:
    confirmed(cast)
    later = (NOW + timedelta(days=400)).date()
    lines = assignment_board(cast.hanh.actor, today=later)
    assert {line.assignment.unit.name for line in late_lines(cast.hanh.actor, later)} == {"UBND các xã, phường"}
    assert board_counts(lines).of_others == 2
    others = [line for line in lines if line.is_of_others]
    assert {(line.rating, line.rating_words) for line in others} == {("n", "Việc của cấp trên, đơn vị khác")}
    text = officer.get(reverse("assignments")).content.decode()
    assert "2 việc của cấp trên, đơn vị khác." in text
    assert "Không phải đơn vị của xã, không tính đúng hạn hay chậm" in text


def test_the_work_of_others_takes_a_note_and_no_mark(cast: Cast) -> None:
    confirmed(cast)
    duty = Assignment.objects.get(unit__name="Sở Y tế")
    actor = cast.hanh.actor
    with pytest.raises(UnusableProgress):
        report_progress(assignment=duty, rating=Rating.RED, note="x", actor=actor, at=NOW, after=None)
    said = report_progress(assignment=duty, rating="", note="Sở đã họp.", actor=actor, at=NOW, after=None)
    assert said.rating == ""
