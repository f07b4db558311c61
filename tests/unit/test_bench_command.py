"""`./loa bench`: which benchmarks there are, and how their findings are told."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from loa.cli import bench
from loa.cli.bench import BenchReport, bench_module, benchmark_names, table_lines
from loa.cli.main import main

REPORT = BenchReport(figures={"screens": [{"screen": "today", "ratio": 2.5}]}, lines=("màn hình", "today"))


@pytest.fixture
def asked_for(monkeypatch: pytest.MonkeyPatch) -> list[Path | None]:
    """Lets the benchmark `console` answer at once; the list holds the data folders it was called with."""
    folders: list[Path | None] = []

    def run(data: Path | None) -> BenchReport:
        folders.append(data)
        return REPORT

    monkeypatch.setattr(bench, "bench_module", lambda _name: SimpleNamespace(run=run))
    return folders


def test_a_file_with_a_run_of_its_own_is_a_benchmark(tmp_path: Path) -> None:
    (tmp_path / "slow.py").write_text("def run(data):\n    ...\n")
    (tmp_path / "parts.py").write_text("def make(data):\n    def run():\n        ...\n")
    assert benchmark_names(tmp_path) == ["slow"]


def test_the_console_is_one_and_its_data_is_none() -> None:
    assert "console" in benchmark_names()
    assert "console_data" not in benchmark_names()


def test_each_benchmark_can_be_loaded_before_a_data_folder_is_chosen() -> None:
    for name in benchmark_names():
        assert callable(bench_module(name).run)


@pytest.mark.parametrize("name", ["nothing", "console_data", "../console", ""])
def test_an_unknown_name_is_wrong_usage_and_lists_the_names(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", name]) == 2
    out = capsys.readouterr()
    assert out.out == ""
    assert "console" in out.err
    assert out.err.count("\n") == 1


def test_no_name_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench"]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_json_is_one_object_with_the_name(asked_for: list[Path | None], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "console", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"name": "console", **REPORT.figures}
    assert asked_for == [None]


def test_people_get_lines(asked_for: list[Path | None], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "console"]) == 0
    assert capsys.readouterr().out.splitlines() == list(REPORT.lines)


def test_the_data_folder_is_handed_over(
    asked_for: list[Path | None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOA_DATA", "")
    assert main(["bench", "console", "--data", str(tmp_path)]) == 0
    assert asked_for == [tmp_path]


def test_a_table_has_its_numbers_on_the_right() -> None:
    assert table_lines(("màn hình", "ms"), [("today", "7.5"), ("plans", "123.0")]) == [
        "màn hình     ms",
        "--------  -----",
        "today       7.5",
        "plans     123.0",
    ]
    assert table_lines(("a",), []) == ["a", "-"]
