"""The zone of Vietnam must be known to this machine."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from loa.cli.doctor.finding import Finding, error, ok
from loa.core.language import gettext as _

ZONE = "Asia/Ho_Chi_Minh"
AHEAD = timedelta(hours=7)


def check_clock(zone: str = ZONE) -> list[Finding]:
    """Whether `zone` is to be had, and is seven hours ahead of UTC."""
    try:
        is_right = datetime.now(UTC).astimezone(ZoneInfo(zone)).utcoffset() == AHEAD
    except (ZoneInfoNotFoundError, ValueError, OSError):
        is_right = False
    if is_right:
        return [ok("clock", _("Có dữ liệu múi giờ Việt Nam."))]
    return [
        error(
            "clock",
            _("Thiếu dữ liệu múi giờ {zone}.").format(zone=zone),
            mend=_("Cài dữ liệu múi giờ (Debian, Ubuntu: sudo apt install tzdata)."),
        )
    ]
