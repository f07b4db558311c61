"""Sending: an order for each chosen outlet, or none."""

from __future__ import annotations

from datetime import timedelta

import pytest

from cast import NOW, Cast
from delivery_rows import a_dispatch, a_version, an_approval, an_outlet
from loa.channels.models import Outlet
from loa.channels.ports import ChannelKind
from loa.core.models import AuditEntry
from loa.delivery.models import Dispatch, DispatchState
from loa.delivery.models.dispatch import Priority
from loa.delivery.refusals import (
    MayNotSend,
    NotApproved,
    NothingChosen,
    OutletClosed,
    WindowClosed,
    WrongRendition,
)
from loa.delivery.rules import LIFE_OF, life_of
from loa.delivery.services.plan_sending import plan_sending
from loa.editorial.models import Approval, MessageVersion
from loa.editorial.ports import Form
from loa.editorial.services.approve_version import approve_version

DUE = NOW + timedelta(hours=12)


def outlets(cast: Cast) -> list[Outlet]:
    kinds = (ChannelKind.PORTAL, ChannelKind.LOUDSPEAKER, ChannelKind.NOTICE_BOARD)
    return [an_outlet(cast, kind) for kind in kinds]


def sent(cast: Cast, approval: Approval, chosen: list[Outlet]) -> list[Dispatch]:
    return plan_sending(approval=approval, outlets=chosen, due_at=DUE, actor=cast.dung.actor, at=NOW)


def test_each_outlet_gets_its_usual_form_and_its_usual_window(cast: Cast) -> None:
    rows = sent(cast, an_approval(cast), outlets(cast))
    assert [(row.outlet.channel, row.rendition.form, row.expires_at - DUE) for row in rows] == [
        ("portal", "page", timedelta(days=1)),
        ("loudspeaker", "audio", timedelta(hours=1)),
        ("notice-board", "poster", timedelta(days=7)),
    ]
    assert {(row.state, row.due_at, row.priority) for row in rows} == {(DispatchState.QUEUED, DUE, Priority.NORMAL)}


def test_an_end_and_a_priority_hold_for_all(cast: Cast) -> None:
    rows = plan_sending(
        approval=an_approval(cast),
        outlets=outlets(cast),
        due_at=DUE,
        expires_at=DUE + timedelta(minutes=30),
        priority=Priority.URGENT,
        actor=cast.dung.actor,
        at=NOW,
    )
    assert {(row.expires_at - DUE, row.priority) for row in rows} == {(timedelta(minutes=30), Priority.URGENT)}


def test_sending_again_and_naming_an_outlet_twice_doubles_nothing(cast: Cast) -> None:
    approval, chosen = an_approval(cast), outlets(cast)
    first = sent(cast, approval, [*chosen, chosen[0]])
    assert len(first) == 3
    assert sent(cast, approval, chosen[::-1]) == first
    assert AuditEntry.objects.filter(code="delivery.dispatch.planned").count() == 3


def test_what_was_planned_one_by_one_before_stays_that_row(cast: Cast) -> None:
    approval = an_approval(cast)
    before = a_dispatch(cast, approval, due_at=DUE)
    rows = sent(cast, approval, outlets(cast))
    assert before in rows
    assert Dispatch.objects.count() == 3


def test_one_closed_outlet_stops_them_all(cast: Cast) -> None:
    chosen = outlets(cast)
    Outlet.objects.filter(pk=chosen[-1].pk).update(closed_at=NOW)
    with pytest.raises(OutletClosed, match="Cụm loa khu Suối Đá"):
        sent(cast, an_approval(cast), chosen)
    assert not Dispatch.objects.exists()
    assert not AuditEntry.objects.filter(code="delivery.dispatch.planned").exists()


def test_one_missing_file_stops_them_all(cast: Cast) -> None:
    version = a_version(cast)
    version.renditions.filter(form=Form.POSTER).delete()
    approval = approve_version(version=version, actor=cast.lan.actor, at=NOW)
    with pytest.raises(WrongRendition, match="không có tệp"):
        sent(cast, approval, outlets(cast))
    assert not Dispatch.objects.exists()


def test_a_text_message_goes_out_with_its_marks(cast: Cast) -> None:
    version = a_version(cast)
    version.renditions.filter(form=Form.SMS).update(variant="khong-dau")
    marked = version.renditions.get(form=Form.SMS)
    marked.pk, marked.variant = None, "co-dau"
    marked.save()
    approval = approve_version(version=version, actor=cast.lan.actor, at=NOW)
    [row] = sent(cast, approval, [an_outlet(cast, ChannelKind.TELECOM)])
    assert row.rendition.variant == "co-dau"


@pytest.mark.parametrize("who", ["hanh", "lan", "tu", "quy", "binh"])
def test_only_the_communes_own_operator_sends(cast: Cast, who: str) -> None:
    approval = an_approval(cast)
    with pytest.raises(MayNotSend):
        plan_sending(approval=approval, outlets=outlets(cast), due_at=DUE, actor=getattr(cast, who).actor, at=NOW)


def test_an_outlet_of_another_commune_stops_them_all(cast: Cast) -> None:
    foreign = Outlet.objects.create(
        commune=cast.other_commune, channel=ChannelKind.LOUDSPEAKER, code="loa", name="Loa nơi khác"
    )
    with pytest.raises(MayNotSend):
        sent(cast, an_approval(cast), [*outlets(cast), foreign])
    assert not Dispatch.objects.exists()


def test_nothing_chosen_a_past_window_and_a_changed_text_are_refused(cast: Cast) -> None:
    approval = an_approval(cast)
    with pytest.raises(NothingChosen, match="Chưa chọn điểm phát"):
        sent(cast, approval, [])
    with pytest.raises(WindowClosed):
        plan_sending(
            approval=approval,
            outlets=outlets(cast),
            due_at=NOW - timedelta(days=8),
            actor=cast.dung.actor,
            at=NOW,
        )
    MessageVersion.objects.filter(pk=approval.version_id).update(title="Tên đổi sau khi duyệt")
    approval.version.refresh_from_db()
    with pytest.raises(NotApproved):
        sent(cast, approval, outlets(cast))
    assert not Dispatch.objects.exists()


def test_every_channel_has_a_window() -> None:
    assert set(LIFE_OF) == set(ChannelKind)
    assert all(life_of(kind) > timedelta(0) for kind in ChannelKind)
