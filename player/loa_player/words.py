"""What the player writes to its log: short Vietnamese lines."""

from __future__ import annotations

import logging
import sys
from datetime import datetime

from loa_player.clock import VIETNAM

log = logging.getLogger("loa_player")

REASONS = {
    "malformed": "nội dung không đúng mẫu",
    "unknown-key": "khóa ký không phải của cơ quan đã đăng ký",
    "bad-signature": "chữ ký sai",
    "other-version": "phiên bản không hỗ trợ",
    "other-kind": "không đúng loại thông điệp",
    "other-outlet": "lệnh của cụm loa khác",
    "sequence-used": "số thứ tự đã dùng cho lệnh khác",
    "sequence-too-old": "số thứ tự quá cũ",
    "media-type": "loại tệp không phát được",
    "audio-too-large": "tệp âm thanh quá lớn",
    "audio-mismatch": "tệp âm thanh không khớp mã băm",
    "audio-address": "địa chỉ tệp âm thanh không hợp lệ",
    "undecodable": "không giải mã được âm thanh",
    "sink-failed": "thiết bị ra loa không chạy được",
    "expired": "đã quá giờ phát",
    "no-audio": "không tải được âm thanh trước giờ hết hạn",
    "": "xong",
}

OUTCOMES = {"played": "đã phát", "partial": "phát dở", "missed": "lỡ giờ", "refused": "từ chối"}


def start_log() -> None:
    """Send the log to stderr, one line each, with the machine's time."""
    logging.basicConfig(stream=sys.stderr, level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    logging.getLogger("mqtt").setLevel(logging.ERROR)
    # aiomqtt leaves the error of a lost connection unread; the link has told of it already.
    logging.getLogger("asyncio").setLevel(logging.CRITICAL)


def reason_text(code: str) -> str:
    return REASONS.get(code, code)


def clock_text(at: datetime) -> str:
    return at.astimezone(VIETNAM).strftime("%H:%M:%S %d/%m/%Y")
