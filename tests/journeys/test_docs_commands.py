"""Every `./loa` command line of the documents is one, and those that cost little are run as they stand."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from loa.cli.usage import WrongUsage, read_call

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("README*.md"), *(ROOT / "docs").rglob("*.md")])
SAMPLE = "src/loa/cli/sample/ke-hoach-dong-suong.docx"
OF_A_LINE = re.compile(r"^(?:    |\t)\s*(?:\$ )?((?:[A-Z_]+=\S+ )*\./loa\b.*)$")
OF_A_FENCE = re.compile(r"^\s*(?:\$ )?((?:[A-Z_]+=\S+ )*\./loa\b.*)$")
IN_A_SENTENCE = re.compile(r"`((?:[A-Z_]+=\S+ )*\./loa [^`]+)`")
COMMENT = re.compile(r"\s+#\s.*$")
# What a run costs little and leaves nothing behind.
CHEAP = ("extract", "doctor", "--help")
# The outline of a call, with brackets and dots: it is not meant to be typed.
OUTLINE = re.compile(r"[…\[\]|]")


@dataclass(frozen=True)
class Written:
    """One command line of a page, without the variables before it."""

    page: str
    line: int
    text: str

    @property
    def words(self) -> list[str]:
        words = shlex.split(self.text)
        return words[words.index("./loa") + 1 :]

    @property
    def command(self) -> str:
        options = {"--data", "--commune"}
        rest = iter(self.words)
        for word in rest:
            if word not in options:
                return word
            next(rest, None)
        return ""


def commands_of(page: Path) -> list[Written]:
    name = str(page.relative_to(ROOT))
    found, is_fenced = [], False
    for number, line in enumerate(page.read_text().splitlines(), 1):
        if line.lstrip().startswith("```"):
            is_fenced = not is_fenced
            continue
        whole = (OF_A_FENCE if is_fenced else OF_A_LINE).match(line)
        texts = [whole.group(1)] if whole else IN_A_SENTENCE.findall(line)
        found += [Written(name, number, COMMENT.sub("", text)) for text in texts if not OUTLINE.search(text)]
    return found


COMMANDS = [command for page in PAGES for command in commands_of(page)]
DISTINCT = sorted({tuple(command.words) for command in COMMANDS})


def run(words: tuple[str, ...], data: Path, *, seconds: float = 60) -> subprocess.CompletedProcess[str]:
    """The command in the project's folder, its data elsewhere."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LOA_", "DJANGO_"))}
    return subprocess.run(
        [sys.executable, "-m", "loa", *words],
        capture_output=True,
        text=True,
        check=False,
        timeout=seconds,
        cwd=ROOT,
        env=kept | {"LOA_LANG": "vi", "LOA_DATA": str(data)},
    )


def test_the_documents_hold_command_lines() -> None:
    assert len(COMMANDS) >= 25
    assert {command.page for command in COMMANDS} >= {"README.md", "README.vi.md", "docs/tutorial/dot-dau-tien.md"}
    assert {command.command for command in COMMANDS} >= {"demo", "test", "check", "extract", "report", "doctor"}


@pytest.mark.parametrize("command", COMMANDS, ids=lambda one: f"{one.page}:{one.line}:{one.command}")
def test_each_command_line_is_understood(command: Written) -> None:
    call = read_call(command.words)
    assert call.command or call.help


def test_a_command_that_does_not_exist_is_refused() -> None:
    with pytest.raises(WrongUsage):
        read_call(["say", "in.jsonl"])


def test_the_tutorials_name_the_sample_by_its_place() -> None:
    named = {word for words in DISTINCT for word in words if word.startswith("src/")}
    assert named == {SAMPLE}
    assert (ROOT / SAMPLE).is_file()


@pytest.mark.heavy
@pytest.mark.parametrize(
    "words", [words for words in DISTINCT if set(words) & set(CHEAP) and "bench" not in words], ids=" ".join
)
def test_the_cheap_ones_run(words: tuple[str, ...], tmp_path: Path) -> None:
    given = tuple(SAMPLE if word in ("FILE", "TỆP") else word for word in words)
    done = run(given, tmp_path / "var")
    # The doctor answers 1 where this machine lacks something; it has still spoken.
    assert done.returncode in ((0, 1) if "doctor" in words else (0,)), done.stderr
    assert "Traceback" not in done.stderr
    if "--json" in words:
        assert json.loads(done.stdout)
    else:
        assert len(done.stdout.splitlines()) > 5
    assert not (tmp_path / "var").exists() or not list((tmp_path / "var").iterdir())


@pytest.mark.heavy
def test_the_demo_and_the_report_run_as_they_are_written(tmp_path: Path) -> None:
    data = tmp_path / "var"
    assert ("demo",) in DISTINCT
    done = run(("demo", "--no-serve"), data, seconds=240)
    assert done.returncode == 0, done.stderr
    assert shown_in_the_readme() <= headings(done.stdout)
    reports = [words for words in DISTINCT if "report" in words]
    assert reports
    for words in reports:
        file = tmp_path / words[words.index("-o") + 1]
        given = tuple(str(file) if word == file.name else word for word in words)
        done = run(given, data, seconds=120)
        assert done.returncode == 0, done.stderr
        assert file.stat().st_size > 5_000


def headings(text: str) -> set[str]:
    """The numbered lines of the demo."""
    return {line.strip() for line in text.splitlines() if re.match(r"\s*\[\d\] ", line)}


def shown_in_the_readme() -> set[str]:
    shown = headings((ROOT / "README.md").read_text())
    assert len(shown) == 6
    return shown
