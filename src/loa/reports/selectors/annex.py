"""The annex: the rows behind the figures, so that every number can be walked back to its proof."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from loa.channels.ports import ChannelKind, Outcome
from loa.delivery.models import DeliveryReceipt
from loa.editorial.models import Approval
from loa.evidence.models import Evidence, EvidenceKind
from loa.reports import indicators as table
from loa.reports.selectors.facts import ReportFacts
from loa.reports.selectors.outlook import shortfalls
from loa.reports.wording import number_words
from loa.typeset.dates import clock_text
from loa.typeset.official import Align, Block, Column, Heading, Paragraph, ParagraphLook, Row, Table

# Widths in millimetres of the 165 mm between the margins.
NUMBER = Column("TT", 9, Align.CENTER)
CODE = Column("Mã tin", 22, Align.CENTER)
TIME = Column("Thời điểm", 34, Align.CENTER)
NATURE = Column("Tính chất", 22, Align.CENTER)
MOST_ROWS = 200  # of one table: a hundred pages of receipts prove no more on paper than the screen that opens each
MARK = 24  # the first eight digits of a hash
APPROVAL_COLUMNS = (NUMBER, CODE, Column("Tiêu đề", 76), TIME, Column("Dấu duyệt", MARK, Align.CENTER))
RECEIPT_COLUMNS = (
    NUMBER,
    CODE,
    Column("Nơi phát, đăng", 32),
    TIME,
    Column("Kết quả", 20, Align.CENTER),
    Column("Nguồn", 26, Align.CENTER),
    NATURE,
)
EVIDENCE_COLUMNS = (
    NUMBER,
    Column("Cho lượt phát, việc", 54),
    Column("Loại", 22, Align.CENTER),
    TIME,
    Column("Dấu tệp", MARK, Align.CENTER),
    NATURE,
)
SHORTFALL_COLUMNS = (
    NUMBER,
    CODE,
    Column("Nơi phát, đăng", 45),
    Column("Giờ hẹn", 34, Align.CENTER),
    Column("Tình trạng", 55),
)


def annex_blocks(facts: ReportFacts) -> Iterator[Block]:
    """Approvals, receipts, evidence and shortfalls of the period, a table each, the first `MOST_ROWS` rows of it."""
    tables = (
        ("Tin bài được duyệt", APPROVAL_COLUMNS, _approvals(facts)),
        ("Xác nhận phát, đăng", RECEIPT_COLUMNS, _receipts(facts)),
        ("Minh chứng bổ sung", EVIDENCE_COLUMNS, _evidence(facts)),
        ("Lượt phát, đăng chưa đạt", SHORTFALL_COLUMNS, _shortfalls(facts)),
    )
    for number, (title, columns, rows) in enumerate(tables, start=1):
        yield Heading(2, f"{number}.", title)
        yield from _table(columns, tuple(rows))


def _table(columns: tuple[Column, ...], rows: Sequence[tuple[str, ...]]) -> Iterator[Block]:
    """The first rows numbered, then a line that says how many more there are and where."""
    if not rows:
        yield Paragraph("Trong kỳ chưa ghi nhận.")
        return
    numbered = tuple(Row((str(index), *cells)) for index, cells in enumerate(rows[:MOST_ROWS], start=1))
    yield Table("", columns, numbered)
    more = len(rows) - MOST_ROWS
    if more > 0:
        count = number_words(Decimal(more))
        yield Paragraph(f"Và {count} dòng nữa, lưu trong hệ thống Loa, mở được từ từng số liệu.", ParagraphLook.NOTE)


def _approvals(facts: ReportFacts) -> Iterator[tuple[str, ...]]:
    pks = facts.proved(table.MESSAGES_APPROVED.key, "editorial.approval")
    for row in Approval.objects.filter(pk__in=pks).select_related("version").order_by("approved_at", "pk"):
        yield row.version.code, row.version.title, clock_text(row.approved_at), row.set_hash[:8]


def _receipts(facts: ReportFacts) -> Iterator[tuple[str, ...]]:
    """Every receipt of the period, those of missed orders included: they are why a figure is 0."""
    rows = [
        receipt
        for line in facts.ledger.dispatches
        for receipt in line.receipts
        if facts.period.holds(receipt.happened_at)
    ]
    lines = {line.row.pk: line for line in facts.ledger.dispatches}
    for receipt in sorted(rows, key=lambda row: (row.happened_at, row.pk)):
        line = lines[receipt.dispatch_id]
        yield (
            line.row.rendition.version.code,
            line.row.outlet.name,
            clock_text(receipt.happened_at),
            outcome_words(receipt, line.channel),
            table.SOURCES.get(receipt.source, receipt.source),
            _nature(is_simulated=receipt.is_simulated),
        )


def outcome_words(receipt: DeliveryReceipt, channel: ChannelKind) -> str:
    """What a receipt says, in the word of its channel."""
    outcome = Outcome(receipt.outcome)
    reached = table.HEARD if outcome is Outcome.HEARD else table.PLAYED
    return table.OUTCOMES.get(outcome) or table.channel_label(reached, channel)


def _evidence(facts: ReportFacts) -> Iterator[tuple[str, ...]]:
    pks = facts.proved(table.EVIDENCE_ADDED.key, "evidence.evidence")
    for row in facts.ledger.evidence:
        if row.pk in pks:
            yield (
                _proved_words(row),
                EvidenceKind(row.kind).label,
                clock_text(row.added_at),
                row.sha256[:8],
                _nature(is_simulated=row.is_simulated),
            )


def _proved_words(row: Evidence) -> str:
    if row.dispatch is not None:
        return f"Tin {row.dispatch.rendition.version.code}, {row.dispatch.outlet.name}"
    if row.assignment is not None:
        return f"{row.assignment.unit.name} (mục {row.assignment.clause})"
    return ""


def _shortfalls(facts: ReportFacts) -> Iterator[tuple[str, ...]]:
    for line, words in shortfalls(facts):
        row = line.row
        yield row.rendition.version.code, row.outlet.name, clock_text(row.due_at), words.capitalize()


def _nature(*, is_simulated: bool) -> str:
    return "Mô phỏng" if is_simulated else "Thực tế"
