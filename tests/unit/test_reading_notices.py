"""Each code of what was changed on the way in has one sentence for people."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from loa.cli.extract import extract_command
from loa.documents.reading.encodings.tables import SCHEMES
from loa.documents.reading.notices import WORDS, sentences
from loa.documents.reading.readers import read_bytes
from loa.documents.reading.text import from_json, to_json


def test_every_code_is_one_calm_sentence() -> None:
    assert {scheme.code for scheme in SCHEMES} <= set(WORDS)
    for sentence in sentences(WORDS):
        assert sentence.endswith(".")
        assert "\n" not in sentence
    assert sentences(["unknown"]) == []


def test_leftover_markdown_is_told_and_passes_the_pipe() -> None:
    read = read_bytes("**KẾ HOẠCH**\n| a | b |".encode())
    assert read.notices == ("markup",)
    assert from_json(to_json(read)) == read


def test_extract_tells_on_the_side_and_in_the_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "cu.txt"
    path.write_bytes("K\xd5 ho\xb9ch tuy\xaan truy\xd2n\n1. Th\xabng tin v\xd2 x\xb7".encode("cp1252"))
    assert extract_command(path, as_json=False, text_only=True) == 0
    said = capsys.readouterr()
    assert "Kế hoạch tuyên truyền" in said.out
    assert "TCVN3" in said.err
    assert extract_command(path, as_json=True, text_only=False) == 0
    assert json.loads(capsys.readouterr().out)["notices"] == ["tcvn3"]
