"""A page photographed at an angle on a darker table is made straight; anything else stays as it is."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageDraw

from loa.documents.reading.limited import read_file
from loa.documents.reading.ocr.perspective import corners_of, straightened
from parts import tesseract
from sample.scans import scan, scanned, typeset_plan

CANVAS = (900, 1200)
TABLE, PAPER = 70, 230
Corner = tuple[float, float]
TILTED = ((90, 110), (800, 160), (720, 1110), (70, 1080))
TURNED = ((250, 90), (830, 230), (640, 1110), (70, 960))
LYING = ((60, 300), (850, 320), (820, 830), (95, 870))


def photo_of(corners: tuple[Corner, ...], *, table: int = TABLE, lines: bool = True) -> Image.Image:
    """A page of grey lines with a black dot where its middle is."""
    picture = Image.new("L", CANVAS, table)
    draw = ImageDraw.Draw(picture)
    draw.polygon(list(corners), fill=PAPER)
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = corners
    for step in range(2, 19) if lines else ():
        left = (x0 + (x3 - x0) * step / 20 + 40, y0 + (y3 - y0) * step / 20)
        right = (x1 + (x2 - x1) * step / 20 - 40, y1 + (y2 - y1) * step / 20)
        draw.line((left, right), fill=150, width=4)
    x, y = middle_of(corners)
    draw.ellipse((x - 9, y - 9, x + 9, y + 9), fill=0)
    return picture


def middle_of(corners: tuple[Corner, ...]) -> Corner:
    """Where the diagonals cross: the middle of the page, from whatever side it is seen."""
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = corners
    turn = (x2 - x0) * (y3 - y1) - (y2 - y0) * (x3 - x1)
    far = ((x1 - x0) * (y3 - y1) - (y1 - y0) * (x3 - x1)) / turn
    return x0 + far * (x2 - x0), y0 + far * (y2 - y0)


@pytest.mark.parametrize("corners", [TILTED, TURNED, LYING])
def test_the_corners_of_a_page_on_a_table_are_found(corners: tuple[Corner, ...]) -> None:
    found = corners_of(photo_of(corners))
    assert found is not None
    for (x, y), (wanted_x, wanted_y) in zip(found, corners, strict=True):
        assert abs(x - wanted_x) < 12
        assert abs(y - wanted_y) < 12


@pytest.mark.parametrize(("corners", "size"), [(TILTED, (2480, 3508)), (LYING, (3508, 2480))])
def test_the_straight_page_has_the_form_of_its_paper_and_its_middle_in_the_middle(
    corners: tuple[Corner, ...], size: tuple[int, int]
) -> None:
    page = straightened(photo_of(corners))
    assert page.size == size
    dark = page.point([255 if value < 60 else 0 for value in range(256)]).getbbox()
    assert dark is not None
    assert abs((dark[0] + dark[2]) / 2 - page.width / 2) < 40
    assert abs((dark[1] + dark[3]) / 2 - page.height / 2) < 40


def test_a_shadow_over_half_the_page_does_not_hide_it() -> None:
    shadow = Image.linear_gradient("L").resize(CANVAS).point([90 + value * 165 // 255 for value in range(256)])
    assert corners_of(ImageChops.multiply(photo_of(TILTED, table=30), shadow)) is not None


@pytest.mark.parametrize(
    "picture",
    [
        photo_of(TILTED, table=225),  # a table as bright as the page
        photo_of(((-80, -90), (960, -60), (990, 1290), (-60, 1300))),  # no table is seen
        photo_of(((300, 400), (600, 420), (580, 700), (310, 690))),  # something small
        photo_of(((90, 110), (800, 160), (450, 600), (70, 1080))),  # a torn corner
        Image.new("L", CANVAS, PAPER),
        Image.new("L", CANVAS, 0),
        Image.new("L", (40, 60), PAPER),
    ],
)
def test_what_is_no_page_on_a_table_stays_as_it_is(picture: Image.Image) -> None:
    assert straightened(picture) is picture


def test_a_scan_stays_as_it_is() -> None:
    page = scan(typeset_plan("Số: 05/KH-UBND\nKẾ HOẠCH\nI. NỘI DUNG\n1. Tuyên truyền phòng bệnh."))[0]
    assert straightened(page) is page


def photographed(page: Image.Image, corners: tuple[Corner, ...], size: tuple[int, int]) -> Image.Image:
    """`page` as a camera sees it that does not stand right above."""
    rows = []
    edges = ((0, 0), (page.width, 0), (page.width, page.height), (0, page.height))
    for (x, y), (u, v) in zip(corners, edges, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y, u], [0, 0, 0, x, y, 1, -v * x, -v * y, v]]
    seen = page.point([20 + value * 215 // 255 for value in range(256)])
    warped = seen.transform(size, Image.Transform.PERSPECTIVE, solved(rows), Image.Resampling.BICUBIC)
    table = Image.new("L", size, TABLE)
    shape = Image.new("L", size)
    ImageDraw.Draw(shape).polygon(list(corners), fill=255)
    table.paste(warped, mask=shape)
    return table


def solved(rows: list[list[float]]) -> list[float]:
    """The unknowns of linear equations, the right side last in each row."""
    rows = [list(row) for row in rows]
    for at in range(len(rows)):
        best = max(range(at, len(rows)), key=lambda row: abs(rows[row][at]))
        rows[at], rows[best] = rows[best], rows[at]
        rows[at] = [value / rows[at][at] for value in rows[at]]
        for other in range(len(rows)):
            if other != at:
                factor = rows[other][at]
                rows[other] = [a - factor * b for a, b in zip(rows[other], rows[at], strict=True)]
    return [row[-1] for row in rows]


@pytest.mark.heavy
def test_a_photo_at_an_angle_is_read_like_its_paper(tmp_path: Path) -> None:
    tesseract()
    words = "Số: 05/KH-UBND\nKẾ HOẠCH\nTuyên truyền phòng bệnh\nI. NỘI DUNG\n1. Phòng bệnh cho đàn vật nuôi của xã."
    page = scan(typeset_plan(words), dpi=300, skew=0)[0]
    corners = ((300.0, 250.0), (2700.0, 500.0), (2400.0, 3700.0), (200.0, 3600.0))
    path = tmp_path / "ảnh.jpg"
    path.write_bytes(scanned([photographed(page, corners, (3000, 4000))], "JPEG"))
    text = [line.text for line in read_file(path).lines if line.text]
    assert [line for line in ("KẾ HOẠCH", "I. NỘI DUNG", "1. Phòng bệnh cho đàn vật nuôi của xã.") if line in text] == [
        "KẾ HOẠCH",
        "I. NỘI DUNG",
        "1. Phòng bệnh cho đàn vật nuôi của xã.",
    ]


def test_the_corners_run_around_the_page() -> None:
    found = corners_of(photo_of(TILTED))
    assert found is not None
    turns = [a[0] * b[1] - b[0] * a[1] for a, b in pairwise((*found, found[0]))]
    assert sum(turns) > 0
