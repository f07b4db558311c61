"""The messages as they are read: the list, one message with all its forms, its files, two versions side by side."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from cast import NOW, Cast
from delivery_rows import a_dispatch, a_version, an_approval
from editorial_rows import a_campaign, a_draft, a_submitted, quicken
from loa.campaigns.models import Campaign
from loa.console.messages.paragraphs import as_paragraphs, as_text
from loa.console.messages.word_changes import word_changes
from loa.core.content import ContentStore
from loa.editorial.models import Message, MessageVersion, Rendition, VersionState
from loa.editorial.selectors import rendition_file
from loa.editorial.services.return_version import return_version
from loa.editorial.services.revise_message import revise_message
from loa.typeset.poster import Poster, poster_pdf

HOSTILE = "<script>alert(1)</script> Đại\u202ehội 😀 " + "dài " * 500


def signed_in(client: Client, cast: Cast, name: str = "dung") -> Client:
    client.force_login(getattr(cast, name).user)
    return client


def page(client: Client, name: str, *args: object, **query: str | int) -> str:
    response = client.get(reverse(name, args=args), query)
    assert response.status_code == 200
    return response.content.decode()


def many_messages(cast: Cast, campaign: Campaign, count: int) -> None:
    messages = Message.objects.bulk_create(
        Message(commune=cast.commune, campaign=campaign, key=f"own:{number}", created_at=NOW) for number in range(count)
    )
    MessageVersion.objects.bulk_create(
        MessageVersion(
            message=message,
            number=1,
            code=f"M{number:05d}",
            title=f"Tin số {number}",
            summary="Tóm tắt.",
            paragraphs=["Một đoạn."],
            author=cast.dung.user,
            created_at=NOW + timedelta(minutes=number),
        )
        for number, message in enumerate(messages)
    )


def test_the_empty_list_says_why_and_what_to_do(client: Client, cast: Cast) -> None:
    shown = page(signed_in(client, cast), "messages")
    assert "Chưa có tin bài nào" in shown
    assert reverse("message-new") in shown


def test_the_list_shows_the_newest_version_with_its_clause_and_state(client: Client, cast: Cast) -> None:
    version = a_draft(cast)
    newer = revise_message(version=version, changes={"title": "Lịch tiêm mới"}, actor=cast.dung.actor, at=NOW)
    shown = page(signed_in(client, cast), "messages")
    assert newer.title in shown
    assert version.title not in shown
    assert "Mục II.1" in shown
    assert "Đang soạn" in shown


def test_the_list_is_found_by_words_without_diacritics_state_and_plan(client: Client, cast: Cast) -> None:
    version = a_draft(cast)
    signed_in(client, cast)
    assert version.title in page(client, "messages", q="tiem phong dai")
    assert version.title in page(client, "messages", q=version.code)
    assert version.title in page(client, "messages", state="draft", plan=version.message.campaign_id)
    for query in ({"q": "khong co chu nay"}, {"state": "approved"}):
        shown = page(client, "messages", **query)
        assert version.title not in shown
        assert "Không có tin nào khớp" in shown


def test_two_thousand_messages_are_fifty_a_page_in_few_queries(
    client: Client, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    many_messages(cast, a_campaign(cast), 2_000)
    signed_in(client, cast)
    with django_assert_max_num_queries(15):
        shown = page(client, "messages")
    assert "Trang 1 trong 40" in shown
    assert shown.count('role="rowheader"') == 50


def test_a_draft_shows_its_script_its_texts_and_what_submitting_makes(
    client: Client, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    version = a_draft(cast)
    signed_in(client, cast)
    with django_assert_max_num_queries(15):
        shown = page(client, "message", version.message_id)
    for words in ("bản xem thử", "Trình duyệt", "Khi trình duyệt", "Điều cốt lõi", "Không dấu", "Thêm căn cứ"):
        assert words in shown
    assert f"{reverse('plan', args=[version.message.campaign_id])}#d{version.sources.earliest('pk').line_from}" in shown
    assert "<audio" not in shown


def test_a_submitted_message_shows_all_its_frozen_forms(
    client: Client,
    cast: Cast,
    monkeypatch: pytest.MonkeyPatch,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    quicken(monkeypatch)
    version = a_submitted(cast)
    signed_in(client, cast)
    with django_assert_max_num_queries(15):
        shown = page(client, "message", version.message_id)
    for form in ("audio", "poster", "talking-points"):
        assert reverse("message-file", args=[version.message_id, 1, form]) in shown
    assert 'preload="none"' in shown
    assert "giọng máy" in shown
    assert "Giọng do máy tạo" in shown
    assert "Chờ duyệt" in shown
    assert reverse("message-submit", args=[version.message_id]) not in shown


def test_a_leader_is_led_to_the_approval_and_may_not_change_words(
    client: Client, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    quicken(monkeypatch)
    version = a_submitted(cast)
    signed_in(client, cast, "lan")
    shown = page(client, "message", version.message_id)
    assert reverse("approval", args=[version.pk]) in shown
    assert reverse("message-edit", args=[version.message_id]) not in shown
    assert client.get(reverse("message-edit", args=[version.message_id])).status_code == 403
    assert client.post(reverse("message-submit", args=[version.message_id])).status_code == 403


def test_a_returned_message_opens_with_the_reason(client: Client, cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    quicken(monkeypatch)
    version = a_submitted(cast)
    return_version(version=version, reason="Ghi rõ giờ tiêm <b>", actor=cast.lan.actor, at=NOW)
    shown = page(signed_in(client, cast), "message", version.message_id)
    assert "Ghi rõ giờ tiêm &lt;b&gt;" in shown
    assert "Lãnh đạo trả lại" in shown


def test_an_approved_message_shows_its_dispatches_and_stops_asking_once_all_ended(client: Client, cast: Cast) -> None:
    dispatch = a_dispatch(cast, an_approval(cast))
    version = dispatch.rendition.version
    signed_in(client, cast)
    shown = page(client, "message", version.message_id)
    address = reverse("message-dispatches", args=[version.message_id])
    assert reverse("dispatch", args=[dispatch.pk]) in shown
    assert f'hx-get="{address}"' in shown
    type(dispatch).objects.update(state="missed")
    fragment = client.get(address, headers={"HX-Request": "true"}).content.decode()
    assert "Lỡ giờ" in fragment
    assert "hx-get" not in fragment
    assert "<html" not in fragment


def test_an_older_version_is_marked_as_old(client: Client, cast: Cast) -> None:
    version = a_draft(cast)
    newer = revise_message(version=version, changes={"title": "Tên mới"}, actor=cast.hanh.actor, at=NOW)
    shown = page(signed_in(client, cast), "message", version.message_id, ban=1)
    assert "Đây là bản 1, bản cũ." in shown
    assert reverse("message-edit", args=[version.message_id]) not in shown
    assert newer.title not in shown
    assert client.get(reverse("message", args=[version.message_id]), {"ban": "9"}).status_code == 404


def test_two_versions_are_compared_word_by_word(client: Client, cast: Cast) -> None:
    version = a_draft(cast)
    revise_message(version=version, changes={"title": f"{version.title} mới"}, actor=cast.dung.actor, at=NOW)
    shown = page(signed_in(client, cast), "message-changes", version.message_id)
    assert "Bản 2 so với bản 1" in shown
    assert "<ins> mới</ins>" in shown
    assert client.get(reverse("message-changes", args=[version.message_id]), {"ban": "1"}).status_code == 404


def test_hostile_words_are_shown_as_text(client: Client, cast: Cast) -> None:
    version = a_version(cast)
    MessageVersion.objects.update(
        title=HOSTILE[:300], summary=HOSTILE, paragraphs=[HOSTILE, "# <b>hỏi</b>", "- <i>ý</i>"], state="draft"
    )
    shown = page(signed_in(client, cast), "message", version.message_id)
    assert "<script>alert" not in shown
    assert "<b>hỏi</b>" not in shown
    assert "&lt;script&gt;alert(1)" in shown


@pytest.mark.parametrize("name", ["message", "message-edit", "message-dispatches", "message-changes"])
def test_a_message_of_another_commune_does_not_exist(client: Client, cast: Cast, name: str) -> None:
    version = a_version(cast)
    Message.objects.update(commune=cast.other_commune)
    signed_in(client, cast)
    assert client.get(reverse(name, args=[version.message_id])).status_code == 404


@pytest.mark.parametrize("name", ["messages", "message-new", "message-write"])
def test_a_hamlet_head_has_no_messages(client: Client, cast: Cast, name: str) -> None:
    assert signed_in(client, cast, "tu").get(reverse(name)).status_code == 403


def test_a_file_comes_whole_in_parts_and_under_its_own_policy(client: Client, cast: Cast) -> None:
    version = a_version(cast)
    signed_in(client, cast)
    address = reverse("message-file", args=[version.message_id, 1, "audio"])
    whole = client.get(address)
    assert b"".join(whole.streaming_content) == b"audio K7M2"  # type: ignore[attr-defined]
    assert "sandbox" in whole.headers["Content-Security-Policy"]
    part = client.get(address, headers={"Range": "bytes=0-4"})
    assert part.status_code == 206
    assert b"".join(part.streaming_content) == b"audio"  # type: ignore[attr-defined]
    kept = client.get(reverse("message-file", args=[version.message_id, 1, "social"]), {"luu": 1})
    assert kept.headers["Content-Disposition"].startswith("attachment")
    assert kept.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert client.get(reverse("message-file", args=[version.message_id, 2, "audio"])).status_code == 404
    Message.objects.update(commune=cast.other_commune)
    assert client.get(address).status_code == 404


def test_the_poster_is_drawn_once_and_a_damaged_file_never(client: Client, cast: Cast) -> None:
    version = a_version(cast)
    signed_in(client, cast)
    address = reverse("message-picture", args=[version.message_id, 1, "poster"])
    assert client.get(address).status_code == 404  # no PDF
    pdf = poster_pdf(
        Poster(
            commune="xã Đồng Sương",
            province="tỉnh Lam Giang",
            issuer="Ủy ban nhân dân xã Đồng Sương",
            title="Tiêm phòng dại",
            paragraphs=("Đưa chó đi tiêm.",),
            contact="Trạm Y tế",
            code="K7M2",
            address="http://127.0.0.1:8080/tin/K7M2/",
            valid_until=None,
        )
    )
    store = ContentStore(rendition_file(Rendition.objects.get(form="poster")).parent.parent)
    sha256 = store.put(pdf, suffix=".pdf")
    Rendition.objects.filter(form="poster").update(sha256=sha256, size=len(pdf))
    drawn = client.get(address)
    assert drawn.headers["Content-Type"] == "image/png"
    assert b"".join(drawn.streaming_content).startswith(b"\x89PNG")  # type: ignore[attr-defined]
    other = store.put(pdf + b" ", suffix=".pdf")
    path = store.path(other, suffix=".pdf")
    path.chmod(0o644)
    path.write_bytes(pdf)
    Rendition.objects.filter(form="poster").update(sha256=other)
    assert client.get(address).status_code == 404


def test_the_frozen_article_is_shown_as_it_is_and_can_do_nothing(client: Client, cast: Cast) -> None:
    version = a_version(cast)
    response = signed_in(client, cast).get(reverse("message-page", args=[version.message_id, 1]))
    assert "page K7M2" in response.content.decode()
    policy = response.headers["Content-Security-Policy"]
    assert "sandbox" in policy
    assert "script-src" not in policy
    assert "default-src 'none'" in policy


def test_paragraphs_come_back_as_they_were() -> None:
    paragraphs = ["Mở đầu.", "# Khi nào?", "- sáng", "- chiều", "Kết."]
    assert as_paragraphs(as_text(paragraphs)) == paragraphs
    assert as_paragraphs("Một\ncâu dài\n\n\n- a\n- b\n# Hỏi\nĐáp") == ["Một câu dài", "- a", "- b", "# Hỏi", "Đáp"]
    assert as_text([]) == ""


def test_words_that_changed_are_told_apart() -> None:
    old, new = word_changes("tiêm ngày 5", "tiêm sáng ngày 6")
    assert "".join(piece.words for piece in old) == "tiêm ngày 5"
    assert [piece.words.strip() for piece in new if piece.is_changed] == ["sáng", "6"]
    huge = "chữ " * 5_000
    assert len(word_changes(huge, f"{huge}nữa")[0]) == 1
    assert word_changes("", "mới")[0] == []


def test_no_version_state_is_without_a_mark(client: Client, cast: Cast) -> None:
    version = a_version(cast)
    signed_in(client, cast)
    for state in VersionState:
        MessageVersion.objects.update(state=state)
        assert str(state.label) in page(client, "message", version.message_id)


def test_pages_follow_one_another_in_the_asked_order(client: Client, cast: Cast) -> None:
    many_messages(cast, a_campaign(cast), 120)
    signed_in(client, cast)
    for order, first, last in (("", 119, 20), ("created_at", 0, 99)):
        pages = [page(client, "messages", page=number, sort=order) for number in (1, 2)]
        shown = [int(number) for words in pages for number in re.findall(r"Tin số (\d+)<", words)]
        assert shown == list(range(first, last - 1, -1) if first > last else range(first, last + 1))
    assert "Trang 3 trong 3, 120 dòng" in page(client, "messages", page=99)
