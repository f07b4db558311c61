"""A value together with the lines it was read from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """`value` stands on the lines `line_from`..`line_to`; `rule` names the rule that read it (`rules.RULES`).

    `words` are those printed where the value is written otherwise: `ngày 05 tháng 9 năm 2025`.
    """

    value: T
    line_from: int
    line_to: int
    rule: str = ""
    words: str = ""
