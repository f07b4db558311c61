"""What the state of an order proves, and what nobody knows yet, in words."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from loa.channels.ports import ChannelKind, Outcome
from loa.core.language import gettext
from loa.core.language import gettext_noop as marked
from loa.delivery.models import Dispatch, DispatchState
from loa.delivery.rules import is_by_hand

MOVING = frozenset({DispatchState.PLANNED, DispatchState.QUEUED, DispatchState.SENDING, DispatchState.SENT})

# (what is proved, what is not): the second is empty where nothing is left open.
Said = tuple[str, str]
_WAITS = (marked("Lệnh đã lập, đang chờ đến giờ."), marked("Chưa gửi đi đâu."))

_ANY: Mapping[DispatchState, Said] = {
    DispatchState.PLANNED: _WAITS,
    DispatchState.QUEUED: _WAITS,
    DispatchState.SENDING: (marked("Lệnh đang được gửi."), marked("Chưa biết nơi nhận đã nhận hay chưa.")),
    DispatchState.MISSED: (marked("Hết hạn mà lệnh chưa đến được nơi nhận, nên chắc chắn chưa phát."), ""),
    DispatchState.REFUSED: (marked("Lệnh bị từ chối, nên không phát. Lý do ghi ở lần gửi cuối."), ""),
    DispatchState.WITHDRAWN: (marked("Lệnh đã rút trước khi phát."), ""),
}
_LOUDSPEAKER: Mapping[DispatchState, Said] = {
    DispatchState.SENT: (
        marked("Loa đã nhận lệnh."),
        marked("Chưa có biên nhận nên chưa biết đã phát hay chưa."),
    ),
    DispatchState.PLAYED: (
        marked("Thiết bị báo đã phát trọn bản tin."),
        marked("Chưa có ai ở nơi đó xác nhận nghe rõ."),
    ),
    DispatchState.HEARD: (marked("Thiết bị báo đã phát, và có người ở nơi đó xác nhận nghe rõ."), ""),
    DispatchState.UNKNOWN: (
        marked("Lệnh đã gửi, hết hạn mà thiết bị không báo lại."),
        marked("Chưa rõ đã phát hay chưa."),
    ),
}
_PORTAL: Mapping[DispatchState, Said] = {
    DispatchState.SENT: (
        marked("Bài đã chuyển sang Cổng."),
        marked("Chưa đọc lại được trang nên chưa biết đã đăng hay chưa."),
    ),
    DispatchState.PLAYED: (
        marked("Loa đã mở lại trang trên Cổng và thấy đúng bản đã duyệt."),
        marked("Chưa biết bao nhiêu người đã xem."),
    ),
    DispatchState.UNKNOWN: (
        marked("Bài đã chuyển sang Cổng, hết hạn mà chưa đọc lại được trang."),
        marked("Chưa rõ đã đăng hay chưa."),
    ),
}
_BY_HAND: Mapping[DispatchState, Said] = {
    DispatchState.SENT: (
        marked("Phiếu giao việc đã sẵn sàng cho người phụ trách."),
        marked("Chưa có minh chứng nên chưa biết đã làm hay chưa."),
    ),
    DispatchState.PLAYED: (
        marked("Người phụ trách đã nộp minh chứng."),
        marked("Chưa biết bao nhiêu bà con đã xem."),
    ),
    DispatchState.UNKNOWN: (
        marked("Việc đã giao, hết hạn mà chưa có minh chứng."),
        marked("Chưa rõ đã làm hay chưa. Làm rồi thì vẫn nộp được."),
    ),
}
_CUT_SHORT = marked("Thiết bị báo chưa phát trọn bản tin, nên tính là lỡ giờ.")
_TOO_LATE = marked("Nơi nhận báo đã quá giờ nên không phát.")


def is_moving(dispatch: Dispatch) -> bool:
    """Whether its state may still change by itself."""
    return dispatch.state in MOVING


def said_of(dispatch: Dispatch, outcomes: Collection[str]) -> Said:
    """What is proved of `dispatch` and what is not, in the reader's language.

    :param outcomes: of its receipts.
    """
    state = DispatchState(dispatch.state)
    if state == DispatchState.MISSED and Outcome.PARTIAL in outcomes:
        return gettext(_CUT_SHORT), ""
    if state == DispatchState.MISSED and Outcome.MISSED in outcomes:
        return gettext(_TOO_LATE), ""
    known, unknown = _words_for(dispatch.outlet.channel).get(state) or _ANY.get(state) or (state.label, "")
    return gettext(str(known)), gettext(unknown) if unknown else ""


def _words_for(channel: str) -> Mapping[DispatchState, Said]:
    if channel == ChannelKind.LOUDSPEAKER:
        return _LOUDSPEAKER
    return _BY_HAND if is_by_hand(channel) else _PORTAL
