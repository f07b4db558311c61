"""The two lists of libraries: hashes everywhere, no address inside, the longer one holds the shorter one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LISTS = ("requirements.lock", "requirements-dev.lock")
PINNED = re.compile(r"^([a-z0-9][a-z0-9._-]*)==(\S+)(?: ; ([^\\]+?))? \\$", re.MULTILINE)


def pinned(name: str) -> set[tuple[str, str, str]]:
    return {(found[1], found[2], found[3] or "") for found in PINNED.finditer((ROOT / name).read_text())}


def test_the_longer_list_holds_the_shorter_one() -> None:
    short = pinned("requirements.lock")
    assert len(short) > 20
    assert short <= pinned("requirements-dev.lock")


@pytest.mark.parametrize("name", LISTS)
def test_every_library_has_hashes_and_no_address(name: str) -> None:
    text = (ROOT / name).read_text()
    assert "://" not in text
    assert "--index-url" not in text
    blocks = re.split(r"\n(?=[a-z0-9])", text.strip())
    assert len(blocks) == len(pinned(name))
    for block in blocks:
        assert "--hash=sha256:" in block, block.splitlines()[0]


@pytest.mark.parametrize("name", LISTS)
def test_what_is_asked_for_is_pinned(name: str) -> None:
    asked = (ROOT / name.replace(".lock", ".in")).read_text().splitlines()
    wanted = {re.split(r"[~=<>\[]", line)[0].lower() for line in asked if line and line[0] not in "#-"}
    assert wanted <= {library for library, _version, _marker in pinned(name)}
