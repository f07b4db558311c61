"""`loa extract`: its forms, `--explain` with each, and a refusal in one line."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from loa.cli.extract import extract_command
from loa.cli.row_words import row_words
from loa.cli.usage import read_call
from loa.documents.extraction.rules import RULES
from loa.documents.ports import (
    ActivityRow,
    AssignmentRow,
    Citation,
    CostRow,
    ReportingDuty,
    TaskRow,
    UnitNames,
    Window,
)

PLAN = (
    "ỦY BAN NHÂN DÂN\nXÃ ĐỒNG SƯƠNG\nSố: 05/KH-UBND\nĐồng Sương, ngày 05 tháng 9 năm 2025\nKẾ "
    "HOẠCH\nTuyên truyền an toàn trên mạng\n"
    "I. TỔ CHỨC THỰC HIỆN\n1. Công an xã\nGửi báo cáo trước ngày 25 hằng tháng.\n"
)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "ke-hoach.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


def test_json_is_the_object_with_anchors_and_unused_lines(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert extract_command(plan, as_json=True, text_only=False) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["header"]["symbol"] == "KH-UBND"
    assert said["windows"] == [{"clause": "I.1", "start": None, "end": None, "every": "month", "day": 25}]
    assert said["assignments"] == [{"clause": "I.1", "unit": "Công an xã", "role": "lead"}]
    assert said["anchors"]["/assignments/0"] == [{"page": None, "line_from": 8, "line_to": 8, "quote": "Công an xã"}]
    assert {"topics", "activities", "budget", "reporting", "unused"} <= said.keys()


def test_text_is_the_numbered_lines(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert extract_command(plan, as_json=False, text_only=True) == 0
    assert capsys.readouterr().out.splitlines()[4] == "KẾ HOẠCH"


def test_without_flags_a_person_gets_a_summary(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert extract_command(plan, as_json=False, text_only=False) == 0
    said = capsys.readouterr().out
    assert "Công an xã (chủ trì)" in said
    assert "Ngày: 05/09/2025\n" in said


def test_explained_each_field_has_its_lines_its_words_and_its_rule(
    plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert extract_command(plan, as_json=False, text_only=False, explain=True) == 0
    said = capsys.readouterr().out
    assert "Ký hiệu: KH-UBND\n    Dòng 3: “KH-UBND”\n    Quy tắc: Các chữ viết tắt sau số" in said
    assert "[header.symbol]\n" in said
    assert "Dòng 1: “ỦY BAN NHÂN DÂN”" not in said  # the issuer's two lines follow each other: one quote
    assert "Cơ quan ban hành: ỦY BAN NHÂN DÂN XÃ ĐỒNG SƯƠNG\n    Dòng 1 đến 2: “ỦY BAN" in said
    assert "Phân công I.1: Công an xã (chủ trì)\n    Dòng 8: “Công an xã”\n    Quy tắc: " in said
    assert "Thời hạn I.1: hằng tháng, ngày 25\n" in said
    assert "Loại văn bản: Kế hoạch\n" in said
    assert "Ngày: 05/09/2025\n" in said
    assert "2025-09-05" not in said
    assert "Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I" in said


@pytest.mark.parametrize(
    ("group", "row", "place", "words"),
    [
        ("citations", Citation("58/KH-UBND", "2025-08-22"), "", "58/KH-UBND ngày 22/08/2025"),
        ("windows", Window("II.3", "2025-10-01", None, None, None), "II.3", "từ 01/10/2025"),
        ("windows", Window("V.4", None, None, "year", "12-15"), "V.4", "hằng năm, ngày 15/12"),
        ("assignments", AssignmentRow("V.5", "Ủy ban MTTQ xã", "request"), "V.5", "Ủy ban MTTQ xã (đề nghị)"),
        ("activities", ActivityRow("III.2", "Nhắn tin", ("telecom",)), "III.2", "Nhắn tin; kênh: Tin nhắn viễn thông"),
        (
            "reporting",
            ReportingDuty("", None, "UBND xã", None, True, True, first_due="2025-09-25"),
            "",
            "gửi: UBND xã; định kỳ, không nêu kỳ hạn; đột xuất; lần đầu: 25/09/2025",
        ),
        (
            "costs",
            CostRow("IV", "In áp phích", 12_500_000, "ngân sách xã"),
            "IV",
            "In áp phích; số tiền: 12.500.000 đồng; nguồn: ngân sách xã",
        ),
        (
            "tasks",
            TaskRow("Phụ lục I", "1", "Treo băng rôn", ("Công an xã",), end="2025-09-15", product="12 băng"),
            "Phụ lục I.1",
            "Treo băng rôn; chủ trì: Công an xã; đến hết 15/09/2025; sản phẩm: 12 băng",
        ),
        (
            "units",
            UnitNames("Trạm Y tế xã", ("Trạm YT",), ("Trạm",)),
            "",
            "Trạm Y tế xã; cũng viết là: Trạm YT; có thể cũng là: Trạm",
        ),
    ],
)
def test_a_row_is_in_the_words_of_a_person(group: str, row: Any, place: str, words: str) -> None:
    assert row_words(group, asdict(row)) == (place, words)


def test_explained_json_names_the_rule_of_every_anchor(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert extract_command(plan, as_json=True, text_only=False, explain=True) == 0
    anchors = json.loads(capsys.readouterr().out)["anchors"]
    assert anchors["/header/date"][0]["rule"] == "header.date"
    assert all(place["rule"] in RULES for places in anchors.values() for place in places)


def test_the_call_is_read_with_and_without_its_explanation() -> None:
    assert read_call(["extract", "a.txt", "--json", "--explain"]).explain
    assert not read_call(["extract", "a.txt"]).explain


def test_a_refusal_is_one_line_on_stderr(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert extract_command(tmp_path / "khong-co.txt", as_json=True, text_only=False) == 1
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)


def test_django_stays_out(plan: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from loa.cli.extract import extract_command; "
        "extract_command(Path(sys.argv[1]), as_json=True, text_only=False); sys.exit('django' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code, str(plan)], capture_output=True, check=False).returncode == 0
