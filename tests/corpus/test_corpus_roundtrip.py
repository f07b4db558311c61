"""The real plans as Word documents and PDFs: what an office would have sent is read as well as the copy of its text."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest

from corpus_plans import scorer, text_lines
from loa.documents.extraction.extract import extract
from loa.documents.extraction.serial import to_json
from loa.documents.ports import Line
from loa.documents.reading.readers import read_bytes
from office.plan_parts import PlanParts, parts_of
from office.write_docx import docx_of
from office.write_pdf import pdf_of
from parts import need

MAY_LOSE = 0.005  # of the mean of all groups, over all documents
ONE_MAY_LOSE = 0.02
FEW = ("14", "46")  # one with decimal and lettered items, and a công văn
WRITERS: dict[str, Callable[[PlanParts], bytes]] = {
    "typed": docx_of,
    "automatic": lambda parts: docx_of(parts, automatic=True),
    "pdf": pdf_of,
}


def plans(shared: Path, *, few: bool = False) -> list[Path]:
    found = sorted((shared / "corpus" / "plans").glob("*.txt"))
    return [path for path in found if not few or path.name.startswith(FEW)]


def printed(lines: Sequence[Line]) -> dict[str, Any]:
    """The extraction as the command prints it."""
    data: dict[str, Any] = json.loads(json.dumps(to_json(extract(lines))))
    return data


def mean_score(shared: Path, path: Path, *, lines: Sequence[Line]) -> float:
    gold: dict[str, Any] = json.loads((shared / "corpus" / "gold" / f"{path.stem}.json").read_text())
    groups = scorer(shared).score(gold, printed(lines))
    return float(sum(groups.values()) / len(groups))


def losses(shared: Path, paths: Iterable[Path], *, read: Callable[[Path], Sequence[Line]]) -> dict[str, float]:
    """How much lower each document scores, read back, than its text does."""
    return {
        path.stem: mean_score(shared, path, lines=text_lines(path)) - mean_score(shared, path, lines=read(path))
        for path in paths
    }


def assert_small(lost: dict[str, float]) -> None:
    assert sum(lost.values()) / len(lost) <= MAY_LOSE, lost
    assert max(lost.values()) <= ONE_MAY_LOSE, lost


def written(path: Path, kind: str) -> bytes:
    return WRITERS[kind](parts_of(text_lines(path)))


@pytest.mark.parametrize("kind", WRITERS)
def test_a_plan_as_an_office_writes_it_is_read_as_its_text(shared: Path, kind: str) -> None:
    assert_small(losses(shared, plans(shared, few=True), read=lambda path: read_bytes(written(path, kind)).lines))


@pytest.mark.heavy
@pytest.mark.parametrize("kind", WRITERS)
def test_all_plans_as_an_office_writes_them_are_read_as_their_text(shared: Path, kind: str) -> None:
    assert_small(losses(shared, plans(shared), read=lambda path: read_bytes(written(path, kind)).lines))


@pytest.mark.heavy
@pytest.mark.parametrize("kind", WRITERS)
def test_other_documents_give_the_same_from_file_and_from_text(shared: Path, kind: str) -> None:
    """Without gold, the reading of the text stands in for it."""
    score = scorer(shared).score
    lost = {}
    for path in sorted((shared / "corpus" / "unlabelled").glob("*.txt")):
        groups = score(printed(text_lines(path)), printed(read_bytes(written(path, kind)).lines))
        lost[path.stem] = 1 - sum(groups.values()) / len(groups)
    assert_small(lost)


@pytest.mark.heavy
@pytest.mark.parametrize(("kind", "form"), [("automatic", "pdf"), ("typed", "pdf"), ("automatic", "docx")])
def test_another_word_processor_writes_them_and_they_are_read_as_their_text(
    shared: Path, tmp_path: Path, kind: str, form: str
) -> None:
    """LibreOffice lays the pages out, counts the numbers and writes styles and runs in its own way."""
    program = need("soffice", shutil.which("soffice"))
    for path in plans(shared):
        (tmp_path / f"{path.stem}.docx").write_bytes(written(path, kind))
    made = tmp_path / "made"
    command = [program, "--headless", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--convert-to", form]
    files = [str(path) for path in sorted(tmp_path.glob("*.docx"))]
    subprocess.run([*command, "--outdir", str(made), *files], check=True, capture_output=True, timeout=300)
    assert_small(
        losses(shared, plans(shared), read=lambda path: read_bytes((made / f"{path.stem}.{form}").read_bytes()).lines)
    )
