"""`./loa report`: the report of a month, from what is in the data folder."""

from __future__ import annotations

from pathlib import Path

import django

from loa.cli.database import database_or_refusal
from loa.cli.demo.folder import latest_clock
from loa.config import env
from loa.core.language import gettext as _
from loa.core.refusals import Refusal


class WrongReportCall(Refusal):
    """The call names a commune, a folder or a file that cannot be used."""


SUFFIXES = (".docx", ".pdf")


def report_command(*, period: str, output: Path, commune_code: str | None) -> int:
    """Build the report of `period` (YYYY-MM) anew and write it to `output`.

    :raises Refusal: no data here, no such commune, no such form of file, nothing to report on.
    """
    if output.suffix.lower() not in SUFFIXES:
        raise WrongReportCall(_("Tên tệp báo cáo phải kết thúc bằng .docx hoặc .pdf: {name}.").format(name=output.name))
    _refuse_empty_folder()
    env.use_settings("demo")
    noted = latest_clock(env.data_dir())
    if noted is not None and env.simulated_clock() is None:
        env.use_simulated_clock(noted)
    django.setup()
    with database_or_refusal():
        _build(period=period, output=output.resolve(), commune_code=commune_code)
    return 0


def _refuse_empty_folder() -> None:
    """Before any setting is read: a mistyped folder must not come into being."""
    folder = env.data_dir()
    if env.database_url() is None and not (folder / "loa.sqlite3").is_file():
        raise WrongReportCall(
            _("Thư mục {folder} chưa có dữ liệu. Chạy ./loa demo trước hoặc chọn --data khác.").format(folder=folder)
        )


def _build(*, period: str, output: Path, commune_code: str | None) -> None:
    from loa.core import clock
    from loa.reports.services.build_report import build_report
    from loa.reports.services.write_report import write_report
    from loa.units.rights import Right
    from loa.units.selectors import commune_of, person_with

    commune = commune_of(commune_code)
    actor = person_with(Right.BUILD_REPORT, commune)
    report = build_report(commune=commune, period=period, actor=actor, at=clock.now())
    write_report(report, output)
    print(_("Đã viết báo cáo: {path}").format(path=output))
