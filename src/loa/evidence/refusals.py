"""Why a proof is not taken."""

from __future__ import annotations

from loa.core.refusals import Refusal


class CannotAddEvidence(Refusal):
    """Base: nothing was stored, the work order stays open."""


class MayNotAddEvidence(CannotAddEvidence):
    """The actor lacks the right, or the order is not the actor's commune's."""


class NotAWorkOrder(CannotAddEvidence):
    """The order was not handed to a person, or not yet."""


class AlreadyClosed(CannotAddEvidence):
    """Another proof has closed this order."""


class UnusableFile(CannotAddEvidence):
    """The file is empty, too big, broken, or neither a picture nor a PDF."""
