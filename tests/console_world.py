"""One row of everything for each of three owners: the own unit, another unit of the commune, another commune.

Every address of the console can then be asked for with rows of each owner.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from django.conf import settings
from django.urls import URLPattern

from cast import NOW, Cast, Person, a_person
from delivery_rows import an_approval, an_outlet
from editorial_rows import PLAN, a_campaign, a_document
from loa.campaigns.models import Assignment, Campaign, OpenQuestion
from loa.channels.models import Outlet
from loa.channels.ports import ChannelKind
from loa.console.urls import urlpatterns
from loa.core.content import ContentStore
from loa.core.models import LongWork
from loa.core.services.long_work import begin_work
from loa.delivery.models import AttemptOutcome, DeliveryAttempt, Dispatch, DispatchState
from loa.delivery.rules import usual_form
from loa.delivery.services.plan_dispatch import plan_dispatch
from loa.documents.models import Document
from loa.editorial.models import Approval, Message, MessageVersion
from loa.editorial.ports import Form
from loa.evidence.models import Evidence
from loa.evidence.services.close_work_order import close_work_order
from loa.reports.models import Figure, PeriodReport
from loa.reports.services.build_report import build_report
from loa.reports.tasks import KIND as REPORT
from loa.units.models import StaffSession, Unit, UnitKind
from loa.units.rights import Role
from pictures import a_photo

QUOTED = {"quote": "Treo áp phích", "line_from": 1, "line_to": 1}
MONTH = "2025-09"
PERSON_OF = {
    Role.CULTURE: "hanh",
    Role.OPERATOR: "dung",
    Role.LEADER: "lan",
    Role.HAMLET_HEAD: "tu",
    Role.SYSTEM: "quy",
}
PUBLIC = {"sign-in", "sign-in-language", "sign-out"}  # no person stands behind these


@dataclass(frozen=True)
class Rows:
    """One row of each kind, all of one owner."""

    plan: Campaign
    review: Document
    question: OpenQuestion
    assignment: Assignment
    message: Message
    version: MessageVersion
    dispatch: Dispatch
    evidence: Evidence
    outlet: Outlet
    unit: Unit
    person: Person
    report: PeriodReport
    figure: Figure
    work: LongWork
    session: StaffSession

    def arguments(self, pattern: URLPattern) -> dict[str, Any]:
        """What the address `pattern` needs, out of these rows."""
        word = str(pattern.name).split("-")[0]
        kind = {"approval": "version", "figure": "report"}.get(word, word)
        values = {
            "pk": lambda: _pk(getattr(self, kind)),
            "question": lambda: self.question.pk,
            "figure": lambda: self.figure.pk,
            "place": lambda: "header-title",
            "group": lambda: "windows",
            "asked": lambda: "none",
            "campaign": lambda: self.plan.pk,
            "key": lambda: self.work.key,
            "public_id": lambda: self.session.public_id,
            "number": lambda: self.version.number,
            "form": lambda: "docx" if kind == "report" else Form.POSTER.value,
        }
        return {argument: values[argument]() for argument in pattern.pattern.converters}


def _pk(row: Any) -> int:
    return int(row.user.pk if isinstance(row, Person) else row.pk)


def pages() -> list[URLPattern]:
    """Every address that asks who is there."""
    return [pattern for pattern in urlpatterns if pattern.name not in PUBLIC]


def rows_of(cast: Cast, unit: Unit, *, code: str, keeper: Person) -> Rows:
    """One row of everything in `cast.commune`, the unit's where a row has a unit; `keeper` works there."""
    plan = _plan(cast)
    approval = an_approval(cast, key=f"own:{code}", code=code)
    outlet = _board(cast, unit, code=code)
    dispatch = _handed_out(cast, approval, outlet=outlet)
    proof = {"data": a_photo(code), "media_type": "image/jpeg", "note": "", "is_simulated": False}
    evidence = close_work_order(dispatch=dispatch, actor=cast.dung.actor, at=NOW, **proof)
    report = _report(cast)
    return Rows(
        plan=plan,
        review=_review(cast),
        question=plan.open_questions.first() or _question(plan),
        assignment=_assignment(plan, unit, clause=f"V.{code}"),
        message=approval.version.message,
        version=approval.version,
        dispatch=dispatch,
        evidence=evidence,
        outlet=outlet,
        unit=unit,
        person=keeper,
        report=report,
        figure=report.figures.order_by("pk")[0],
        work=begin_work(kind=REPORT, key=uuid.uuid4(), payload={"period": MONTH}, actor=cast.hanh.actor, at=NOW),
        session=_session(keeper),
    )


