"""Long work: asked for once, claimed by one, ended once, seen by who asked."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError
from django_tasks import default_task_backend

from cast import NOW, Cast
from editorial_rows import PLAN, a_campaign, a_draft, quicken
from loa.campaigns import tasks as campaign_tasks
from loa.campaigns.models import Campaign
from loa.campaigns.services.confirm_plan import confirm_plan
from loa.core import long_work, tasks, worker
from loa.core.actor import Actor
from loa.core.language import gettext as _
from loa.core.language import speaking
from loa.core.long_work import Note, NotYourWork, Outcome
from loa.core.maker import run_maker
from loa.core.models import AuditEntry, LongWork, WorkState
from loa.core.refusals import Refusal
from loa.core.services.long_work import (
    MOST_TRIES,
    begin_work,
    claim_work,
    note_step,
    release_works,
    run_work,
    works_to_wake,
)
from loa.documents.models import Document
from loa.documents.refusals import EmptyFile, FileTooBig, MayNotImport, UploadGone
from loa.documents.services import keep_upload as uploads
from loa.documents.services.keep_upload import drop_upload, keep_upload, safe_name, upload_path
from loa.editorial import tasks as editorial_tasks
from loa.editorial.models import VersionState
from loa.reports import tasks as report_tasks
from loa.reports.models import PeriodReport
from loa.reports.selectors.files import report_files
from loa.units.models import Membership
from loa.units.selectors import actor_of_key

pytestmark = pytest.mark.django_db

KIND = "tests.work"
LATER = NOW + timedelta(hours=1)


@pytest.fixture
def bind(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Bind a handler for this test only."""

    def bind_here(handler: Callable[[LongWork, Note], Outcome], kind: str = KIND) -> None:
        monkeypatch.setitem(long_work._handlers, kind, handler)

    return bind_here


def a_work(actor: Actor, *, kind: str = KIND, **payload: Any) -> LongWork:
    return begin_work(kind=kind, key=uuid.uuid4(), payload=payload, actor=actor, at=NOW)


def run(work: LongWork) -> LongWork:
    run_work(work.pk, NOW)
    return LongWork.objects.get(pk=work.pk)


def codes() -> list[str]:
    return list(AuditEntry.objects.filter(code__startswith="core.longwork").values_list("code", flat=True))


def test_the_same_key_is_the_same_work(cast: Cast) -> None:
    key = uuid.uuid4()
    asked = {"kind": KIND, "key": key, "payload": {}, "actor": cast.hanh.actor}
    first = begin_work(**asked, at=NOW)
    assert begin_work(**asked, at=LATER) == first
    assert codes() == ["core.longwork.begun"]
    with pytest.raises(NotYourWork):
        begin_work(**asked | {"actor": cast.dung.actor}, at=NOW)
    with pytest.raises(NotYourWork):
        begin_work(**asked | {"actor": Actor("user:1", None), "key": uuid.uuid4()}, at=NOW)


def test_only_who_asked_sees_a_work(cast: Cast) -> None:
    work = a_work(cast.hanh.actor)
    seen = {name: set(LongWork.objects.visible_to(getattr(cast, name).actor)) for name in ("hanh", "dung", "binh")}
    assert seen == {"hanh": {work}, "dung": set(), "binh": set()}
    assert set(LongWork.objects.visible_to(Actor("system:maker", cast.commune.pk))) == {work}
    assert not LongWork.objects.visible_to(Actor(cast.hanh.actor.key, cast.other_commune.pk)).exists()
    assert not LongWork.objects.visible_to(Actor(cast.hanh.actor.key, None)).exists()


def test_a_work_is_done_step_by_step_and_once(cast: Cast, bind: Callable[..., None]) -> None:
    seen = []

    def handler(work: LongWork, note: Note) -> Outcome:
        note(1, 2, "Đọc văn bản")
        seen.append(LongWork.objects.values("state", "step", "steps", "words").get(pk=work.pk))
        return {"row": 7}

    bind(handler)
    work = a_work(cast.hanh.actor)
    ended = run(work)
    assert seen == [{"state": WorkState.RUNNING, "step": 1, "steps": 2, "words": "Đọc văn bản"}]
    assert (ended.state, ended.outcome, ended.refusal, ended.lease_until) == (WorkState.DONE, {"row": 7}, "", None)
    assert ended.has_ended
    assert ended.ended_at is not None
    assert ended.ended_at >= NOW
    run(work)
    assert len(seen) == 1
    assert codes() == ["core.longwork.begun", "core.longwork.done"]


def test_a_refusal_ends_the_work_with_its_one_line_in_the_askers_language(
    cast: Cast, bind: Callable[..., None]
) -> None:
    def handler(_work: LongWork, _note: Note) -> Outcome:
        raise Refusal(_("không có quyền đọc hoặc ghi"))

    bind(handler)
    ended = run(a_work(cast.hanh.actor))
    assert (ended.state, ended.refusal) == (WorkState.REFUSED, "không có quyền đọc hoặc ghi")
    with speaking("en"):
        asked = a_work(cast.hanh.actor)
    assert run(asked).refusal != ended.refusal


