"""The files of a report that takes long to write: a page asks, long work writes, the figures stay."""

from __future__ import annotations

import uuid
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from cast import Cast
from loa.core.long_work import bind_work
from loa.core.models import LongWork, WorkState
from loa.core.services.long_work import run_work
from loa.reports import tasks
from loa.reports.models import PeriodReport
from loa.reports.selectors import files
from loa.reports.services.build_report import build_report
from report_rows import Scene, at


@pytest.fixture
def report(scene: Scene, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> PeriodReport:
    """A report of more orders than are read while one waits, with no files yet."""
    settings.REPORT_DIR = tmp_path
    monkeypatch.setattr(files, "QUICK", 1)
    approval = scene.message(scene.topics[0])
    for day in (2, 3):
        scene.played(approval, scene.loudspeaker, due_at=at(day, 17))
    return build_report(commune=scene.commune, period="2025-09", actor=scene.cast.hanh.actor, at=at(30, 17))


def signed_in(cast: Cast, name: str) -> Client:
    client = Client()
    client.force_login(getattr(cast, name).user)
    return client


def test_a_long_report_is_not_written_while_one_waits(cast: Cast, report: PeriodReport) -> None:
    answer = signed_in(cast, "lan").get(reverse("report-file", args=[report.pk, "docx"]))
    assert answer.headers["Content-Type"].startswith("text/html")
    words = answer.content.decode()
    assert "Tệp báo cáo chưa có" in words
    assert f'action="{reverse("report-files", args=[report.pk])}"' in words
    assert not LongWork.objects.exists()


def test_its_files_are_asked_for_once_and_written_from_the_figures_as_they_stand(
    cast: Cast, report: PeriodReport
) -> None:
    client, form = signed_in(cast, "lan"), {"key": str(uuid.uuid4())}
    address = reverse("report-files", args=[report.pk])
    assert client.post(address, form).status_code == client.post(address, form).status_code == 302
    [work] = LongWork.objects.all()
    assert client.get(reverse("work", args=[work.key])).status_code == 200
    figures = list(report.figures.values_list("pk", "value"))
    bind_work(tasks.FILES_KIND, tasks.make_files)
    run_work(work.pk, at(30, 18))
    work.refresh_from_db()
    assert (work.state, work.outcome) == (WorkState.DONE, {"report": report.pk})
    assert list(report.figures.values_list("pk", "value")) == figures
    for form_of_file, start in (("docx", b"PK"), ("pdf", b"%PDF")):
        served = client.get(reverse("report-file", args=[report.pk, form_of_file]))
        assert b"".join(served.streaming_content).startswith(start)  # type: ignore[attr-defined]


def test_files_written_before_the_report_was_built_anew_are_not_its_files(cast: Cast, report: PeriodReport) -> None:
    bind_work(tasks.FILES_KIND, tasks.make_files)
    client = signed_in(cast, "lan")
    client.post(reverse("report-files", args=[report.pk]), {"key": str(uuid.uuid4())})
    run_work(LongWork.objects.get().pk, at(30, 18))
    PeriodReport.objects.update(built_at=at(30, 19))
    words = client.get(reverse("report-file", args=[report.pk, "pdf"])).content.decode()
    assert "Tệp báo cáo chưa có" in words


@pytest.mark.parametrize(("name", "status"), [("dung", 302), ("tu", 403), ("quy", 403), ("binh", 404)])
def test_who_may_have_the_files_written(cast: Cast, report: PeriodReport, name: str, status: int) -> None:
    answer = signed_in(cast, name).post(reverse("report-files", args=[report.pk]), {"key": str(uuid.uuid4())})
    assert answer.status_code == status
    assert LongWork.objects.exists() == (status == 302)


def test_another_communes_work_writes_no_file_of_this_report(cast: Cast, report: PeriodReport) -> None:
    bind_work(tasks.FILES_KIND, tasks.make_files)
    work = LongWork.objects.create(
        key=uuid.uuid4(),
        kind=tasks.FILES_KIND,
        scope_id=cast.binh.actor.scope_id,
        actor=cast.binh.actor.key,
        payload={"report": report.pk},
        created_at=at(30, 17),
    )
    run_work(work.pk, at(30, 18))
    work.refresh_from_db()
    assert work.state == WorkState.REFUSED
    assert not any(path.exists() for path in files.report_files(report).values())
