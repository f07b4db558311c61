"""What is bound to what: a receipt to the outlet that signed it, an order to the very file that was approved."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from cast import NOW, Cast
from delivery_rows import a_dispatch, a_version, an_approval
from fake_channel import FakeChannel, a_receipt
from loa.channels import registry
from loa.channels.models import Outlet
from loa.channels.ports import ChannelKind, DeliveryRefused, ReceiptEvent, ReceiptRejected
from loa.delivery.models import Dispatch, DispatchState
from loa.delivery.services.deliver import deliver
from loa.delivery.services.order import order_for
from loa.delivery.services.record_receipt import record_receipt
from loa.editorial.models import Rendition
from loa.units.refusals import WrongCommuneCode
from loa.units.services.found_commune import found_commune


@pytest.fixture
def sent(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> Dispatch:
    monkeypatch.setattr(registry, "_bound", dict.fromkeys(ChannelKind, FakeChannel()))
    dispatch = a_dispatch(cast, an_approval(cast))
    deliver(dispatch_id=dispatch.pk, now=NOW)
    return Dispatch.objects.get(pk=dispatch.pk)


def signed(dispatch: Dispatch) -> ReceiptEvent:
    """The receipt as the outlet's own player would sign it."""
    outlet = dispatch.outlet
    return replace(
        a_receipt(str(dispatch.key), at=NOW),
        commune_code=outlet.commune.code,
        outlet_code=outlet.code,
        sha256=dispatch.rendition.sha256,
    )


def test_the_outlet_proves_its_own_order(sent: Dispatch) -> None:
    record_receipt(event=signed(sent), now=NOW)
    assert Dispatch.objects.get(pk=sent.pk).state == DispatchState.PLAYED


@pytest.mark.parametrize("other", [{"outlet_code": "loa-9"}, {"commune_code": "khe-suong"}, {"sha256": "0" * 64}])
def test_no_outlet_proves_another_ones_order(sent: Dispatch, other: dict[str, str]) -> None:
    with pytest.raises(ReceiptRejected):
        record_receipt(event=replace(signed(sent), **other), now=NOW)
    assert Dispatch.objects.get(pk=sent.pk).state == DispatchState.SENT


@pytest.mark.parametrize("days", [-30, 30])
def test_an_instant_that_cannot_be_is_replaced_by_that_of_the_receipt(sent: Dispatch, days: int) -> None:
    event = replace(signed(sent), happened_at=NOW + timedelta(days=days))
    assert record_receipt(event=event, now=NOW).happened_at == NOW


def test_a_file_of_another_version_is_not_sent_under_this_approval(sent: Dispatch, cast: Cast) -> None:
    other = a_version(cast, key="topic:II.2", code="Z9Z9")
    sent.rendition = Rendition.objects.get(version=other, form=sent.rendition.form)
    with pytest.raises(DeliveryRefused):
        order_for(sent)


def test_an_outlet_of_another_commune_gets_nothing_under_this_approval(sent: Dispatch, cast: Cast) -> None:
    sent.outlet = Outlet.objects.create(
        commune=cast.other_commune, channel=ChannelKind.LOUDSPEAKER, code="loa-1", name="Cụm loa 1"
    )
    with pytest.raises(DeliveryRefused):
        order_for(sent)


def test_a_namesake_in_another_province_is_another_commune(db: None) -> None:
    def found(name: str, province: str) -> None:
        found_commune(code="x", name=name, province=province, portal_url="http://127.0.0.1:8080", at=NOW)

    found("xã Đồng Sương", "tỉnh Lam Giang")
    found("xã Đồng Sương", "Tỉnh Lam Giang")
    found("xã Đồng Sương", "")
    for name, province in (("xã Đồng Sương", "tỉnh Khe Mây"), ("xã Khe Sương", "tỉnh Lam Giang")):
        with pytest.raises(WrongCommuneCode):
            found(name, province)
