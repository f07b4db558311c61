"""Why a dispatch is not planned."""

from __future__ import annotations

from loa.core.refusals import Refusal


class CannotDispatch(Refusal):
    """Base: nothing was planned, nothing goes out."""


class MayNotSend(CannotDispatch):
    """The actor lacks the right to send, or the approval or outlet is not the actor's commune's."""


class NotApproved(CannotDispatch):
    """No approval holds for exactly these files."""


class WrongRendition(CannotDispatch):
    """The file is not of the approved version, or not of a form that the outlet can bring out."""


class OutletClosed(CannotDispatch):
    """The outlet is out of use and takes nothing new."""


class WindowClosed(CannotDispatch):
    """The order would end before it begins, or has ended already."""


class NothingChosen(CannotDispatch):
    """No outlet was named."""


class CannotConfirm(Refusal):
    """Nothing was confirmed; the dispatch stays as it was."""


class DispatchNotFound(Refusal):
    """No such dispatch, or not the actor's to see: the same answer."""
