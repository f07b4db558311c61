"""Opening what an earlier run left in the data folder, for a command that only makes sense where it is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import django

from loa.cli.database import database_or_refusal
from loa.cli.demo.folder import latest_clock
from loa.config import env
from loa.core.language import gettext as _
from loa.core.refusals import Refusal


class NoDataHere(Refusal):
    """The data folder holds no installation."""


def refuse_empty_folder() -> None:
    """Before any setting is read: a mistyped folder must not come into being.

    :raises NoDataHere: no database in the folder, and none named elsewhere.
    """
    folder = env.data_dir()
    if env.database_url() is None and not (folder / "loa.sqlite3").is_file():
        raise NoDataHere(
            _("Thư mục {folder} chưa có dữ liệu. Chạy ./loa demo trước hoặc chọn --data khác.").format(folder=folder)
        )


@contextmanager
def data_opened() -> Iterator[None]:
    """Django on the data folder, at the simulated hour that the demo noted there.

    :raises DatabaseUnusable: inside, where the database does not answer.
    """
    env.use_settings("demo")
    noted = latest_clock(env.data_dir())
    if noted is not None and env.simulated_clock() is None:
        env.use_simulated_clock(noted)
    django.setup()
    with database_or_refusal():
        yield
