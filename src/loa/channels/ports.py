"""The words every channel understands. A vendor or a medium is an adapter behind `ChannelPort`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from loa.core.language import gettext_noop as marked


class ChannelKind(StrEnum):
    """The eight forms of grassroots information (Nghị định 49/2024/NĐ-CP, Điều 3 khoản 1)."""

    LOUDSPEAKER = "loudspeaker"
    NOTICE_BOARD = "notice-board"
    BULLETIN = "bulletin"
    DOCUMENT = "document"
    COMMUNICATOR = "communicator"
    PORTAL = "portal"
    SOCIAL = "social"
    TELECOM = "telecom"


CHANNEL_LABELS: Mapping[ChannelKind, str] = {
    ChannelKind.LOUDSPEAKER: marked("Đài truyền thanh cấp xã"),
    ChannelKind.NOTICE_BOARD: marked("Bảng tin công cộng"),
    ChannelKind.BULLETIN: marked("Bản tin thông tin cơ sở"),
    ChannelKind.DOCUMENT: marked("Tài liệu không kinh doanh"),
    ChannelKind.COMMUNICATOR: marked("Tuyên truyền viên cơ sở"),
    ChannelKind.PORTAL: marked("Cổng thông tin điện tử"),
    ChannelKind.SOCIAL: marked("Mạng xã hội"),
    ChannelKind.TELECOM: marked("Tin nhắn viễn thông"),
}


class Outcome(StrEnum):
    """What the far end said of an order. PLAYED covers published and posted; HEARD is a person's word alone."""

    PLAYED = "played"
    HEARD = "heard"
    PARTIAL = "partial"
    MISSED = "missed"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class FileRef:
    """A frozen file: its form, hash, size in bytes, media type, and where this machine keeps it."""

    form: str
    sha256: str
    size: int
    media_type: str
    path: str


@dataclass(frozen=True, slots=True)
class DispatchOrder:
    """All a channel needs to carry out one dispatch. Sending the same `key` twice must have the effect of once.

    :param key: idempotency key, made before the first try.
    :param sequence: rises by one with every order of the outlet.
    :param not_before, expires_at: the order holds in `[not_before, expires_at)`.
    :param files: the frozen rendition first, then what goes with it.
    :param facts: words for the far end (title, code, page address, unit); text only.
    """

    key: str
    correlation: str
    commune_code: str
    outlet_code: str
    outlet_name: str
    sequence: int
    not_before: datetime
    expires_at: datetime
    priority: str
    approval_hash: str
    files: tuple[FileRef, ...]
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReceiptEvent:
    """What the far end confirmed about the order `key`.

    :param receipt_key: the far end's own name for this receipt; the same receipt twice counts once.
    :param is_simulated: the far end itself said that nobody could hear or see it.
    :param raw, signature: the bytes as received and their signature, kept as proof.
    :param commune_code, outlet_code: the outlet whose key signed; it proves orders of its own only.
    :param sha256: the file that was brought out, where the far end says so.
    """

    key: str
    receipt_key: str
    outcome: Outcome
    happened_at: datetime
    source: str  # player, read-back, by-hand
    is_simulated: bool
    seconds: float | None = None
    raw: str = ""
    signature: str = ""
    commune_code: str | None = None
    outlet_code: str | None = None
    sha256: str | None = None


@dataclass(frozen=True, slots=True)
class Accepted:
    """The far end (or its post box) took the order. `receipt` is set where the proof is immediate."""

    reference: str
    receipt: ReceiptEvent | None = None


class DeliveryDelayed(Exception):
    """Not now; the same order may be tried again. The text says why, for staff."""


class DeliveryRefused(Exception):
    """The far end will never take this order. The text says why, for staff."""


class ReceiptRejected(Exception):
    """A receipt that is malformed, not signed by the outlet's key, or about nothing of ours."""


class ChannelPort(Protocol):
    """One kind of outlet."""

    def send(self, order: DispatchOrder) -> Accepted:
        """Hand the order over.

        :raises DeliveryDelayed: retry. :raises DeliveryRefused: do not.
        """
