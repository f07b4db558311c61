"""The one table of who may do what."""

from __future__ import annotations

from enum import StrEnum

from loa.core.language import gettext_noop as marked


class Right(StrEnum):
    """What can be done. The `SEE_` rights open a kind of screen; the others change something."""

    SEE_PLANS = "campaigns.see"
    SEE_ASSIGNMENTS = "campaigns.see-assignments"
    SEE_MESSAGES = "editorial.see"
    SEE_DELIVERY = "delivery.see"
    SEE_REPORTS = "reports.see"
    SEE_OUTLETS = "channels.see"
    SEE_UNITS = "units.see"
    IMPORT_PLAN = "campaigns.import"
    ANSWER_QUESTION = "campaigns.answer"
    REPORT_PROGRESS = "campaigns.progress"
    WRITE_MESSAGE = "editorial.write"
    APPROVE_MESSAGE = "editorial.approve"
    SEND = "delivery.send"
    CONFIRM_HEARD = "delivery.hear"
    ADD_EVIDENCE = "evidence.add"
    BUILD_REPORT = "reports.build"
    MANAGE_PEOPLE = "units.people"
    MANAGE_UNITS = "units.manage"
    MANAGE_OUTLETS = "channels.manage"


class Role(StrEnum):
    CULTURE = "van-hoa"
    OPERATOR = "van-hanh"
    LEADER = "lanh-dao"
    HAMLET_HEAD = "truong-khu"
    SYSTEM = "he-thong"

    @property
    def label(self) -> str:
        return ROLE_LABELS[self]


ROLE_LABELS = {
    Role.CULTURE: marked("Văn hóa - Xã hội"),
    Role.OPERATOR: marked("Vận hành"),
    Role.LEADER: marked("Lãnh đạo"),
    Role.HAMLET_HEAD: marked("Trưởng thôn, tổ dân phố"),
    Role.SYSTEM: marked("Phụ trách hệ thống"),
}

SEES_THE_WORK = frozenset(
    {
        Right.SEE_PLANS,
        Right.SEE_ASSIGNMENTS,
        Right.SEE_MESSAGES,
        Right.SEE_DELIVERY,
        Right.SEE_REPORTS,
        Right.SEE_OUTLETS,
        Right.SEE_UNITS,
    }
)

RIGHTS: dict[Role, frozenset[Right]] = {
    Role.CULTURE: SEES_THE_WORK
    | {
        Right.IMPORT_PLAN,
        Right.ANSWER_QUESTION,
        Right.REPORT_PROGRESS,
        Right.WRITE_MESSAGE,
        Right.CONFIRM_HEARD,
        Right.ADD_EVIDENCE,
        Right.BUILD_REPORT,
    },
    Role.OPERATOR: SEES_THE_WORK
    | {Right.REPORT_PROGRESS, Right.WRITE_MESSAGE, Right.SEND, Right.CONFIRM_HEARD, Right.ADD_EVIDENCE},
    Role.LEADER: SEES_THE_WORK | {Right.APPROVE_MESSAGE},
    Role.HAMLET_HEAD: frozenset(
        {
            Right.SEE_ASSIGNMENTS,
            Right.SEE_DELIVERY,
            Right.REPORT_PROGRESS,
            Right.CONFIRM_HEARD,
            Right.ADD_EVIDENCE,
        }
    ),
    # A duty, not an office above the others: accounts, units, outlets; never the word of approval.
    Role.SYSTEM: frozenset(
        {Right.SEE_OUTLETS, Right.SEE_UNITS, Right.MANAGE_PEOPLE, Right.MANAGE_UNITS, Right.MANAGE_OUTLETS}
    ),
}

# Who sees and works on the rows of the own unit only.
OWN_UNIT_ONLY = frozenset({Role.HAMLET_HEAD})
