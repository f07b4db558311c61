"""`./loa bench console`: every screen of the console with every role that may open it, on a commune's year of work.

Django starts only after the data folder is chosen, so everything of Django's is imported late.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.data.size import NOW
from loa.cli.bench import BenchReport
from loa.config import env
from loa.core.language import gettext as _
from loa.core.refusals import Refusal


class NoPlaceForData(Refusal):
    """The rows would stand in one place and their files in another that goes away."""


def run(data: Path | None) -> BenchReport:
    """Make the data, or take what an earlier run left in `data`, and measure.

    :raises Refusal: `data` or the database holds a commune that is not the benchmark's.
    """
    if data is None and env.database_url() is not None:
        raise NoPlaceForData(
            _("Đo trên máy chủ cơ sở dữ liệu cần --data với một thư mục để giữ tệp. Chưa có gì được ghi.")
        )
    with _folder(data) as folder:
        env.use_data_dir(folder)
        env.use_settings("demo")
        env.use_simulated_clock(NOW)
        return _measured()


@contextmanager
def _folder(data: Path | None) -> Iterator[Path]:
    if data is not None:
        data.mkdir(parents=True, exist_ok=True)
        yield data
        return
    with tempfile.TemporaryDirectory(prefix="loa-bench-") as folder:
        yield Path(folder)


def _measured() -> BenchReport:
    import django

    django.setup()
    from bench.web.tour import console_findings
    from loa.cli.database import database_or_refusal

    with database_or_refusal():
        findings = console_findings()
    return BenchReport(figures=findings.as_figures(), lines=findings.as_lines())
