"""Which handler does which kind of long work, and who is told that some waits. Filled by `config.wiring`."""

from __future__ import annotations

from collections.abc import Callable

from loa.core.language import gettext as _
from loa.core.models import LongWork
from loa.core.refusals import Refusal

Note = Callable[[int, int, str], None]  # step, of steps, what is being done
Outcome = dict[str, int | str]
Handler = Callable[[LongWork, Note], Outcome]


class UnknownWork(Refusal):
    """No handler is bound for the kind."""

    def __init__(self) -> None:
        super().__init__(
            _("Loa chưa biết làm việc này. Chưa có gì thay đổi. Hãy báo người phụ trách hệ thống kiểm tra bản cài đặt.")
        )


class NotYourWork(Refusal):
    """The key is another person's, or the actor belongs to no scope."""

    def __init__(self) -> None:
        super().__init__(_("Yêu cầu này không phải của anh/chị nên chưa làm gì. Hãy mở lại trang rồi làm lại."))


_handlers: dict[str, Handler] = {}
_wakers: list[Callable[[int], None]] = []


def bind_work(kind: str, handler: Handler) -> None:
    """Let `handler` do the works of `kind`. It may be run again after a kill, so it must change nothing twice."""
    _handlers[kind] = handler


def handler_of(kind: str) -> Handler:
    """The handler of `kind`.

    :raises UnknownWork: none is bound.
    """
    if kind not in _handlers:
        raise UnknownWork
    return _handlers[kind]


def bind_waker(waker: Callable[[int], None]) -> None:
    """Let `waker` tell a worker of each new work. Without one the next sweep finds it."""
    _wakers[:] = [waker]


def wake(work_id: int) -> None:
    """Ask for a look at work `work_id`; a wake-up may be lost or doubled."""
    for waker in _wakers:
        waker(work_id)
