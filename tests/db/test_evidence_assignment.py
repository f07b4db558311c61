"""A person's photo or PDF proves a duty, once, and says nothing of the person's place."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from PIL import Image

from cast import NOW, Cast
from loa.campaigns.models import Assignment
from loa.campaigns.refusals import DutyHasEnded
from loa.core.actor import Actor
from loa.core.canonical import sha256_hex
from loa.core.models import AuditEntry
from loa.evidence.models import Evidence, EvidenceKind
from loa.evidence.refusals import MayNotAddEvidence, UnusableFile
from loa.evidence.selectors import evidence_file
from loa.evidence.services.prove_assignment import prove_assignment
from report_rows import Scene

GPS = 0x8825
PDF = b"%PDF-1.7 bien ban hop khu %%EOF"


def a_photo(shade: int = 90) -> bytes:
    """A photo as a phone takes it, with its place."""
    output = io.BytesIO()
    exif = Image.Exif()
    exif[GPS] = {1: "N", 2: (20.0, 15.0, 0.0), 3: "E", 4: (105.0, 58.0, 0.0)}
    Image.new("RGB", (32, 24), (shade, 120, 60)).save(output, "JPEG", exif=exif)
    return output.getvalue()


@pytest.fixture
def duty(scene: Scene) -> Assignment:
    return scene.assignment("V.1", "Khu Suối Đá")


def prove(duty: Assignment, actor: Actor, data: bytes = b"") -> Evidence:
    return prove_assignment(
        assignment=duty, data=data or a_photo(), media_type="image/jpeg", note=" Họp khu tối 2/9 ", actor=actor, at=NOW
    )


def test_a_photo_proves_the_duty(cast: Cast, duty: Assignment) -> None:
    row = prove(duty, cast.tu.actor)
    assert (row.assignment, row.dispatch, row.kind, row.note) == (duty, None, EvidenceKind.PHOTO, "Họp khu tối 2/9")
    assert (row.commune, row.added_by, row.added_at, row.is_simulated) == (cast.commune, cast.tu.user, NOW, False)
    assert sha256_hex(evidence_file(row).read_bytes()) == row.sha256
    assert AuditEntry.objects.filter(code="evidence.evidence.added", actor=cast.tu.actor.key).count() == 1


def test_the_kept_photo_does_not_say_where_it_was_taken(cast: Cast, duty: Assignment) -> None:
    with Image.open(io.BytesIO(a_photo())) as sent:
        assert sent.getexif().get_ifd(GPS)
    with Image.open(evidence_file(prove(duty, cast.tu.actor))) as kept:
        assert dict(kept.getexif()) == {}


def test_a_pdf_will_do_whatever_the_sender_calls_it(cast: Cast, duty: Assignment) -> None:
    row = prove(duty, cast.tu.actor, PDF)
    assert (row.kind, row.media_type) == (EvidenceKind.LOG_SHEET, "application/pdf")
    assert evidence_file(row).read_bytes() == PDF


def test_a_duty_that_the_plan_no_longer_has_is_proved_no_more(cast: Cast, duty: Assignment) -> None:
    before = prove(duty, cast.tu.actor)
    kept = sorted(path for path in evidence_file(before).parents[1].rglob("*") if path.is_file())
    Assignment.objects.filter(pk=duty.pk).update(ended_at=NOW)
    with pytest.raises(DutyHasEnded, match="không còn trong kế hoạch"):
        prove(duty, cast.tu.actor, a_photo(shade=10))
    assert Evidence.objects.get() == before
    assert sorted(path for path in evidence_file(before).parents[1].rglob("*") if path.is_file()) == kept


def test_a_file_proves_a_duty_once_but_may_prove_another(cast: Cast, scene: Scene, duty: Assignment) -> None:
    other = scene.assignment("V.2", "Khu Suối Đá")
    assert prove(duty, cast.tu.actor) == prove(duty, cast.hanh.actor)
    assert prove(other, cast.tu.actor).assignment == other
    assert prove(duty, cast.tu.actor, a_photo(shade=10)).assignment == duty
    assert Evidence.objects.count() == 3


def test_only_who_may_and_sees_the_duty_brings_proof(cast: Cast, duty: Assignment) -> None:
    stranger = replace(cast.tu.actor, scope_id=cast.other_commune.pk)
    machine = replace(cast.hanh.actor, key="system:worker")
    for actor in (cast.sau.actor, cast.lan.actor, cast.quy.actor, cast.binh.actor, stranger, machine):
        with pytest.raises(MayNotAddEvidence):
            prove(duty, actor)
    assert Evidence.objects.count() == 0


def test_an_unusable_file_is_not_kept(cast: Cast, duty: Assignment) -> None:
    with pytest.raises(UnusableFile):
        prove(duty, cast.tu.actor, b"<svg onload='x'/>")
    assert Evidence.objects.count() == 0
