"""Days as a person reads them (05/09/2025), from days as a reading keeps them (2025-09-05). Django-free."""

from __future__ import annotations

from loa.core.language import gettext as _


def day_words(kept: str) -> str:
    """`2025-09-05` as `05/09/2025`; `2025-09`, where the day is blank, in words; a year alone as it is."""
    year, *rest = kept.split("-")
    if len(rest) == 1:
        return _("tháng {month}/{year}, để trống ngày").format(month=int(rest[0]), year=year)
    return "/".join((*reversed(rest), year))


def from_to_words(first: str, last: str) -> str:
    """A period between two days that are in words already; empty where that end is open."""
    if first and last:
        return _("{first} đến hết {last}").format(first=first, last=last)
    if first:
        return _("từ {first}").format(first=first)
    return _("đến hết {last}").format(last=last) if last else ""
