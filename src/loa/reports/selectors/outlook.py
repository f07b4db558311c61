"""Sections III to V: corrections, limits and their causes, what comes next. Only what the rows say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from loa.campaigns.due_days import LAST_DAY
from loa.campaigns.models import Assignment, Deadline, OpenQuestion
from loa.campaigns.plan_naming import listed
from loa.core.clock import VIETNAM
from loa.delivery.models import DispatchState
from loa.reports import wording
from loa.reports.selectors.facts import ReportFacts
from loa.reports.selectors.ledger import DispatchLine
from loa.typeset.dates import day_text, moment_text
from loa.typeset.official import Block, Heading, Paragraph, ParagraphLook
from loa.vietnamese.folding import fold

SHOWN = 10  # more than that go to the annex
EVERY_WORDS = {"month": "hằng tháng", "quarter": "hằng quý", "half-year": "6 tháng một lần", "year": "hằng năm"}


def correction_blocks() -> Iterator[Block]:
    """III. Đính chính, cảnh báo: nothing is kept of them yet, so nothing is claimed."""
    yield Heading(1, "III.", "Đính chính, cảnh báo")
    yield Paragraph("Trong kỳ chưa có số liệu về tin đính chính và cảnh báo lừa đảo.")


def limit_blocks(facts: ReportFacts) -> Iterator[Block]:
    """IV. Hạn chế, nguyên nhân."""
    yield Heading(1, "IV.", "Hạn chế, nguyên nhân")
    parts = [part for part in (_failures(facts), _unproved(facts), _questions(facts)) if part]
    if not parts:
        yield Paragraph("Số liệu trong kỳ chưa cho thấy hạn chế.")
    for number, (title, lines) in enumerate(parts, start=1):
        yield Heading(2, f"{number}.", title)
        for line in lines[:SHOWN]:
            yield Paragraph(line, ParagraphLook.BULLET)
        if len(lines) > SHOWN:
            yield Paragraph(f"Và {len(lines) - SHOWN} trường hợp khác.", ParagraphLook.BULLET)


def outlook_blocks(facts: ReportFacts) -> Iterator[Block]:
    """V. Phương hướng, kiến nghị."""
    yield Heading(1, "V.", "Phương hướng, kiến nghị")
    yield Heading(2, "1.", f"Nhiệm vụ tiếp theo (từ {_next_words(facts)})")
    lines = _due_lines(facts)
    if not lines:
        yield Paragraph("Kế hoạch không còn nhiệm vụ có thời hạn sau kỳ báo cáo.")
    for line in lines:
        yield Paragraph(line, ParagraphLook.BULLET)
    wishes = _wishes(facts)
    if wishes:
        yield Heading(2, "2.", "Kiến nghị")
        for line in wishes:
            yield Paragraph(line, ParagraphLook.BULLET)


def shortfalls(facts: ReportFacts) -> list[tuple[DispatchLine, str]]:
    """The period's dispatches that did not come to what was planned, each with what is known of it."""
    inside = [line for line in facts.ledger.dispatches if facts.period.holds(line.row.due_at)]
    found = ((line, _shortfall(line, facts)) for line in inside)
    return [(line, words) for line, words in found if words]


def _shortfall(line: DispatchLine, facts: ReportFacts) -> str:
    row = line.row
    if row.state in _FAILED:
        return _FAILED[DispatchState(row.state)]
    late = [receipt for receipt in line.played if receipt.happened_at >= row.expires_at]
    if line.played and len(late) == len(line.played):
        return f"phát, đăng muộn, lúc {moment_text(late[0].happened_at)}"
    if not line.played and row.expires_at <= facts.built_at:
        return "đã gửi, chưa có xác nhận" if line.accepted else "chưa gửi được"
    return ""


_FAILED = {
    DispatchState.MISSED: "lỡ giờ",
    DispatchState.REFUSED: "nơi nhận từ chối lệnh phát",
    DispatchState.UNKNOWN: "chưa rõ đã phát hay chưa",
}


def _failures(facts: ReportFacts) -> tuple[str, list[str]] | None:
    found = shortfalls(facts)
    return ("Lượt phát, đăng chưa đạt", [_failure_words(line, words) for line, words in found]) if found else None


def _failure_words(line: DispatchLine, words: str) -> str:
    row = line.row
    cause = f"; nguyên nhân ghi nhận: {line.last_word.rstrip('. ')}" if line.last_word else "; chưa rõ nguyên nhân"
    simulated = " (mô phỏng)" if line.is_simulated else ""
    where = f"{row.outlet.name}, {moment_text(row.due_at)}, tin {row.rendition.version.code}"
    return f"{where}: {words}{simulated}{cause}."


