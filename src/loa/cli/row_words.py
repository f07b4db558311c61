"""What one row of a reading says, in the words of a person: no codes, days as they are written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from loa.channels.ports import CHANNEL_LABELS
from loa.core.language import gettext
from loa.core.language import gettext as _
from loa.core.language import gettext_noop as marked
from loa.documents.printed_days import day_words, from_to_words

Row = Mapping[str, Any]
ROLES = {"lead": marked("chủ trì"), "support": marked("phối hợp"), "request": marked("đề nghị")}
EVERY = {
    "month": marked("hằng tháng"),
    "quarter": marked("hằng quý"),
    "half-year": marked("6 tháng một lần"),
    "year": marked("hằng năm"),
}
CHANNELS = {kind.value: label for kind, label in CHANNEL_LABELS.items()}


def row_words(group: str, row: Row) -> tuple[str, str]:
    """Where the row stands (its clause or annex; empty where it has none), and what it says there."""
    return _place(row), _SAYS[group](row)


def _place(row: Row) -> str:
    if "annex" in row:
        return ".".join(filter(None, (row["annex"], row["number"])))
    return str(row.get("clause") or row.get("label") or "")


def _citation(row: Row) -> str:
    day = row["date"]
    return _("{symbol} ngày {day}").format(symbol=row["symbol"], day=day_words(day)) if day else str(row["symbol"])


def _window(row: Row) -> str:
    if row["every"]:
        day = _("ngày {day}").format(day=_day_of_repeat(str(row["day"]))) if row["day"] else ""
        return _listed(gettext(EVERY[row["every"]]), day, by=", ")
    return from_to_words(*(day_words(row[end] or "") for end in ("start", "end")))


def _day_of_repeat(kept: str) -> str:
    """`25` of a month as it is, `11-15` of a year as `15/11`."""
    month, _dash, day = kept.rpartition("-")
    return f"{int(day)}/{int(month)}" if month else day


def _assignment(row: Row) -> str:
    return f"{row['unit']} ({gettext(ROLES[row['role']])})"


def _activity(row: Row) -> str:
    return _listed(row["title"], _said(_("kênh"), [gettext(CHANNELS[kind]) for kind in row["channels"]]))


def _report(row: Row) -> str:
    every = gettext(EVERY[row["every"]]) if row["every"] else _("không nêu kỳ hạn")
    return _listed(
        _said(_("gửi"), [row["receiver"]]),
        _said(_("bên báo cáo"), [row["reporter"]]),
        _said(_("gửi qua"), [row["through"]]),
        _("định kỳ, {every}").format(every=every) if row["is_periodic"] else "",
        _("đột xuất") if row["is_ad_hoc"] else "",
        _said(_("lần đầu"), [day_words(row["first_due"] or "")]),
    )


def _cost(row: Row) -> str:
    amount = "" if row["amount"] is None else _("{amount} đồng").format(amount=f"{row['amount']:,}".replace(",", "."))
    return _listed(row["text"], _said(_("số tiền"), [amount]), _said(_("nguồn"), [row["source"]]))


def _task(row: Row) -> str:
    return _listed(
        row["content"],
        *(_said(gettext(words), row[role]) for role, words in ROLES.items() if role in row),
        _said(_("thời gian"), [row["time"]]),
        from_to_words(*(day_words(row[end] or "") for end in ("start", "end"))),
        _said(_("sản phẩm"), [row["product"]]),
    )


def _unit(row: Row) -> str:
    return _listed(
        row["name"], _said(_("cũng viết là"), row["alternatives"]), _said(_("có thể cũng là"), row["doubtful"])
    )


def _listed(*parts: str, by: str = "; ") -> str:
    return by.join(filter(None, parts))


def _said(name: str, values: Iterable[str | None]) -> str:
    """`name: values`; nothing where there is no value."""
    words = ", ".join(filter(None, values))
    return f"{name}: {words}" if words else ""


_SAYS: Mapping[str, Callable[[Row], str]] = {
    "citations": _citation,
    "outline": lambda row: str(row["starts"]),
    "windows": _window,
    "assignments": _assignment,
    "activities": _activity,
    "reporting": _report,
    "audiences": lambda row: str(row["text"]),
    "costs": _cost,
    "tasks": _task,
    "units": _unit,
}
