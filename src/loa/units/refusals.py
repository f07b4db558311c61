"""What the units refuse."""

from __future__ import annotations

from loa.core.refusals import Refusal


class CommuneNotFound(Refusal):
    """No commune of that code here, or several and none was named."""


class WrongCommuneCode(Refusal):
    """A code that cannot name a commune here."""


class NobodyMay(Refusal):
    """No member of staff of the commune holds the right."""
