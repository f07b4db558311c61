"""Any change is a new version; the one before it no longer holds."""

from __future__ import annotations

from datetime import date

import pytest

from cast import NOW, Cast
from editorial_rows import a_draft, a_submitted, quicken
from loa.core.models import AuditEntry
from loa.editorial.models import MessageVersion, VersionState
from loa.editorial.refusals import CannotApprove, CannotRevise, CannotSubmit
from loa.editorial.selectors import is_approved
from loa.editorial.services.approve_version import approve_version
from loa.editorial.services.draft_message import draft_message
from loa.editorial.services.revise_message import revise_message
from loa.editorial.services.submit_version import submit_version

CHANGE = {"contact": "Phòng Văn hóa - Xã hội xã Đồng Sương", "useful_until": date(2025, 11, 15)}


@pytest.fixture(autouse=True)
def quick_engines(monkeypatch: pytest.MonkeyPatch) -> None:
    quicken(monkeypatch)


def test_a_change_after_approval_voids_it(cast: Cast) -> None:
    older = a_submitted(cast)
    approve_version(version=older, actor=cast.lan.actor, at=NOW)
    newer = revise_message(version=older, changes=CHANGE, actor=cast.hanh.actor, at=NOW)
    older.refresh_from_db()
    assert older.state == VersionState.VOID
    assert not is_approved(older)
    assert not is_approved(newer)
    assert (newer.number, newer.state, newer.author) == (2, VersionState.DRAFT, cast.hanh.user)
    assert newer.code != older.code
    assert (newer.contact, newer.useful_until) == tuple(CHANGE.values())
    assert (newer.title, newer.paragraphs) == (older.title, older.paragraphs)


def test_the_sources_go_along(cast: Cast) -> None:
    older = a_draft(cast)
    newer = revise_message(version=older, changes=CHANGE, actor=cast.dung.actor, at=NOW)
    fields = ("label", "document", "clause", "quote", "line_from", "line_to")
    assert list(newer.sources.order_by("pk").values(*fields)) == list(older.sources.order_by("pk").values(*fields))


def test_the_new_version_goes_its_own_way_to_approval(cast: Cast) -> None:
    older = a_submitted(cast)
    newer = revise_message(version=older, changes=CHANGE, actor=cast.hanh.actor, at=NOW)
    submit_version(version=newer, actor=cast.hanh.actor, at=NOW)
    approve_version(version=newer, actor=cast.lan.actor, at=NOW)
    assert is_approved(newer)
    assert not is_approved(older)
    assert older.renditions.count() == newer.renditions.count()


def test_a_void_version_goes_nowhere(cast: Cast) -> None:
    older = a_submitted(cast)
    revise_message(version=older, changes=CHANGE, actor=cast.dung.actor, at=NOW)
    with pytest.raises(CannotApprove, match="Hết hiệu lực"):
        approve_version(version=older, actor=cast.lan.actor, at=NOW)
    with pytest.raises(CannotSubmit, match="bản mới thay thế"):
        submit_version(version=older, actor=cast.dung.actor, at=NOW)


def test_the_same_change_twice_is_one_version(cast: Cast) -> None:
    older = a_draft(cast)
    first = revise_message(version=older, changes=CHANGE, actor=cast.dung.actor, at=NOW)
    second = revise_message(version=older, changes=CHANGE, actor=cast.dung.actor, at=NOW)
    assert first == second
    assert MessageVersion.objects.count() == 2
    assert AuditEntry.objects.filter(code="editorial.version.revised").count() == 1


def test_two_editors_do_not_overwrite_each_other(cast: Cast) -> None:
    older = a_draft(cast)
    revise_message(version=older, changes=CHANGE, actor=cast.dung.actor, at=NOW)
    with pytest.raises(CannotRevise, match="đã có bản 2 mới hơn"):
        revise_message(version=older, changes={"title": "Tên khác"}, actor=cast.hanh.actor, at=NOW)


def test_no_change_is_no_version(cast: Cast) -> None:
    version = a_draft(cast)
    with pytest.raises(CannotRevise, match="Chưa có chỗ nào thay đổi"):
        revise_message(version=version, changes={"title": version.title}, actor=cast.dung.actor, at=NOW)
    assert MessageVersion.objects.get().state == VersionState.DRAFT


def test_drafting_again_after_a_change_gives_the_newest(cast: Cast) -> None:
    older = a_draft(cast)
    newer = revise_message(version=older, changes=CHANGE, actor=cast.dung.actor, at=NOW)
    message = older.message
    again = draft_message(campaign=message.campaign, topic=message.topic, actor=cast.dung.actor, at=NOW)
    assert again == newer


def test_only_the_words_can_be_changed(cast: Cast) -> None:
    with pytest.raises(TypeError, match="state"):
        revise_message(version=a_draft(cast), changes={"state": "approved"}, actor=cast.dung.actor, at=NOW)


@pytest.mark.parametrize("who", ["lan", "tu", "binh"])
def test_who_may_not_write_does_not_revise(cast: Cast, who: str) -> None:
    with pytest.raises(CannotRevise, match="không có quyền"):
        revise_message(version=a_draft(cast), changes=CHANGE, actor=getattr(cast, who).actor, at=NOW)
    assert MessageVersion.objects.count() == 1
