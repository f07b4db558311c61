"""What the channels refuse."""

from __future__ import annotations

from loa.core.refusals import Refusal


class OutletNotFound(Refusal):
    """No such outlet that the actor sees; the same answer where another commune has one."""


class WrongOutlet(Refusal):
    """A code, key or unit that an outlet of this commune cannot have."""


class OutletChangedMeanwhile(Refusal):
    """Somebody else changed the outlet after it was shown; nothing is overwritten."""
