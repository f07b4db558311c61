"""The table of indicators: what each figure of a report counts, and from which rows."""

from __future__ import annotations

from dataclasses import dataclass

from loa.channels.ports import CHANNEL_LABELS, ChannelKind, Outcome
from loa.core.language import gettext_noop as marked


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator. `key` is its name in `Figure.indicator`, or the part before the row's own key."""

    key: str
    label: str
    unit: str
    counts: str


MESSAGES_APPROVED = Indicator(
    "messages.approved",
    marked("Tin bài được duyệt"),
    marked("tin bài"),
    marked("Tin bài có lần duyệt trong kỳ; duyệt lại vẫn là một tin bài."),
)
EVIDENCE_ADDED = Indicator(
    "evidence.added",
    marked("Minh chứng bổ sung"),
    marked("bản"),
    marked("Ảnh, đường dẫn, phiếu ghi do người nộp trong kỳ."),
)
BROADCAST_MINUTES = Indicator(
    "minutes.loudspeaker",
    marked("Thời lượng phát"),
    marked("phút"),
    marked("Số giây thiết bị phát xác nhận đã phát (kể cả phát dở), chia 60."),
)
PLANNED = Indicator(
    "dispatches.planned",
    marked("Theo kế hoạch"),
    marked("lượt"),
    marked("Lệnh phát có giờ hẹn trong kỳ, trừ lệnh đã rút."),
)
SENT = Indicator(
    "dispatches.sent", marked("Đã gửi"), marked("lượt"), marked("Lệnh phát được nơi nhận xác nhận đã nhận lệnh.")
)
PLAYED = Indicator(
    "dispatches.played",
    marked("Đã phát"),
    marked("lượt"),
    marked("Lệnh phát có xác nhận đã phát, đã đăng xảy ra trong kỳ."),
)
HEARD = Indicator(
    "dispatches.heard", marked("Nghe rõ"), marked("lượt"), marked("Lệnh phát có người xác nhận nghe rõ hoặc đã xem.")
)
# The states of a dispatch that are counted, each for itself: they are never added up.
STATES = (PLANNED, SENT, PLAYED, HEARD)

TOPIC_TOLD = Indicator(
    "topic.told",
    marked("Tin bài đã phát, đăng"),
    marked("tin bài"),
    marked("Tin bài của nội dung có ít nhất một xác nhận đã phát, đã đăng."),
)

# The state words of the house: what PLAYED and HEARD are called on each channel.
PLAYED_WORDS = {
    ChannelKind.LOUDSPEAKER: marked("Đã phát"),
    ChannelKind.COMMUNICATOR: marked("Đã phổ biến"),
    ChannelKind.BULLETIN: marked("Đã phát hành"),
    ChannelKind.DOCUMENT: marked("Đã phát hành"),
    ChannelKind.TELECOM: marked("Đã nhắn"),
}
HEARD_WORDS = {ChannelKind.LOUDSPEAKER: marked("Nghe rõ"), ChannelKind.COMMUNICATOR: marked("Nghe rõ")}

# What a receipt came from, and what it says where it says nothing of PLAYED or HEARD.
SOURCES = {
    "player": marked("Thiết bị phát"),
    "read-back": marked("Đọc lại trang"),
    "by-hand": marked("Người làm"),
    "person": marked("Người nghe"),
}
OUTCOMES = {
    Outcome.PARTIAL: marked("Phát dở"),
    Outcome.MISSED: marked("Lỡ giờ"),
    Outcome.REFUSED: marked("Bị từ chối"),
}

# The parts of a sheet of figures that belong to no channel.
OF_ALL, BY_TOPIC = marked("Chung"), marked("Theo nội dung tuyên truyền")


def channel_key(indicator: Indicator, channel: ChannelKind) -> str:
    return f"{indicator.key}.{channel.value}"


def row_key(indicator: Indicator, pk: int) -> str:
    return f"{indicator.key}.{pk}"


def channel_label(indicator: Indicator, channel: ChannelKind) -> str:
    """What `indicator` is called on `channel`."""
    if indicator is PLAYED:
        return PLAYED_WORDS.get(channel, marked("Đã đăng"))
    if indicator is HEARD:
        return HEARD_WORDS.get(channel, marked("Đã xem"))
    return indicator.label


def channel_name(channel: str) -> str:
    return CHANNEL_LABELS[ChannelKind(channel)]
