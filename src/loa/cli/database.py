"""A database that cannot be used is told in one line, not in a traceback."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DatabaseError, InterfaceError, OperationalError

from loa.core.language import gettext as _
from loa.core.refusals import Refusal


class DatabaseUnusable(Refusal):
    """The server does not answer, or the file is no database of Loa's."""


@contextmanager
def database_or_refusal() -> Iterator[None]:
    """Turn what the database server or file itself says into a refusal; our own mistakes stay what they are.

    :raises DatabaseUnusable: no connection, no database in the file, tables missing.
    """
    try:
        yield
    except DatabaseError as error:
        # The plain class is SQLite's "file is not a database"; the other subclasses would be mistakes of ours.
        is_theirs = isinstance(error, OperationalError | InterfaceError) or type(error) is DatabaseError
        if not is_theirs or "full" in str(error):
            raise
        raise DatabaseUnusable(
            _(
                "Không dùng được cơ sở dữ liệu ({reason}). Kiểm tra máy chủ trong LOA_DATABASE_URL hoặc tệp "
                "loa.sqlite3 của thư mục dữ liệu; chưa có gì bị ghi dở."
            ).format(reason=" ".join(str(error).split())[:160])
        ) from error
