"""Section II: results by topic, by form, by unit."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from loa.campaigns.models import Assignment, AssignmentRole, Topic
from loa.campaigns.plan_naming import listed
from loa.channels.ports import ChannelKind
from loa.evidence.models import Evidence
from loa.reports import indicators as table
from loa.reports import wording
from loa.reports.selectors.facts import ReportFacts
from loa.typeset.official import Align, Block, Column, Heading, Paragraph, Row, Table
from loa.typeset.text import shortened

FIGURE_COLUMNS = (
    Column("Kỳ này", 1.35, Align.CENTER),
    Column("Lũy kế", 1.35, Align.CENTER),
    Column("Mô phỏng", 1.05, Align.CENTER),
    Column("Minh chứng", 1.05, Align.CENTER),
)
TOPIC_LETTERS = 170


def result_blocks(facts: ReportFacts) -> Iterator[Block]:
    """II. Kết quả thực hiện."""
    yield Heading(1, "II.", "Kết quả thực hiện")
    yield Heading(2, "1.", "Theo nội dung tuyên truyền")
    yield Paragraph(_told_words(facts))
    rows = tuple(_topic_rows(facts))
    if rows:
        yield Table("Bảng 1. Số tin bài đã phát, đăng theo nội dung", _topic_columns(), rows)
    yield Heading(2, "2.", "Theo hình thức tuyên truyền")
    known, unknown = _channels(facts)
    yield from (Paragraph(_channel_words(facts, channel)) for channel in known)
    if unknown:
        yield Paragraph(f"Chưa có số liệu của: {listed(table.channel_name(channel) for channel in unknown)}.")
    yield Table("Bảng 2. Số liệu theo hình thức", _figure_columns(), tuple(_figure_rows(facts)))
    yield Heading(2, "3.", "Theo đơn vị")
    duties = tuple(_unit_rows(facts))
    if duties:
        yield Table("Bảng 3. Phân công và minh chứng theo đơn vị", _unit_columns(), duties)
    elif facts.ledger.assignments:
        yield Paragraph("Kế hoạch không giao việc nào cho đơn vị của địa phương.")
    else:
        yield Paragraph("Kế hoạch chưa nêu đơn vị thực hiện.")


def _told_words(facts: ReportFacts) -> str:
    approved = facts.value(table.MESSAGES_APPROVED.key)
    topics = facts.ledger.topics
    told = [topic for topic in topics if facts.value(table.row_key(table.TOPIC_TOLD, topic.pk))]
    words = (
        f"Trong kỳ có {wording.number_words(approved)} tin bài được duyệt."
        if approved
        else "Trong kỳ chưa có tin bài nào được duyệt."
    )
    if not topics:
        return words
    tried = sum(_is_simulated_only(facts, topic) for topic in topics)
    simulated = f"; {tried} nội dung mới có lượt mô phỏng" if tried else ""
    done = f"{len(told)} nội dung" if told else "chưa nội dung nào"
    return f"{words} Trong {len(topics)} nội dung thực hiện trên Loa, {done} có tin bài đã phát, đăng{simulated}."


def _channels(facts: ReportFacts) -> tuple[list[ChannelKind], list[ChannelKind]]:
    """The channels of which anything is known, and the others."""
    known: list[ChannelKind] = []
    unknown: list[ChannelKind] = []
    for channel in facts.ledger.channels:
        is_known = any(facts.is_known(table.channel_key(state, channel)) for state in table.STATES)
        (known if is_known else unknown).append(channel)
    return known, unknown


def _is_simulated_only(facts: ReportFacts, topic: Topic) -> bool:
    figure = facts.figures.get(table.row_key(table.TOPIC_TOLD, topic.pk))
    return figure is not None and not figure.value and bool(figure.simulated)


def _topic_columns() -> tuple[Column, ...]:
    return (Column("Mục", 0.9, Align.CENTER), Column("Nội dung", 5.2), *FIGURE_COLUMNS)


def _topic_rows(facts: ReportFacts) -> Iterator[Row]:
    for topic in facts.ledger.topics:
        text = shortened(" ".join(topic.text.split()), TOPIC_LETTERS)
        yield Row((topic.clause, text, *facts.cells(table.row_key(table.TOPIC_TOLD, topic.pk))))


def _channel_words(facts: ReportFacts, channel: ChannelKind) -> str:
    """One sentence of what is known of a channel; simulated parts are named as such."""
    name = table.channel_name(channel)
    parts = [part for part in (_state_words(facts, channel, state=state) for state in table.STATES) if part]
    if not parts:
        return f"{name}: trong kỳ {wording.NO_DATA}."
    if channel is ChannelKind.LOUDSPEAKER and facts.value(table.BROADCAST_MINUTES.key):
        parts.append(f"tổng thời lượng {wording.number_words(facts.value(table.BROADCAST_MINUTES.key))} phút")
    return f"{name}: {'; '.join(parts)}."


def _state_words(facts: ReportFacts, channel: ChannelKind, *, state: table.Indicator) -> str:
    figure = facts.figures.get(table.channel_key(state, channel))
    if figure is None or (figure.value is None and not figure.simulated):
        return ""
    label = table.channel_label(state, channel).lower()
    if figure.value is None:
        return f"{label} {wording.number_words(figure.simulated)} lượt (mô phỏng)"
    extra = f" (và {wording.number_words(figure.simulated)} lượt mô phỏng)" if figure.simulated else ""
    return f"{label} {wording.number_words(figure.value)} lượt{extra}"


def _figure_columns() -> tuple[Column, ...]:
    return (
        Column("TT", 0.6, Align.CENTER),
        Column("Chỉ tiêu", 3.6),
        Column("Đơn vị tính", 1.3, Align.CENTER),
        *FIGURE_COLUMNS,
    )


def _figure_rows(facts: ReportFacts) -> Iterator[Row]:
    known, unknown = _channels(facts)
    lines = [
        ("", table.MESSAGES_APPROVED.label, table.MESSAGES_APPROVED, table.MESSAGES_APPROVED.key),
        ("", table.EVIDENCE_ADDED.label, table.EVIDENCE_ADDED, table.EVIDENCE_ADDED.key),
        *(line for channel in known for line in _channel_lines(channel)),
        *(
            (
                "Hình thức chưa có số liệu",
                table.channel_name(channel),
                table.PLANNED,
                table.channel_key(table.PLANNED, channel),
            )
            for channel in unknown
        ),
    ]
    numbered = enumerate(lines, start=1)
    for group, members in groupby(numbered, key=lambda item: item[1][0]):
        if group:
            yield Row((group,), is_group=True)
        for number, (_group, label, indicator, key) in members:
            yield Row((str(number), label, indicator.unit, *facts.cells(key)))


def _channel_lines(channel: ChannelKind) -> Iterator[tuple[str, str, table.Indicator, str]]:
    """The four states of a channel side by side, never added up."""
    name = table.channel_name(channel)
    for state in table.STATES:
        yield name, table.channel_label(state, channel), state, table.channel_key(state, channel)
    if channel is ChannelKind.LOUDSPEAKER:
        yield name, table.BROADCAST_MINUTES.label, table.BROADCAST_MINUTES, table.BROADCAST_MINUTES.key


def _unit_columns() -> tuple[Column, ...]:
    return (
        Column("TT", 0.6, Align.CENTER),
        Column("Đơn vị", 3.6),
        Column("Chủ trì", 1.7, Align.CENTER),
        Column("Phối hợp", 1.7, Align.CENTER),
        Column("Đề nghị", 1.2, Align.CENTER),
        Column("Minh chứng", 1.6, Align.CENTER),
    )


def _unit_rows(facts: ReportFacts) -> Iterator[Row]:
    by_unit: dict[int, list[Assignment]] = {}
    own_units = (row for row in facts.ledger.assignments if not row.unit.is_elsewhere)
    for row in own_units:
        by_unit.setdefault(row.unit_id, []).append(row)
    for number, own in enumerate(by_unit.values(), start=1):
        cells = (_clauses(own, role) for role in (AssignmentRole.LEAD, AssignmentRole.SUPPORT, AssignmentRole.REQUEST))
        yield Row((str(number), own[0].unit.name, *cells, _evidence_words(facts, own)))


def _clauses(rows: list[Assignment], role: AssignmentRole) -> str:
    """The clauses of the plan that give the unit this role."""
    return ", ".join(row.clause for row in rows if row.role == role) or "–"


def _evidence_words(facts: ReportFacts, rows: list[Assignment]) -> str:
    wanted = {row.pk for row in rows}
    found: list[Evidence] = [proof for proof in facts.ledger.evidence if proof.assignment_id in wanted]
    real = sum(not proof.is_simulated for proof in found)
    if not found:
        return wording.NO_DATA
    simulated = len(found) - real
    return f"{real}" if not simulated else f"{real} (mô phỏng {simulated})"
