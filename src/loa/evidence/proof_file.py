"""What a person uploads as proof: recognised by its bytes, and freed of what it tells about the person."""

from __future__ import annotations

import io
from dataclasses import dataclass

from PIL import Image, ImageOps

from loa.core.content import ContentStore
from loa.core.language import gettext as _
from loa.core.system_errors import reason_of
from loa.evidence.refusals import UnusableFile

MAX_BYTES = 20 * 1024 * 1024
MAX_PIXELS = 50_000_000  # the largest photo of a phone's main camera; 150 MB of memory
JPEG_QUALITY = 88
SUFFIXES = {"image/jpeg": ".jpg", "image/png": ".png", "application/pdf": ".pdf"}
TAIL = 2048  # a PDF ends with its mark, give or take what a mail program adds


@dataclass(frozen=True, slots=True)
class ProofFile:
    """A proof fit to be kept: its bytes and their true media type, one of `SUFFIXES`."""

    data: bytes
    media_type: str

    @property
    def suffix(self) -> str:
        return SUFFIXES[self.media_type]

    @property
    def is_picture(self) -> bool:
        return self.media_type.startswith("image/")


def read_proof(data: bytes) -> ProofFile:
    """Recognise a photo (JPEG, PNG, WebP) or a PDF by its bytes, whatever the sender called it.

    A photo is decoded and written anew, so that place, time and device in its metadata do not stay with us.

    :raises UnusableFile: empty, over 20 MB, over 50 million pixels, broken, or of another kind.
    """
    if not data:
        raise UnusableFile(_("Tệp minh chứng rỗng. Chưa lưu gì. Hãy chọn lại tệp."))
    if len(data) > MAX_BYTES:
        raise UnusableFile(_("Tệp minh chứng lớn hơn 20 MB. Chưa lưu gì. Hãy chọn ảnh nhỏ hơn."))
    if data.startswith(b"%PDF-"):
        return _read_pdf(data)
    if data.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP"):
        return _read_picture(data)
    raise UnusableFile(_("Tệp minh chứng không phải ảnh (JPEG, PNG, WebP) hoặc PDF. Chưa lưu gì. Hãy chọn tệp khác."))


def keep_proof(file: ProofFile, store: ContentStore) -> str:
    """Put the proof into the store and return its SHA-256.

    :raises UnusableFile: no room, no right on the disk.
    """
    try:
        return store.put(file.data, suffix=file.suffix)
    except OSError as error:
        raise UnusableFile(
            _("Máy chưa giữ được tệp “{name}” ({reason}); chưa lưu gì. Hãy báo người phụ trách hệ thống.").format(
                name=_("Minh chứng"), reason=reason_of(error)
            )
        ) from error


def _read_pdf(data: bytes) -> ProofFile:
    if b"%%EOF" not in data[-TAIL:]:
        raise UnusableFile(_("Tệp PDF bị thiếu phần cuối. Chưa lưu gì. Hãy tải lại tệp đầy đủ."))
    return ProofFile(data=data, media_type="application/pdf")


def _read_picture(data: bytes) -> ProofFile:
    try:
        with Image.open(io.BytesIO(data), formats=("JPEG", "PNG", "WEBP")) as picture:
            _refuse_giant(picture)
            clean = ImageOps.exif_transpose(picture).convert("RGB")
            kind = "PNG" if picture.format == "PNG" else "JPEG"
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _giant() from error
    except (OSError, SyntaxError, ValueError) as error:  # what Pillow raises on broken bytes
        raise UnusableFile(_("Ảnh bị hỏng, không mở được. Chưa lưu gì. Hãy chụp hoặc tải lại.")) from error
    clean.info.clear()  # comments, profiles and text chunks would be written again from here
    output = io.BytesIO()
    clean.save(output, kind, quality=JPEG_QUALITY, optimize=True)
    return ProofFile(data=output.getvalue(), media_type=f"image/{kind.lower()}")


def _refuse_giant(picture: Image.Image) -> None:
    width, height = picture.size
    if width * height > MAX_PIXELS:
        raise _giant()


def _giant() -> UnusableFile:
    return UnusableFile(_("Ảnh quá lớn (trên 50 triệu điểm ảnh). Chưa lưu gì. Hãy chọn ảnh nhỏ hơn."))
