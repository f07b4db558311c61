"""The database: reachable, whole, and with the tables of this version of Loa."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

from loa.cli.doctor.finding import Finding, Level, Place, error, note
from loa.cli.doctor.opening import has_database, open_django
from loa.cli.doctor.sqlite_file import check_file
from loa.config import env
from loa.core.language import gettext as _

SHOWN = 160  # letters of what the server says


def check_database(place: Place) -> list[Finding]:
    """What can be told of the database before any row of it is read."""
    if not has_database(place):
        return [note("database", _("Chưa có cơ sở dữ liệu; Loa lập ở lần chạy đầu."))]
    of_the_file = check_file(place.database_file) if env.database_url() is None else []
    if any(finding.level is Level.ERROR for finding in of_the_file):
        return of_the_file
    open_django(place)
    return [*of_the_file, *_tables()]


def _tables() -> list[Finding]:
    # Only now: Django has just been set up.
    from django.db import DatabaseError

    from loa.cli.doctor.rows.migrations import check_migrations

    try:
        return check_migrations()
    except DatabaseError as failed:
        return [
            error(
                "database",
                _("Không dùng được cơ sở dữ liệu ({reason}).").format(reason=without_password(str(failed))),
                mend=_("Kiểm tra máy chủ đang chạy và địa chỉ, tài khoản trong LOA_DATABASE_URL."),
            )
        ]


def without_password(said: str) -> str:
    """One line of what the server said, with the password of `LOA_DATABASE_URL` taken out."""
    raw = urlsplit(env.database_url() or "").password or ""
    for secret in {raw, unquote(raw)} - {""}:
        said = said.replace(secret, "…")
    return " ".join(said.split())[:SHOWN]
