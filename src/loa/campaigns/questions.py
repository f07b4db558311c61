"""What a plan leaves open and a person must settle. Pure: a plan in, questions out, each with its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from loa.campaigns.boundary import Extent
from loa.campaigns.plan import Place, Plan, day_of
from loa.vietnamese.unit_names import is_generic

# What only the office above can settle; all else is asked at the officer's own desk and is no business of a report.
REPORTED_KINDS = frozenset({"no-interval", "no-period", "past-deadline"})
# No field of the reading answers these: a person's choice is kept by itself.
OTHER_ISSUER = "other-issuer"  # asked in a review only: once it is confirmed it is answered
KEPT_KINDS = frozenset({"mixed-clause", OTHER_ISSUER})


@dataclass(frozen=True, slots=True)
class Question:
    """`kind` names the rule that asks, `text` asks a person in Vietnamese.

    `pointer` is the field that answers it (a list such as `/windows` where a row is missing); empty where none
    does, and then a person's choice is kept by itself.
    `names` are the two names that may be one unit.
    """

    kind: str
    text: str
    place: Place
    pointer: str = ""
    names: tuple[str, ...] = ()

    @property
    def asked(self) -> tuple[str, str, str]:
        """What an answer that no field holds is kept by (`documents.review.answers`)."""
        return self.kind, self.place.clause, self.place.quote


def questions_of(plan: Plan) -> list[Question]:
    """Everything the plan leaves open, in the order of the page."""
    found = [*_header(plan), *_period(plan), *_reports(plan), *_doers(plan), *_mixed(plan)]
    return sorted(found, key=lambda question: (question.place.line_from, question.kind))


def _header(plan: Plan) -> Iterator[Question]:
    header = plan.result.header
    if header.number is None:
        place = plan.place_of("/header/number" if "/header/number" in plan.result.anchors else "/header/symbol", "")
        yield Question("blank-number", "Văn bản chưa ghi số. Số của văn bản là gì?", place, "/header/number")
    if len(header.date or "") < len("2025-08-28"):
        place = plan.place_of("/header/date", "")
        yield Question("blank-day", "Văn bản chưa ghi đủ ngày ký. Ngày ký là ngày nào?", place, "/header/date")
    if header.signer is None:
        place = plan.place_of("/header/signer_position", "")
        yield Question("no-signer", "Không thấy họ tên người ký. Văn bản đã được ký chưa?", place, "/header/signer")


def _period(plan: Plan) -> Iterator[Question]:
    _start, end = plan.period
    if end is None:
        text = "Kế hoạch không nêu ngày kết thúc. Đợt này làm đến ngày nào?"
        yield Question("no-period", text, plan.place_of("/header/title", ""), "/windows")
    signed = _earliest_signing(plan.result.header.date)
    for pointer, window in plan.windows:
        due = day_of(window.end)
        if due is None or signed is None or due >= signed:
            continue
        where = f"ở mục {window.clause}" if window.clause else "của cả kế hoạch"
        text = f"Thời hạn {due:%d/%m/%Y} {where} trước ngày của văn bản. Thời hạn đúng là ngày nào?"
        yield Question("past-deadline", text, plan.place_of(pointer, window.clause), f"{pointer}/end")


def _earliest_signing(printed: str | None) -> date | None:
    """The first day the document can have been signed; a blank day counts as the first of the month."""
    return day_of(((printed or "") + "-01-01")[:10])


def _reports(plan: Plan) -> Iterator[Question]:
    for pointer, duty in plan.reporting:
        if duty.is_periodic and duty.every is None:
            place = plan.place_of(pointer, duty.clause)
            yield Question("no-interval", interval_question(duty.receiver), place, f"{pointer}/every")


def interval_question(receiver: str) -> str:
    """How the question is put to whom reports go; the answer finds its duty by the same words."""
    return f"Báo cáo định kỳ gửi {receiver} không nêu kỳ hạn. Báo cáo theo tháng, quý hay năm?"


def _doers(plan: Plan) -> Iterator[Question]:
    for pointer, row in plan.assignments:
        if is_generic(row.unit):
            text = f"Mục {row.clause} giao “{row.unit}” mà không nêu tên. Cụ thể là đơn vị nào?"
            yield Question("generic-doer", text, plan.place_of(pointer, row.clause), f"{pointer}/unit")


def _mixed(plan: Plan) -> Iterator[Question]:
    for label, verdict in plan.verdicts.items():
        if verdict.extent is Extent.PART and plan.outside_clause(label) is None:
            text = f"Mục {label} có phần ngoài phạm vi của Loa, phần còn lại vẫn là việc. Tách như vậy đã đúng chưa?"
            yield Question("mixed-clause", text, plan.place_of_part(label, verdict.parts[0]))
