"""The pictures of the documentation: taken on the way of the journeys where `LOA_SHOTS` names a folder for them."""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page

MOST_BYTES = 80 * 1024
COLOURS = (256, 128, 64, 32, 16)


def shoot(page: Page, name: str) -> None:
    """Keep what the window shows as `NAME-WIDTH.png`, a small picture of few colours."""
    folder = os.environ.get("LOA_SHOTS")
    if not folder or not page.viewport_size:
        return
    page.wait_for_load_state("networkidle")
    page.evaluate("window.scrollTo(0, 0)")
    kept = smaller(page.screenshot())
    target = Path(folder) / f"{name}-{page.viewport_size['width']}.png"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(kept)


def smaller(picture: bytes) -> bytes:
    """The same picture as a palette PNG, with as many colours as fit."""
    whole = Image.open(BytesIO(picture)).convert("RGB")
    data = picture
    for colours in COLOURS:
        out = BytesIO()
        whole.quantize(colours, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(
            out, "PNG", optimize=True
        )
        data = out.getvalue()
        if len(data) <= MOST_BYTES:
            break
    return data
