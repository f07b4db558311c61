"""The days a report covers, in Vietnam's time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from loa.core.clock import VIETNAM
from loa.core.language import gettext as _
from loa.reports.refusals import WrongPeriod

MONTH = re.compile(r"(\d{4})-(\d{2})")


@dataclass(frozen=True, slots=True)
class Period:
    """The days `[start_date, end_date)`."""

    start_date: date
    end_date: date

    @property
    def start_at(self) -> datetime:
        return datetime.combine(self.start_date, time.min, tzinfo=VIETNAM)

    @property
    def end_at(self) -> datetime:
        return datetime.combine(self.end_date, time.min, tzinfo=VIETNAM)

    @property
    def last_date(self) -> date:
        return self.end_date - timedelta(days=1)

    @property
    def words(self) -> str:
        """`tháng 10 năm 2025`."""
        return f"tháng {self.start_date.month} năm {self.start_date.year}"

    @property
    def next(self) -> Period:
        return month_period(self.end_date.year, self.end_date.month)

    def holds(self, instant: datetime) -> bool:
        return self.start_at <= instant < self.end_at


def month_period(year: int, month: int) -> Period:
    """The whole of one month."""
    following = date(year + month // 12, month % 12 + 1, 1)
    return Period(start_date=date(year, month, 1), end_date=following)


def read_period(text: str) -> Period:
    """The month that `YYYY-MM` names.

    :raises WrongPeriod: another form, or no such month.
    """
    match = MONTH.fullmatch(text.strip())
    year, month = (int(match[1]), int(match[2])) if match else (0, 0)
    if not (2000 <= year <= 2999 and 1 <= month <= 12):
        raise WrongPeriod(_("Kỳ báo cáo không đọc được: {text}. Viết năm và tháng, ví dụ 2025-10.").format(text=text))
    return month_period(year, month)
