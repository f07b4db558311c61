"""How far a page lies askew: turned the right way, its lines of letters and the white between them differ most."""

from __future__ import annotations

from itertools import pairwise

from PIL import Image

LOOKED_AT = 700  # pixels of width: enough to tell lines apart, quick to turn
FARTHEST = 5.0  # degrees
STEPS = (1.0, 0.25, 0.05)
_INK_FROM = 60  # grey steps darker than paper


def skew_of(page: Image.Image) -> float:
    """The angle in degrees, counter-clockwise, by which the grey `page` must be turned."""
    small = page.resize((LOOKED_AT, max(1, page.height * LOOKED_AT // page.width)), Image.Resampling.BOX)
    ink = small.point([255 - value if value < 255 - _INK_FROM else 0 for value in range(256)])
    best, reach = 0.0, FARTHEST
    for step in STEPS:
        count = round(reach / step)
        angles = [best + step * number for number in range(-count, count + 1)]
        best = max(angles, key=lambda angle: _contrast(ink, angle))
        reach = step
    return best


def _contrast(ink: Image.Image, angle: float) -> float:
    """The sum of squares of how much the ink changes from one row of pixels to the next."""
    turned = ink.rotate(angle, Image.Resampling.BILINEAR) if angle else ink
    rows = turned.resize((1, turned.height), Image.Resampling.BOX).tobytes()
    return sum((low - high) ** 2 for low, high in pairwise(rows))
