"""A page photographed at an angle on a darker table: its four corners are found and it is made straight.

The page is the brightest big patch; its edges are four straight lines. Where anything is not so, nothing is changed: a
scan fills its picture and has no table around it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise

from PIL import Image, ImageDraw, ImageFilter

Point = tuple[float, float]
Corners = tuple[Point, Point, Point, Point]  # top left, top right, bottom right, bottom left; y runs down

LOOKED_AT = 320  # pixels of the longer side: enough for the edges, quick in plain Python
LONG_SIDE = 3508  # of A4 at 300 dpi
A4 = 2**0.5
_LIKE_A4 = 0.15  # how far from the form of A4 a page seen at an angle may be
_LEAST, _MOST = 0.25, 0.97  # of the picture that a page fills
_FILLED = 0.96  # of the four corners' area that is page
_CONTRAST = 35  # grey steps between page and table
_OFF_LINE = 2.5  # pixels that a point of an edge may lie off it, in the small picture
_ON_LINE = 0.8  # of an edge's points that lie on it
_INSET = 0.004  # of a side: the rim of the sheet is not part of its text
_PATCH = 128  # the grey that marks the page's own patch


def straightened(photo: Image.Image) -> Image.Image:
    """The page alone, seen from straight above; the grey picture as it is where no page stands out in it."""
    corners = corners_of(photo)
    if corners is None:
        return photo
    across = max(_distance(corners[0], corners[1]), _distance(corners[3], corners[2]))
    down = max(_distance(corners[0], corners[3]), _distance(corners[1], corners[2]))
    size = _size(across, down)
    shrink = max(1, int(max(across, down) / LONG_SIDE))
    smaller = photo.reduce(shrink) if shrink > 1 else photo
    place = [(x / shrink, y / shrink) for x, y in corners]
    return smaller.transform(size, Image.Transform.PERSPECTIVE, _mapping(place, size), Image.Resampling.BICUBIC)


def corners_of(photo: Image.Image) -> Corners | None:
    """The corners of the page in the pixels of `photo`; None where it does not stand out."""
    factor = max(photo.size) / LOOKED_AT
    if factor < 1:
        return None
    size = (max(1, round(photo.width / factor)), max(1, round(photo.height / factor)))
    small = photo.resize(size, Image.Resampling.BOX)
    found = next(filter(None, map(partial(_page_in, small), _patches(small))), None)
    if found is None:
        return None
    top_left, top_right, bottom_right, bottom_left = (
        ((x + 0.5) * photo.width / size[0], (y + 0.5) * photo.height / size[1]) for x, y in _inset(found)
    )
    return top_left, top_right, bottom_right, bottom_left


def _page_in(small: Image.Image, patch: Image.Image) -> Corners | None:
    edges = _edges(patch)
    found = _corners(edges) if edges else None
    return found if found and _is_page(found, patch, small=small) else None


def _size(across: float, down: float) -> tuple[int, int]:
    """The form of A4 where it is near that; else as it looks."""
    long, short = max(across, down), min(across, down)
    ratio = A4 if abs(long / max(short, 1.0) / A4 - 1) < _LIKE_A4 else long / max(short, 1.0)
    narrow = max(1, int(LONG_SIDE / ratio))
    return (narrow, LONG_SIDE) if down >= across else (LONG_SIDE, narrow)


def _patches(small: Image.Image) -> Iterator[Image.Image]:
    """The page's patch in white on black: the bright one that holds the middle of the picture.

    Twice: under a deep shadow the first grey parts bright paper from dark paper, and only the next one the table.
    """
    # Letters are closed over, then what is thin and bright on the table is taken away.
    closed = small.filter(ImageFilter.MaxFilter(9)).filter(ImageFilter.MinFilter(9)).filter(ImageFilter.MedianFilter(5))
    middle = (small.width // 2, small.height // 2)
    histogram = closed.histogram()
    for _level in range(2):
        level = _parting(histogram)
        bright = closed.point([255 if value > level else 0 for value in range(256)])
        if bright.getpixel(middle) == 255:
            ImageDraw.floodfill(bright, middle, _PATCH)
            yield bright.point([255 if value == _PATCH else 0 for value in range(256)])
        histogram = histogram[: level + 1]


def _parting(histogram: Sequence[int]) -> int:
    """The grey that parts dark from bright best (Otsu)."""
    total, weighted = sum(histogram), sum(value * count for value, count in enumerate(histogram))
    best, level, below, sum_below = -1.0, 0, 0, 0
    for value, count in enumerate(histogram):
        below += count
        sum_below += value * count
        if not below or below == total:
            continue
        means = weighted / total * below - sum_below
        between = means * means / (below * (total - below))
        if between > best:
            best, level = between, value
    return level


def _edges(patch: Image.Image) -> list[Point]:
    """The outermost points of the patch, row by row and column by column."""
    points: list[Point] = []
    for image, is_turned in ((patch, False), (patch.transpose(Image.Transpose.TRANSPOSE), True)):
        dots = image.tobytes()
        for row in range(image.height):
            line = dots[row * image.width : (row + 1) * image.width]
            first, last = line.find(b"\xff"), line.rfind(b"\xff")
            if first >= 0:
                points += [(row, at) if is_turned else (at, row) for at in (first, last)]
    return points


def _corners(edges: Sequence[Point]) -> Corners | None:
    """Where the four edges cross; None where an edge is not straight."""
    rough = (
        min(edges, key=lambda point: point[0] + point[1]),
        max(edges, key=lambda point: point[0] - point[1]),
        max(edges, key=lambda point: point[0] + point[1]),
        min(edges, key=lambda point: point[0] - point[1]),
    )
    lines = [_line(edges, start=start, end=end) for start, end in pairwise((*rough, rough[0]))]
    if None in lines:
        return None
    crossings = [_crossing(lines[side - 1], lines[side]) for side in range(4)]
    if None in crossings:
        return None
    top_left, top_right, bottom_right, bottom_left = (point for point in crossings if point)
    return top_left, top_right, bottom_right, bottom_left


Line = tuple[Point, Point]  # a point and a direction of length one


def _line(edges: Sequence[Point], *, start: Point, end: Point) -> Line | None:
    """The straight line through the points that lie between two rough corners."""
    length = _distance(start, end)
    if length < LOOKED_AT / 8:
        return None
    way = ((end[0] - start[0]) / length, (end[1] - start[1]) / length)
    near = [point for point in edges if _is_beside(point, start, way=way, length=length)]
    line: Line = (start, way)
    for reach in (6 * _OFF_LINE, 2 * _OFF_LINE, _OFF_LINE):
        kept = [point for point in near if abs(_off(point, line)) <= reach]
        if len(kept) < LOOKED_AT / 16:
            return None
        line = _fitted(kept, way)
    on = sum(abs(_off(point, line)) <= _OFF_LINE for point in near)
    return line if on >= _ON_LINE * len(near) else None


def _is_beside(point: Point, start: Point, *, way: Point, length: float) -> bool:
    along = (point[0] - start[0]) * way[0] + (point[1] - start[1]) * way[1]
    return 0.05 * length < along < 0.95 * length and abs(_off(point, (start, way))) < 0.06 * LOOKED_AT


def _off(point: Point, line: Line) -> float:
    (x, y), (across, down) = line
    return (point[0] - x) * down - (point[1] - y) * across


def _fitted(points: Sequence[Point], way: Point) -> Line:
    """The line of least squares, measured across `way`."""
    count = len(points)
    x, y = sum(point[0] for point in points) / count, sum(point[1] for point in points) / count
    along = [(point[0] - x) * way[0] + (point[1] - y) * way[1] for point in points]
    aside = [(point[1] - y) * way[0] - (point[0] - x) * way[1] for point in points]
    slope = sum(a * b for a, b in zip(along, aside, strict=True)) / max(sum(a * a for a in along), 1e-9)
    length = (1 + slope * slope) ** 0.5
    return (x, y), ((way[0] - slope * way[1]) / length, (way[1] + slope * way[0]) / length)


def _crossing(first: Line | None, second: Line | None) -> Point | None:
    if first is None or second is None:
        return None
    (x, y), (across, down) = first
    turn = across * second[1][1] - down * second[1][0]
    if abs(turn) < 0.3:  # no corner of a page is so sharp
        return None
    far = ((second[0][0] - x) * second[1][1] - (second[0][1] - y) * second[1][0]) / turn
    return x + far * across, y + far * down


def _is_page(corners: Corners, patch: Image.Image, *, small: Image.Image) -> bool:
    """The four corners stand in the picture, hold the patch and little else, and what lies around is darker."""
    slack = 0.02 * LOOKED_AT
    if not all(-slack <= x <= small.width + slack and -slack <= y <= small.height + slack for x, y in corners):
        return False
    area = abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise((*corners, corners[0])))) / 2
    whole = small.width * small.height
    shape = Image.new("L", small.size)
    ImageDraw.Draw(shape).polygon([*corners], fill=255)
    inside, outside = shape.histogram()[255], shape.histogram()[0]
    if not (_LEAST * whole < area < _MOST * whole and inside and outside):
        return False
    both = Image.composite(patch, Image.new("L", small.size), shape).histogram()[255]
    if both < _FILLED * inside or both < _FILLED * patch.histogram()[255]:
        return False
    return (
        _middle_grey(small.histogram(shape)) - _middle_grey(small.histogram(shape.point(lambda v: 255 - v))) > _CONTRAST
    )


def _middle_grey(histogram: Sequence[int]) -> int:
    seen, half = 0, sum(histogram) / 2
    for value, count in enumerate(histogram):
        seen += count
        if seen >= half:
            return value
    return 255


def _inset(corners: Corners) -> list[Point]:
    """The corners moved a little towards the middle."""
    x, y = sum(point[0] for point in corners) / 4, sum(point[1] for point in corners) / 4
    return [(point[0] + (x - point[0]) * 2 * _INSET, point[1] + (y - point[1]) * 2 * _INSET) for point in corners]


def _mapping(corners: Sequence[Point], size: tuple[int, int]) -> tuple[float, ...]:
    """What Pillow wants: where in the photo each dot of the straight page comes from (square to four corners)."""
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = corners
    dx1, dx2, sx = x1 - x2, x3 - x2, x0 - x1 + x2 - x3
    dy1, dy2, sy = y1 - y2, y3 - y2, y0 - y1 + y2 - y3
    turn = dx1 * dy2 - dx2 * dy1
    g, h = (sx * dy2 - dx2 * sy) / turn, (dx1 * sy - sx * dy1) / turn
    width, height = size
    return (
        *((x1 - x0 + g * x1) / width, (x3 - x0 + h * x3) / height, x0),
        *((y1 - y0 + g * y1) / width, (y3 - y0 + h * y3) / height, y0),
        *(g / width, h / height),
    )


def _distance(first: Point, second: Point) -> float:
    return float(((first[0] - second[0]) ** 2 + (first[1] - second[1]) ** 2) ** 0.5)
