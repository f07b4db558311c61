"""What the doctor reads in the database: the trail, the clock against it, the store, the keys."""

from __future__ import annotations

import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.conf import settings

from cast import NOW, Cast
from delivery_rows import a_version
from loa.cli.doctor.finding import Finding, Level, Place
from loa.cli.doctor.rows.keys import check_keys
from loa.cli.doctor.rows.store import check_store
from loa.cli.doctor.rows.trail import check_trail, check_trail_clock
from loa.core.content import ContentStore
from loa.core.models import AuditEntry
from loa.core.services import audit
from loa.documents.models import Document
from loa.editorial.selectors import rendition_file


def the_one(findings: list[Finding]) -> Finding:
    (found,) = findings
    assert found.level is not Level.ERROR or found.mend
    return found


def place(now: datetime) -> Place:
    return Place(data=Path(settings.DATA_DIR), commune_code=None, now=now)


def note_three(cast: Cast) -> None:
    for verb in ("made", "read", "closed"):
        audit.record(f"units.commune.{verb}", target=cast.commune, by=cast.hanh.actor, at=NOW)


def test_an_edited_trail_is_told_with_its_line(cast: Cast) -> None:
    note_three(cast)
    assert the_one(check_trail()).found == "Nhật ký liền mạch, 3 dòng."
    AuditEntry.objects.filter(sequence=2).update(actor="user:999")
    found = the_one(check_trail())
    assert (found.level, "dòng 2" in found.found) == (Level.ERROR, True)
    assert "không sửa gì" in str(found.mend)


def test_a_clock_behind_the_trail_is_an_error(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LOA_NOW", raising=False)
    assert check_trail_clock(place(NOW)) == []
    note_three(cast)
    assert the_one(check_trail_clock(place(NOW))).level is Level.OK
    found = the_one(check_trail_clock(place(NOW - timedelta(days=1))))
    assert (found.level, "17:00 03/09/2025" in found.found) == (Level.ERROR, True)
    assert "timedatectl" in str(found.mend)


def test_the_demos_clock_counts_where_it_is_ahead(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    note_three(cast)
    early = NOW - timedelta(days=30)
    monkeypatch.setenv("LOA_NOW", f"{NOW.isoformat()}@{early.timestamp()}")
    assert the_one(check_trail_clock(place(early))).level is Level.OK
    monkeypatch.delenv("LOA_NOW")
    demo = Path(settings.DATA_DIR) / "demo"
    demo.mkdir()
    (demo / "plan.json").write_text(f'{{"clock": "{NOW.isoformat()}"}}')
    assert the_one(check_trail_clock(place(early))).level is Level.OK


def keep_the_plan(cast: Cast) -> None:
    digest = ContentStore(Path(settings.CONTENT_DIR)).put(b"the plan as it came")
    Document.objects.filter(commune=cast.commune).update(sha256=digest)


def test_a_missing_file_of_the_store_is_counted_and_a_changed_one_found(cast: Cast) -> None:
    first, second, *_rest = a_version(cast).renditions.all()
    keep_the_plan(cast)
    assert the_one(check_store()).level is Level.OK
    rendition_file(first).unlink()
    changed = rendition_file(second)
    changed.chmod(0o644)
    changed.write_bytes(b"other words")
    missing, damaged = check_store()
    assert {missing.level, damaged.level} == {Level.ERROR}
    assert f"thiếu 1 tệp mà dữ liệu nhắc đến, trước hết là {first.sha256}" in missing.found
    assert f"1 tệp bị đổi nội dung, trước hết là {second.sha256}" in damaged.found
    assert "bản sao lưu" in str(missing.mend)


def test_an_imported_plan_that_is_gone_is_missed(cast: Cast) -> None:
    a_version(cast)
    assert "0" * 64 in the_one(check_store()).found


def test_a_lost_key_a_foreign_one_and_a_torn_one_are_errors(cast: Cast) -> None:
    assert [finding.level for finding in check_keys(None)] == [Level.OK, Level.OK]
    here, there = (
        Path(settings.SECRETS_DIR) / f"signing-{commune.signing_key.key_id}.seed"
        for commune in (cast.commune, cast.other_commune)
    )
    for seed, words in ((there.read_bytes(), "bị hỏng"), (b"torn", "bị hỏng"), (None, "Mất khóa ký")):
        here.unlink()
        if seed is not None:
            here.write_bytes(seed)
        found = the_one(check_keys("dong-suong"))
        assert (found.level, words in found.found, "xã Đồng Sương" in found.found) == (Level.ERROR, True, True)
        assert "secrets" in str(found.mend)


def test_a_commune_that_is_not_here_is_an_error_with_the_codes(cast: Cast) -> None:
    assert "dong-suong, khe-suong" in str(the_one(check_keys("nowhere")).mend)


def test_looking_writes_nothing(cast: Cast) -> None:
    note_three(cast)
    before = sorted(os.walk(settings.DATA_DIR))
    assert [*check_trail(), *check_trail_clock(place(NOW)), *check_store(), *check_keys(None)]
    assert sorted(os.walk(settings.DATA_DIR)) == before
    assert AuditEntry.objects.count() == 3
