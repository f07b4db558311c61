"""The messages as they are written: a new one, its words, its sources, handing it to the leader."""

from __future__ import annotations

import unicodedata
import uuid
from collections.abc import Mapping

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from cast import NOW, Cast
from editorial_rows import OUTSIDE, TELLS, TELLS_TOO, a_campaign, a_draft, a_submitted, a_topic, quicken
from loa.core.models import LongWork
from loa.editorial.models import Message, MessageVersion
from loa.editorial.selectors import messages_of
from loa.editorial.services.revise_message import revise_message

HOSTILE = "<script>alert(1)</script>\u202e 😀"


@pytest.fixture
def dung(client: Client, cast: Cast) -> Client:
    client.force_login(cast.dung.user)
    return client


def send(client: Client, name: str, *args: object, **words: object) -> HttpResponse:
    return client.post(reverse(name, args=args), words)  # type: ignore[return-value]


def told(client: Client, name: str, *args: object) -> str:
    return client.get(reverse(name, args=args)).content.decode()


def form_of(version: MessageVersion, **changes: object) -> dict[str, object]:
    words: Mapping[str, object] = {
        "version": version.pk,
        "title": version.title,
        "summary": version.summary,
        "paragraphs": "\n\n".join(version.paragraphs),
        "contact": version.contact,
        "useful_until": f"{version.useful_until:%d/%m/%Y}" if version.useful_until else "",
    }
    return {**words, **changes}


def own_words(cast: Cast, **changes: object) -> dict[str, object]:
    campaign = a_campaign(cast)
    words = {
        "campaign": campaign.pk,
        "title": "Cấp nước lại",
        "summary": "Nước có lại từ 5 giờ.",
        "paragraphs": "Nước có lại.\n\n- khu Suối Đá\n- khu Gò Mây",
        "contact": "Trạm cấp nước",
        "useful_until": "31/12/2025",
        "source_label": "Thông báo của Trạm cấp nước",
        "key": str(uuid.uuid4()),
    }
    return {**words, **changes}


def test_a_new_message_is_chosen_from_the_topics_without_one(dung: Client, cast: Cast) -> None:
    assert "Chưa có kế hoạch nào" in told(dung, "message-new")
    version = a_draft(cast, TELLS)
    shown = told(dung, "message-new")
    assert f"Soạn từ mục {TELLS_TOO}" in shown
    assert f"Soạn từ mục {TELLS}<" not in shown
    assert OUTSIDE not in shown
    topic = version.message.topic
    assert topic is not None
    response = dung.get(reverse("message-new"), {"topic": topic.pk})
    assert response.headers["Location"] == reverse("message", args=[version.message_id])


def test_one_press_drafts_from_a_topic_and_a_second_press_leads_to_the_same_draft(dung: Client, cast: Cast) -> None:
    topic = a_topic(a_campaign(cast))
    shown = dung.get(reverse("message-new"), {"topic": topic.pk}).content.decode()
    assert f"Soạn từ mục {TELLS}" in shown
    responses = [send(dung, "message-draft", topic=topic.pk) for _ in range(2)]
    message = Message.objects.get()
    assert {response.headers["Location"] for response in responses} == {reverse("message-edit", args=[message.pk])}


def test_no_message_is_drafted_from_what_is_outside_loa_or_of_another_commune(dung: Client, cast: Cast) -> None:
    campaign = a_campaign(cast)
    assert send(dung, "message-draft", topic=a_topic(campaign, OUTSIDE).pk).status_code == 404
    assert send(dung, "message-draft", topic="x").status_code == 404
    topic = a_topic(campaign)
    type(campaign).objects.update(commune=cast.other_commune)
    assert send(dung, "message-draft", topic=topic.pk).status_code == 404
    assert dung.get(reverse("message-new"), {"topic": topic.pk}).status_code == 404
    assert not Message.objects.exists()


