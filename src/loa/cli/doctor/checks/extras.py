"""Programs that Loa can do without. What is told of them is information, never an error."""

from __future__ import annotations

import shutil
import subprocess

from loa.cli.doctor.finding import Finding, note
from loa.config import env
from loa.core.language import gettext as _

PATIENCE = 2.0  # seconds
BROKERS = "/usr/sbin:/usr/local/sbin"  # where Debian puts daemons, outside a person's own path


def check_extras() -> list[Finding]:
    """Tesseract with Vietnamese, Mosquitto; and that LibreOffice is not needed."""
    path = env.child_environment().get("PATH", "")
    return [_tesseract(shutil.which("tesseract")), _mosquitto(shutil.which("mosquitto", path=f"{path}:{BROKERS}"))]


def _tesseract(program: str | None) -> Finding:
    """Scans and photos are read only with it; everything else is read without."""
    mend = _("Cài bằng lệnh: sudo apt install tesseract-ocr tesseract-ocr-vie (xem docs/how-to/doc-ban-quet.md).")
    if program is None:
        found = _("Tesseract: không có, nên chưa nhập được bản quét và ảnh chụp; không cần LibreOffice.")
        return note("extras", found, mend=mend)
    if "vie" not in _languages(program):
        found = _("Tesseract: có, thiếu tiếng Việt, nên chưa nhập được bản quét và ảnh chụp; không cần LibreOffice.")
        return note("extras", found, mend=mend)
    return note("extras", _("Tesseract: có, kèm tiếng Việt; nhập được bản quét và ảnh chụp. Không cần LibreOffice."))


def _languages(program: str) -> list[str]:
    try:
        done = subprocess.run(
            [program, "--list-langs"], capture_output=True, text=True, timeout=PATIENCE, check=False, errors="replace"
        )
    except (OSError, subprocess.TimeoutExpired):
        return []
    return done.stdout.split()


def _mosquitto(program: str | None) -> Finding:
    if program is None:
        return note("extras", _("Mosquitto: không có. Loa dùng máy chủ lệnh phát có sẵn."))
    return note("extras", _("Mosquitto: có. Loa vẫn dùng máy chủ lệnh phát có sẵn."))
