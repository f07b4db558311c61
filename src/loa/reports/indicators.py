"""The table of indicators: what each figure of a report counts, and from which rows."""

from __future__ import annotations

from dataclasses import dataclass

from loa.channels.ports import CHANNEL_LABELS, ChannelKind


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator. `key` is its name in `Figure.indicator`, or the part before the row's own key."""

    key: str
    label: str
    unit: str
    counts: str


MESSAGES_APPROVED = Indicator(
    "messages.approved", "Tin bài được duyệt", "tin bài", "Tin bài có lần duyệt trong kỳ; duyệt lại vẫn là một tin bài."
)
EVIDENCE_ADDED = Indicator(
    "evidence.added", "Minh chứng bổ sung", "bản", "Ảnh, đường dẫn, phiếu ghi do người nộp trong kỳ."
)
BROADCAST_MINUTES = Indicator(
    "minutes.loudspeaker", "Thời lượng phát", "phút", "Số giây thiết bị phát xác nhận đã phát (kể cả phát dở), chia 60."
)
PLANNED = Indicator("dispatches.planned", "Theo kế hoạch", "lượt", "Lệnh phát có giờ hẹn trong kỳ, trừ lệnh đã rút.")
SENT = Indicator("dispatches.sent", "Đã gửi", "lượt", "Lệnh phát được nơi nhận xác nhận đã nhận lệnh.")
PLAYED = Indicator("dispatches.played", "Đã phát", "lượt", "Lệnh phát có xác nhận đã phát, đã đăng xảy ra trong kỳ.")
HEARD = Indicator("dispatches.heard", "Nghe rõ", "lượt", "Lệnh phát có người xác nhận nghe rõ hoặc đã xem.")
TOPIC_TOLD = Indicator(
    "topic.told", "Tin bài đã phát, đăng", "tin bài", "Tin bài của nội dung có ít nhất một xác nhận đã phát, đã đăng."
)

# The state words of the house: what PLAYED and HEARD are called on each channel.
PLAYED_WORDS = {
    ChannelKind.LOUDSPEAKER: "Đã phát",
    ChannelKind.COMMUNICATOR: "Đã phổ biến",
    ChannelKind.BULLETIN: "Đã phát hành",
    ChannelKind.DOCUMENT: "Đã phát hành",
    ChannelKind.TELECOM: "Đã nhắn",
}
HEARD_WORDS = {ChannelKind.LOUDSPEAKER: "Nghe rõ", ChannelKind.COMMUNICATOR: "Nghe rõ"}


def channel_key(indicator: Indicator, channel: ChannelKind) -> str:
    return f"{indicator.key}.{channel.value}"


def row_key(indicator: Indicator, pk: int) -> str:
    return f"{indicator.key}.{pk}"


def channel_label(indicator: Indicator, channel: ChannelKind) -> str:
    """What `indicator` is called on `channel`."""
    if indicator is PLAYED:
        return PLAYED_WORDS.get(channel, "Đã đăng")
    if indicator is HEARD:
        return HEARD_WORDS.get(channel, "Đã xem")
    return indicator.label


def channel_name(channel: str) -> str:
    return CHANNEL_LABELS[ChannelKind(channel)]
