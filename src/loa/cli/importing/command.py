"""`./loa import DIR`: many files at once, each to wait for review; run again after any break, it goes on."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import django

from loa.cli.database import database_or_refusal
from loa.cli.demo.folder import latest_clock
from loa.cli.importing.folder import files_of
from loa.cli.usage import WrongUsage
from loa.config import env
from loa.core.language import gettext as _
from loa.core.refusals import Refusal

SUFFIX = ".xlsx"


class NoDataHere(Refusal):
    """The data folder holds no installation."""


@dataclass(frozen=True, slots=True)
class ImportCall:
    """How the import was called. `officer` is a sign-in name or None, `output` None means the data folder."""

    root: Path
    officer: str | None
    output: Path | None
    commune_code: str | None


def import_command(call: ImportCall) -> int:
    """Import every file of `call.root`, report on each in an XLSX; 1 when one was refused.

    :raises Refusal: no data here, nobody who may import, nothing to import.
    """
    if call.output is not None and call.output.suffix.lower() != SUFFIX:
        raise WrongUsage(_("{0} không nhận giá trị {1}").format("-o", call.output))
    _refuse_empty_folder()
    files = files_of(call.root)
    env.use_settings("demo")
    noted = latest_clock(env.data_dir())
    if noted is not None and env.simulated_clock() is None:
        env.use_simulated_clock(noted)
    django.setup()
    from loa.cli.importing.run import ImportRun

    with database_or_refusal():
        return ImportRun.prepared(call).run(files)


def _refuse_empty_folder() -> None:
    """Before any setting is read: a mistyped folder must not come into being."""
    folder = env.data_dir()
    if env.database_url() is None and not (folder / "loa.sqlite3").is_file():
        raise NoDataHere(
            _("Thư mục {folder} chưa có dữ liệu. Chạy ./loa demo trước hoặc chọn --data khác.").format(folder=folder)
        )
