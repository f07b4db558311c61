"""Duyệt in the browser: what waits, what the approver hears and sees, yes and not yet."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from cast import NOW, Cast, a_person
from delivery_rows import a_version
from editorial_rows import a_submitted, quicken
from loa.editorial.models import Approval, MessageVersion, Source, VersionReturn, VersionState
from loa.editorial.services.approve_version import approve_version
from loa.editorial.services.return_version import return_version
from loa.editorial.services.revise_message import revise_message
from loa.editorial.services.submit_version import submit_version
from loa.units.models import Membership
from loa.units.rights import Role

HOSTILE = "<script>alert(1)</script> \u202edảo ngược 🙂 "
REASON = "Ghi rõ số điện thoại của Trạm Y tế."


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    quicken(monkeypatch)


def page(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status
    return answer.content.decode()


def the_seen(client: Client, version: MessageVersion) -> str:
    """What the approver's page would post."""
    found = re.search(r'name="seen" value="([0-9a-f]{64})"', page(client, f"/duyet/{version.pk}/"))
    assert found
    return found[1]


def approve(client: Client, version: MessageVersion, seen: str) -> str:
    answer = client.post(f"/duyet/{version.pk}/duyet/", {"seen": seen}, follow=True)
    assert answer.redirect_chain
    return answer.content.decode()


def a_returned_and_revised(cast: Cast) -> MessageVersion:
    version = a_submitted(cast)
    return_version(version=version, reason=REASON, actor=cast.lan.actor, at=NOW)
    words = {"title": "Tiêm phòng dại cho chó, mèo", "paragraphs": [*version.paragraphs, "Gọi 0210 000 123."]}
    newer = revise_message(version=version, changes=words, actor=cast.dung.actor, at=NOW)
    return submit_version(version=newer, actor=cast.dung.actor, at=NOW)


def test_the_list_says_who_waits_since_when_and_what_was_decided(cast: Cast, client: Client) -> None:
    decided, waiting = a_version(cast), a_version(cast, key="topic:II.2", code="P3QX")
    MessageVersion.objects.filter(pk=waiting.pk).update(title="Khai sinh tại nhà")
    approval = approve_version(version=decided, actor=cast.lan.actor, at=NOW)
    client.force_login(cast.lan.user)
    shown = page(client, "/duyet/")
    before, after = shown.split("Mới quyết định")
    assert "Khai sinh tại nhà" in before
    assert "trình lúc 17:00 03/09/2025" in before
    assert "Hạnh" in before
    assert decided.title in after
    assert approval.set_hash[:8].upper() in after


def test_an_empty_list_says_why(cast: Cast, client: Client) -> None:
    client.force_login(cast.lan.user)
    assert "Không có tin nào chờ duyệt" in page(client, "/duyet/")


def test_a_new_version_says_what_is_new_since_leaders_saw_it(cast: Cast, client: Client) -> None:
    version = a_returned_and_revised(cast)
    client.force_login(cast.lan.user)
    shown = page(client, "/duyet/")
    assert REASON in shown
    assert "Đã sửa: tiêu đề, nội dung." in shown
    detail = page(client, f"/duyet/{version.pk}/")
    assert "Khác bản 1" in detail
    assert "<mark>Gọi 0210 000 123.</mark>" in detail.replace("</mark> <mark>", " ")


def test_the_page_lets_the_leader_hear_see_and_weigh(cast: Cast, client: Client) -> None:
    version = a_submitted(cast)
    client.force_login(cast.lan.user)
    shown = page(client, f"/duyet/{version.pk}/")
    assert "Bà con sẽ nghe" in shown
    assert f"/tin-bai/{version.message_id}/ban-1/tep/audio/" in shown
    assert f"/tin-bai/{version.message_id}/ban-1/anh/poster/" in shown
    assert "Giọng máy" in shown
    assert "58/KH-SYT" in shown
    assert f"/ke-hoach/{version.message.campaign_id}/#d" in shown
    assert 'class="tabs"' not in shown
    assert "Duyệt tin này" in shown


