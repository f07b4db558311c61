"""`./loa import DIR`: many files at once, each to wait for review; run again after any break, it goes on."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from loa.cli.data_here import data_opened, refuse_empty_folder
from loa.cli.importing.folder import files_of
from loa.cli.usage import WrongUsage
from loa.core.language import gettext as _

SUFFIX = ".xlsx"


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
    refuse_empty_folder()
    files = files_of(call.root)
    with data_opened():
        from loa.cli.importing.run import ImportRun

        return ImportRun.prepared(call).run(files)
