"""The one table of who may do what."""

from __future__ import annotations

from enum import StrEnum

from loa.core.language import gettext_noop as marked


class Right(StrEnum):
    IMPORT_PLAN = "campaigns.import"
    WRITE_MESSAGE = "editorial.write"
    APPROVE_MESSAGE = "editorial.approve"
    SEND = "delivery.send"
    ADD_EVIDENCE = "evidence.add"
    BUILD_REPORT = "reports.build"


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

RIGHTS: dict[Role, frozenset[str]] = {
    Role.CULTURE: frozenset({Right.IMPORT_PLAN, Right.WRITE_MESSAGE, Right.ADD_EVIDENCE, Right.BUILD_REPORT}),
    Role.OPERATOR: frozenset({Right.WRITE_MESSAGE, Right.SEND, Right.ADD_EVIDENCE}),
    Role.LEADER: frozenset({Right.APPROVE_MESSAGE}),
    Role.HAMLET_HEAD: frozenset({Right.ADD_EVIDENCE}),
    Role.SYSTEM: frozenset(),
}
