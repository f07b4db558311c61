"""Parts of the machine that a test needs: a missing one is a printed skip, or a failure where LOA_REQUIRE names it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from loa.documents.reading.ocr import engine


def need(part: str, found: str | Path | None) -> Path:
    """Return where `part` is; skip, or fail under LOA_REQUIRE, when it is not here."""
    if found:
        return Path(found)
    reason = f"{part} is not on this machine"
    if part in os.environ.get("LOA_REQUIRE", "").split(","):
        pytest.fail(f"{reason}, but LOA_REQUIRE asks for it")
    pytest.skip(reason)


def chromium() -> Path:
    return need("chromium", shutil.which("chromium") or shutil.which("chromium-browser"))


def mosquitto() -> Path:
    return need("mosquitto", shutil.which("mosquitto", path=f"{os.environ.get('PATH', '')}:/usr/sbin"))


def tesseract() -> Path:
    return need("tesseract", engine.program())
