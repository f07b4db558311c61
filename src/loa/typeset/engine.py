"""Typst behind one door: our templates, our fonts, no clock, and words that are data and never code."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, cast

import typst

from loa.typeset.text import FONT_FILES, printable_values

TEMPLATES = Path(__file__).resolve().parent / "templates"
FIXED_TIMESTAMP = 0  # otherwise the bytes of two runs differ


@dataclass(frozen=True, slots=True)
class Page:
    """A template and what it is filled with: plain values for JSON, and the QR mark as SVG where it has one."""

    template: str
    data: Mapping[str, Any]
    qr: bytes = b""


def to_pdf(page: Page) -> bytes:
    """Set `page` as PDF."""
    return cast("bytes", _compiler(page).compile(format="pdf", timestamp=FIXED_TIMESTAMP))


def to_png(page: Page, *, dpi: int) -> bytes:
    """Set the one page of `page` as PNG."""
    return cast("bytes", _compiler(page).compile(format="png", ppi=float(dpi)))


def metadata_of(page: Page, *, label: str) -> str:
    """The JSON value that the template noted under `label`."""
    return _compiler(page).query(f"<{label}>", field="value", one=True)


def _compiler(page: Page) -> typst.Compiler:
    return typst.Compiler(
        input=str(TEMPLATES / page.template),
        root=str(TEMPLATES),
        font_paths=_fonts(),
        sys_inputs={
            "data": json.dumps(printable_values(page.data), ensure_ascii=False),
            "qr": page.qr.decode("utf-8"),
        },
    )


@cache
def _fonts() -> typst.Fonts:
    """Only ours: neither the system's fonts nor those inside Typst."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONT_FILES[0].parent)])
