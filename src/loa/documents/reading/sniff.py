"""What a file is, told from its bytes: a name may lie."""

from __future__ import annotations

import codecs
from enum import StrEnum

from loa.documents.refusals import (
    CannotRead,
    OldWordFile,
    PasswordProtected,
    ScanWithoutText,
    UnknownEncoding,
    UnknownFileType,
)


class Kind(StrEnum):
    """The media types that Loa reads."""

    TEXT = "text/plain"
    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


_ZIP = b"PK\x03\x04"
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"GIF8")
_WORD_STREAM = "WordDocument".encode("utf-16-le")
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_MARKUP = (b"{\\rtf", b"<!doctype", b"<html", b"<?xml")
_TEXT_CONTROLS = frozenset(b"\t\n\r\f\v")


def sniff(data: bytes) -> Kind:
    """Tell the kind of `data`.

    :raises CannotRead: nothing that Loa reads, with the refusal that fits.
    """
    if data.startswith(_OLE):
        raise CannotRead(_inside_ole(data))
    if data.startswith(_IMAGES) or _is_boxed_image(data):
        raise CannotRead(ScanWithoutText)
    if b"%PDF-" in data[:1024]:
        return Kind.PDF
    if data.startswith(_ZIP):
        return Kind.DOCX
    if data[:512].lstrip().lower().startswith(_MARKUP):
        raise CannotRead(UnknownFileType)
    _refuse_binary(data)
    return Kind.TEXT


def _inside_ole(data: bytes) -> type[PasswordProtected | OldWordFile | UnknownFileType]:
    """Old Office files and encrypted new ones share one container."""
    if _ENCRYPTED_STREAM in data:
        return PasswordProtected
    return OldWordFile if _WORD_STREAM in data else UnknownFileType


def _is_boxed_image(data: bytes) -> bool:
    """Bitmaps, WebP, and the HEIC and AVIF of phones: their marks alone could begin a text."""
    bitmap = data[:2] == b"BM" and data[6:10] == b"\x00" * 4
    webp = data[:4] == b"RIFF" and data[8:12] == b"WEBP"
    return bitmap or webp or (data[4:8] == b"ftyp" and data[8:12] in (b"heic", b"heix", b"mif1", b"avif"))


def _refuse_binary(data: bytes) -> None:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return
    if any(byte < 32 and byte not in _TEXT_CONTROLS for byte in data[:65536]):
        raise CannotRead(UnknownFileType)


def decode(data: bytes) -> str:
    """Text of a plain file: UTF-8, or UTF-16 where its mark stands first.

    :raises CannotRead: another encoding.
    """
    is_wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return data.decode("utf-16" if is_wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise CannotRead(UnknownEncoding) from error
