"""One running demo for all journeys through the console that a test process has, one browser for each file."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from console_rig import Console, Served, served_demo, with_browser


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served_demo(tmp_path_factory.mktemp("console")) as demo:
        yield demo


@pytest.fixture(scope="module")
def console(served: Served) -> Iterator[Console]:
    """The browser ends with the file: an open one would look to Django like a running event loop."""
    with with_browser(served) as console:
        yield console


@pytest.fixture(autouse=True)
def _pages_closed(request: pytest.FixtureRequest) -> Iterator[None]:
    yield
    if "console" in request.fixturenames:
        request.getfixturevalue("console").close_pages()
