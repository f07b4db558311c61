"""Files by their content, canonical bytes, signatures, the clock: small things all else leans on."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_django.fixtures import Settings

from loa.config import env
from loa.core import clock
from loa.core.canonical import canonical_bytes
from loa.core.content import ContentMissing, ContentStore, write_durably
from loa.keys import signing

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(JSON)
def test_canonical_bytes_say_the_same_thing_once(value: object) -> None:
    written = canonical_bytes(value)
    assert canonical_bytes(json.loads(written)) == written


def test_canonical_bytes_do_not_depend_on_order() -> None:
    assert canonical_bytes({"b": 1, "a": "ộ"}) == '{"a":"ộ","b":1}'.encode()


def test_the_same_bytes_are_one_file(tmp_path: Path) -> None:
    store = ContentStore(tmp_path)
    first, second = store.put(b"one", suffix=".txt"), store.put(b"one", suffix=".txt")
    assert first == second
    assert [path.name for path in tmp_path.rglob("*.txt")] == [f"{first}.txt"]
    assert store.get(first, suffix=".txt") == b"one"


def test_a_changed_file_is_not_given_out(tmp_path: Path) -> None:
    store = ContentStore(tmp_path)
    digest = store.put(b"one")
    store.path(digest).chmod(0o644)
    store.path(digest).write_bytes(b"two")
    with pytest.raises(ContentMissing):
        store.get(digest)


def test_a_write_that_fails_leaves_the_old_file_and_no_scraps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "out" / "a"
    write_durably(target, b"old")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_durably(target, b"new")
    assert target.read_bytes() == b"old"
    assert [path.name for path in target.parent.iterdir()] == ["a"]


def test_a_secret_is_readable_by_its_owner_alone(tmp_path: Path) -> None:
    value = env.secret("some_key", folder=tmp_path, generate=True)
    path = tmp_path / "secrets" / "some_key"
    assert path.stat().st_mode & 0o077 == 0
    assert env.secret("some_key", folder=tmp_path, generate=False) == value


def test_a_missing_secret_stops_the_start(tmp_path: Path) -> None:
    with pytest.raises(env.WrongEnvironment, match="LOA_SOME_KEY"):
        env.secret("some_key", folder=tmp_path, generate=False)


def test_a_signature_holds_for_its_bytes_and_key_only() -> None:
    seed, other = signing.new_seed(), signing.new_seed()
    mark = signing.sign(b"order", seed=seed)
    assert signing.is_signed_by(b"order", signature=mark, public_key=signing.public_key_of(seed))
    assert not signing.is_signed_by(b"ordre", signature=mark, public_key=signing.public_key_of(seed))
    assert not signing.is_signed_by(b"order", signature=mark, public_key=signing.public_key_of(other))
    assert not signing.is_signed_by(b"order", signature="no hex", public_key=signing.public_key_of(seed))


def test_the_simulated_clock_ticks_from_where_it_was_put(settings: Settings) -> None:
    start = datetime(2025, 9, 4, 10, 0, tzinfo=UTC)
    settings.SIMULATED_CLOCK = (start, datetime.now(UTC).timestamp() - 90)
    assert 90 <= (clock.now() - start).total_seconds() < 100
    assert clock.is_simulated()


def test_loa_now_is_read_with_and_without_the_real_second(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOA_NOW", "2025-09-04T17:00:00+07:00@1000.5")
    assert env.simulated_clock() == (datetime(2025, 9, 4, 10, 0, tzinfo=UTC), 1000.5)
    monkeypatch.setenv("LOA_NOW", "2025-09-04T17:00:00")
    simulated = env.simulated_clock()
    assert simulated is not None
    assert simulated[0] == datetime(2025, 9, 4, 10, 0, tzinfo=UTC)


def test_an_unreadable_loa_now_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOA_NOW", "hôm qua")
    with pytest.raises(env.WrongEnvironment, match="hôm qua"):
        env.simulated_clock()


def test_real_installations_refuse_a_simulated_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    env.refuse_simulated_clock()
    monkeypatch.setenv("LOA_NOW", "2025-09-04T17:00:00")
    with pytest.raises(env.WrongEnvironment, match="LOA_NOW"):
        env.refuse_simulated_clock()
