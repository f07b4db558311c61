"""The first page of a frozen PDF as a picture, made once for each file."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from threading import Lock

import pypdfium2
from django.conf import settings

from loa.core.content import ContentMissing, ContentStore, write_durably
from loa.editorial.models import Rendition

WIDTH = 744  # pixels: twice the width on the page, for dense screens
COLOURS = 64
PDF = "application/pdf"
_ENGINE = Lock()  # pdfium is not safe in two threads at once


def page_picture(rendition: Rendition) -> Path | None:
    """The PNG of the first page; None where the file is lost, damaged or no PDF.

    Only bytes that still have their hash are drawn, so that nobody approves what is not sent.
    """
    path = Path(settings.DATA_DIR) / "cache" / rendition.sha256[:2] / f"{rendition.sha256}-{WIDTH}.png"
    if path.is_file():
        return path
    try:
        data = ContentStore(Path(settings.CONTENT_DIR)).get(rendition.sha256, suffix=rendition.suffix)
        picture = _drawn(data)
    except (ContentMissing, OSError, pypdfium2.PdfiumError):
        return None
    write_durably(path, picture, mode=0o600)
    return path


def _drawn(pdf: bytes) -> bytes:
    with _ENGINE:
        document = pypdfium2.PdfDocument(pdf)
        try:
            page = document[0]
            image = page.render(scale=WIDTH / page.get_width()).to_pil()
        finally:
            document.close()
    out = BytesIO()
    image.convert("RGB").quantize(COLOURS).save(out, "PNG", optimize=True)
    return out.getvalue()
