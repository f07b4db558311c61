"""What the processes of test_delivery_processes.py do: each is a worker of its own on the test's data.

`main` is called once Django is set up, with a command and its JSON; it prints JSON. The far end is a folder: one line
in `calls` for each call, one file in `effects` for each key.
"""

from __future__ import annotations

import json
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection

from loa.channels import registry
from loa.channels.models import Outlet
from loa.channels.ports import Accepted, ChannelKind, DispatchOrder
from loa.core import clock
from loa.core.refusals import Refusal
from loa.core.services import audit
from loa.delivery import ports, tasks, worker
from loa.delivery.models import DeliveryAttempt, Dispatch, DispatchState
from loa.delivery.services.deliver import deliver
from loa.delivery.services.plan_dispatch import plan_dispatch
from loa.editorial.models import Approval
from loa.editorial.ports import Form
from loa.evidence.models import Evidence
from loa.evidence.services.close_work_order import close_work_order
from loa.units.models import User
from loa.units.selectors import actor_for

FAR_END = Path(settings.DATA_DIR) / "far-end"


class FolderChannel:
    """:param hangs: say so after the effect and never come back, to be killed there."""

    def __init__(self, *, hangs: bool = False) -> None:
        self.hangs = hangs
        (FAR_END / "effects").mkdir(parents=True, exist_ok=True)

    def send(self, order: DispatchOrder) -> Accepted:
        assert not connection.in_atomic_block, "a transaction is open while the far end is called"
        with (FAR_END / "calls").open("a") as calls:
            calls.write(f"{order.key}\n")
        (FAR_END / "effects" / order.key).touch()
        if self.hangs:
            (FAR_END / "inside").touch()
            time.sleep(600)
        time.sleep(0.01)
        return Accepted(reference=order.key)


def wait_for_start(me: str) -> None:
    """Say that this process is ready, and begin when all are."""
    (FAR_END / f"ready-{me}").touch()
    while not (FAR_END / "go").exists():
        time.sleep(0.005)


def do_deliver(call: dict[str, Any]) -> None:
    wait_for_start(call["me"])
    for pk in call["ids"]:
        deliver(dispatch_id=pk, now=clock.now())


def do_plan(call: dict[str, Any]) -> None:
    approval = Approval.objects.get()
    outlet = Outlet.objects.get(channel=ChannelKind.LOUDSPEAKER)
    actor = actor_for(User.objects.get(username="dung"), outlet.commune)
    at = datetime.fromisoformat(call["at"])
    wait_for_start(call["me"])
    for minutes in call["minutes"]:
        plan_dispatch(
            approval=approval,
            rendition=approval.version.renditions.get(form=Form.AUDIO),
            outlet=outlet,
            due_at=at + timedelta(minutes=minutes),
            expires_at=at + timedelta(days=1),
            actor=actor,
            at=at,
        )


def do_close(call: dict[str, Any]) -> None:
    dispatch = Dispatch.objects.get()
    actor = actor_for(User.objects.get(username="tu"), dispatch.outlet.commune)
    data = b"%PDF-1.7 " + call["me"].encode() + b" %%EOF"
    wait_for_start(call["me"])
    proof = {"data": data, "media_type": "application/pdf", "note": "", "is_simulated": False}
    try:
        close_work_order(dispatch=dispatch, actor=actor, at=clock.now(), **proof)
    except Refusal as refusal:
        sys.stdout.write(json.dumps({"refused": type(refusal).__name__}))
        sys.exit(0)


def do_work(call: dict[str, Any]) -> None:
    """Work until nothing waits, then say how all rows stand."""
    unfinished = Dispatch.objects.filter(state__in=(DispatchState.QUEUED, DispatchState.SENDING))
    ports.bind_waker(tasks.wake)
    worker.run_worker(stop=lambda: not unfinished.exists(), poll_seconds=0.02)


COMMANDS = {"deliver": do_deliver, "plan": do_plan, "close": do_close, "work": do_work}


def main() -> None:
    command, call = sys.argv[1], json.loads(sys.argv[2])
    registry.bind(ChannelKind.LOUDSPEAKER, FolderChannel(hangs=call.get("hangs", False)))
    COMMANDS[command](call)
    calls = FAR_END / "calls"
    standing = {
        "dispatches": list(Dispatch.objects.order_by("pk").values("state", "tries", "sequence")),
        "attempts": list(DeliveryAttempt.objects.order_by("dispatch_id", "number").values_list("outcome", flat=True)),
        "calls": calls.read_text().split() if calls.exists() else [],
        "effects": sorted(path.name for path in (FAR_END / "effects").iterdir()),
        "evidence": Evidence.objects.count(),
        "broken": audit.first_broken_line(),
    }
    sys.stdout.write(json.dumps(standing))