def test_a_message_of_ones_own_is_written_once_however_often_the_form_is_sent(dung: Client, cast: Cast) -> None:
    words = own_words(cast)
    first, second = send(dung, "message-write", **words), send(dung, "message-write", **words)
    version = MessageVersion.objects.get()
    assert first.headers["Location"] == second.headers["Location"] == reverse("message", args=[version.message_id])
    assert version.paragraphs == ["Nước có lại.", "- khu Suối Đá", "- khu Gò Mây"]
    assert version.sources.get().label == "Thông báo của Trạm cấp nước"
    assert "data-draft-done" in told(dung, "message", version.message_id)


def test_a_refused_form_keeps_what_was_typed(dung: Client, cast: Cast) -> None:
    words = own_words(cast, title="a" * 10_000, useful_until="31/2/2025", summary=HOSTILE)
    response = send(dung, "message-write", **words)
    shown = response.content.decode()
    assert response.status_code == 409
    assert "Hãy ghi như 31/12/2025." in shown
    assert "a" * 10_000 in shown
    assert "<script>alert" not in shown
    words |= {"useful_until": ""}
    assert "Tiêu đề dài tối đa 300 chữ cái, hiện có 10.000." in send(dung, "message-write", **words).content.decode()
    assert not Message.objects.exists()


