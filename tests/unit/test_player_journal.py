"""The player's memory: one id is played once, a sequence number serves one order, one order has one receipt."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loa_player.journal import WINDOW, Journal, State, Verdict
from loa_player.messages import Audio, Order

NOON = datetime(2025, 9, 3, 5, 0, tzinfo=UTC)


def an_order(name: str, *, sequence: int, priority: str = "normal") -> Order:
    audio = Audio("b" * 64, 10, "audio/mpeg", "http://127.0.0.1/b.mp3")
    return Order(name, "đợt 1", sequence, priority, NOON, NOON + timedelta(hours=1), audio)


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    with contextlib.closing(Journal(tmp_path / "journal.sqlite3")) as journal:
        yield journal


def test_an_order_comes_back_as_it_went_in(journal: Journal) -> None:
    order = an_order("a", sequence=1)
    journal.take(order)
    assert journal.job("a").order == order
    assert [job.order for job in journal.open_jobs()] == [order]


def test_the_same_id_is_a_duplicate_and_its_number_is_used(journal: Journal) -> None:
    assert journal.take(an_order("a", sequence=5)) is Verdict.NEW
    assert journal.take(an_order("a", sequence=5)) is Verdict.DUPLICATE
    assert journal.take(an_order("b", sequence=5)) is Verdict.SEQUENCE_USED


def test_a_refused_order_does_not_hold_its_number(journal: Journal) -> None:
    journal.take(an_order("a", sequence=2000))
    assert journal.take(an_order("old", sequence=2000 - WINDOW)) is Verdict.SEQUENCE_TOO_OLD
    assert journal.take(an_order("late", sequence=2000 - WINDOW + 1)) is Verdict.NEW
    assert journal.job("old").refusal == "sequence-too-old"


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 8), st.integers(1, 3 * WINDOW)), max_size=25))
def test_whatever_arrives_each_number_and_each_id_counts_once(arrivals: list[tuple[int, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder, contextlib.closing(Journal(Path(folder) / "j")) as journal:
        taken: dict[int, int] = {}
        seen: set[int] = set()
        for name, sequence in arrivals:
            verdict = journal.take(an_order(str(name), sequence=sequence))
            highest = max(taken.values(), default=0)
            assert (verdict is Verdict.DUPLICATE) == (name in seen)
            if verdict is Verdict.NEW:
                assert sequence not in taken.values() and sequence > highest - WINDOW
                taken[name] = sequence
            elif verdict is Verdict.SEQUENCE_TOO_OLD:
                assert sequence <= highest - WINDOW
            seen.add(name)


def test_the_receipt_of_an_order_is_made_once(journal: Journal) -> None:
    journal.take(an_order("a", sequence=1))
    journal.finish("a", receipt_id="r1", envelope="one")
    journal.finish("a", receipt_id="r2", envelope="two")
    assert journal.outbox() == [("r1", "one")]
    assert journal.job("a").state is State.DONE
    assert journal.open_jobs() == []


def test_a_receipt_leaves_the_outbox_with_its_acknowledgement_and_comes_back_when_asked_for(journal: Journal) -> None:
    journal.take(an_order("a", sequence=1))
    assert not journal.ask_again("a")
    journal.finish("a", receipt_id="r1", envelope="one")
    assert journal.acknowledge("r1")
    assert not journal.acknowledge("r1")
    assert not journal.acknowledge("of somebody else")
    assert journal.outbox() == []
    assert journal.ask_again("a")
    assert journal.outbox() == [("r1", "one")]


def test_all_is_there_again_after_a_restart(tmp_path: Path) -> None:
    with contextlib.closing(Journal(tmp_path / "j")) as journal:
        journal.take(an_order("a", sequence=1))
        journal.mark_ready("a")
        journal.begin("a", at=NOON, is_restart=False)
        journal.progress("a", position=12.0)
    with contextlib.closing(Journal(tmp_path / "j")) as journal:
        journal.begin("a", at=NOON + timedelta(minutes=1), is_restart=True)
        job = journal.job("a")
    assert (job.state, job.position, job.resumed) == (State.PLAYING, 12.0, 1)
    assert job.started_at == "2025-09-03T05:00:00.000000+00:00"


def test_the_urgent_order_comes_first_then_the_one_being_played(journal: Journal) -> None:
    for number, (name, priority) in enumerate([("waits", "normal"), ("plays", "normal"), ("urgent", "urgent")], 1):
        journal.take(an_order(name, sequence=number, priority=priority))
    journal.begin("plays", at=NOON, is_restart=False)
    assert [job.order.id for job in journal.open_jobs()] == ["urgent", "plays", "waits"]
