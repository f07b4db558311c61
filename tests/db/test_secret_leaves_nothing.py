"""A document with a mark of secrecy that somebody uploads: once it is refused, nothing of it is anywhere."""

from __future__ import annotations

from pathlib import Path
from uuid import uuid4

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django.fixtures import Settings

from cast import Cast
from editorial_rows import PLAN
from loa.campaigns.tasks import KIND, read_plan_file
from loa.core import clock, long_work
from loa.core.canonical import sha256_hex
from loa.core.models import LongWork
from loa.core.services.long_work import run_work
from loa.documents.services.keep_upload import UploadGone

NAME, WORDS = "ph\u01b0\u01a1ng án diễn tập.txt", "Diễn tập đêm tại hang Suối Đá"
SECRET = PLAN.replace("KẾ HOẠCH\n", f"TUYỆT MẬT\nKẾ HOẠCH\n{WORDS}\n", 1).encode()


def traces_in_rows(*traces: str) -> list[str]:
    """The tables with a row in which one of `traces` stands."""
    return [
        model._meta.label
        for model in apps.get_models()
        for row in model._default_manager.values_list()
        if any(trace in str(row) for trace in traces)
    ]


def files_in(root: Path) -> set[Path]:
    return {path for path in root.rglob("*") if path.is_file()}


def test_of_a_refused_secret_neither_file_nor_name_nor_hash_stays(
    cast: Cast,
    client: Client,
    data_dir: Path,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 0  # every upload goes through Django's folder of temporary files
    settings.FILE_UPLOAD_TEMP_DIR = data_dir / "on-the-way"
    settings.FILE_UPLOAD_TEMP_DIR.mkdir()
    monkeypatch.setitem(long_work._handlers, KIND, read_plan_file)
    before = files_in(data_dir)
    client.force_login(cast.hanh.user)
    sent = client.post("/ke-hoach/moi/", {"key": str(uuid4()), "file": SimpleUploadedFile(NAME, SECRET)})
    work = LongWork.objects.get()
    assert sent["Location"] == f"/viec/{work.key}/"
    token = work.payload["upload"]
    assert [path.name for path in files_in(data_dir) - before] == [NAME]

    run_work(work.pk, clock.now())
    work.refresh_from_db()
    assert work.state == "refused"
    assert "độ mật" in work.refusal
    traces = (NAME, "diễn tập", WORDS, sha256_hex(SECRET), token, "ng án di")
    assert traces_in_rows(*traces) == []
    assert files_in(data_dir) == before
    assert list((data_dir / "uploads").iterdir()) == []
    assert not any(trace in caplog.text for trace in traces)
    assert NAME not in client.get(f"/viec/{work.key}/").content.decode()


def test_the_work_of_a_secret_asked_again_finds_nothing(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    work = LongWork(kind=KIND, key=uuid4(), scope_id=cast.commune.pk, actor=cast.hanh.actor.key, payload={})
    work.created_at = clock.now()
    work.save()
    monkeypatch.setitem(long_work._handlers, KIND, read_plan_file)
    run_work(work.pk, clock.now())
    work.refresh_from_db()
    assert work.refusal == UploadGone().message
