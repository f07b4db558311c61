"""An A4 poster for a notice board: read from two metres, checked with a code and a QR mark."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

from loa.typeset.dates import day_text
from loa.typeset.engine import Page, metadata_of, to_pdf, to_png
from loa.typeset.qr import qr_svg


@dataclass(frozen=True, slots=True)
class Poster:
    """The words of one poster.

    :param commune, province: as the commune's documents write them, "xã Đồng Sương", "tỉnh Lam Giang".
    :param paragraphs: the most important first. Those that find no room at a readable size are left to the page
        behind the QR mark; `poster_fit` tells how many.
    :param contact: where to ask, with a phone number; may be empty.
    :param address: the page of the message, printed and carried by the QR mark.
    :param valid_until: the last day it is worth reading, or None.
    """

    commune: str
    province: str
    issuer: str
    title: str
    paragraphs: tuple[str, ...]
    contact: str
    code: str
    address: str
    valid_until: date | None = None
    notice: str = ""  # stands in the place of "Thông tin chính thức" where the poster is not official


@dataclass(frozen=True, slots=True)
class PosterFit:
    """What came out: heights of a capital letter in millimetres, and how much of the text found no room."""

    title_cap_mm: float
    body_cap_mm: float
    paragraphs_left_out: int
    is_cut: bool


def poster_pdf(poster: Poster) -> bytes:
    """The poster as a PDF of exactly one A4 page, the same bytes for the same words.

    :raises UnprintableText: a letter that the font lacks.
    """
    return to_pdf(_page(poster))


def poster_png(poster: Poster, *, dpi: int) -> bytes:
    """The same page as a picture of `dpi` dots per inch.

    :raises UnprintableText: a letter that the font lacks.
    """
    return to_png(_page(poster), dpi=dpi)


def poster_fit(poster: Poster) -> PosterFit:
    """How large the letters became and what was left out, for the writer to see before approval."""
    fit = json.loads(metadata_of(_page(poster), label="fit"))
    return PosterFit(
        title_cap_mm=fit["title"],
        body_cap_mm=fit["body"],
        paragraphs_left_out=fit["left_out"],
        is_cut=fit["is_cut"],
    )


def _page(poster: Poster) -> Page:
    return Page(
        template="poster.typ",
        data={
            "commune": poster.commune,
            "province": poster.province,
            "issuer": poster.issuer,
            "title": poster.title,
            "paragraphs": list(poster.paragraphs),
            "contact": poster.contact,
            "notice": poster.notice,
            "code": poster.code,
            "address": poster.address,
            "valid_until": day_text(poster.valid_until) if poster.valid_until else "",
        },
        qr=qr_svg(poster.address),
    )
