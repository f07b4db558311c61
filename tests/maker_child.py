"""What the processes of test_maker_worker.py do: each is a maker of its own on the test's data.

`main` is called once Django is set up, with a command and its JSON; it prints JSON.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

from django.conf import settings

from loa.campaigns.models import Campaign
from loa.campaigns.tasks import KIND, read_plan_file
from loa.config.wiring.long_works import bind_long_works
from loa.core.long_work import Note, Outcome, bind_work
from loa.core.maker import run_maker
from loa.core.models import AuditEntry, LongWork, WorkState
from loa.core.services import audit
from loa.documents.models import Document

FAR_END = Path(settings.DATA_DIR) / "far-end"


def hang_between_the_steps(work: LongWork, note: Note) -> Outcome:
    """The real handler; it says so when the document is stored, and never comes back, to be killed there."""

    def note_and_hang(step: int, steps: int, words: str) -> None:
        note(step, steps, words)
        if step == 2:
            (FAR_END / "inside").touch()
            time.sleep(600)

    return read_plan_file(work, note_and_hang)


def main() -> None:
    call: dict[str, Any] = json.loads(sys.argv[2])
    bind_long_works()
    if call.get("hangs"):
        bind_work(KIND, hang_between_the_steps)
    unfinished = LongWork.objects.filter(state__in=(WorkState.WAITING, WorkState.RUNNING))
    run_maker(stop=lambda: not unfinished.exists(), poll_seconds=0.02)
    standing = {
        "works": list(LongWork.objects.values("state", "step", "words", "outcome", "refusal", "tries")),
        "documents": list(Document.objects.values("pk", "file_name")),
        "campaigns": list(Campaign.objects.values_list("pk", flat=True)),
        "imports": AuditEntry.objects.filter(code="documents.document.imported").count(),
        "broken": audit.first_broken_line(),
    }
    sys.stdout.write(json.dumps(standing))
