"""`./loa report`: the report of a month, from what is in the data folder."""

from __future__ import annotations

from pathlib import Path

from loa.cli.data_here import data_opened, refuse_empty_folder
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
    refuse_empty_folder()
    with data_opened():
        _build(period=period, output=output.resolve(), commune_code=commune_code)
    return 0


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
