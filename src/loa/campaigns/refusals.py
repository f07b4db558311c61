"""What the campaigns say no to."""

from __future__ import annotations

from loa.core.refusals import Refusal


class MayNotStartCampaign(Refusal):
    """The actor has no right to make campaigns here."""


class CampaignNotFound(Refusal):
    """No such campaign, or not in the actor's commune: the same answer for both."""
