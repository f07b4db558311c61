"""Approval: a second person's word for exactly this text and these files; any change voids it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from django.db import IntegrityError, transaction

from cast import NOW, Cast
from editorial_rows import a_draft, a_submitted, quicken
from loa.core.canonical import canonical_bytes, sha256_hex
from loa.core.models import AuditEntry
from loa.editorial.models import Approval, MessageVersion, Rendition, Source, VersionState
from loa.editorial.refusals import CannotApprove
from loa.editorial.selectors import approval_set, has_intact_files, is_approved, rendition_file, text_hash
from loa.editorial.services import approve_version as service
from loa.editorial.services.approve_version import approve_version
from loa.keys import signing
from loa.keys.models import SigningKey
from loa.keys.services.commune_key import KeyLost, create_commune_key
from loa.units.rights import Right


@pytest.fixture(autouse=True)
def quick_engines(monkeypatch: pytest.MonkeyPatch) -> None:
    quicken(monkeypatch)


@pytest.fixture
def version(cast: Cast) -> MessageVersion:
    return a_submitted(cast)


@pytest.fixture
def approval(cast: Cast, version: MessageVersion) -> Approval:
    return approve_version(version=version, actor=cast.lan.actor, at=NOW)


def test_an_approval_binds_text_and_every_file(version: MessageVersion, approval: Approval) -> None:
    bound = json.loads(approval.approval_set)
    assert bound == approval_set(version)
    assert {(row["form"], row["variant"]) for row in bound} == {
        ("text", ""),
        *Rendition.objects.values_list("form", "variant"),
    }
    assert {"form": "text", "variant": "", "sha256": text_hash(version)} in bound
    assert approval.set_hash == sha256_hex(canonical_bytes(bound))
    version.refresh_from_db()
    assert version.state == VersionState.APPROVED
    assert is_approved(version)


def test_anybody_with_the_public_key_can_check_the_mark(cast: Cast, approval: Approval) -> None:
    data = approval.approval_set.encode()
    key = cast.commune.signing_key.public_key
    assert signing.is_signed_by(data, signature=approval.signature, public_key=key)
    assert not signing.is_signed_by(data + b" ", signature=approval.signature, public_key=key)


def test_the_set_is_the_same_however_the_rows_lie(version: MessageVersion) -> None:
    before = approval_set(version)
    rows = list(Rendition.objects.all())
    Rendition.objects.all().delete()
    for row in reversed(rows):
        row.pk = None
        row.save(force_insert=True)
    assert approval_set(version) == before


def test_approving_again_changes_nothing(cast: Cast, version: MessageVersion, approval: Approval) -> None:
    assert approve_version(version=version, actor=cast.lan.actor, at=NOW) == approval
    assert Approval.objects.count() == 1
    assert AuditEntry.objects.filter(code="editorial.version.approved").count() == 1


def test_the_author_may_not_approve_even_with_the_right(cast: Cast, version: MessageVersion) -> None:
    both = replace(cast.dung.actor, rights=cast.dung.actor.rights | {Right.APPROVE_MESSAGE})
    with pytest.raises(CannotApprove, match="không tự duyệt"):
        approve_version(version=version, actor=both, at=NOW)
    assert not Approval.objects.exists()


def test_the_database_itself_keeps_author_and_approver_apart(cast: Cast, version: MessageVersion) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Approval.objects.create(
            version=version,
            author=cast.dung.user,
            approver=cast.dung.user,
            approved_at=NOW,
            approval_set="[]",
            set_hash="0" * 64,
            signature="0" * 128,
            key=cast.commune.signing_key,
        )


@pytest.mark.parametrize("who", ["hanh", "dung", "tu", "binh"])
def test_only_a_leader_of_the_commune_approves(cast: Cast, version: MessageVersion, who: str) -> None:
    with pytest.raises(CannotApprove):
        approve_version(version=version, actor=getattr(cast, who).actor, at=NOW)
    assert not is_approved(version)


def test_a_draft_is_not_approved(cast: Cast) -> None:
    with pytest.raises(CannotApprove, match="Đang soạn"):
        approve_version(version=a_draft(cast), actor=cast.lan.actor, at=NOW)


def test_a_damaged_file_is_not_approved(cast: Cast, version: MessageVersion) -> None:
    path = rendition_file(version.renditions.first() or Rendition())
    path.chmod(0o644)
    path.write_bytes(b"other")
    with pytest.raises(CannotApprove, match="thiếu hoặc hỏng"):
        approve_version(version=version, actor=cast.lan.actor, at=NOW)


def test_a_revoked_key_marks_nothing(cast: Cast, version: MessageVersion) -> None:
    SigningKey.objects.filter(pk=cast.commune.signing_key_id).update(revoked_at=NOW)
    with pytest.raises(CannotApprove, match="thu hồi"):
        approve_version(version=version, actor=cast.lan.actor, at=NOW)


def test_a_lost_key_leaves_the_version_submitted(cast: Cast, version: MessageVersion, settings: object) -> None:
    settings.SECRETS_DIR = "/nonexistent"  # type: ignore[attr-defined]
    with pytest.raises(KeyLost):
        approve_version(version=version, actor=cast.lan.actor, at=NOW)
    version.refresh_from_db()
    assert version.state == VersionState.SUBMITTED
    assert not Approval.objects.exists()


def update_versions(**changes: object) -> Callable[[Cast], object]:
    return lambda cast: MessageVersion.objects.update(**changes)


TAMPERINGS: dict[str, Callable[[Cast], object]] = {
    "title": update_versions(title="Khác"),
    "summary": update_versions(summary="Khác"),
    "paragraphs": update_versions(paragraphs=["Khác"]),
    "contact": update_versions(contact="Số điện thoại lạ"),
    "code": update_versions(code="ZZZZ9"),
    "useful until": update_versions(useful_until=None),
    "state": update_versions(state=VersionState.SUBMITTED),
    "void": update_versions(state=VersionState.VOID),
    "author": lambda cast: MessageVersion.objects.update(author=cast.lan.user),
    "source": lambda cast: Source.objects.update(quote="Khác"),
    "source gone": lambda cast: Source.objects.first().delete(),  # type: ignore[union-attr]
    "file hash": lambda cast: Rendition.objects.filter(form="poster").update(sha256="0" * 64),
    "file gone": lambda cast: Rendition.objects.filter(form="sms").delete(),
    "file added": lambda cast: Rendition.objects.create(
        version=MessageVersion.objects.get(), form="audio", variant="khac", media_type="audio/mpeg", suffix=".mp3",
        sha256="0" * 64, size=1, frozen_at=NOW,
    ),
    "approval set": lambda cast: Approval.objects.update(approval_set="[]"),
    "set hash": lambda cast: Approval.objects.update(set_hash="0" * 64),
    "signature": lambda cast: Approval.objects.update(signature="0" * 128),
    "approver": lambda cast: Approval.objects.update(author=cast.hanh.user),
    "approval gone": lambda cast: Approval.objects.all().delete(),
    "key revoked": lambda cast: SigningKey.objects.update(revoked_at=NOW),
    "another commune's key": lambda cast: Approval.objects.update(key=cast.other_commune.signing_key),
}  # fmt: skip


@pytest.mark.parametrize("name", TAMPERINGS)
def test_a_change_behind_the_back_ends_the_approval(cast: Cast, approval: Approval, name: str) -> None:
    version = MessageVersion.objects.get()
    assert is_approved(version)
    TAMPERINGS[name](cast)
    assert not is_approved(version)


def test_a_set_signed_by_another_key_is_no_approval(cast: Cast, approval: Approval) -> None:
    stranger = create_commune_key(at=NOW)
    seed = signing.new_seed()
    forged = signing.sign(approval.approval_set.encode(), seed=seed)
    Approval.objects.update(signature=forged, key=stranger)
    assert not is_approved(approval.version)


def test_the_stale_row_in_hand_does_not_count(cast: Cast, approval: Approval) -> None:
    in_hand = MessageVersion.objects.get()
    MessageVersion.objects.filter(pk=in_hand.pk).update(title="Khác")
    assert in_hand.title != "Khác"
    assert not is_approved(in_hand)


def test_a_file_changed_or_lost_on_disk_is_seen(cast: Cast, approval: Approval) -> None:
    version = approval.version
    assert has_intact_files(version)
    path = rendition_file(version.renditions.get(form="page"))
    whole = path.read_bytes()
    path.chmod(0o644)
    path.write_bytes(whole[:-1] + b"!")
    assert not has_intact_files(version)
    path.write_bytes(whole)
    assert has_intact_files(version)
    path.unlink()
    assert not has_intact_files(version)


def test_a_version_without_files_has_none_intact(cast: Cast) -> None:
    assert not has_intact_files(a_draft(cast))


def test_what_changes_while_the_files_are_hashed_is_not_approved(
    cast: Cast, version: MessageVersion, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(seen: MessageVersion) -> bool:
        MessageVersion.objects.filter(pk=seen.pk).update(title="Khác")
        return True

    monkeypatch.setattr(service, "has_intact_files", slow)
    with pytest.raises(CannotApprove, match="vừa thay đổi"):
        approve_version(version=version, actor=cast.lan.actor, at=NOW)
    assert not Approval.objects.exists()
