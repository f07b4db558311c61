"""A campaign with messages, dispatches and proofs, written straight into the tables, for the tests of reports."""

from __future__ import annotations

import uuid
from datetime import date, datetime, timedelta
from typing import Any

from cast import Cast
from loa.campaigns.models import (
    Activity,
    ActivityChannel,
    Assignment,
    AssignmentRole,
    Campaign,
    Deadline,
    OpenQuestion,
    OutsideClause,
    ReportingDuty,
    Topic,
)
from loa.channels.models import Outlet
from loa.channels.ports import ChannelKind, Outcome
from loa.core.clock import VIETNAM
from loa.delivery.models import DeliveryAttempt, DeliveryReceipt, Dispatch, DispatchState
from loa.delivery.models.proof import AttemptOutcome
from loa.documents.extraction.serial import to_json
from loa.documents.models import Document, Extraction
from loa.documents.ports import ExtractionResult, Header
from loa.editorial.models import Approval, Message, MessageVersion, Rendition, VersionState
from loa.evidence.models import Evidence, EvidenceKind
from loa.units.models import Unit, UnitKind

HEADER = {
    "doc_type": "KH",
    "number": "05",
    "symbol": "KH-UBND",
    "issuer": "ỦY BAN NHÂN DÂN XÃ ĐỒNG SƯƠNG",
    "date": "2025-08-20",
}


def read_plan_data(header: dict[str, str | None], *, archive: str | None = None) -> dict[str, Any]:
    """What is stored of a plan of which nothing but its letterhead was read."""
    nothing: tuple[()] = ()
    empty = ExtractionResult(Header(**header), nothing, archive, *(nothing,) * 8)
    return to_json(empty)


PLACE = {"quote": "trích nguyên văn", "line_from": 1, "line_to": 2}


def at(day: int, hour: int = 8, minute: int = 0, *, month: int = 9) -> datetime:
    return datetime(2025, month, day, hour, minute, tzinfo=VIETNAM)