def test_a_fault_of_ours_is_a_calm_line_and_a_log_entry(
    cast: Cast, bind: Callable[..., None], caplog: pytest.LogCaptureFixture
) -> None:
    def handler(_work: LongWork, _note: Note) -> Outcome:
        raise ZeroDivisionError("division by zero")

    bind(handler)
    ended = run(a_work(cast.hanh.actor))
    assert ended.state == WorkState.REFUSED
    assert "lỗi" in ended.refusal
    assert "zero" not in ended.refusal
    assert "ZeroDivisionError" in caplog.text


def test_an_unknown_kind_is_refused(cast: Cast) -> None:
    assert run(a_work(cast.hanh.actor, kind="tests.unknown")).state == WorkState.REFUSED


def test_a_database_that_fails_leaves_the_work_to_be_tried_soon(cast: Cast, bind: Callable[..., None]) -> None:
    def handler(_work: LongWork, _note: Note) -> Outcome:
        raise OperationalError("database is locked")

    bind(handler)
    work = run(a_work(cast.hanh.actor))
    assert work.state == WorkState.RUNNING
    assert works_to_wake(now=NOW) == []
    assert works_to_wake(now=NOW + timedelta(minutes=1)) == [work.pk]


def test_one_claims_and_a_lease_that_ran_out_is_claimed_again(cast: Cast) -> None:
    work = a_work(cast.hanh.actor)
    first = claim_work(work.pk, now=NOW)
    assert first is not None
    assert claim_work(work.pk, now=NOW) is None
    second = claim_work(work.pk, now=LATER)
    assert second is not None
    note_step(first, step=1, steps=3, words="muộn", at=LATER)  # who lost the claim writes nothing
    note_step(second, step=2, steps=3, words="Đang đọc", at=LATER)
    assert LongWork.objects.values_list("step", "words").get(pk=work.pk) == (2, "Đang đọc")


def test_a_noted_step_holds_the_claim_for_one_more_lease(cast: Cast) -> None:
    work = claim_work(a_work(cast.hanh.actor).pk, now=NOW)
    assert work is not None
    note_step(work, step=1, steps=1, words="Đọc", at=LATER)
    assert claim_work(work.pk, now=LATER) is None


def test_who_lost_the_claim_does_not_end_the_work(cast: Cast, bind: Callable[..., None]) -> None:
    def handler(work: LongWork, _note: Note) -> Outcome:
        assert claim_work(work.pk, now=LATER) is not None  # another process, after the lease
        return {"row": 1}

    bind(handler)
    assert run(a_work(cast.hanh.actor)).state == WorkState.RUNNING
    assert codes() == ["core.longwork.begun"]


def test_a_work_that_kills_its_process_again_and_again_is_given_up(cast: Cast, bind: Callable[..., None]) -> None:
    bind(lambda _work, _note: {"row": 1})
    work = a_work(cast.hanh.actor)
    for _kill in range(MOST_TRIES):
        assert claim_work(work.pk, now=NOW) is not None
        assert release_works() == 1
    assert run(work).state == WorkState.REFUSED


def test_a_new_work_wakes_after_its_commit(cast: Cast, django_capture_on_commit_callbacks: Any) -> None:
    default_task_backend.clear()  # type: ignore[attr-defined]
    long_work.bind_waker(tasks.wake)
    try:
        with django_capture_on_commit_callbacks(execute=True):
            work = a_work(cast.hanh.actor)
    finally:
        long_work._wakers.clear()
    assert [row.kwargs for row in default_task_backend.results] == [{"work_id": work.pk}]  # type: ignore[attr-defined]


def test_the_maker_clears_what_the_last_one_left(cast: Cast, data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "close_old_connections", lambda: None)  # a server's connection is this test's own
    work = claim_work(a_work(cast.hanh.actor).pk, now=NOW)
    assert work is not None
    rounds = iter([False])
    run_maker(stop=lambda: next(rounds, True), poll_seconds=0)
    assert LongWork.objects.get(pk=work.pk).state == WorkState.WAITING
    assert (data_dir / "maker.lock").exists()


def test_a_person_who_left_has_no_rights_when_the_work_runs(cast: Cast) -> None:
    assert actor_of_key(cast.hanh.actor.key, cast.commune.pk) == cast.hanh.actor
    Membership.objects.filter(user=cast.hanh.user).delete()
    assert actor_of_key(cast.hanh.actor.key, cast.commune.pk).rights == frozenset()
    assert actor_of_key("user:999999", cast.commune.pk).scope_id is None


# The works themselves.


def an_upload(cast: Cast, text: str = PLAN) -> str:
    return keep_upload(name="C:\\Văn bản\\ke-hoach.txt", chunks=[text.encode()], actor=cast.hanh.actor, at=NOW)


