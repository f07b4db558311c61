"""From a page of a file to the grey picture that Tesseract reads best: upright, level, even, about 300 dpi."""

from __future__ import annotations

import io
import re
import struct
import warnings
import zipfile
import zlib
from dataclasses import dataclass, replace

import pypdfium2
from PIL import Image, ImageChops, ImageFilter, ImageOps, UnidentifiedImageError

from loa.documents.reading import limits
from loa.documents.reading.docx_package import Package
from loa.documents.reading.ocr.deskew import skew_of
from loa.documents.reading.ocr.perspective import straightened
from loa.documents.refusals import BrokenDocx, BrokenPdf, BrokenPicture, CannotRead, ScanTooLong, ScanWithoutText

DPI = 300
A4_PIXELS = (2480, 3508)
FORMATS = ("JPEG", "PNG", "TIFF", "WEBP", "BMP", "GIF")
DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_ZIP = b"PK\x03\x04"
_PICTURE_NAME = re.compile(r"word/media/image(\d{1,4})\.(?:jpe?g|png|tiff?)", re.IGNORECASE)
_WHITE = 255
_INK = 128  # grey: darker is ink
_LITTLE_INK = 0.01  # of all dots; a page of text has several times that
_STRAIGHT = 0.04  # degrees: less is not worth a turn
_DAMAGES = (
    UnidentifiedImageError,
    Image.DecompressionBombError,
    Image.DecompressionBombWarning,
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    KeyError,
    TypeError,
    struct.error,
)
_TURNS = {90: Image.Transpose.ROTATE_90, 180: Image.Transpose.ROTATE_180, 270: Image.Transpose.ROTATE_270}


@dataclass(frozen=True, slots=True)
class Picture:
    """One page as a grey picture; `pages` is how many the file has."""

    image: Image.Image
    pages: int
    media_type: str


def picture_of(data: bytes, page: int, *, turn: int = 0) -> Picture:
    """The page `page` (from 0) of a PDF or picture file, turned by `turn` degrees counter-clockwise and made level.

    :raises CannotRead: damaged, or more pages or dots than Loa reads.
    """
    found = _found(data, page)
    image = found.image.transpose(_TURNS[turn]) if turn else found.image
    angle = skew_of(image)
    if abs(angle) > _STRAIGHT:
        image = image.rotate(angle, Image.Resampling.BICUBIC, fillcolor=_WHITE)
    return Picture(image, found.pages, found.media_type)


def _found(data: bytes, page: int) -> Picture:
    if b"%PDF-" in data[:1024]:
        return _pdf_page(data, page)
    return _picture_in_word(data, page) if data.startswith(_ZIP) else _photo(data, page)


def _picture_in_word(data: bytes, page: int) -> Picture:
    """A Word document that holds nothing but the pictures of pages, in the order in which they were put in."""
    Package(data)  # refuses bombs
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            numbered = ((_PICTURE_NAME.fullmatch(name), name) for name in file.namelist())
            names = [name for _number, name in sorted((int(found[1]), name) for found, name in numbered if found)]
            if not names:
                raise CannotRead(ScanWithoutText)
            _check_pages(len(names))
            photo = _photo(file.read(names[page]), 0)
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, IndexError, EOFError, NotImplementedError) as error:
        raise CannotRead(BrokenDocx) from error
    return replace(photo, pages=len(names), media_type=DOCX_TYPE)


def _pdf_page(data: bytes, page: int) -> Picture:
    try:
        document = pypdfium2.PdfDocument(data)
        pages = len(document)
        if pages > limits.MAX_PAGES:
            raise CannotRead(ScanTooLong)
        shown = document[page]
        width, height = shown.get_size()
        scale = min(DPI / 72, (limits.OCR_PIXELS / max(1.0, width * height)) ** 0.5)
        image = shown.render(scale=scale, grayscale=True, may_draw_forms=False).to_pil().convert("L")
        document.close()
    except (pypdfium2.PdfiumError, IndexError, ValueError) as error:
        raise CannotRead(BrokenPdf) from error
    return Picture(_even(straightened(image)), pages, "application/pdf")


def _photo(data: bytes, page: int) -> Picture:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            opened = Image.open(io.BytesIO(data), formats=FORMATS)
            pages = int(getattr(opened, "n_frames", 1))
            _check_size(opened, pages)
            opened.seek(page)
            if opened.format == "JPEG":
                opened.draft("L", A4_PIXELS)
            media_type = Image.MIME[str(opened.format)]
            upright = ImageOps.exif_transpose(_on_white(opened))
    except _DAMAGES as error:
        raise CannotRead(BrokenPicture) from error
    return Picture(_even(_sized(straightened(upright))), pages, media_type)


def _check_size(image: Image.Image, pages: int) -> None:
    if image.width * image.height > limits.PHOTO_PIXELS:
        raise CannotRead(BrokenPicture)
    _check_pages(pages)


def _check_pages(pages: int) -> None:
    if pages > limits.OCR_PAGES:
        raise CannotRead(ScanTooLong)


def _on_white(image: Image.Image) -> Image.Image:
    """Grey; what shows through is paper."""
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        layer = image.convert("RGBA")
        paper = Image.new("RGBA", layer.size, "white")
        paper.alpha_composite(layer)
        paper.info = image.info
        return paper.convert("L")
    return image.convert("L")


def _sized(image: Image.Image) -> Image.Image:
    """As large as A4 at 300 dpi, so that letters have the size that Tesseract was taught with."""
    long, short = max(image.size), min(image.size)
    factor = min(A4_PIXELS[1] / long, A4_PIXELS[0] / short, 3.0)
    if 0.95 < factor < 1.05:
        return image
    size = (max(1, round(image.width * factor)), max(1, round(image.height * factor)))
    return image.resize(size, Image.Resampling.LANCZOS)


def _even(image: Image.Image) -> Image.Image:
    """Paper made white where light fell unevenly, grain smoothed, ink made black."""
    small = image.reduce(8) if min(image.size) >= 64 else image
    paper = small.filter(ImageFilter.MaxFilter(7)).filter(ImageFilter.GaussianBlur(8))
    darker = ImageChops.subtract(paper.resize(image.size, Image.Resampling.BILINEAR), image)
    smooth = ImageOps.invert(darker).filter(ImageFilter.GaussianBlur(0.9))
    is_full = sum(smooth.histogram()[:_INK]) > _LITTLE_INK * image.width * image.height
    # Of a page with a few lines, as a signed last one, the darkest half per cent is all its ink, and grain beside it.
    return ImageOps.autocontrast(smooth, cutoff=(0.5 if is_full else 0.05, 5))
