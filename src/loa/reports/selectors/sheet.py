"""The figures of a report as a sheet: each with its words, grouped as the report groups them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from loa.campaigns.models import Topic
from loa.channels.ports import ChannelKind
from loa.reports import indicators as table
from loa.reports.indicators import Indicator
from loa.reports.models import Figure, PeriodReport

WHOLE = (table.MESSAGES_APPROVED, table.EVIDENCE_ADDED)


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One figure with its words, which are to be passed through gettext, and the topic that it counts for."""

    figure: Figure
    indicator: Indicator
    label: str
    channel: ChannelKind | None = None
    topic: Topic | None = None

    @property
    def channel_name(self) -> str:
        """Empty where the figure belongs to no channel."""
        return table.channel_name(self.channel) if self.channel else ""

    @property
    def is_known(self) -> bool:
        """Whether anything, real or simulated, was counted, in this period or before."""
        return self.figure.cumulative is not None or bool(self.figure.simulated)

    @property
    def state(self) -> str:
        """`planned`, `sent`, `played` or `heard`; empty for what is no state."""
        return self.indicator.key.partition(".")[2] if self.indicator in table.STATES else ""


@dataclass(frozen=True, slots=True)
class SheetGroup:
    """Lines that stand together under a title, which is to be passed through gettext."""

    title: str
    lines: tuple[SheetLine, ...]


def sheet_lines(report: PeriodReport) -> tuple[SheetLine, ...]:
    """The figures of `report` with their words, in the order they were counted; their proofs are not read."""
    figures = list(report.figures.defer("proofs").order_by("pk"))
    prefix = f"{table.TOPIC_TOLD.key}."
    pks = [int(figure.indicator.removeprefix(prefix)) for figure in figures if figure.indicator.startswith(prefix)]
    topics = Topic.objects.filter(pk__in=pks, campaign__commune=report.commune_id).in_bulk()
    return tuple(_line(figure, topics) for figure in figures)


def sheet_groups(lines: Sequence[SheetLine]) -> tuple[SheetGroup, ...]:
    """`lines` in groups: of the whole commune, by channel, by topic; without what `silent_lines` lists."""
    channels = dict.fromkeys(line.channel for line in lines if line.channel and line.channel in _heard_of(lines))
    groups = [
        SheetGroup(table.OF_ALL, tuple(line for line in lines if line.indicator in WHOLE)),
        *(
            SheetGroup(table.channel_name(channel), tuple(line for line in lines if line.channel is channel))
            for channel in channels
        ),
        SheetGroup(
            table.BY_TOPIC,
            tuple(line for line in lines if line.indicator is table.TOPIC_TOLD and line.is_known),
        ),
    ]
    return tuple(group for group in groups if group.lines)


def silent_lines(lines: Sequence[SheetLine]) -> tuple[SheetLine, ...]:
    """The channels and topics of which nothing is known, one line each, a channel's under its own name."""
    heard_of = _heard_of(lines)
    channels = (
        replace(line, label=line.channel_name)
        for line in lines
        if line.indicator is table.PLANNED and line.channel not in heard_of
    )
    topics = (line for line in lines if line.indicator is table.TOPIC_TOLD and not line.is_known)
    return (*channels, *topics)


def _heard_of(lines: Sequence[SheetLine]) -> set[ChannelKind]:
    return {line.channel for line in lines if line.channel and line.is_known}


def ladder_of(lines: Sequence[SheetLine], channel: ChannelKind | None) -> tuple[SheetLine, ...]:
    """The four states of `channel` side by side, never added up.

    Without one, those of the first channel that really played something, else of the first of which anything is known.
    """
    if channel is None:
        known = [line for line in lines if line.channel and line.is_known]
        played = [line for line in known if line.indicator is table.PLAYED and line.figure.value]
        channel = next((line.channel for line in (*played, *known)), None)
    return tuple(line for line in lines if line.channel is channel and line.state) if channel else ()


def _line(figure: Figure, topics: Mapping[int, Topic]) -> SheetLine:
    single = next((one for one in (*WHOLE, table.BROADCAST_MINUTES) if one.key == figure.indicator), None)
    if single is not None:
        channel = ChannelKind.LOUDSPEAKER if single is table.BROADCAST_MINUTES else None
        return SheetLine(figure, single, single.label, channel)
    stem, _point, rest = figure.indicator.rpartition(".")
    if stem == table.TOPIC_TOLD.key:
        return SheetLine(figure, table.TOPIC_TOLD, table.TOPIC_TOLD.label, topic=topics.get(int(rest)))
    state, kind = next(one for one in table.STATES if one.key == stem), ChannelKind(rest)
    return SheetLine(figure, state, table.channel_label(state, kind), kind)
