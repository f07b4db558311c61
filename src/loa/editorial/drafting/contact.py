"""The office that residents ask, by its full name."""

from __future__ import annotations

from loa.units.naming import KINDS, kind_of
from loa.vietnamese.folding import fold


def full_name(unit: str, commune: str) -> str:
    """`Công an xã` and `Phòng Văn hóa - Xã hội` with the commune they belong to.

    The unit of another level ("Trạm Y tế phường" in the plan of a city) stays as printed.
    """
    kind = kind_of(commune)
    if fold(commune) in fold(unit):
        return unit
    ending = next((level for level in KINDS if unit.lower().endswith(f" {level}")), "")
    if not ending:
        return f"{unit} {commune}" if kind else f"{unit}, {commune}"
    return f"{unit[: -len(ending)]}{commune}" if ending == kind else unit
