"""What the units refuse."""

from __future__ import annotations

from loa.core.refusals import Refusal


class CommuneNotFound(Refusal):
    """No commune of that code here, or several and none was named."""


class WrongCommuneCode(Refusal):
    """A code that cannot name a commune here."""


class NobodyMay(Refusal):
    """No member of staff of the commune holds the right."""


class MayNotManage(Refusal):
    """The actor may not manage the people, units or outlets of this commune."""


class PersonNotFound(Refusal):
    """No such person in the actor's commune; the same answer where there is one elsewhere."""


class UnitNotFound(Refusal):
    """No such unit in the actor's commune; the same answer where there is one elsewhere."""


class WrongUsername(Refusal):
    """A name that cannot be signed in with, or that somebody has already."""


class WrongName(Refusal):
    """A name that is empty, too long, or borne by another unit already."""


class WrongRoles(Refusal):
    """Roles that cannot be held together or without a unit."""


class LastManager(Refusal):
    """Nobody would be left who may manage the people of the commune."""


class OwnAccount(Refusal):
    """What nobody does to the own account, or to one that another commune relies on too."""


class ChangedMeanwhile(Refusal):
    """Somebody else changed the row after it was shown; nothing is overwritten."""


class WrongPassword(Refusal):
    """The old password does not fit."""


class WeakPassword(Refusal):
    """The new password is too easy to guess."""


class UnknownLanguage(Refusal):
    """A language that Loa does not speak."""
