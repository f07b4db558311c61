"""Pairs of runs, the measured one and the reference side by side, so that a busy moment of the machine hits both."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

PAIRS, WARM_UPS = 7, 3


@dataclass(frozen=True, slots=True)
class Timing:
    """Medians over all pairs: milliseconds of both, and the ratio of the two within a pair."""

    ms: float
    reference_ms: float
    ratio: float


def timed_pairs(run: Callable[[], object], *, beside: Callable[[], object], pairs: int = PAIRS) -> Timing:
    """Run both in turn, each first in every other pair. The caller has warmed them up."""
    own: list[float] = []
    others: list[float] = []
    for number in range(pairs):
        order = [(run, own), (beside, others)]
        for call, kept in order if number % 2 else reversed(order):
            kept.append(_milliseconds(call))
    ratios = [mine / other for mine, other in zip(own, others, strict=True)]
    return Timing(ms=median(own), reference_ms=median(others), ratio=median(ratios))


def _milliseconds(call: Callable[[], object]) -> float:
    started = time.perf_counter()
    call()
    return (time.perf_counter() - started) * 1000
