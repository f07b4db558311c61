"""What a document says, in plain values. Django-free: the parser's process and `loa extract` use it alone.

The scored fields follow the extraction rules of Nghị định 30/2020/NĐ-CP documents; every field that was read
carries an anchor: the page, the lines (from 1, in the normalised text) and the quote.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the normalised text; `number` counts from 1, `page` from 1 or None.

    `confidence` (0 to 1) and the `doubtful` words are those of a line read from a picture; None and empty otherwise.
    """

    number: int
    text: str
    page: int | None = None
    confidence: float | None = None
    doubtful: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where something stands: lines `line_from`..`line_to` inclusive, and the words found there.

    `rule` names the rule that read it (`extraction.rules`); empty where a person marked the words.
    """

    page: int | None
    line_from: int
    line_to: int
    quote: str
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Header:
    """Letterhead, title and signature block, as printed; None where the document leaves it blank."""

    doc_type: str | None = None
    number: str | None = None
    symbol: str | None = None
    parent_issuer: str | None = None
    issuer: str | None = None
    place: str | None = None
    date: str | None = None
    title: str | None = None
    authority: str | None = None
    capacity: str | None = None
    signer_position: str | None = None
    signer: str | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """A document that the plan names: its printed number, and its day (ISO, or None where none is printed)."""

    symbol: str
    date: str | None


@dataclass(frozen=True, slots=True)
class Clause:
    """One numbered item of the body: `label` is its path (`II.1.a`), `text` all its words up to the next item.

    `heading` is the item's own first paragraph; `text` begins with it. `parent` is None at the top.
    """

    label: str
    parent: str | None
    heading: str
    text: str
    line_from: int
    line_to: int

    @property
    def starts(self) -> str:
        """The first six words of the item's first line-joined paragraph."""
        return " ".join(self.heading.split()[:6])


@dataclass(frozen=True, slots=True)
class Window:
    """A stated period or deadline (days as YYYY-MM-DD), or a repeating duty (`every`, `day`)."""

    clause: str
    start: str | None
    end: str | None
    every: str | None
    day: str | None


@dataclass(frozen=True, slots=True)
class AssignmentRow:
    """Who does what: `role` is lead, support or request; `unit` as printed."""

    clause: str
    unit: str
    role: str


@dataclass(frozen=True, slots=True)
class ReportingDuty:
    """Who reports to whom; `every` is month, quarter, half-year, year or None where no interval is stated.

    `clause` is empty where the closing paragraph states the duty; `through` is the unit that gathers the reports.
    `first_due` is the first day (YYYY-MM-DD) that the plan itself makes plain; None where it does not.
    """

    clause: str
    reporter: str | None
    receiver: str
    every: str | None
    is_periodic: bool
    is_ad_hoc: bool
    through: str | None = None
    first_due: str | None = None


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """One form of communication: its clause, title and channels (values of the eight forms, see `channels`)."""

    clause: str
    title: str
    channels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AudienceRow:
    """To whom a topic or activity speaks: the words as printed, on the clause that says so."""

    clause: str
    text: str


@dataclass(frozen=True, slots=True)
class CostRow:
    """Money: the clause (or annex label), its words, the sum in đồng where one is printed, and where it comes from."""

    clause: str
    text: str
    amount: int | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class TaskRow:
    """One row of a task table of an annex; parts that have no column are None or empty.

    `annex` is the annex's own label ("Phụ lục I") or ""; `number` the STT as printed; `time` the words of the time
    column, `start` and `end` the days they name (YYYY-MM-DD).
    """

    annex: str
    number: str
    content: str
    lead: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    time: str | None = None
    start: str | None = None
    end: str | None = None
    product: str | None = None


@dataclass(frozen=True, slots=True)
class UnitNames:
    """One unit under all its printed names: `name` the fullest, `alternatives` surely the same, `doubtful` perhaps."""

    name: str
    alternatives: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ExtractionResult:
    """All that was read out of one document. `anchors` maps a JSON Pointer to the places it came from."""

    header: Header
    recipients: tuple[str, ...]
    archive: str | None
    citations: tuple[Citation, ...]
    clauses: tuple[Clause, ...]
    windows: tuple[Window, ...]
    assignments: tuple[AssignmentRow, ...]
    topics: tuple[str, ...]  # labels of the clauses that say what to tell
    activities: tuple[ActivityRow, ...]
    budget: tuple[str, ...]  # labels of the clauses that name the money
    reporting: tuple[ReportingDuty, ...]
    anchors: dict[str, tuple[Anchor, ...]] = field(default_factory=dict)
    unused: tuple[int, ...] = ()
    lines: tuple[Line, ...] = ()
    audiences: tuple[AudienceRow, ...] = ()
    costs: tuple[CostRow, ...] = ()
    tasks: tuple[TaskRow, ...] = ()
    units: tuple[UnitNames, ...] = ()
    notices: tuple[str, ...] = ()  # codes of what was changed on the way in (`reading.notices`)
