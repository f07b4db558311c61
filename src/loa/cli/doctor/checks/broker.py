"""The embedded broker's own files. Their contents are secret: only whether they can be read is told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from loa.cli.doctor.finding import Finding, error, note, ok
from loa.core.language import gettext as _

NEEDED = {"host", "port", "accounts"}
ACCOUNT = {"salt", "hash", "may_read", "may_write"}


def check_broker(folder: Path) -> list[Finding]:
    """Whether the configuration, the accounts and the passwords in `folder` can be read and fit together."""
    if not (folder / "broker.json").exists():
        return [note("broker", _("Máy chủ lệnh phát chưa có cấu hình; Loa lập ở lần chạy đầu."))]
    broken = [name for name, is_right in _files(folder).items() if not is_right]
    if broken:
        return [
            error(
                "broker",
                _("Cấu hình của máy chủ lệnh phát không đọc được: {files}.").format(files=", ".join(broken)),
                mend=_("Dừng Loa, xóa các tệp này rồi chạy lại: Loa lập lại chúng khi khởi động."),
            )
        ]
    return [ok("broker", _("Cấu hình của máy chủ lệnh phát đọc được."))]


def _files(folder: Path) -> dict[str, bool]:
    accounts = _read(folder / "accounts.json")
    passwords = _read(folder / "passwords.json")
    return {
        "broker.json": set(_read(folder / "broker.json")) >= NEEDED,
        "accounts.json": bool(accounts) and all(set(row) >= ACCOUNT for row in accounts.values()),
        "passwords.json": bool(passwords) and set(passwords) == set(accounts or passwords),
    }


def _read(path: Path) -> dict[str, Any]:
    try:
        return dict(json.loads(path.read_bytes()))
    except (OSError, ValueError, TypeError):
        return {}