def _unproved(facts: ReportFacts) -> tuple[str, list[str]] | None:
    proved = {proof.assignment_id for proof in facts.ledger.evidence if not proof.is_simulated}
    duties = (row for row in facts.ledger.assignments if row.is_rated)
    later = _due_later(facts)
    waiting = [row for row in duties if row.pk not in proved and row.pk not in later]
    if not waiting:
        return None
    return "Nhiệm vụ đến hạn chưa có minh chứng", [f"{words}." for words in _by_unit(waiting)]


def _due_later(facts: ReportFacts) -> set[int]:
    """The assignments all of whose deadlines are still to come: what is not due yet is no shortfall."""
    rows = list(Deadline.objects.filter(assignment__campaign__in=facts.ledger.campaigns))
    come = {row.assignment_id for row in rows if _has_come(row, facts)}
    return {row.assignment_id for row in rows} - come


def _has_come(row: Deadline, facts: ReportFacts) -> bool:
    """A monthly duty comes due on its day, or with the month; a rarer one is never called late on a month's figures."""
    end = _figures_end(facts)
    if row.due_date is not None or not row.every:
        return row.due_date is None or row.due_date < end
    day = int(row.day) if row.day.isdigit() else LAST_DAY
    return row.every == "month" and (not facts.ends_early or day < end.day)


def _by_unit(rows: Sequence[Assignment]) -> list[str]:
    """`Công an xã (mục V.3 và V.5)`, a line per unit."""
    clauses: dict[str, list[str]] = {}
    for row in rows:
        clauses.setdefault(row.unit.name, []).append(row.clause)
    return [f"{unit} ({wording.clauses_words(own)})" for unit, own in clauses.items()]


def _questions(facts: ReportFacts) -> tuple[str, list[str]] | None:
    lines = [_question_words(row) for row in facts.ledger.questions]
    return ("Nội dung kế hoạch chưa rõ", lines) if lines else None


def _question_words(row: OpenQuestion) -> str:
    place = f"Mục {row.clause}: " if row.clause and fold(row.clause) not in fold(row.text) else ""
    return place + row.text


def _figures_end(facts: ReportFacts) -> date:
    """The first day that the figures do not cover whole: that of the building, where it lies in the period."""
    return facts.built_at.astimezone(VIETNAM).date() if facts.ends_early else facts.period.end_date


def _next_words(facts: ReportFacts) -> str:
    return f"ngày {day_text(_figures_end(facts))}" if facts.ends_early else facts.period.next.words


def _due_lines(facts: ReportFacts) -> list[str]:
    """What falls due after the day the figures end: by day, then the repeating duties, then what only the plan ends."""
    rows = (
        Deadline.objects.filter(assignment__campaign__in=facts.ledger.campaigns)
        .filter(assignment__in=Assignment.objects.rated())
        .select_related("assignment__unit")
        .order_by("is_inherited", "due_date", "pk")
    )
    groups: dict[str, list[Assignment]] = {}
    later = [row for row in rows if row.due_date is not None and row.due_date >= _figures_end(facts)]
    again = [row for row in rows if row.due_date is None and row.every]
    own, planwide = [row for row in later if not row.is_inherited], [row for row in later if row.is_inherited]
    for row in (*own, *again, *planwide):
        groups.setdefault(_when_words(row), []).append(row.assignment)
    return [f"{when}: {'; '.join(_by_unit(due))}." for when, due in groups.items()]


def _when_words(row: Deadline) -> str:
    if row.due_date is None:
        return _every_words(row)
    day = f"hết ngày {day_text(row.due_date)}"
    return f"Không nêu thời hạn riêng, thực hiện theo kế hoạch đến {day}" if row.is_inherited else f"Đến {day}"


def _every_words(row: Deadline) -> str:
    every = EVERY_WORDS.get(row.every, row.every)
    if not row.day:
        return every.capitalize()
    month, _dash, day = row.day.rpartition("-")
    return f"Trước ngày {day}{f'/{int(month)}' if month else ''} {every}"


def _wishes(facts: ReportFacts) -> list[str]:
    lines = []
    questions = len(facts.ledger.questions)
    if questions:
        lines.append(
            f"Đề nghị bộ phận tham mưu làm rõ {questions} nội dung kế hoạch nêu tại mục IV trước kỳ báo cáo sau."
        )
    unsure = [line for line, _words in shortfalls(facts) if line.row.state == DispatchState.UNKNOWN]
    if unsure:
        places = listed(dict.fromkeys(line.row.outlet.name for line in unsure))
        lines.append(f"Đề nghị người phụ trách {places} xác nhận các lượt chưa rõ.")
    return lines
