"""What a file is, told from its bytes: a name may lie."""

from __future__ import annotations

import codecs
import re
from enum import StrEnum

from loa.documents.reading.html import is_archive
from loa.documents.refusals import (
    CannotRead,
    OldWordFile,
    PasswordProtected,
    PhonePicture,
    RichTextFile,
    ScanWithoutText,
    UnknownFileType,
)


class Kind(StrEnum):
    """The media types that Loa reads."""

    TEXT = "text/plain"
    HTML = "text/html"
    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_ZIP = b"PK\x03\x04"
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_IMAGES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"GIF8")
_PHONE_IMAGES = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif", b"avis")
_WORD_STREAM = "WordDocument".encode("utf-16-le")
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_RICH_TEXT = b"{\\rtf"
_WEB = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|table|div|p)\b",
    re.IGNORECASE | re.DOTALL,
)
_MARKUP = (b"<!doctype", b"<?xml", b"<!entity")
_TEXT_CONTROLS = frozenset(b"\t\n\r\f\v")


def sniff(data: bytes) -> Kind:
    """Tell the kind of `data`.

    :raises CannotRead: nothing that Loa reads, with the refusal that fits.
    """
    _refuse_pictures(data)
    if data.startswith(_OLE):
        raise CannotRead(_inside_ole(data))
    if b"%PDF-" in data[:1024]:
        return Kind.PDF
    if data.startswith(_ZIP):
        return Kind.DOCX
    return _kind_of_text(data)


def _kind_of_text(data: bytes) -> Kind:
    head = data[:4096]
    if head.startswith(_WIDE):
        head = head[: len(head) // 2 * 2].decode("utf-16", "replace").encode()
    head = head.removeprefix(codecs.BOM_UTF8)
    if head.lstrip().startswith(_RICH_TEXT):
        raise CannotRead(RichTextFile)
    if _WEB.match(head) or is_archive(head):
        return Kind.HTML
    if head.lstrip().lower().startswith(_MARKUP):
        raise CannotRead(UnknownFileType)
    _refuse_binary(data)
    return Kind.TEXT


def _refuse_pictures(data: bytes) -> None:
    """A picture has no letters of its own; `limited.read_file` has them recognised."""
    if data[4:8] == b"ftyp" and data[8:12] in _PHONE_IMAGES:
        raise CannotRead(PhonePicture)
    if data.startswith(_IMAGES) or _is_boxed_image(data):
        raise CannotRead(ScanWithoutText)


def _inside_ole(data: bytes) -> type[PasswordProtected | OldWordFile | UnknownFileType]:
    """Old Office files and encrypted new ones share one container."""
    if _ENCRYPTED_STREAM in data:
        return PasswordProtected
    return OldWordFile if _WORD_STREAM in data else UnknownFileType


def _is_boxed_image(data: bytes) -> bool:
    """Bitmaps and WebP: their marks alone could begin a text."""
    bitmap = data[:2] == b"BM" and data[6:10] == b"\x00" * 4
    return bitmap or (data[:4] == b"RIFF" and data[8:12] == b"WEBP")


def _refuse_binary(data: bytes) -> None:
    if not data.startswith(_WIDE) and any(byte < 32 and byte not in _TEXT_CONTROLS for byte in data[:65536]):
        raise CannotRead(UnknownFileType)


def decode(data: bytes) -> str | None:
    """Text of a plain file: UTF-8, or UTF-16 where its mark stands first; None where it is neither."""
    try:
        return data.decode("utf-16" if data.startswith(_WIDE) else "utf-8-sig")
    except UnicodeDecodeError:
        return None
