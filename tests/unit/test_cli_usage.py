"""How the command answers a call: 0 done, 1 refused, 2 wrong usage, one line each, in the user's language."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from loa.cli.main import is_full_disk, main
from loa.cli.usage import read_call


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["fly"], "Gọi sai: không có lệnh fly."),
        (["demo", "--port", "x"], "Gọi sai: --port không nhận giá trị x."),
        (["demo", "--port", "70000"], "Gọi sai: --port không nhận giá trị 70000."),
        (["--data"], "Gọi sai: --data cần một giá trị."),
        (["report", "--period", "2025-10"], "Gọi sai: thiếu -o/--output."),
        (["extract", "a.txt", "--json", "--text"], "không dùng cùng nhau."),
        (["demo", "--fast"], "Gọi sai: không hiểu --fast."),
    ],
)
def test_wrong_usage_is_one_vietnamese_line(words: list[str], line: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 2
    out = capsys.readouterr()
    assert out.out == ""
    assert line in out.err
    assert out.err.count("\n") == 1


def test_no_command_shows_the_help_and_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "demo [--plan TỆP]" in capsys.readouterr().err


def test_help_is_given_also_where_the_command_lacks_a_word(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "--help"]) == 0
    assert "import THƯ_MỤC" in capsys.readouterr().out


def test_help_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    assert "Cách dùng" in capsys.readouterr().out


def test_global_options_stand_before_or_after_the_command() -> None:
    before = read_call(["--data", "d", "--commune", "c", "demo", "--no-serve"])
    after = read_call(["demo", "--no-serve", "--data", "d", "--commune", "c"])
    assert vars(before) == vars(after)
    assert (str(before.data), before.commune, before.no_serve) == ("d", "c", True)


def test_words_after_test_go_to_the_runner_untouched() -> None:
    call = read_call(["--data", "test", "test", "-k", "demo", "--json"])
    assert (call.command, call.arguments) == ("test", ["-k", "demo", "--json"])


def test_a_missing_file_is_one_line_and_one() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "loa", "extract", "no-such-file.docx", "--json"],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"LOA_LANG": "vi"},
    )
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert "no-such-file.docx" in done.stderr


def test_a_full_disk_is_told_from_other_errors() -> None:
    wrapped = RuntimeError("saving failed")
    wrapped.__cause__ = OSError(28, "No space left on device")
    assert is_full_disk(wrapped)
    assert not is_full_disk(OSError(2, "No such file"))
