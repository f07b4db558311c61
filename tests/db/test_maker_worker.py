"""The maker process: a kill -9 in the middle of a long work loses nothing and doubles nothing."""

from __future__ import annotations

import uuid
from pathlib import Path

import pytest

from cast import NOW, Cast
from loa.core.models import WorkState
from loa.core.services.long_work import begin_work
from loa.documents.services.keep_upload import keep_upload
from processes import PATIENCE, Installation, kill, wait_for

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.heavy]

SAMPLE = Path(__file__).resolve().parents[2] / "src" / "loa" / "cli" / "sample" / "ke-hoach-dong-suong.docx"


def ask_to_read_a_plan(cast: Cast) -> None:
    token = keep_upload(name=SAMPLE.name, chunks=[SAMPLE.read_bytes()], actor=cast.hanh.actor, at=NOW)
    asked = {"kind": "campaigns.plan", "key": uuid.uuid4(), "payload": {"upload": token, "file_name": SAMPLE.name}}
    begin_work(**asked, actor=cast.hanh.actor, at=NOW)


def test_a_maker_killed_inside_a_work_is_followed_by_one_that_ends_it_once(cast: Cast, data_dir: Path) -> None:
    ask_to_read_a_plan(cast)
    here = Installation(data_dir, child="maker_child")
    victim = here.start("work", hangs=True)
    wait_for(here.far_end / "inside", victim)
    second = here.start("work")
    second.communicate(timeout=PATIENCE)
    assert second.returncode != 0  # while the first lives, it alone works on these data
    kill(victim)

    end = here.run("work")
    (work,) = end["works"]
    (document,) = end["documents"]
    assert work["state"] == WorkState.DONE
    assert work["outcome"] == {"document": document["pk"]}  # it waits for a person's word
    assert (work["tries"], work["refusal"]) == (2, "")
    assert (document["file_name"], end["campaigns"]) == (SAMPLE.name, [])
    assert end["imports"] == 1
    assert end["broken"] is None
    assert list((data_dir / "uploads").iterdir()) == []
