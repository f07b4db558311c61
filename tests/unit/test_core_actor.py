"""Who acts: a person has a key of its own, a part of the system has none."""

from __future__ import annotations

import pytest

from loa.core.actor import Actor


def test_a_person_is_known_by_the_key_of_its_row() -> None:
    actor = Actor(key="user:12", scope_id=3)
    assert (actor.user_id, actor.person_id) == (12, 12)


def test_a_part_of_the_system_never_stands_for_a_person() -> None:
    actor = Actor(key="system:worker", scope_id=3)
    assert actor.user_id is None
    with pytest.raises(TypeError, match="system:worker"):
        _ = actor.person_id
