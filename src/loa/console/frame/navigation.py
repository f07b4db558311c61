"""The places of the console, each with the right that opens it."""

from __future__ import annotations

from dataclasses import dataclass

from loa.core.language import gettext_noop as marked
from loa.units.rights import Right

DAILY, PLANNING, OFFICE = (marked("Hằng ngày"), marked("Kế hoạch và báo cáo"), marked("Cơ quan"))


@dataclass(frozen=True, slots=True)
class Place:
    """One entry of the navigation. `icon` is an SVG path, `short` the label below a phone's icon where it differs."""

    url_name: str
    label: str
    group: str
    icon: str
    right: Right | None = None
    short: str = ""


PLACES = (
    Place("today", marked("Hôm nay"), DAILY, "M4 5h16v15H4zM4 10h16M8 3v4M16 3v4"),
    Place("messages", marked("Tin bài"), DAILY, "M5 4h14v16H5zM8.5 9h7M8.5 13h7M8.5 17h4", Right.SEE_MESSAGES),
    Place("approvals", marked("Duyệt"), DAILY, "M4 12.5l5 5L20 6.5", Right.SEE_MESSAGES),
    Place(
        "dispatches",
        marked("Gửi và phát"),
        DAILY,
        "M4 12l16-8-6 16-3-7z",
        Right.SEE_DELIVERY,
        short=marked("Gửi, phát"),
    ),
    Place(
        "outlets",
        marked("Loa"),
        DAILY,
        "M4 9.5v5h3.5L13 19V5L7.5 9.5zM16.5 9a4.5 4.5 0 0 1 0 6M19 6.5a8 8 0 0 1 0 11",
        Right.SEE_OUTLETS,
    ),
    Place("plans", marked("Kế hoạch"), PLANNING, "M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6", Right.SEE_PLANS),
    Place(
        "assignments", marked("Phân công"), PLANNING, "M4 6h4v4H4zM4 14h4v4H4zM11 8h9M11 16h9", Right.SEE_ASSIGNMENTS
    ),
    Place("reports", marked("Báo cáo"), PLANNING, "M4 20V4M4 20h16M8 16v-4M12.5 16V8M17 16v-6", Right.SEE_REPORTS),
    Place("units", marked("Đơn vị"), OFFICE, "M4 20V9l8-5 8 5v11M9 20v-6h6v6", Right.SEE_UNITS),
    Place(
        "people",
        marked("Người dùng"),
        OFFICE,
        "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM3 20c0-3.5 2.5-6 6-6s6 2.5 6 6M16 5a3 3 0 0 1 0 6"
        "M17 14c2.5.5 4 2.8 4 6",
        Right.MANAGE_PEOPLE,
        short=marked("Người"),
    ),
)
TABS_ON_A_PHONE = 4  # and "Thêm", which holds the rest