def test_one_post_approves_what_was_seen_and_names_the_mark(cast: Cast, client: Client) -> None:
    version = a_version(cast)
    client.force_login(cast.lan.user)
    seen = the_seen(client, version)
    told = approve(client, version, seen)
    approval = Approval.objects.get()
    assert approval.approver == cast.lan.user
    assert approval.set_hash == seen
    assert f"Đã duyệt. Dấu duyệt {seen[:8].upper()}." in told


def test_pressing_twice_is_approving_once(cast: Cast, client: Client) -> None:
    version = a_version(cast)
    client.force_login(cast.lan.user)
    seen = the_seen(client, version)
    approve(client, version, seen)
    assert "Đã duyệt. Dấu duyệt" in approve(client, version, seen)
    assert Approval.objects.count() == 1


@pytest.mark.parametrize("seen", ["", "0" * 64, "ấy\x00"])
def test_what_was_not_seen_is_not_approved(cast: Cast, client: Client, seen: str) -> None:
    version = a_version(cast)
    client.force_login(cast.lan.user)
    assert "Chưa có gì được duyệt" in approve(client, version, seen)
    assert not Approval.objects.exists()


def test_what_changed_after_it_was_seen_is_not_approved(cast: Cast, client: Client) -> None:
    version = a_version(cast)
    client.force_login(cast.lan.user)
    seen = the_seen(client, version)
    Source.objects.create(version=version, label="Kế hoạch khác")
    assert "Tin đã khác với bản anh/chị vừa xem" in approve(client, version, seen)
    assert not Approval.objects.exists()


def test_of_two_leaders_the_second_is_told(cast: Cast, client: Client) -> None:
    version = a_version(cast)
    client.force_login(cast.lan.user)
    seen = the_seen(client, version)
    second = a_person("khue", "Khuê", cast.commune, Role.LEADER)
    approve_version(version=version, actor=second.actor, at=NOW)
    assert "Khuê đã duyệt tin này lúc" in approve(client, version, seen)
    assert Approval.objects.get().approver == second.user


def test_what_was_returned_meanwhile_is_not_approved(cast: Cast, client: Client) -> None:
    version = a_version(cast)
    client.force_login(cast.lan.user)
    seen = the_seen(client, version)
    return_version(version=version, reason=REASON, actor=cast.lan.actor, at=NOW)
    assert "đã trả lại tin này lúc" in approve(client, version, seen)
    assert not Approval.objects.exists()


def test_the_author_is_told_that_another_must_approve(cast: Cast, client: Client) -> None:
    version = a_version(cast)
    Membership.objects.create(commune=cast.commune, user=cast.hanh.user, role=Role.LEADER)
    client.force_login(cast.hanh.user)
    shown = page(client, f"/duyet/{version.pk}/")
    assert "Anh/chị đã viết tin này nên người khác phải duyệt" in shown
    assert "Duyệt tin này" not in shown
    assert client.post(f"/duyet/{version.pk}/duyet/", {"seen": "0" * 64}).status_code == 302
    assert not Approval.objects.exists()


def test_a_return_takes_its_reason_to_the_writer(cast: Cast, client: Client) -> None:
    version = a_version(cast)
    client.force_login(cast.lan.user)
    assert f'data-draft="tra-lai-{version.pk}"' in page(client, f"/duyet/{version.pk}/tra-lai/")
    answer = client.post(f"/duyet/{version.pk}/tra-lai/", {"reason": REASON}, follow=True)
    assert "Đã trả lại tin" in answer.content.decode()
    assert VersionReturn.objects.get().reason == REASON
    version.refresh_from_db()
    assert version.state == VersionState.RETURNED
    again = client.post(f"/duyet/{version.pk}/tra-lai/", {"reason": REASON}, follow=True)
    assert "Đã trả lại tin" in again.content.decode()
    assert VersionReturn.objects.count() == 1


