"""The embedded database as a file: whole, in WAL mode, every reference leading to a row. Without Django."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from loa.cli.doctor.finding import Finding, error, ok, warning
from loa.cli.doctor.opening import PATIENCE, file_address
from loa.core.language import gettext as _

WAL = b"\x02\x02"  # bytes 18 and 19 of the file
SHOWN = 160  # letters of what SQLite says


def check_file(path: Path) -> list[Finding]:
    """What SQLite itself finds in the file at `path`, which is there."""
    try:
        with closing(sqlite3.connect(file_address(path), uri=True, timeout=PATIENCE)) as connection:
            return _found(connection, path)
    except sqlite3.DatabaseError as failed:
        if failed.sqlite_errorcode in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            return [
                error(
                    "database",
                    _("Cơ sở dữ liệu đang bị một chương trình khác khóa."),
                    mend=_("Đóng chương trình đang mở tệp loa.sqlite3, hoặc chờ một lát rồi chạy lại."),
                )
            ]
        return [_damaged(str(failed))]


def _found(connection: sqlite3.Connection, path: Path) -> list[Finding]:
    said = [str(row[0]) for row in connection.execute("PRAGMA quick_check(3)")]
    if said != ["ok"]:
        return [_damaged("; ".join(said))]
    lost = connection.execute("PRAGMA foreign_key_check").fetchall()
    if lost:
        return [
            error(
                "database",
                _("Dòng trỏ đến dòng không còn: {count}, trước hết ở bảng {table}.").format(
                    count=len(lost), table=lost[0][0]
                ),
                mend=_restore(),
            )
        ]
    return [ok("database", _("Cơ sở dữ liệu nguyên vẹn.")), *_journal(path)]


def _journal(path: Path) -> list[Finding]:
    with path.open("rb") as file:
        head = file.read(20)
    if not head or head[18:20] == WAL:
        return []
    return [
        warning(
            "database",
            _("Cơ sở dữ liệu không ở chế độ WAL: người đọc phải chờ người ghi."),
            mend=_("Dừng Loa rồi chạy lại: Loa tự chuyển chế độ khi mở cơ sở dữ liệu."),
        )
    ]


def _damaged(said: str) -> Finding:
    found = _("Tệp cơ sở dữ liệu bị hỏng ({reason}).").format(reason=" ".join(said.split())[:SHOWN])
    return error("database", found, mend=_restore())


def _restore() -> str:
    return _("Dừng Loa, cất riêng cả thư mục dữ liệu hiện có, rồi chép bản sao lưu gần nhất vào chỗ cũ.")
