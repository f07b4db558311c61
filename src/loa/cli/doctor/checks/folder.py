"""The data folder: that it can be written, has room, is closed to strangers, and is copied somewhere."""

from __future__ import annotations

import os
import shlex
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

from loa.cli.demo.folder import ROOM_NEEDED
from loa.cli.doctor.finding import Finding, Place, error, note, ok, warning
from loa.config import env
from loa.core.language import gettext as _

ROOM_WANTED = 1024**3  # bytes; some weeks of sound and pictures
OLDEST_BACKUP = timedelta(days=7)
OTHERS, GROUP_AND_OTHERS = 0o007, 0o077
SHOWN = 3
PRIVATE_PLACES = ("secrets/**/*", "player/*/*/*.seed", "player/*/*/config.json")


def _standing(folder: Path) -> Path:
    """`folder`, or the nearest one above that is there already."""
    return next(one for one in (folder, *folder.parents) if one.exists())


def check_folder(folder: Path) -> list[Finding]:
    """Whether Loa can keep its data in `folder`; nothing is written to find out."""
    standing = _standing(folder)
    if not standing.is_dir():
        return [
            error(
                "data",
                _("{path} là một tệp nên không làm thư mục dữ liệu được.").format(path=standing),
                mend=_("Chọn thư mục khác bằng --data, hoặc chuyển tệp đó đi nơi khác."),
            )
        ]
    if not os.access(standing, os.W_OK | os.X_OK):
        return [
            error(
                "data",
                _("Không ghi được vào {path}.").format(path=standing),
                mend=_("Cấp quyền ghi cho tài khoản đang chạy Loa, hoặc chọn thư mục khác bằng --data."),
            )
        ]
    if standing != folder:
        return [note("data", _("Thư mục dữ liệu {path} chưa có; Loa lập ở lần chạy đầu.").format(path=folder))]
    return [ok("data", _("Thư mục dữ liệu {path} ghi được.").format(path=folder))]


def check_disk(folder: Path) -> list[Finding]:
    """Whether the disk of `folder` has room: below 100 MB nothing starts, below 1 GB it is time to act."""
    free = shutil.disk_usage(_standing(folder)).free
    found = _("Đĩa chứa dữ liệu còn trống {free} MB.").format(free=free // 1024**2)
    if free < ROOM_NEEDED:
        return [error("disk", found, mend=_("Giải phóng chỗ trống: dưới 100 MB Loa không chạy."))]
    if free < ROOM_WANTED:
        return [warning("disk", found, mend=_("Giải phóng chỗ trống, hoặc chuyển thư mục dữ liệu sang đĩa lớn hơn."))]
    return [ok("disk", found)]


def check_rights(place: Place) -> list[Finding]:
    """Whether keys and passwords are the owner's alone (0600), and the folder is shut to everybody else."""
    if not place.data.is_dir():
        return []
    files = [path for pattern in PRIVATE_PLACES for path in sorted(place.data.glob(pattern)) if path.is_file()]
    return [_private_files(files), _shut(place.data)]


def _private_files(files: list[Path]) -> Finding:
    open_files = [path for path in files if path.stat().st_mode & GROUP_AND_OTHERS]
    shut_to_us = [path for path in files if not os.access(path, os.R_OK)]
    if open_files:
        return error(
            "rights",
            _("Khóa, mật khẩu mà người khác trên máy đọc được: {files}.").format(files=_names(open_files)),
            mend=shlex.join(["chmod", "600", *map(str, open_files)]),
        )
    if shut_to_us:
        return error(
            "rights",
            _("Khóa, mật khẩu mà Loa không đọc được: {files}.").format(files=_names(shut_to_us)),
            mend=_("Chạy Loa bằng tài khoản là chủ của các tệp này, hoặc đổi chủ của chúng."),
        )
    return ok("rights", _("Khóa và mật khẩu chỉ chủ tài khoản đọc được."))


def _names(files: list[Path]) -> str:
    shown = ", ".join(path.name for path in files[:SHOWN])
    return shown if len(files) <= SHOWN else _("{names} và {more} tệp nữa").format(names=shown, more=len(files) - SHOWN)


def _shut(folder: Path) -> Finding:
    if folder.stat().st_mode & OTHERS:
        return warning(
            "rights",
            _("Mọi tài khoản trên máy vào được thư mục dữ liệu."),
            mend=shlex.join(["chmod", "o=", str(folder)]),
        )
    return ok("rights", _("Thư mục dữ liệu đóng với tài khoản khác."))


def check_backups(place: Place) -> list[Finding]:
    """How old the newest copy in `backups/` is. There is no backup command yet, so the mend is a copy by hand."""
    if not place.data.is_dir():
        return []
    folder = place.data / "backups"
    mend = _("Dừng Loa rồi chép cả thư mục {folder} sang một đĩa khác; chép lại ít nhất mỗi tuần.")
    if env.database_url() is not None:  # the rows are not in that folder
        mend = _("Dừng Loa, kết xuất cơ sở dữ liệu (pg_dump) rồi chép cùng cả thư mục {folder} sang một đĩa khác.")
    mend = mend.format(folder=place.data)
    times = [path.stat().st_mtime for path in folder.glob("*")] if folder.is_dir() else []
    if not times:
        found = _("Không thấy bản sao lưu nào trong {folder} (bản sao ở nơi khác không được tính).")
        return [warning("backups", found.format(folder=folder), mend=mend)]
    newest = datetime.fromtimestamp(max(times), UTC)
    found = _("Bản sao lưu mới nhất trong {folder} cách đây {days} ngày.").format(
        folder=folder, days=max(0, (place.now - newest).days)
    )
    return [warning("backups", found, mend=mend) if place.now - newest > OLDEST_BACKUP else ok("backups", found)]
