"""ID3v2.4 tags written by hand: FFmpeg puts a comment where few players look, and its own version into the bytes."""

from __future__ import annotations

from collections.abc import Mapping

TEXT_FRAMES = {"title": "TIT2", "artist": "TPE1"}
COMMENT = "comment"
UTF8 = b"\x03"
LANGUAGE = b"vie"


def id3_tag(tags: Mapping[str, str]) -> bytes:
    """Return the tag block for the front of an MP3: `title`, `artist`, `comment`; any other name becomes a TXXX."""
    body = b"".join(_frame(name, text) for name, text in tags.items() if text)
    return b"ID3\x04\x00\x00" + _size(len(body)) + body


def _frame(name: str, text: str) -> bytes:
    value = text.encode()
    if name in TEXT_FRAMES:
        code, data = TEXT_FRAMES[name], UTF8 + value
    elif name == COMMENT:
        code, data = "COMM", UTF8 + LANGUAGE + b"\0" + value
    else:
        code, data = "TXXX", UTF8 + name.encode() + b"\0" + value
    return code.encode("ascii") + _size(len(data)) + b"\0\0" + data


def _size(count: int) -> bytes:
    """Seven bits in each of four bytes, so that no size looks like the start of a frame of sound."""
    return bytes((count >> shift) & 0x7F for shift in (21, 14, 7, 0))
