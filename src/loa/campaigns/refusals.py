"""What the campaigns say no to."""

from __future__ import annotations

from loa.core.language import gettext as _
from loa.core.refusals import Refusal


class MayNotStartCampaign(Refusal):
    """The actor has no right to make campaigns here."""


class CampaignNotFound(Refusal):
    """No such campaign, or not in the actor's commune: the same answer for both."""


class MayNotReportProgress(Refusal):
    """The actor lacks the right, or the duty is not the actor's unit's: the same answer for both."""


class UnusableProgress(Refusal):
    """A mark that does not exist or does not fit, a note that is missing or too long. Nothing was written."""


class DutyHasEnded(UnusableProgress):
    """A revised plan no longer has the duty: nothing more is told or proved of it. Nothing was written."""

    def __init__(self) -> None:
        super().__init__(
            _("Việc này không còn trong kế hoạch nên không báo tiến độ nữa; các lần báo trước vẫn được giữ.")
        )


class StaleProgress(Refusal):
    """Somebody else reported after the writer had looked. Nothing was written."""


class MayNotAnswer(Refusal):
    """The actor lacks the right, or the question is another commune's: the same answer for both."""


class UnusableAnswer(Refusal):
    """An empty or too long answer, or one that is not in the closed list. Nothing was written."""


class AlreadyAnswered(Refusal):
    """Somebody else has answered otherwise. Nothing was written."""


class PlanIsThereAlready(Refusal):
    """A campaign of the very same plan is there; `campaign_id` is its primary key. Nothing was made."""

    def __init__(self, message: str, campaign_id: int) -> None:
        super().__init__(message)
        self.campaign_id = campaign_id


class CannotRevise(Refusal):
    """The document cannot become the plan of that campaign. Nothing was changed."""


class CannotUndo(Refusal):
    """Somebody has worked on what would be taken back. Nothing was changed."""