def a_plan_work(cast: Cast, bind: Callable[..., None], token: str) -> LongWork:
    bind(campaign_tasks.read_plan_file, campaign_tasks.KIND)
    return a_work(cast.hanh.actor, kind=campaign_tasks.KIND, upload=token, file_name="ke-hoach.txt")


def test_an_upload_waits_for_review_and_a_second_click_finds_it(cast: Cast, bind: Callable[..., None]) -> None:
    token = an_upload(cast)
    first, second = a_plan_work(cast, bind, token), a_plan_work(cast, bind, token)
    ended = run(first)
    document = Document.objects.get()
    assert (ended.outcome, document.file_name) == ({"document": document.pk}, "ke-hoach.txt")
    assert not Campaign.objects.exists()
    with pytest.raises(UploadGone):
        upload_path(token)
    assert run(second).outcome == ended.outcome
    campaign = confirm_plan(document=document, actor=cast.hanh.actor, at=NOW)
    assert run(a_plan_work(cast, bind, an_upload(cast))).outcome == {"campaign": campaign.pk}


def test_a_refused_upload_leaves_no_file(cast: Cast, bind: Callable[..., None], data_dir: Path) -> None:
    token = an_upload(cast, PLAN.replace("KẾ HOẠCH\n", "MẬT\nKẾ HOẠCH\n"))
    ended = run(a_plan_work(cast, bind, token))
    assert (ended.state, Document.objects.exists()) == (WorkState.REFUSED, False)
    assert "độ mật" in ended.refusal
    assert list((data_dir / "uploads").iterdir()) == []
    assert run(a_plan_work(cast, bind, token)).refusal == UploadGone().message


def test_uploads_are_kept_from_strangers_and_within_limits(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(MayNotImport):
        keep_upload(name="a.txt", chunks=[b"a"], actor=cast.dung.actor, at=NOW)
    with pytest.raises(EmptyFile):
        keep_upload(name="a.txt", chunks=[], actor=cast.hanh.actor, at=NOW)
    monkeypatch.setattr(uploads.limits, "MAX_FILE_BYTES", 10)
    with pytest.raises(FileTooBig):
        keep_upload(name="a.txt", chunks=[b"123456", b"789012"], actor=cast.hanh.actor, at=NOW)
    for token in ("", "..", "../../etc", "1-" + "g" * 64):
        drop_upload(token)
        with pytest.raises(UploadGone):
            upload_path(token)


def test_an_upload_that_nobody_asked_for_goes_after_a_day(cast: Cast) -> None:
    forgotten = an_upload(cast)
    kept = keep_upload(name="b.txt", chunks=[b"b"], actor=cast.hanh.actor, at=NOW + timedelta(hours=23))
    assert upload_path(forgotten).read_text() == PLAN
    keep_upload(name="c.txt", chunks=[b"c"], actor=cast.hanh.actor, at=NOW + timedelta(hours=25))
    with pytest.raises(UploadGone):
        upload_path(forgotten)
    assert upload_path(kept).name == "b.txt"


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("Kế hoạch số 5.docx", "Kế hoạch số 5.docx"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Tài liệu\\kế hoạch.pdf", "kế hoạch.pdf"),
        ("..", "van-ban"),
        ("\u202efdp.exe\x00\n.txt", "fdp.exe.txt"),
        ("a" * 400 + ".docx", "a" * 195 + ".docx"),
        ("ế" * 200 + ".txt", "ế" * 65 + ".txt"),
    ],
)
def test_the_name_of_an_upload_is_readable_and_harmless(given: str, kept: str) -> None:
    assert safe_name(given) == kept


def test_a_version_is_submitted_by_long_work(
    cast: Cast, bind: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    quicken(monkeypatch)
    bind(editorial_tasks.make_renditions, editorial_tasks.KIND)
    version = a_draft(cast)
    ended = run(a_work(cast.dung.actor, kind=editorial_tasks.KIND, version=version.pk))
    assert (ended.refusal, ended.outcome) == ("", {"version": version.pk})
    assert ended.steps >= ended.step >= 1
    version.refresh_from_db()
    assert version.state == VersionState.SUBMITTED
    assert run(a_work(cast.hanh.actor, kind=editorial_tasks.KIND, version=version.pk)).state == WorkState.DONE


def test_a_report_is_built_and_written_by_long_work(cast: Cast, bind: Callable[..., None]) -> None:
    a_campaign(cast)
    bind(report_tasks.make_report, report_tasks.KIND)
    ended = run(a_work(cast.hanh.actor, kind=report_tasks.KIND, period="2025-09"))
    report = PeriodReport.objects.get()
    assert (ended.refusal, ended.outcome) == ("", {"report": report.pk})
    assert {form: path.name for form, path in report_files(report).items()} == {
        "docx": "bao-cao-dong-suong-2025-09.docx",
        "pdf": "bao-cao-dong-suong-2025-09.pdf",
    }
    assert all(path.stat().st_size > 1000 for path in report_files(report).values())
    assert run(a_work(cast.dung.actor, kind=report_tasks.KIND, period="2025-09")).state == WorkState.REFUSED
