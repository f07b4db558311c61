"""The picture with which the demo closes a work order: the poster itself, marked as simulated."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw, ImageFont

from loa import typeset

FONT = Path(typeset.__file__).parent / "fonts" / "Tinos-Bold.ttf"
WORDS = "MÔ PHỎNG - KHÔNG PHẢI ẢNH CHỤP"
SCALE = 0.9  # of 72 dpi


def simulated_picture(poster: bytes) -> bytes:
    """A PNG of the poster's first page with a band that says it is no photo; same poster, same bytes."""
    document = pypdfium2.PdfDocument(poster)
    try:
        page = document[0].render(scale=SCALE).to_pil().convert("RGB")
    finally:
        document.close()
    height = page.height // 12
    band = Image.new("RGB", (page.width, height), "#85540a")
    font = ImageFont.truetype(str(FONT), height // 3)
    ImageDraw.Draw(band).text((page.width / 2, height / 2), WORDS, font=font, fill="white", anchor="mm")
    picture = Image.new("RGB", (page.width, page.height + height), "white")
    picture.paste(band, (0, 0))
    picture.paste(page, (0, height))
    out = BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()
