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
    if program is None:
        return note("extras", _("Tesseract: không có. Loa chưa đọc bản quét nên chưa cần; cũng không cần LibreOffice."))
    if "vie" in _languages(program):
        return note("extras", _("Tesseract: có, kèm tiếng Việt. Loa chưa dùng đến; cũng không cần LibreOffice."))
    return note("extras", _("Tesseract: có, thiếu tiếng Việt. Loa chưa dùng đến; cũng không cần LibreOffice."))


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
