"""Trả lại: a leader's "not yet" with its reason, once, and what may follow it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from cast import NOW, Cast, a_person
from editorial_rows import a_draft, a_submitted, quicken
from loa.core.models import AuditEntry
from loa.editorial.models import MessageVersion, VersionReturn, VersionState
from loa.editorial.refusals import CannotAddSource, CannotApprove, CannotReturn, CannotRevise, CannotSubmit
from loa.editorial.services.add_source import add_source
from loa.editorial.services.approve_version import approve_version
from loa.editorial.services.return_version import return_version
from loa.editorial.services.revise_message import revise_message
from loa.editorial.services.submit_version import submit_version
from loa.units.rights import Role

REASON = "Ghi rõ giờ tiêm ở từng khu."
LATER = NOW + timedelta(minutes=5)


@pytest.fixture(autouse=True)
def quick_engines(monkeypatch: pytest.MonkeyPatch) -> None:
    quicken(monkeypatch)


def returned(cast: Cast) -> MessageVersion:
    version = a_submitted(cast)
    return_version(version=version, reason=REASON, actor=cast.lan.actor, at=NOW)
    version.refresh_from_db()
    return version


def test_a_leader_returns_with_a_reason(cast: Cast) -> None:
    version = a_submitted(cast)
    row = return_version(version=version, reason=f"  {REASON}\n", actor=cast.lan.actor, at=NOW)
    version.refresh_from_db()
    assert version.state == VersionState.RETURNED
    assert (row.reason, row.returned_by, row.returned_at) == (REASON, cast.lan.user, NOW)
    line = AuditEntry.objects.get(code="editorial.version.returned")
    assert (line.actor, line.detail) == (cast.lan.actor.key, {"reason": REASON})
    assert list(VersionReturn.objects.visible_to(cast.hanh.actor)) == [row]
    assert not VersionReturn.objects.visible_to(cast.binh.actor).exists()


def test_the_same_return_twice_is_one_row(cast: Cast) -> None:
    version = a_submitted(cast)
    first = return_version(version=version, reason=REASON, actor=cast.lan.actor, at=NOW)
    revise_message(version=version, changes={"title": "Lịch tiêm"}, actor=cast.dung.actor, at=NOW)
    assert return_version(version=version, reason=REASON, actor=cast.lan.actor, at=LATER) == first
    assert AuditEntry.objects.filter(code="editorial.version.returned").count() == 1


def test_the_second_leader_is_told_who_returned(cast: Cast) -> None:
    minh = a_person("minh", "Minh", cast.commune, Role.LEADER)
    version = returned(cast)
    with pytest.raises(CannotReturn, match=r"Lan đã trả lại tin này lúc 17:00 03/9/2025\."):
        return_version(version=version, reason="Lý do khác", actor=minh.actor, at=LATER)
    with pytest.raises(CannotApprove, match=r"Lan đã trả lại tin này lúc 17:00 03/9/2025\."):
        approve_version(version=version, actor=minh.actor, at=LATER)
    assert VersionReturn.objects.get().reason == REASON


def test_the_second_leader_is_told_who_approved(cast: Cast) -> None:
    minh = a_person("minh", "Minh", cast.commune, Role.LEADER)
    version = a_submitted(cast)
    approve_version(version=version, actor=minh.actor, at=NOW)
    with pytest.raises(CannotReturn, match=r"Minh đã duyệt tin này lúc 17:00 03/9/2025\."):
        return_version(version=version, reason=REASON, actor=cast.lan.actor, at=LATER)
    version.refresh_from_db()
    assert version.state == VersionState.APPROVED


def test_a_returned_version_is_not_submitted_again_but_revised(cast: Cast) -> None:
    version = returned(cast)
    with pytest.raises(CannotSubmit, match="Hãy sửa thành bản mới rồi trình lại"):
        submit_version(version=version, actor=cast.dung.actor, at=LATER)
    newer = revise_message(version=version, changes={"title": "Lịch tiêm"}, actor=cast.dung.actor, at=LATER)
    version.refresh_from_db()
    assert (version.state, newer.state) == (VersionState.VOID, VersionState.DRAFT)
    assert version.returned.reason == REASON
    submit_version(version=newer, actor=cast.dung.actor, at=LATER)
    approve_version(version=newer, actor=cast.lan.actor, at=LATER)


def test_a_returned_version_may_be_taken_up_as_it_is_to_add_a_source(cast: Cast) -> None:
    version = returned(cast)
    newer = revise_message(version=version, changes={}, actor=cast.dung.actor, at=LATER)
    assert revise_message(version=version, changes={}, actor=cast.dung.actor, at=LATER) == newer
    source = add_source(version=newer, label=" Công văn số 12/TYT ", actor=cast.dung.actor, at=LATER)
    assert source.label == "Công văn số 12/TYT"
    assert add_source(version=newer, label="Công văn số 12/TYT", actor=cast.dung.actor, at=LATER) == source
    assert newer.sources.count() == version.sources.count() + 1
    with pytest.raises(CannotRevise, match="Chưa có chỗ nào thay đổi"):
        revise_message(version=newer, changes={}, actor=cast.dung.actor, at=LATER)


def test_only_a_draft_of_ones_own_commune_takes_a_source(cast: Cast) -> None:
    version = a_draft(cast)
    for who in (cast.lan, cast.tu, cast.binh):
        with pytest.raises(CannotAddSource, match="không có quyền"):
            add_source(version=version, label="Công văn", actor=who.actor, at=NOW)
    with pytest.raises(CannotAddSource, match="Chưa có tên nguồn"):
        add_source(version=version, label=" \u200b ", actor=cast.dung.actor, at=NOW)
    with pytest.raises(CannotAddSource, match="tối đa 500 chữ cái, hiện có 501"):
        add_source(version=version, label="a" * 501, actor=cast.dung.actor, at=NOW)
    submit_version(version=version, actor=cast.dung.actor, at=NOW)
    with pytest.raises(CannotAddSource, match="Chỉ bản đang soạn"):
        add_source(version=version, label="Công văn", actor=cast.dung.actor, at=NOW)


@pytest.mark.parametrize(("reason", "words"), [(" \n", "Chưa có lý do"), ("a" * 1001, "tối đa 1.000 .* hiện có 1.001")])
def test_a_reason_is_asked_for_and_kept_short(cast: Cast, reason: str, words: str) -> None:
    version = a_submitted(cast)
    with pytest.raises(CannotReturn, match=words):
        return_version(version=version, reason=reason, actor=cast.lan.actor, at=NOW)
    assert not VersionReturn.objects.exists()


def test_a_draft_is_not_returned(cast: Cast) -> None:
    with pytest.raises(CannotReturn, match="Đang soạn"):
        return_version(version=a_draft(cast), reason=REASON, actor=cast.lan.actor, at=NOW)


@pytest.mark.parametrize("who", ["hanh", "dung", "tu", "quy", "binh"])
def test_only_the_communes_own_leader_returns(cast: Cast, who: str) -> None:
    version = a_submitted(cast)
    with pytest.raises(CannotReturn, match="không có quyền"):
        return_version(version=version, reason=REASON, actor=getattr(cast, who).actor, at=NOW)
    version.refresh_from_db()
    assert version.state == VersionState.SUBMITTED