def test_a_change_is_a_new_version(
    dung: Client, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    version = a_draft(cast)
    with django_assert_max_num_queries(15):
        shown = told(dung, "message-edit", version.message_id)
    assert f'data-draft="tin-{version.message_id}"' in shown
    title = unicodedata.normalize("NFD", "Lịch tiêm phòng")
    response = send(dung, "message-edit", version.message_id, **form_of(version, title=title))
    newest = messages_of(cast.dung.actor).get()
    assert response.headers["Location"] == reverse("message", args=[version.message_id])
    assert (newest.number, newest.title, newest.paragraphs) == (2, "Lịch tiêm phòng", version.paragraphs)


def test_the_same_form_again_is_the_same_version_and_no_change_is_told(dung: Client, cast: Cast) -> None:
    version = a_draft(cast)
    words = form_of(version, title="Tên mới")
    assert [send(dung, "message-edit", version.message_id, **words).status_code for _ in range(2)] == [302, 302]
    assert MessageVersion.objects.count() == 2
    newest = messages_of(cast.dung.actor).get()
    response = send(dung, "message-edit", version.message_id, **form_of(newest))
    assert response.status_code == 409
    assert "Chưa có chỗ nào thay đổi" in response.content.decode()


def test_the_second_of_two_editors_is_told_keeps_the_words_and_overwrites_nothing(dung: Client, cast: Cast) -> None:
    version = a_draft(cast)
    theirs = revise_message(version=version, changes={"title": "Lời của Hạnh"}, actor=cast.hanh.actor, at=NOW)
    response = send(dung, "message-edit", version.message_id, **form_of(version, title="Lời của Dũng"))
    shown = response.content.decode()
    assert response.status_code == 409
    assert "Tin đã có bản 2, trong khi anh/chị đang sửa từ bản 1." in shown
    assert 'value="Lời của Dũng"' in shown
    assert f"{reverse('message-changes', args=[version.message_id])}?ban=2&amp;voi=1" in shown
    assert messages_of(cast.dung.actor).get() == theirs
    onto = form_of(version, title="Lời của Dũng", onto=theirs.pk)
    assert send(dung, "message-edit", version.message_id, **onto).status_code == 302
    titles = MessageVersion.objects.order_by("number").values_list("title", flat=True)
    assert list(titles) == [version.title, "Lời của Hạnh", "Lời của Dũng"]


def test_a_form_that_names_a_version_of_another_message_is_no_page(dung: Client, cast: Cast) -> None:
    version = a_draft(cast)
    assert send(dung, "message-edit", version.message_id, **(form_of(version) | {"version": 999})).status_code == 404


def test_the_preview_reads_what_is_typed_and_writes_nothing(dung: Client, cast: Cast) -> None:
    version = a_draft(cast)
    words = form_of(version, paragraphs=f"Gọi XYZQ lúc 7:30. {HOSTILE}")
    shown = send(dung, "message-preview", version.message_id, **words).content.decode()
    assert "XYZQ" in shown
    assert "bảy giờ ba mươi" in shown
    assert "không nhìn thấy" in shown
    assert "<script>" not in shown
    empty = send(dung, "message-preview-new", title="").content.decode()
    assert "hiện ở đây khi tin có tiêu đề" in empty
    assert "Lời đọc loa" in send(dung, "message-preview-new", title="Cấp nước lại").content.decode()
    assert MessageVersion.objects.count() == 1
    assert dung.get(reverse("message-preview-new")).status_code == 405


def test_submitting_begins_one_work_for_the_version_that_was_seen(dung: Client, cast: Cast) -> None:
    version = a_draft(cast)
    words = {"version": version.pk, "key": str(uuid.uuid4())}
    responses = [send(dung, "message-submit", version.message_id, **words) for _ in range(2)]
    work = LongWork.objects.get()
    assert work.payload == {"version": version.pk}
    assert {response.headers["Location"] for response in responses} == {reverse("work", args=[work.key])}
    shown = told(dung, "message", version.message_id)
    assert reverse("work", args=[work.key]) in shown
    assert reverse("message-submit", args=[version.message_id]) not in shown


def test_a_version_that_is_no_longer_the_newest_is_not_submitted(dung: Client, cast: Cast) -> None:
    version = a_draft(cast)
    revise_message(version=version, changes={"title": "Tên mới"}, actor=cast.hanh.actor, at=NOW)
    response = send(dung, "message-submit", version.message_id, version=version.pk, key=str(uuid.uuid4()))
    assert response.headers["Location"] == reverse("message", args=[version.message_id])
    assert "Chưa trình bản nào" in told(dung, "message", version.message_id)
    assert not LongWork.objects.exists()


def test_a_draft_that_lacks_something_says_what(dung: Client, cast: Cast) -> None:
    version = a_draft(cast)
    MessageVersion.objects.update(summary="")
    shown = told(dung, "message", version.message_id)
    assert "tin còn thiếu: tóm tắt" in shown
    assert reverse("message-submit", args=[version.message_id]) not in shown


def test_a_source_is_added_to_a_draft_only(dung: Client, cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    quicken(monkeypatch)
    version = a_submitted(cast)
    refused = send(dung, "message-source", version.message_id, version=version.pk, label="Luật Thú y")
    assert refused.status_code == 409
    assert "Chỉ bản đang soạn mới thêm được nguồn" in refused.content.decode()
    newer = revise_message(version=version, changes={"title": "Tên mới"}, actor=cast.dung.actor, at=NOW)
    count = newer.sources.count()
    for _ in range(2):
        assert send(dung, "message-source", version.message_id, version=newer.pk, label="Luật Thú y").status_code == 302
    assert newer.sources.count() == count + 1


@pytest.mark.parametrize(
    "name", ["message-edit", "message-submit", "message-source", "message-preview", "message-draft", "message-write"]
)
def test_who_may_not_write_is_refused(client: Client, cast: Cast, name: str) -> None:
    version = a_draft(cast)
    client.force_login(cast.lan.user)
    args = [] if name in ("message-draft", "message-write") else [version.message_id]
    assert client.post(reverse(name, args=args)).status_code == 403
    client.force_login(cast.binh.user)
    assert client.post(reverse(name, args=args)).status_code == 403


@pytest.mark.parametrize("name", ["message-edit", "message-submit", "message-source", "message-preview"])
def test_a_message_of_another_commune_cannot_be_changed(dung: Client, cast: Cast, name: str) -> None:
    version = a_draft(cast)
    Message.objects.update(commune=cast.other_commune)
    words = form_of(version, title="Tên khác", key=str(uuid.uuid4()), label="x")
    assert send(dung, name, version.message_id, **words).status_code == 404
    assert MessageVersion.objects.count() == 1
