"""Which files of a folder tree are taken: regular ones inside it; not links out of it, pipes, devices."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from loa.core.language import gettext as _
from loa.core.refusals import Refusal
from loa.core.system_errors import reason_of

_NO_DOCUMENTS = ("~$", ".")  # what Word leaves beside an open file, and hidden files


class NothingToImport(Refusal):
    """The folder is not there, or holds no file."""


@dataclass(frozen=True, slots=True)
class Found:
    """One file of the tree; `passed_over` says why it is not read, `is_lost` that it should have been."""

    path: Path
    passed_over: str = ""
    is_lost: bool = False


def files_of(root: Path) -> list[Found]:
    """The files of the tree under `root`, or `root` itself where it is a file, by name.

    :raises NothingToImport: there is no such folder or file, or nothing in it.
    """
    try:
        resolved = root.resolve(strict=True)
    except (OSError, ValueError, RuntimeError) as error:
        raise NothingToImport(
            _("Không thấy {name}. Hãy kiểm tra lại tên thư mục và đường dẫn; chưa nhập gì.").format(name=shown(root))
        ) from error
    if not resolved.is_dir():
        return [_file(resolved, root=resolved.parent)]
    found = list(_inside(resolved, root=resolved))
    if not found:
        raise NothingToImport(_("Thư mục {name} không có tệp nào; chưa nhập gì.").format(name=shown(root)))
    return found


def shown(path: Path | str) -> str:
    """A name as a terminal or a sheet may show it: odd bytes, control and turning signs become question marks."""
    text = str(path).encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return "".join(letter if letter.isprintable() and letter != "\ufffd" else "?" for letter in text)


def _inside(folder: Path, *, root: Path) -> Iterator[Found]:
    """Depth first; a folder that is a link is never entered, so there is no way round and round."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: os.fsencode(entry.name))
    except OSError as error:
        yield Found(folder, _("không mở được thư mục ({reason})").format(reason=reason_of(error)), is_lost=True)
        return
    for entry in entries:
        path = Path(entry.path)
        if entry.name.startswith(_NO_DOCUMENTS):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _inside(path, root=root)
        else:
            yield _file(path, root=root)


def _file(path: Path, *, root: Path) -> Found:
    try:
        target = path.resolve(strict=True)
        if not target.is_relative_to(root):
            return Found(path, _("liên kết ra ngoài thư mục được nhập"))
        if target.is_dir():
            return Found(path, _("liên kết đến một thư mục"))
        if not target.is_file():
            return Found(path, _("không phải tệp thường"))
    except (OSError, ValueError, RuntimeError):
        return Found(path, _("liên kết hỏng"))
    return Found(path)
