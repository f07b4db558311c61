"""`./loa demo`: from a plan to a report, with every process of a real installation."""

from __future__ import annotations

import signal
import time
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import FrameType

from loa.cli.demo.day import demo_start
from loa.cli.demo.folder import DemoFolder
from loa.cli.demo.progress import Progress
from loa.cli.supervisor import refuse_busy_port
from loa.config import env
from loa.core.clock import VIETNAM
from loa.core.language import gettext as _
from loa.core.refusals import Refusal
from loa.documents.admission import read_plan
from loa.documents.ports import ExtractionResult

SAMPLE_PLAN = Path(__file__).resolve().parent.parent / "sample" / "ke-hoach-dong-suong.docx"


@dataclass(frozen=True, slots=True)
class DemoCall:
    """How the demo was called. `plan` None means the project's own sample."""

    plan: Path | None
    serve: bool
    as_json: bool
    port: int
    console_port: int
    commune_code: str | None


class NothingToTell(Refusal):
    """The plan has no content that residents could be told."""


def _stop_on_signal(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def demo_command(call: DemoCall) -> int:
    """Run the demo, resuming at the first unfinished step; serve until asked to stop unless told not to.

    :raises Refusal: the plan cannot be used, a port or the data folder is busy, a process keeps failing.
    """
    signal.signal(signal.SIGTERM, _stop_on_signal)
    began = time.monotonic()
    progress = Progress(to_stderr=call.as_json)
    path = (call.plan or SAMPLE_PLAN).resolve()
    if call.serve:
        refuse_busy_port(call.port, option="--port")
        refuse_busy_port(call.console_port, option="--console-port")
    progress.step(_("Đọc kế hoạch {name}").format(name=path.name))
    plan = read_plan(path).result
    if not plan.topics:
        raise NothingToTell(
            _(
                "Kế hoạch {name} không có phần nội dung tuyên truyền nên chưa có gì để nói với bà con; chưa lưu gì. "
                "Bản chạy thử cần một kế hoạch tuyên truyền."
            ).format(name=path.name)
        )
    with DemoFolder.opened(env.data_dir(), path) as folder:
        env.use_settings("demo")
        asked = env.simulated_clock()
        wanted = asked[0] if asked else demo_start(plan, today=datetime.now(VIETNAM).date())
        env.use_simulated_clock(folder.begin(wanted))
        return _with_django(call, path=path, plan=plan, folder=folder, progress=progress, began=began)


def _with_django(
    call: DemoCall, *, path: Path, plan: ExtractionResult, folder: DemoFolder, progress: Progress, began: float
) -> int:
    import django

    django.setup()
    from loa.cli.database import database_or_refusal
    from loa.cli.demo.run import DemoRun

    with database_or_refusal():
        return DemoRun(call=call, path=path, plan=plan, folder=folder, progress=progress, began=began).run()
