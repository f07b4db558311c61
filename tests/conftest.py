"""Shared fixtures. Sockets outside loopback are blocked; every test has a data folder of its own."""

from __future__ import annotations

import os
from pathlib import Path

import hypothesis
import pytest
from pytest_django.fixtures import Settings

from cast import Cast, whole_cast
from parts import need

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
# The processes that tests start find the code where pytest itself does (`pythonpath` in pyproject.toml).
os.environ["PYTHONPATH"] = os.pathsep.join(str(ROOT / name) for name in ("src", "player", "tests"))


# No time limit (a busy machine is no error), and the same examples again in the automatic checks.
hypothesis.settings.register_profile("loa", deadline=None, derandomize="CI" in os.environ)
hypothesis.settings.load_profile("loa")
hypothesis.settings.register_profile("quick", hypothesis.settings.get_profile("loa"), max_examples=30)


def pytest_configure(config: pytest.Config) -> None:
    """The default suite tries fewer made-up examples than the automatic checks."""
    if config.getoption("markexpr") == "not heavy":
        hypothesis.settings.load_profile("quick")


def pytest_runtest_setup() -> None:
    from pytest_socket import socket_allow_hosts

    socket_allow_hosts(["127.0.0.1", "::1", "localhost"], allow_unix_socket=True)


@pytest.fixture(autouse=True)
def data_dir(settings: Settings, tmp_path: Path) -> Path:
    """The data folder of this test alone."""
    folder = tmp_path / "data"
    folder.mkdir()
    settings.DATA_DIR = folder
    settings.CONTENT_DIR = folder / "store"
    settings.PORTAL_DIR = folder / "portal"
    settings.WORK_ORDER_DIR = folder / "work-orders"
    settings.REPORT_DIR = folder / "reports"
    settings.SECRETS_DIR = folder / "secrets"
    return folder


@pytest.fixture
def cast(db: None) -> Cast:
    return whole_cast()


@pytest.fixture
def shared() -> Path:
    """The folder of real documents beside the project; the test is skipped where it is missing."""
    return need("shared", SHARED if (SHARED / "corpus").is_dir() else None)
