"""Days and hours as Vietnamese documents write them, in Vietnam's time."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")


def day_text(day: date) -> str:
    """`05/9/2025`: a zero before days under 10 and months 1 and 2 only (Nghị định 30/2020/NĐ-CP, Phụ lục I)."""
    month = f"{day.month:02d}" if day.month <= 2 else str(day.month)
    return f"{day.day:02d}/{month}/{day.year}"


def moment_text(instant: datetime) -> str:
    """`17 giờ 05 phút ngày 05/9/2025` of an aware instant, for a sentence; whole hours as `17 giờ 00`."""
    local = instant.astimezone(VIETNAM)
    minutes = f"{local.minute:02d} phút" if local.minute else "00"
    return f"{local.hour} giờ {minutes} ngày {day_text(local.date())}"


def clock_text(instant: datetime) -> str:
    """`17:05 05/9/2025` of an aware instant, for a table."""
    local = instant.astimezone(VIETNAM)
    return f"{local:%H:%M} {day_text(local.date())}"
