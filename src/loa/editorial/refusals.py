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


class CannotReturn(Refusal):
    """Nothing was returned; the version stays as it was."""


class UnusableWords(Refusal):
    """Words that are too long or missing; nothing was written."""


class CannotAddSource(Refusal):
    """No source was added."""


class VersionNotFound(Refusal):
    """No such version, or another commune's: the same answer."""
