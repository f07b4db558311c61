"""Files made to do harm are refused with one line, or read for what they hold: within the limits, no crash of ours."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from hostile_files import BORNE, HEAVY, REFUSED, macros
from loa.documents.reading import limits
from loa.documents.reading.limited import extract_file, read_file
from loa.documents.reading.readers import read_bytes
from loa.documents.refusals import UnreadableDocument
from sample.files import docx, paragraph

# The paths by which a file may lead out of its process cost a child each; the rest is left to the heavy run.
QUICK = ("file read through an entity", "30,000 levels of tags", "10,000 pages")
PEAK = """
import sys
from pathlib import Path
from loa.documents.reading.child import answer
from loa.documents.reading.powers import give_up_powers
give_up_powers()
assert "extraction" in answer(Path(sys.argv[1]), mode="extract")
print(next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM")).split()[1])
"""


def test_the_quick_ones_are_among_them() -> None:
    assert set(QUICK) <= set(REFUSED)


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=() if name in QUICK else pytest.mark.heavy) for name in REFUSED]
)
def test_a_hostile_file_is_refused_with_one_line(name: str, tmp_path: Path) -> None:
    make, kinds = REFUSED[name]
    path = tmp_path / "kế hoạch.docx"
    path.write_bytes(make())
    with pytest.raises(kinds) as caught:
        extract_file(path)
    assert "\n" not in caught.value.message
    assert "root:" not in caught.value.message


@pytest.mark.heavy
@pytest.mark.parametrize("name", [*BORNE, *HEAVY])
def test_what_asks_for_too_much_ends_within_the_limits(name: str, tmp_path: Path) -> None:
    path = tmp_path / "kế hoạch.docx"
    path.write_bytes((BORNE | HEAVY)[name]())
    try:
        document, result = extract_file(path)
    except UnreadableDocument as refusal:
        assert "\n" not in refusal.message
    else:
        assert len(document.lines) <= limits.MAX_LINES
        assert result.lines == document.lines


def test_a_document_with_macros_is_read_and_they_are_not(tmp_path: Path) -> None:
    path = tmp_path / "ke-hoach.docm"
    path.write_bytes(macros())
    assert [line.text for line in read_file(path).lines] == ["KẾ HOẠCH"]


def test_a_name_with_path_tricks_is_only_a_name(tmp_path: Path) -> None:
    for name in ("--help", "..\\..\\a\nb{name}.docx"):
        path = tmp_path / name
        path.write_bytes(docx(paragraph("KẾ HOẠCH")))
        assert [line.text for line in read_file(path).lines] == ["KẾ HOẠCH"]


@pytest.mark.parametrize("section", ["<![[[[DOC>", "<![C [x]>", "<![if !supportLists]>", "<![", "<![CDATA[x]]>"])
def test_a_section_that_is_none_breaks_nothing_off(section: str) -> None:
    lines = read_bytes(f"<!DOCTYPE html><p>KẾ HOẠCH</p>{section}<p>xã</p>".encode()).lines
    assert lines[0].text == "KẾ HOẠCH"


@pytest.mark.skipif(sys.platform != "linux", reason="reads Linux's own count of memory")
@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_a_common_plan_takes_a_quarter_of_the_memory_it_may(kind: str) -> None:
    sample = Path(__file__).resolve().parents[2] / "src" / "loa" / "cli" / "sample" / f"ke-hoach-dong-suong.{kind}"
    done = subprocess.run([sys.executable, "-c", PEAK, str(sample)], capture_output=True, text=True, check=True)
    assert int(done.stdout) * 1024 < limits.ADDRESS_SPACE_BYTES / 4
