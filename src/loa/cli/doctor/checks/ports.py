"""The ports: free, used by this installation, by another one, or by a stranger."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from loa.cli.doctor.finding import Finding, error, note, ok, warning
from loa.cli.doctor.listeners import Listener, listener_on
from loa.cli.supervisor import is_port_free
from loa.core.language import gettext
from loa.core.language import gettext as _
from loa.core.language import gettext_noop as marked

DEFAULTS = {"console": 8000, "portal": 8080, "broker": 1883}
WORDS = {
    "console": marked("bàn làm việc"),
    "portal": marked("cổng thông tin"),
    "broker": marked("máy chủ lệnh phát"),
}


def check_ports(data: Path, defaults: Mapping[str, int] = DEFAULTS) -> list[Finding]:
    """One finding for each usual port, and one for each other port of the last run that is in use."""
    findings = [_usual(name, port, data=data) for name, port in defaults.items()]
    for name, port in _last_ports(data / "run" / "ports.json").items():
        if name in WORDS and port != defaults.get(name) and not is_port_free(port):
            owner = listener_on(port)
            if owner is not None and _is_ours(owner, data):
                findings.append(_ours(name, port, owner=owner))
    return findings


def _last_ports(path: Path) -> dict[str, int]:
    try:
        ports = json.loads(path.read_text())
        return {str(name): int(port) for name, port in ports.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _is_ours(owner: Listener, data: Path) -> bool:
    return owner.is_loa and owner.data == data


def _usual(name: str, port: int, *, data: Path) -> Finding:
    if is_port_free(port):
        return ok("ports", _("Cổng {port} ({part}): trống.").format(port=port, part=gettext(WORDS[name])))
    owner = listener_on(port)
    if owner is None or not owner.is_loa:
        return _strange(name, port, owner=owner)
    if _is_ours(owner, data):
        return _ours(name, port, owner=owner)
    return _other_loa(name, port, owner=owner)


def _ours(name: str, port: int, *, owner: Listener) -> Finding:
    found = _("Cổng {port} ({part}): Loa của thư mục dữ liệu này đang dùng (tiến trình {pid}).")
    return ok("ports", found.format(port=port, part=gettext(WORDS[name]), pid=owner.pid))


def _other_loa(name: str, port: int, *, owner: Listener) -> Finding:
    found = _("Cổng {port} ({part}): một Loa khác đang dùng (tiến trình {pid}, dữ liệu {folder}).").format(
        port=port, part=gettext(WORDS[name]), pid=owner.pid, folder=owner.data or "?"
    )
    return note("ports", found) if name == "broker" else warning("ports", found, mend=_mend(name))


def _strange(name: str, port: int, *, owner: Listener | None) -> Finding:
    part = gettext(WORDS[name])
    if owner is None:
        found = _("Cổng {port} ({part}): có chương trình khác đang dùng.").format(port=port, part=part)
    else:
        found = _("Cổng {port} ({part}): chương trình {name} (tiến trình {pid}) đang dùng.").format(
            port=port, part=part, name=owner.name, pid=owner.pid
        )
    if name == "broker":  # Loa looks for a free port by itself
        return note("ports", _("{found} Loa tự chọn cổng khác cho máy chủ lệnh phát.").format(found=found))
    return error("ports", found, mend=_mend(name))


def _mend(name: str) -> str:
    option = "--console-port" if name == "console" else "--port"
    return _("Tắt chương trình đó, hoặc chạy Loa với cổng khác bằng {option}.").format(option=option)