def _plan(cast: Cast) -> Campaign:
    """The commune's one plan, its file where it belongs."""
    ContentStore(Path(settings.CONTENT_DIR)).put(PLAN.encode())
    return Campaign.objects.filter(commune=cast.commune).exclude(topics=None).first() or a_campaign(cast)


def _review(cast: Cast) -> Document:
    """A document that waits for review, its file where it belongs."""
    words = PLAN.replace("bệnh dại", "bệnh than")
    ContentStore(Path(settings.CONTENT_DIR)).put(words.encode())
    return Document.objects.filter(commune=cast.commune).to_review().first() or a_document(cast, words)


def _assignment(plan: Campaign, unit: Unit, *, clause: str) -> Assignment:
    return Assignment.objects.create(
        campaign=plan, unit=unit, role="lead", duty="Treo áp phích", clause=clause, quote="Treo", line_from=1, line_to=1
    )


def _handed_out(cast: Cast, approval: Approval, *, outlet: Outlet) -> Dispatch:
    """A work order that a person has in hand."""
    dispatch = plan_dispatch(
        approval=approval,
        rendition=approval.version.renditions.get(form=usual_form(ChannelKind.NOTICE_BOARD)),
        outlet=outlet,
        due_at=NOW,
        expires_at=NOW.replace(hour=23),
        actor=cast.dung.actor,
        at=NOW,
    )
    Dispatch.objects.filter(pk=dispatch.pk).update(state=DispatchState.SENT, tries=1)
    DeliveryAttempt.objects.create(
        dispatch=dispatch, number=1, started_at=NOW, ended_at=NOW, outcome=AttemptOutcome.ACCEPTED
    )
    return dispatch


def _report(cast: Cast) -> PeriodReport:
    """Built once: building again would replace the figures."""
    known = PeriodReport.objects.filter(commune=cast.commune).first()
    return known or build_report(commune=cast.commune, period=MONTH, actor=cast.hanh.actor, at=NOW)


def _session(person: Person) -> StaffSession:
    key = uuid.uuid4().hex
    times = {"expire_date": NOW, "created_at": NOW, "last_seen_at": NOW}
    return StaffSession.objects.create(session_key=key, session_data="", user=person.user, **times)


def _board(cast: Cast, unit: Unit, *, code: str) -> Outlet:
    outlet = an_outlet(cast, ChannelKind.NOTICE_BOARD, code=f"bang-{code.lower()}")
    outlet.unit = unit
    outlet.save()
    return outlet


def _question(plan: Campaign) -> OpenQuestion:
    return OpenQuestion.objects.create(
        campaign=plan, kind="no-number", text="Văn bản chưa ghi số.", clause="", **QUOTED
    )


def neighbours(cast: Cast) -> Cast:
    """The same people's posts in the other commune."""
    there = cast.other_commune
    unit = Unit.objects.create(commune=there, name="Khu Bến Đò", kind=UnitKind.OFFICE)
    return replace(
        cast,
        commune=there,
        hanh=a_person("hoa", "Hoa", there, Role.CULTURE),
        dung=a_person("vinh", "Vinh", there, Role.OPERATOR),
        lan=cast.binh,
        tu=a_person("ben", "Bền", there, Role.HAMLET_HEAD, unit),
        suoi_da=unit,
    )


@dataclass(frozen=True)
class World:
    """The rows of each owner, seen from Tư's unit Suối Đá; `store` holds the files of their messages."""

    cast: Cast
    store: Path
    own: Rows
    other_unit: Rows
    other_commune: Rows

    def person(self, role: Role) -> Person:
        """Who holds `role` in the own commune."""
        return cast_member(self.cast, role)


def cast_member(cast: Cast, role: Role) -> Person:
    person: Person = getattr(cast, PERSON_OF[role])
    return person


def whole_world(cast: Cast, *, store: Path) -> World:
    """Everything of everybody; `store` is `settings.CONTENT_DIR` of the moment."""
    there = neighbours(cast)
    return World(
        cast=cast,
        store=store,
        own=rows_of(cast, cast.suoi_da, code="K7M2", keeper=cast.tu),
        other_unit=rows_of(cast, cast.go_may, code="K7M3", keeper=cast.sau),
        other_commune=rows_of(there, there.suoi_da, code="K7M4", keeper=there.tu),
    )
