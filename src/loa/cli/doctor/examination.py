"""The order of the examination: the machine, then the database, then what its rows name."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

from loa.cli.doctor.checks.broker import check_broker
from loa.cli.doctor.checks.clock import check_clock
from loa.cli.doctor.checks.database import check_database
from loa.cli.doctor.checks.environment import check_environment
from loa.cli.doctor.checks.extras import check_extras
from loa.cli.doctor.checks.folder import check_backups, check_disk, check_folder, check_rights
from loa.cli.doctor.checks.ports import check_ports
from loa.cli.doctor.checks.python import check_libraries, check_python
from loa.cli.doctor.checks.voices import check_voices
from loa.cli.doctor.finding import Finding, Level, Place, note
from loa.cli.doctor.guarding import Check, run_all
from loa.cli.doctor.opening import has_database
from loa.core.language import gettext as _

ROOT = Path(__file__).resolve().parents[4]
FONTS = ROOT / "src" / "loa" / "typeset" / "fonts"


def examine(place: Place) -> list[Finding]:
    """All findings about the machine and the installation in `place`."""
    findings = run_all(_of_the_machine(place))
    database = run_all([Check("database", partial(check_database, place))])
    if not has_database(place):
        rows = [note("rows", _("Chưa có dữ liệu nên chưa có nhật ký, kho tệp và khóa để kiểm tra."))]
    elif any(finding.level is Level.ERROR for finding in database):
        rows = [note("rows", _("Chưa kiểm tra nhật ký, kho tệp và khóa: cơ sở dữ liệu cần được sửa trước."))]
    else:
        rows = run_all([Check("rows", partial(_of_the_rows, place))])
    return [*findings, *database, *rows]


def _of_the_machine(place: Place) -> list[Check]:
    stamp = Path(sys.prefix) / ".loa-lock"
    locks = [ROOT / name for name in ("requirements.lock", "requirements-dev.lock")]
    return [
        Check("python", partial(check_python, sys.version_info[:2])),
        Check("libraries", partial(check_libraries, stamp, locks)),
        Check("environment", partial(check_environment, place)),
        Check("data", partial(check_folder, place.data)),
        Check("disk", partial(check_disk, place.data)),
        Check("rights", partial(check_rights, place)),
        Check("backups", partial(check_backups, place)),
        Check("ports", partial(check_ports, place.data)),
        Check("fonts", _fonts),
        Check("voices", check_voices),
        Check("broker", partial(check_broker, place.secrets / "broker")),
        Check("clock", check_clock),
        Check("extras", check_extras),
    ]


def _fonts() -> list[Finding]:
    # Only now: the typesetter is a library of others, and one that does not load is a finding too.
    from loa.cli.doctor.checks.fonts import check_fonts

    return check_fonts(FONTS)


def _of_the_rows(place: Place) -> list[Finding]:
    # Only now: these modules need Django, and Django may not have come up.
    from loa.cli.doctor.rows.keys import check_keys
    from loa.cli.doctor.rows.store import check_store
    from loa.cli.doctor.rows.trail import check_trail, check_trail_clock

    return run_all(
        [
            Check("trail", check_trail),
            Check("clock", partial(check_trail_clock, place)),
            Check("store", check_store),
            Check("keys", partial(check_keys, place.commune_code)),
        ]
    )
