"""Gửi và phát in the browser: the list, one order with its proofs, sending a message out."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from cast import NOW, Cast
from delivery_rows import a_dispatch, an_approval
from loa.adapters.by_hand import WORK_ORDER_NAME
from loa.channels.ports import ChannelKind, Outcome
from loa.console.sending.order_files import SHEET_NAME
from loa.core import clock
from loa.delivery.models import AttemptOutcome, DeliveryAttempt, DeliveryReceipt, Dispatch, DispatchState
from loa.editorial.models import Approval
from loa.evidence.models import Evidence
from pictures import a_sent_photo

LIVE = "hx-trigger"
HOSTILE = "<script>alert(1)</script> \u202edảo ngược 🙂"


@pytest.fixture(autouse=True)
def now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW)


@pytest.fixture
def approval(cast: Cast) -> Approval:
    return an_approval(cast)


def page(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status
    return answer.content.decode()


def in_state(dispatch: Dispatch, state: DispatchState) -> Dispatch:
    dispatch.state, dispatch.tries = state, 1
    dispatch.save()
    DeliveryAttempt.objects.create(
        dispatch=dispatch, number=1, started_at=NOW, ended_at=NOW, outcome=AttemptOutcome.ACCEPTED, detail="/srv/loa/x"
    )
    return dispatch


def a_receipt(dispatch: Dispatch, outcome: Outcome = Outcome.PLAYED, *, is_simulated: bool = False) -> DeliveryReceipt:
    return DeliveryReceipt.objects.create(
        dispatch=dispatch,
        receipt_key=f"player:{dispatch.pk}:{outcome}",
        outcome=outcome,
        source="player",
        happened_at=NOW,
        received_at=NOW,
        is_simulated=is_simulated,
        seconds=72,
    )


def test_the_list_shows_message_place_time_and_state(cast: Cast, client: Client, approval: Approval) -> None:
    a_receipt(in_state(a_dispatch(cast, approval), DispatchState.PLAYED), is_simulated=True)
    client.force_login(cast.dung.user)
    shown = page(client, "/gui-phat/")
    assert approval.version.title in shown
    assert "Cụm loa khu Suối Đá" in shown
    assert "17:00 03/09/2025" in shown
    assert 'data-st="played">Đã phát</span><small class="tried">mô phỏng' in shown
    assert LIVE not in shown.split('id="danh-sach"')[1]


def test_the_list_looks_again_while_something_is_under_way(cast: Cast, client: Client, approval: Approval) -> None:
    a_dispatch(cast, approval)
    client.force_login(cast.dung.user)
    shown = client.get("/gui-phat/?state=queued", headers={"hx-request": "true"}).content.decode()
    assert '<div id="danh-sach" hx-get="/gui-phat/?state=queued" hx-trigger="every 10s"' in shown
    assert "<form" not in shown
    assert "<input" not in shown


@pytest.mark.parametrize(
    ("query", "is_found"),
    [
        ("state=from-sent", True),
        ("state=from-played", True),
        ("state=played", True),
        ("state=simulated", False),
        ("state=missed", False),
        ("channel=loudspeaker", True),
        ("channel=portal", False),
        ("since=2025-09-03&until=2025-09-03", True),
        ("since=2025-09-04", False),
        ("until=2025-09-02", False),
        ("outlet=99999", True),  # no such choice: the filter says so and leaves the list whole
        ("message=99999", False),
        ("message=mot", True),
        (f"message={'9' * 30}", True),
        ("message=NaN", True),
        ("since=0001-01-01", True),
        ("since=0001-01-01&until=9999-12-31", True),
        ("until=0001-01-01", False),
        ("q=%00", True),
        ("page=999", True),
    ],
)
def test_orders_are_found_by_what_is_asked(
    cast: Cast, client: Client, approval: Approval, query: str, *, is_found: bool
) -> None:
    a_receipt(in_state(a_dispatch(cast, approval), DispatchState.PLAYED))
    client.force_login(cast.dung.user)
    assert (approval.version.title in page(client, f"/gui-phat/?{query}")) is is_found


def test_old_orders_stand_outside_the_first_view(cast: Cast, client: Client, approval: Approval) -> None:
    a_dispatch(cast, approval)
    Dispatch.objects.update(due_at=NOW - timedelta(days=40))
    plan = approval.version.message.campaign_id
    client.force_login(cast.dung.user)
    assert approval.version.title not in page(client, "/gui-phat/")
    assert approval.version.title in page(client, "/gui-phat/?since=")
    assert approval.version.title in page(client, f"/gui-phat/?plan={plan}")


def test_the_ladder_counts_what_the_other_filters_let_through(cast: Cast, client: Client, approval: Approval) -> None:
    in_state(a_dispatch(cast, approval), DispatchState.PLAYED)
    in_state(a_dispatch(cast, approval, ChannelKind.NOTICE_BOARD), DispatchState.SENT)
    client.force_login(cast.dung.user)
    figures = page(client, "/gui-phat/?state=played").split('class="ladder"')[1].split("</ul>")[0]
    assert [part.split("</b>")[0] for part in figures.split("<b>")[1:]] == ["2", "2", "1", "0"]
    only_boards = page(client, "/gui-phat/?channel=notice-board").split('class="ladder"')[1]
    assert only_boards.split("<b>")[1].startswith("1</b>")


def test_a_hamlet_head_sees_own_orders_only_and_finds_them_by_their_message(
    cast: Cast, client: Client, approval: Approval
) -> None:
    dispatch = a_dispatch(cast, approval)
    client.force_login(cast.tu.user)
    assert approval.version.title in page(client, "/gui-phat/")
    page(client, f"/gui-phat/{dispatch.pk}/")
    assert client.get(f"/gui-phat/{dispatch.pk}/tep/audio/").status_code == 200
    client.force_login(cast.sau.user)
    assert approval.version.title not in page(client, "/gui-phat/")
    for part in ("", "trang-thai/", "tep/audio/", "anh/poster/", "phieu-giao-viec.pdf", "minh-chung/"):
        assert client.get(f"/gui-phat/{dispatch.pk}/{part}").status_code == 404
    assert client.post(f"/gui-phat/{dispatch.pk}/nghe-ro/").status_code == 404


def test_another_commune_sees_nothing(cast: Cast, client: Client, approval: Approval) -> None:
    dispatch = a_dispatch(cast, approval)
    client.force_login(cast.binh.user)
    assert approval.version.title not in page(client, "/gui-phat/")
    assert client.get(f"/gui-phat/{dispatch.pk}/").status_code == 404
    assert client.get(f"/gui-phat/{dispatch.pk}/tep/audio/").status_code == 404


@pytest.mark.parametrize(
    ("channel", "state", "words"),
    [
        (ChannelKind.LOUDSPEAKER, DispatchState.SENT, "Chưa có biên nhận nên chưa biết đã phát hay chưa."),
        (ChannelKind.LOUDSPEAKER, DispatchState.UNKNOWN, "Chưa rõ đã phát hay chưa."),
        (ChannelKind.NOTICE_BOARD, DispatchState.SENT, "Chưa có minh chứng nên chưa biết đã làm hay chưa."),
        (ChannelKind.PORTAL, DispatchState.PLAYED, "thấy đúng bản đã duyệt"),
        (ChannelKind.TELECOM, DispatchState.MISSED, "chắc chắn chưa phát"),
    ],
)
def test_the_page_says_what_is_proved_and_what_is_not(
    cast: Cast, client: Client, approval: Approval, channel: ChannelKind, state: DispatchState, words: str
) -> None:
    dispatch = in_state(a_dispatch(cast, approval, channel), state)
    client.force_login(cast.dung.user)
    shown = page(client, f"/gui-phat/{dispatch.pk}/")
    assert words in shown
    assert "/srv/loa/x" not in shown
    assert ("Tư (Khu Suối Đá)" in shown) is (state in (DispatchState.UNKNOWN, DispatchState.MISSED))
    assert (LIVE in shown) is (state == DispatchState.SENT)


def test_the_live_part_holds_no_field(cast: Cast, client: Client, approval: Approval) -> None:
    dispatch = a_dispatch(cast, approval)
    client.force_login(cast.dung.user)
    headers = {"hx-request": "true"}
    part = client.get(f"/gui-phat/{dispatch.pk}/trang-thai/", headers=headers).content.decode()
    assert 'id="trang-thai" hx-get=' in part
    assert 'id="bang-chung" class="stack" hx-swap-oob="true"' in part
    assert "<html" not in part
    assert "<textarea" not in part


def test_one_button_says_heard_clearly_once(cast: Cast, client: Client, approval: Approval) -> None:
    dispatch = in_state(a_dispatch(cast, approval), DispatchState.PLAYED)
    a_receipt(dispatch, is_simulated=True)
    client.force_login(cast.tu.user)
    assert "Anh/chị có nghe rõ" in page(client, f"/gui-phat/{dispatch.pk}/")
    for _press in range(2):
        told = client.post(f"/gui-phat/{dispatch.pk}/nghe-ro/", follow=True).content.decode()
        assert "Đã ghi: nghe rõ, mô phỏng" in told
    assert dispatch.receipts.filter(outcome=Outcome.HEARD).count() == 1
    assert "Anh/chị có nghe rõ" not in told
    client.force_login(cast.lan.user)
    assert client.post(f"/gui-phat/{dispatch.pk}/nghe-ro/").status_code == 403


def test_what_nobody_played_nobody_heard(cast: Cast, client: Client, approval: Approval) -> None:
    dispatch = in_state(a_dispatch(cast, approval), DispatchState.SENT)
    client.force_login(cast.tu.user)
    told = client.post(f"/gui-phat/{dispatch.pk}/nghe-ro/", follow=True).content.decode()
    assert "chưa xác nhận nghe rõ được" in told


def test_a_photo_closes_a_work_order(cast: Cast, client: Client, approval: Approval) -> None:
    dispatch = in_state(a_dispatch(cast, approval, ChannelKind.NOTICE_BOARD), DispatchState.SENT)
    address = f"/gui-phat/{dispatch.pk}/minh-chung/"
    client.force_login(cast.tu.user)
    assert f'href="{address}"' in page(client, f"/gui-phat/{dispatch.pk}/")
    assert "giờ mô phỏng" not in page(client, address)
    for _press in range(2):
        told = client.post(address, {"file": a_sent_photo(), "note": HOSTILE}, follow=True).content.decode()
        assert "Đã nhận minh chứng" in told
    proof = Evidence.objects.get()
    assert not proof.is_simulated
    assert "\u202e" not in proof.note
    assert f'src="/minh-chung/{proof.pk}/"' in told
    assert "<script>alert" not in told
    assert "không chờ minh chứng" in page(client, address)


def test_a_proof_in_simulated_time_is_simulated_and_says_so(
    cast: Cast, client: Client, approval: Approval, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "is_simulated", lambda: True)
    approval = an_approval(cast, key="topic:II.9", code="Q2W3")  # a message that carries the notice of a trial
    dispatch = in_state(a_dispatch(cast, approval, ChannelKind.NOTICE_BOARD), DispatchState.SENT)
    client.force_login(cast.tu.user)
    assert "được ghi là mô phỏng" in page(client, f"/gui-phat/{dispatch.pk}/minh-chung/")
    client.post(f"/gui-phat/{dispatch.pk}/minh-chung/", {"file": a_sent_photo(), "note": ""})
    assert Evidence.objects.get().is_simulated
    assert "Mô phỏng" in page(client, f"/gui-phat/{dispatch.pk}/")


@pytest.mark.parametrize(
    ("file", "told"),
    [
        (None, "Chưa có ảnh"),
        (SimpleUploadedFile("a.jpg", b""), "Tệp minh chứng rỗng"),
        (SimpleUploadedFile("a.jpg", b"<script>", content_type="image/jpeg"), "không phải ảnh"),
    ],
)
def test_an_unfit_proof_is_refused_and_the_note_kept(
    cast: Cast, client: Client, approval: Approval, file: SimpleUploadedFile | None, told: str
) -> None:
    dispatch = in_state(a_dispatch(cast, approval, ChannelKind.NOTICE_BOARD), DispatchState.SENT)
    client.force_login(cast.tu.user)
    posted = {"note": "Đã dán ở nhà văn hóa"} | ({"file": file} if file else {})
    answer = client.post(f"/gui-phat/{dispatch.pk}/minh-chung/", posted)
    assert answer.status_code == 409
    assert told in answer.content.decode()
    assert "Đã dán ở nhà văn hóa" in answer.content.decode()
    assert not Evidence.objects.exists()


def test_the_files_of_an_order_open_for_who_carries_it_out(cast: Cast, client: Client, approval: Approval) -> None:
    dispatch = a_dispatch(cast, approval, ChannelKind.COMMUNICATOR)
    client.force_login(cast.tu.user)
    base = f"/gui-phat/{dispatch.pk}"
    assert client.get(f"{base}/tep/talking-points/").status_code == 200
    assert client.get(f"{base}/tep/poster/").status_code == 200
    assert client.get(f"{base}/tep/sms/").status_code == 404
    assert client.get(f"{base}/tep/khong-co/").status_code == 404
    assert client.get(f"{base}/anh/spoken-script/").status_code == 404
    assert client.get(f"{base}/phieu-giao-viec.pdf").status_code == 404
    assert "Phiếu giao việc</a>" not in page(client, f"{base}/")
    sheet = Path(settings.WORK_ORDER_DIR) / str(dispatch.key) / WORK_ORDER_NAME
    sheet.parent.mkdir(parents=True)
    sheet.write_bytes(b"%PDF-1.7 %%EOF")
    assert "Phiếu giao việc</a>" in page(client, f"{base}/")
    assert client.get(f"{base}/phieu-giao-viec.pdf").headers["Content-Type"] == "application/pdf"


def test_the_sheet_has_the_name_that_the_channel_gives_it() -> None:
    assert SHEET_NAME == WORK_ORDER_NAME


def test_no_screen_asks_too_often(
    cast: Cast,
    client: Client,
    approval: Approval,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for hour in range(6):
        a_dispatch(cast, approval, due_at=NOW + timedelta(hours=hour))
    dispatch = in_state(a_dispatch(cast, approval, ChannelKind.COMMUNICATOR), DispatchState.UNKNOWN)
    a_receipt(dispatch, Outcome.MISSED)
    client.force_login(cast.dung.user)
    page(client, f"/gui-phat/moi/?version={approval.version_id}")  # the first form of a session keeps its token
    for address in (
        "/gui-phat/",
        f"/gui-phat/?message={approval.version.message_id}&q=rung",
        f"/gui-phat/{dispatch.pk}/",
        f"/gui-phat/{dispatch.pk}/minh-chung/",
        f"/gui-phat/moi/?version={approval.version_id}",
    ):
        with django_assert_max_num_queries(15):
            page(client, address)
