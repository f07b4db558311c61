"""Ordering the approved message at each outlet, and waiting for the receipts."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings

from loa.channels.models import Outlet
from loa.channels.ports import ChannelKind
from loa.cli.demo.picture import simulated_picture
from loa.cli.demo.stage import Stage
from loa.cli.room import raise_if_full
from loa.core import clock
from loa.core.language import gettext
from loa.core.language import gettext as _
from loa.core.refusals import Refusal
from loa.delivery.models import Dispatch, DispatchState
from loa.delivery.rules import life_of, usual_form
from loa.delivery.services.plan_dispatch import plan_dispatch
from loa.editorial.models import Approval, Rendition
from loa.editorial.ports import Form
from loa.editorial.selectors import rendition_file
from loa.evidence.services.close_work_order import close_work_order

FINAL = frozenset(
    {
        DispatchState.PLAYED,
        DispatchState.HEARD,
        DispatchState.MISSED,
        DispatchState.REFUSED,
        DispatchState.UNKNOWN,
        DispatchState.WITHDRAWN,
    }
)
PROVED = frozenset({DispatchState.PLAYED, DispatchState.HEARD})
PATIENCE = 90.0  # real seconds without any change before the demo says that something is stuck


class NothingMoves(Refusal):
    """No receipt came for a long time."""


class NotPlayed(Refusal):
    """An order came to its end without a proof."""


@dataclass(slots=True)
class Play:
    """The dispatches of one approval at the demo's outlets."""

    stage: Stage
    approval: Approval
    outlets: Mapping[ChannelKind, Outlet]
    start: datetime

    def order(self) -> None:
        """Plan one dispatch for each outlet; those planned by an earlier run stay as they are."""
        for kind, outlet in self.outlets.items():
            plan_dispatch(
                approval=self.approval,
                rendition=self._rendition(usual_form(kind)),
                outlet=outlet,
                due_at=self.start,
                expires_at=self.start + life_of(kind),
                actor=self.stage.operator,
                at=clock.now(),
            )

    def wait(self, *, check: Callable[[], None], tell: Callable[[str], None]) -> None:
        """Tell each change of state until all dispatches have come to their end.

        :raises NothingMoves: no change for `PATIENCE` seconds.
        """
        told: dict[int, str] = {}
        changed = time.monotonic()
        while True:
            check()
            dispatches = list(Dispatch.objects.filter(approval=self.approval).select_related("outlet"))
            for dispatch in dispatches:
                if told.get(dispatch.pk) != dispatch.state and dispatch.state != DispatchState.SENDING:
                    told[dispatch.pk], changed = dispatch.state, time.monotonic()
                    tell(f"{dispatch.outlet.name}: {_state_word(dispatch)}")
                self._close_by_hand(dispatch)
            if all(dispatch.state in FINAL for dispatch in dispatches):
                _refuse_unproved(dispatches)
                return
            if time.monotonic() - changed > PATIENCE:
                raise_if_full(Path(settings.DATA_DIR))
                raise NothingMoves(
                    _(
                        "Quá {seconds} giây không có biên nhận mới; việc đã làm được giữ. "
                        "Xem nhật ký trong thư mục logs rồi chạy lại."
                    ).format(seconds=int(PATIENCE))
                )
            time.sleep(0.2)

    def _rendition(self, form: Form) -> Rendition:
        return Rendition.objects.get(version=self.approval.version, form=form)

    def _close_by_hand(self, dispatch: Dispatch) -> None:
        """The demo's operator stands at the board: the proof is a picture that says it is simulated."""
        if dispatch.state != DispatchState.SENT or dispatch.outlet.channel != ChannelKind.NOTICE_BOARD:
            return
        close_work_order(
            dispatch=dispatch,
            data=simulated_picture(rendition_file(dispatch.rendition).read_bytes()),
            media_type="image/png",
            note="Ảnh mô phỏng của bản chạy thử, không phải ảnh chụp ngoài thực địa.",
            actor=self.stage.operator,
            at=clock.now(),
            is_simulated=True,
        )


def _state_word(dispatch: Dispatch) -> str:
    """The fixed word of the state; of a pair such as "Đã phát / Đã đăng" the one that fits the channel."""
    words = gettext(DispatchState(dispatch.state).label).split(" / ")
    return words[0] if dispatch.outlet.channel == ChannelKind.LOUDSPEAKER else words[-1]


def _refuse_unproved(dispatches: list[Dispatch]) -> None:
    """The demo has done its job only when each order is proved; anything else is told by its name."""
    unproved = [dispatch for dispatch in dispatches if dispatch.state not in PROVED]
    if unproved:
        places = ", ".join(f"{dispatch.outlet.name} ({_state_word(dispatch)})" for dispatch in unproved)
        raise NotPlayed(
            _(
                "Chưa phát xong ở: {places}. Mọi việc đã ghi được giữ; xem nhật ký trong thư mục logs, "
                "hoặc chạy thử lại từ đầu với --data khác."
            ).format(places=places)
        )
