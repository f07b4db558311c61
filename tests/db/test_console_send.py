"""Sending an approved message out in the browser: where, when, until when; once and no more."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from cast import NOW, Cast
from delivery_rows import a_dispatch, a_version, an_approval, an_outlet
from loa.channels.models import Outlet
from loa.channels.ports import ChannelKind
from loa.core import clock
from loa.delivery.models import Dispatch
from loa.delivery.models.dispatch import Priority
from loa.editorial.models import Approval, MessageVersion, VersionState


@pytest.fixture(autouse=True)
def now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW)


@pytest.fixture
def approval(cast: Cast) -> Approval:
    return an_approval(cast)


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def the_form(client: Client, version: MessageVersion) -> dict[str, str]:
    shown = page(client, f"/gui-phat/moi/?version={version.pk}")
    now_at = shown.split('name="now_at" value="')[1].split('"')[0]
    return {"now_at": now_at, "when": "now", "priority": "normal", "later_at": "", "until": ""}


def send(client: Client, version: MessageVersion, **posted: object) -> tuple[int, str]:
    answer = client.post(f"/gui-phat/moi/?version={version.pk}", posted, follow=True)
    return answer.status_code, answer.content.decode()


@pytest.fixture
def outlets(cast: Cast) -> list[Outlet]:
    rows = [an_outlet(cast, ChannelKind.LOUDSPEAKER, f"loa-{number}") for number in range(3)]
    Outlet.objects.filter(pk=rows[2].pk).update(closed_at=NOW, name="Cụm loa đã tháo")
    return [*rows, an_outlet(cast, ChannelKind.NOTICE_BOARD, "bang-tin")]


def test_the_form_offers_open_outlets_with_what_they_get(
    cast: Cast, client: Client, approval: Approval, outlets: list[Outlet]
) -> None:
    a_dispatch(cast, approval, ChannelKind.NOTICE_BOARD)
    client.force_login(cast.dung.user)
    shown = page(client, f"/gui-phat/moi/?version={approval.version_id}")
    assert "Bản loa" in shown
    assert "Áp phích" in shown
    assert "Tất cả 2 điểm" in shown
    assert "Cụm loa đã tháo" not in shown
    assert "đã có lệnh 17:00 03/09/2025" in shown
    assert "Khẩn cấp" not in shown


def test_now_sent_twice_plans_once(cast: Cast, client: Client, approval: Approval, outlets: list[Outlet]) -> None:
    client.force_login(cast.dung.user)
    form = the_form(client, approval.version)
    for _press in range(2):
        status, told = send(client, approval.version, **form, outlets=[outlets[3].pk], channels=["loudspeaker"])
        assert status == 200
        assert "Đã lập 3 lệnh phát" in told
    assert Dispatch.objects.count() == 3
    assert set(Dispatch.objects.values_list("due_at", flat=True)) == {NOW}
    assert approval.version.title in told


def test_a_time_and_an_end_are_taken_in_vietnam_time(
    cast: Cast, client: Client, approval: Approval, outlets: list[Outlet]
) -> None:
    client.force_login(cast.dung.user)
    form = the_form(client, approval.version)
    form |= {"when": "later", "later_at": "2025-09-04T05:30", "until": "2025-09-04T06:07", "priority": "high"}
    send(client, approval.version, **form, outlets=[outlets[0].pk])
    dispatch = Dispatch.objects.get()
    assert dispatch.due_at.isoformat() == "2025-09-03T22:30:00+00:00"
    assert dispatch.expires_at - dispatch.due_at == timedelta(minutes=37)
    assert dispatch.priority == Priority.HIGH


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"when": "later", "later_at": "2025-09-03T16:45"}, "16:45 03/09/2025 đã qua"),
        ({"when": "later"}, "Chưa chọn giờ hẹn"),
        ({"when": "later", "later_at": "9999-12-31T23:59"}, "xa hơn một năm"),
        ({"when": "later", "later_at": "0001-01-01T00:00"}, "đã qua"),
        ({"until": "9999-12-31T23:59"}, "xa hơn một năm"),
        ({"now_at": "0001-01-01T00:00:00+14:00"}, "giờ phát vừa được đặt lại"),
        ({"when": "later", "later_at": "mai"}, "Không đọc được ngày giờ này"),
        ({"until": "2025-09-03T16:00"}, "Thời hạn phát đã qua"),
        ({"outlets": []}, "Chưa chọn điểm phát nào"),
        ({"outlets": ["99999"]}, "Có điểm phát vừa ngừng dùng"),
        ({"now_at": "2025-09-03T16:40:00+07:00"}, "giờ phát vừa được đặt lại"),
        ({"now_at": "2025-09-03T18:00:00+07:00"}, "giờ phát vừa được đặt lại"),
        ({"now_at": "hôm nay"}, "giờ phát vừa được đặt lại"),
        ({"priority": "urgent"}, "Mức ưu tiên"),
    ],
)
def test_what_cannot_be_sent_is_said_and_nothing_is_planned(
    cast: Cast, client: Client, approval: Approval, outlets: list[Outlet], changes: dict[str, object], told: str
) -> None:
    client.force_login(cast.dung.user)
    posted = the_form(client, approval.version) | {"outlets": [outlets[0].pk]} | changes
    status, shown = send(client, approval.version, **posted)
    assert status == 409
    assert told in shown
    assert not Dispatch.objects.exists()


def test_a_renewed_page_sends_at_its_new_instant(
    cast: Cast, client: Client, approval: Approval, outlets: list[Outlet]
) -> None:
    client.force_login(cast.dung.user)
    old = the_form(client, approval.version) | {"now_at": "2025-09-03T16:40:00+07:00"}
    _status, shown = send(client, approval.version, **old, outlets=[outlets[0].pk])
    assert f'name="now_at" value="{NOW.isoformat()}"' in shown
    assert f'value="{outlets[0].pk}" checked' in shown


def test_only_an_approved_message_is_sent_and_only_by_who_may(
    cast: Cast, client: Client, approval: Approval, outlets: list[Outlet]
) -> None:
    waiting = a_version(cast, key="topic:II.5", code="W8ZZ")
    client.force_login(cast.dung.user)
    assert "chưa phát được" in page(client, f"/gui-phat/moi/?version={waiting.pk}")
    assert client.post(f"/gui-phat/moi/?version={waiting.pk}").status_code == 409
    assert client.get("/gui-phat/moi/?version=x").status_code == 404
    assert client.get(f"/gui-phat/moi/?version={'9' * 30}").status_code == 404
    assert approval.version.title in page(client, "/gui-phat/moi/")
    MessageVersion.objects.filter(pk=approval.version_id).update(state=VersionState.VOID)
    assert "không còn hiệu lực" in page(client, f"/gui-phat/moi/?version={approval.version_id}")
    client.force_login(cast.binh.user)
    assert client.get(f"/gui-phat/moi/?version={approval.version_id}").status_code == 403
    client.force_login(cast.hanh.user)
    assert client.get("/gui-phat/moi/").status_code == 403
