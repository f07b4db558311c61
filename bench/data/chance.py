"""Picking by shares."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")


def one_of(random: Random, shares: Sequence[tuple[T, int]]) -> T:
    """One of the things, each as often as its share says."""
    return random.choices([thing for thing, _share in shares], [share for _thing, share in shares])[0]
