"""What several database tests share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as live
from django.db import transaction

from cast import Cast, whole_cast
from console_world import World, whole_world
from report_rows import Scene


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """Made once for a module, in a transaction that is rolled back at its end; each test has its own inside."""
    before = live.CONTENT_DIR
    live.CONTENT_DIR = tmp_path_factory.mktemp("world") / "store"
    with django_db_blocker.unblock(), transaction.atomic():
        yield whole_world(whole_cast(), store=Path(live.CONTENT_DIR))
        transaction.set_rollback(True)
    live.CONTENT_DIR = before


@pytest.fixture
def scene(cast: Cast) -> Scene:
    return Scene(cast)