class Scene:
    """One campaign of xã Đồng Sương from 25/8 to 31/12/2025, with builders for what happens in it."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.commune = cast.commune
        self.campaign = self._campaign()
        self.topics = [self._topic(f"II.{number}") for number in (1, 2, 3)]
        self.loudspeaker = self.outlet(ChannelKind.LOUDSPEAKER, "loa-khu-1", "Cụm loa Khu 1")
        self.board = self.outlet(ChannelKind.NOTICE_BOARD, "bang-tin-1", "Bảng tin Khu 1")
        self.page = self.outlet(ChannelKind.PORTAL, "cong", "Cổng thông tin xã")
        self._codes = iter(f"K{number}QM" for number in range(1000))

    def _campaign(self) -> Campaign:
        document = Document.objects.create(
            commune=self.commune,
            sha256="a" * 64,
            file_name="ke-hoach.docx",
            media_type="text/plain",
            size=1,
            imported_at=at(20, month=8),
            imported_by=self.cast.hanh.user,
        )
        Extraction.objects.create(
            document=document,
            data=read_plan_data(HEADER, archive="VT, VHXH"),
            text="",
            reader_version="1",
            extracted_at=at(20, month=8),
        )
        return Campaign.objects.create(
            commune=self.commune,
            document=document,
            title="Tuyên truyền dùng nước sạch và phòng bệnh mùa mưa trên địa bàn xã Đồng Sương",
            start_date=date(2025, 8, 25),
            end_date=date(2025, 12, 31),
            created_at=at(20, month=8),
        )

    def _topic(self, clause: str, **changes: Any) -> Topic:
        text = "Hướng dẫn người dân súc rửa bể chứa, đậy kín dụng cụ chứa nước và đun sôi nước trước khi uống."
        return Topic.objects.create(campaign=self.campaign, clause=clause, text=text, **PLACE, **changes)

    def outlet(self, channel: ChannelKind, code: str, name: str) -> Outlet:
        return Outlet.objects.create(commune=self.commune, channel=channel, code=code, name=name)

    def message(self, topic: Topic, *, approved_at: datetime | None = None) -> Approval:
        """An approved message; its approval carries everything a dispatch needs."""
        code = next(self._codes)
        message = Message.objects.create(
            commune=self.commune, campaign=self.campaign, topic=topic, key=code, created_at=at(1)
        )
        return self.version(message, code=code, approved_at=approved_at or at(1))

    def version(self, message: Message, *, code: str, approved_at: datetime, number: int = 1) -> Approval:
        version = MessageVersion.objects.create(
            message=message,
            number=number,
            code=code,
            title="Đun sôi nước trước khi uống trong mùa mưa",
            summary="",
            paragraphs=[],
            author=self.cast.dung.user,
            created_at=at(1),
            state=VersionState.APPROVED,
        )
        return Approval.objects.create(
            version=version,
            author=self.cast.dung.user,
            approver=self.cast.lan.user,
            approved_at=approved_at,
            approval_set="[]",
            set_hash="b" * 64,
            signature="c" * 128,
            key=self.commune.signing_key,
        )

    def dispatch(
        self, approval: Approval, outlet: Outlet, *, due_at: datetime, state: DispatchState = DispatchState.SENT
    ) -> Dispatch:
        rendition, _made = Rendition.objects.get_or_create(
            version=approval.version,
            form="audio",
            defaults={
                "media_type": "audio/mpeg",
                "suffix": ".mp3",
                "sha256": "d" * 64,
                "size": 1,
                "frozen_at": at(1),
            },
        )
        outlet.last_sequence += 1
        outlet.save()
        return Dispatch.objects.create(
            outlet=outlet,
            rendition=rendition,
            approval=approval,
            key=uuid.uuid4(),
            sequence=outlet.last_sequence,
            state=state,
            due_at=due_at,
            expires_at=due_at + timedelta(minutes=30),
            created_at=at(1),
        )

    def attempt(self, dispatch: Dispatch, outcome: AttemptOutcome, *, detail: str = "") -> DeliveryAttempt:
        return DeliveryAttempt.objects.create(
            dispatch=dispatch,
            number=dispatch.attempts.count() + 1,
            started_at=dispatch.due_at,
            ended_at=dispatch.due_at,
            outcome=outcome,
            detail=detail,
        )

    def receipt(
        self,
        dispatch: Dispatch,
        *,
        outcome: Outcome = Outcome.PLAYED,
        simulated: bool = False,
        seconds: float | None = None,
        happened_at: datetime | None = None,
        source: str = "player",
    ) -> DeliveryReceipt:
        return DeliveryReceipt.objects.create(
            dispatch=dispatch,
            receipt_key=uuid.uuid4().hex,
            outcome=outcome,
            source=source,
            happened_at=happened_at or dispatch.due_at,
            received_at=happened_at or dispatch.due_at,
            is_simulated=simulated,
            seconds=seconds,
        )

    def played(self, approval: Approval, outlet: Outlet, *, due_at: datetime, **proof: Any) -> Dispatch:
        """A dispatch that was planned, accepted and played."""
        dispatch = self.dispatch(approval, outlet, due_at=due_at, state=DispatchState.PLAYED)
        self.attempt(dispatch, AttemptOutcome.ACCEPTED)
        self.receipt(dispatch, **proof)
        return dispatch

    def evidence(self, *, added_at: datetime, simulated: bool = False, **of: Any) -> Evidence:
        return Evidence.objects.create(
            commune=self.commune,
            kind=EvidenceKind.PHOTO,
            sha256=uuid.uuid4().hex * 2,
            media_type="image/jpeg",
            added_at=added_at,
            added_by=self.cast.tu.user,
            is_simulated=simulated,
            **of,
        )

    def assignment(self, clause: str, unit: str, role: AssignmentRole = AssignmentRole.LEAD) -> Assignment:
        office, _made = Unit.objects.get_or_create(commune=self.commune, name=unit, defaults={"kind": UnitKind.OFFICE})
        row = Assignment.objects.create(
            campaign=self.campaign, clause=clause, unit=office, role=role, duty="Tổ chức phát thanh.", **PLACE
        )
        Deadline.objects.create(assignment=row, due_date=date(2025, 12, 31), is_inherited=True)
        return row

    def receiver(self, receiver: str, *, reporter: str = "") -> ReportingDuty:
        return ReportingDuty.objects.create(
            campaign=self.campaign, clause="V.1", receiver=receiver, reporter=reporter, every="month", **PLACE
        )

    def outside_topic(self, clause: str) -> Topic:
        row = OutsideClause.objects.create(
            campaign=self.campaign, clause=clause, reason="Yêu cầu theo dõi dư luận.", offer="", **PLACE
        )
        return self._topic(clause, outside=row)

    def activity(self, clause: str, *channels: ChannelKind) -> Activity:
        row = Activity.objects.create(campaign=self.campaign, clause=clause, title="Thông tin cơ sở", **PLACE)
        ActivityChannel.objects.bulk_create(ActivityChannel(activity=row, channel=channel) for channel in channels)
        return row

    def question(self, text: str, *, kind: str = "no-interval") -> OpenQuestion:
        return OpenQuestion.objects.create(campaign=self.campaign, clause="V.1", kind=kind, text=text, **PLACE)