@pytest.mark.parametrize(
    ("reason", "told"), [("", "Chưa có lý do"), ("Sai rồi", "Lý do quá ngắn"), ("dài " * 300, "Lý do dài tối đa")]
)
def test_a_return_without_a_fit_reason_keeps_what_was_typed(cast: Cast, client: Client, reason: str, told: str) -> None:
    version = a_version(cast)
    client.force_login(cast.lan.user)
    answer = client.post(f"/duyet/{version.pk}/tra-lai/", {"reason": reason})
    assert answer.status_code == 409
    assert told in answer.content.decode()
    assert reason.strip() in answer.content.decode()
    assert not VersionReturn.objects.exists()


def test_a_second_leader_cannot_return_what_was_approved(cast: Cast, client: Client) -> None:
    version = a_version(cast)
    approve_version(version=version, actor=cast.lan.actor, at=NOW)
    client.force_login(cast.lan.user)
    answer = client.post(f"/duyet/{version.pk}/tra-lai/", {"reason": REASON})
    assert answer.status_code == 409
    assert "Lan đã duyệt tin này lúc" in answer.content.decode()


def test_others_read_and_cannot_decide(cast: Cast, client: Client) -> None:
    version = a_version(cast)
    client.force_login(cast.dung.user)
    shown = page(client, f"/duyet/{version.pk}/")
    assert "Duyệt tin này" not in shown
    assert 'class="tabs"' in shown
    assert "Nghe và xem" not in page(client, "/duyet/")
    assert client.post(f"/duyet/{version.pk}/duyet/", {"seen": "0" * 64}).status_code == 403
    assert client.get(f"/duyet/{version.pk}/tra-lai/").status_code == 403


def test_another_commune_and_a_hamlet_head_see_nothing(cast: Cast, client: Client) -> None:
    version = a_version(cast)
    client.force_login(cast.binh.user)
    assert client.get(f"/duyet/{version.pk}/").status_code == 404
    assert client.post(f"/duyet/{version.pk}/duyet/").status_code == 404
    assert client.get(f"/duyet/{version.pk}/tra-lai/").status_code == 404
    assert version.title not in page(client, "/duyet/")
    client.force_login(cast.tu.user)
    assert client.get("/duyet/").status_code == 403


def test_hostile_words_are_shown_as_words(cast: Cast, client: Client) -> None:
    version = a_version(cast)
    MessageVersion.objects.filter(pk=version.pk).update(title=HOSTILE, summary=HOSTILE, paragraphs=[HOSTILE])
    Source.objects.create(version=version, label=HOSTILE, quote=HOSTILE)
    return_version(version=version, reason=HOSTILE + "dài" * 200, actor=cast.lan.actor, at=timezone.now())
    client.force_login(cast.lan.user)
    for address in ("/duyet/", f"/duyet/{version.pk}/", f"/duyet/{version.pk}/tra-lai/"):
        shown = page(client, address)
        assert "<script>alert" not in shown
        assert "&lt;script&gt;" in shown


def test_fifty_waiting_ask_no_more_than_one(
    cast: Cast, client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(12):
        a_version(cast, key=f"topic:{number}", code=f"K7M{number}")
    Membership.objects.create(commune=cast.commune, user=cast.lan.user, role=Role.OPERATOR)
    client.force_login(cast.lan.user)
    with django_assert_max_num_queries(15):
        page(client, "/duyet/")


def test_the_page_of_a_revised_version_stays_within_fifteen_queries(
    cast: Cast, client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    version = a_returned_and_revised(cast)
    Membership.objects.create(commune=cast.commune, user=cast.lan.user, role=Role.CULTURE)
    client.force_login(cast.lan.user)
    page(client, f"/duyet/{version.pk}/")  # the first form of a session keeps its token
    with django_assert_max_num_queries(15):
        page(client, f"/duyet/{version.pk}/")
