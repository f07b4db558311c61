"""Real processes on the rows and files of one test, to race and to be killed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any
from urllib.parse import quote

from django.db import connection

from cast import NOW

PATIENCE = 60.0


class Installation:
    """The test's rows and files as child processes see them: the PostgreSQL test database, or a copy of SQLite's.

    :param child: the module of the tests whose `main` a process runs.
    """

    def __init__(self, data_dir: Path, *, child: str) -> None:
        self.code = f"import django; django.setup(); import {child}; {child}.main()"
        self.far_end = data_dir / "far-end"
        self.far_end.mkdir()
        self.environment = os.environ | {
            "LOA_DATA": str(data_dir),
            "LOA_NOW": f"{NOW.isoformat()}@{time.time()}",
            "DJANGO_SETTINGS_MODULE": "loa.config.settings.demo",
        }
        if connection.vendor == "sqlite":
            self.environment.pop("LOA_DATABASE_URL", None)
            with connection.cursor() as cursor:
                cursor.execute("VACUUM INTO %s", [str(data_dir / "loa.sqlite3")])
        else:
            self.environment["LOA_DATABASE_URL"] = url_of_test_database()

    def calls(self) -> int:
        path = self.far_end / "calls"
        return len(path.read_text().split()) if path.exists() else 0

    def start(self, command: str, **call: Any) -> subprocess.Popen[str]:
        arguments = [sys.executable, "-c", self.code, command, json.dumps(call)]
        return subprocess.Popen(arguments, env=self.environment, stdout=subprocess.PIPE, text=True)

    def run(self, command: str, **call: Any) -> dict[str, Any]:
        return result_of(self.start(command, **call))

    def run_together(self, command: str, *calls: dict[str, Any]) -> list[dict[str, Any]]:
        """Let all processes begin at the same moment and return what each said at its end."""
        processes = [self.start(command, me=str(number), **call) for number, call in enumerate(calls)]
        for number, process in enumerate(processes):
            wait_for(self.far_end / f"ready-{number}", process)
        (self.far_end / "go").touch()
        return [result_of(process) for process in processes]


def url_of_test_database() -> str:
    there = connection.settings_dict
    login = f"{quote(there['USER'])}:{quote(there['PASSWORD'])}"
    return f"postgres://{login}@{quote(there['HOST'], safe='')}:{there['PORT']}/{there['NAME']}"


def result_of(process: subprocess.Popen[str]) -> dict[str, Any]:
    output, _errors = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0
    result: dict[str, Any] = json.loads(output)
    return result


def wait_for(path: Path, process: subprocess.Popen[str]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not path.exists():
        assert process.poll() is None, "the process ended before it got there"
        assert time.monotonic() < deadline
        time.sleep(0.01)


def kill(process: subprocess.Popen[str]) -> None:
    process.send_signal(signal.SIGKILL)
    process.communicate()
