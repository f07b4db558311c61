"""A value together with the lines it was read from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """`value` stands on the lines `line_from`..`line_to`."""

    value: T
    line_from: int
    line_to: int
