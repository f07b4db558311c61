"""Why the editorial desk says no."""

from __future__ import annotations

from loa.core.refusals import Refusal


class CannotDraft(Refusal):
    """Nothing was drafted."""


class CannotSubmit(Refusal):
    """Nothing was frozen; the version stays a draft."""


class CannotApprove(Refusal):
    """Nothing was approved."""


class CannotRevise(Refusal):
    """No new version was made; the older one stands."""
