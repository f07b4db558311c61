"""The four Tinos files: there, whole, and really the ones that Typst draws Vietnamese letters with."""

from __future__ import annotations

import re
from pathlib import Path
from typing import cast

import typst

from loa.cli.doctor.finding import Finding, error, ok
from loa.core.language import gettext as _

STYLES = ("Tinos-Regular", "Tinos-Bold", "Tinos-Italic", "Tinos-BoldItalic")
# Letters with two marks are the first that a poor font lacks.
LINE = '#set text(font: "Tinos", lang: "vi")\nễ ợ *ễ ợ* _ễ ợ_ _*ễ ợ*_'
EMBEDDED = re.compile(rb"/BaseFont\s*/[A-Z]{6}\+([\w-]+)")


def check_fonts(folder: Path) -> list[Finding]:
    """Set one line in each style with the fonts of `folder` and read the names that stand in the PDF."""
    mend = _("Lấy lại nguyên vẹn bộ mã nguồn của Loa: các tệp phông nằm trong src/loa/typeset/fonts.")
    missing = [f"{name}.ttf" for name in STYLES if not (folder / f"{name}.ttf").is_file()]
    if missing:
        return [error("fonts", _("Thiếu tệp phông chữ: {files}.").format(files=", ".join(missing)), mend=mend)]
    lacking = set(STYLES) - embedded_names(folder)
    if lacking:
        found = _("Tệp phông chữ hỏng, không in được chữ Việt: {files}.")
        return [error("fonts", found.format(files=", ".join(f"{name}.ttf" for name in sorted(lacking))), mend=mend)]
    return [ok("fonts", _("Bốn phông Tinos in đúng chữ Việt."))]


def embedded_names(folder: Path) -> set[str]:
    """The names of the fonts that Typst puts into a PDF of `LINE`, with nothing but the fonts of `folder`."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder)])
    pdf = cast("bytes", typst.Compiler(LINE.encode(), font_paths=fonts).compile(format="pdf", timestamp=0))
    names = {name.decode() for name in EMBEDDED.findall(pdf)}
    return {"Tinos-Regular" if name == "Tinos" else name for name in names}
