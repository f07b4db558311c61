"""Python and the libraries beside it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from loa.cli.doctor.finding import Finding, error, ok, warning
from loa.core.language import gettext as _

OLDEST, NEWEST = (3, 11), (3, 14)


def check_python(version: tuple[int, int]) -> list[Finding]:
    """Whether Loa is tested with this Python, the same bounds as in the launcher."""
    name = ".".join(str(part) for part in version)
    if OLDEST <= version <= NEWEST:
        return [ok("python", _("Python {version}.").format(version=name))]
    return [
        error(
            "python",
            _("Python {version} không dùng được cho Loa.").format(version=name),
            mend=_("Cài Python 3.11 đến 3.14 (Debian, Ubuntu: sudo apt install python3 python3-venv)."),
        )
    ]


def check_libraries(stamp: Path, locks: Sequence[Path]) -> list[Finding]:
    """Whether the libraries were installed from one of the lists as it stands now (the launcher's own stamp)."""
    installed = stamp.read_bytes() if stamp.is_file() else None
    if installed is not None and any(lock.is_file() and lock.read_bytes() == installed for lock in locks):
        return [ok("libraries", _("Thư viện đúng với danh sách đã khóa."))]
    return [
        warning(
            "libraries",
            _("Thư viện đã cài chưa đúng với danh sách đã khóa."),
            mend=_("Gọi Loa bằng tệp ./loa: tệp này tự cài lại cho đúng danh sách."),
        )
    ]
