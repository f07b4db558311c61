"""Why a report cannot be made."""

from __future__ import annotations

from loa.core.refusals import Refusal


class WrongPeriod(Refusal):
    """The period is not a month."""


class MayNotReport(Refusal):
    """The actor has no right to build this commune's report."""


class NothingToReport(Refusal):
    """No campaign of the commune touches the period."""


class CannotWriteReport(Refusal):
    """The file cannot be written, or its kind is not one of ours."""
