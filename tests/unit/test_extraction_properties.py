"""Whatever stands in a file: the reader answers, its anchors hold, and its JSON comes back the same."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anchoring import assert_anchored, assert_quoted
from loa.documents.extraction.extract import extract
from loa.documents.extraction.serial import from_json, to_json
from loa.documents.ports import ExtractionResult, Line
from loa.documents.reading.limited import extract_file

WORDS = st.sampled_from(
    [
        "I.",
        "II.",
        "1.",
        "1.1.",
        "a)",
        "-",
        "+",
        "|",
        "**",
        "KẾ",
        "HOẠCH",
        "Số:",
        "/KH-UBND",
        "05/KH-UBND",
        "ngày",
        "tháng",
        "năm",
        "2025",
        "31/02/2025",
        "30/4",
        "từ",
        "đến",
        "trước",
        "trong",
        "quý",
        "IV/2025",
        "hằng",
        "tháng",
        "Phòng",
        "Kinh",
        "tế",
        "Công",
        "an",
        "xã",
        "các",
        "đơn",
        "vị",
        "liên",
        "quan",
        "phối",
        "hợp",
        "với",
        "chủ",
        "trì",
        "Đề",
        "nghị",
        "Đơn",
        "vị",
        "thực",
        "hiện:",
        "Thời",
        "gian:",
        "Nơi",
        "nhận:",
        "-",
        "Lưu:",
        "VT",
        "TM.",
        "KT.",
        "CHỦ",
        "TỊCH",
        "Nguyễn",
        "Văn",
        "An",
        ";",
        ",",
        ".",
        "(",
        ")",
        "“",
        "”",
        "…",
        "ỦY",
        "BAN",
        "NHÂN",
        "DÂN",
        "XÃ",
        "Kính",
        "gửi:",
        "V/v",
        "PHỤ",
        "LỤC",
        "Điều",
        "1.",
        "báo",
        "cáo",
        "về",
    ]
)
TEXTS = st.lists(st.lists(WORDS, max_size=9).map(" ".join), max_size=40)


def numbered(texts: list[str]) -> list[Line]:
    return [Line(number, text, page=1) for number, text in enumerate(texts, start=1)]


def assert_all_holds(result: ExtractionResult, lines: list[Line]) -> None:
    assert_anchored(result)
    assert_quoted(result, lines)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_any_mixture_of_the_words_of_plans_is_read(texts: list[str]) -> None:
    lines = numbered(texts)
    result = extract(lines)
    assert_all_holds(result, lines)
    assert extract(lines) == result


@settings(max_examples=80, deadline=None)
@given(st.lists(st.text(max_size=60), max_size=15))
def test_any_text_is_read(texts: list[str]) -> None:
    lines = numbered([" ".join(text.split("\n")) for text in texts])
    assert_all_holds(extract(lines), lines)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_json_comes_back_the_same(texts: list[str]) -> None:
    result = extract([Line(line.number, line.text) for line in numbered(texts)] or [Line(1, "")])
    text = "\n".join(line.text for line in result.lines)
    assert from_json(json.loads(json.dumps(to_json(result, explain=True))), text) == result


def test_every_line_with_words_is_used_or_listed() -> None:
    lines = numbered(
        ["ỦY BAN NHÂN DÂN", "XÃ ĐỒNG SƯƠNG", "", "Lời lạ", "KẾ HOẠCH", "Tuyên truyền", "", "I. NỘI DUNG", "1. Tin giả."]
    )
    result = extract(lines)
    assert_all_holds(result, lines)
    assert result.unused == (4,)


def test_a_value_that_another_column_parts_is_anchored_line_by_line() -> None:
    texts = ["ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "XÃ ĐỒNG SƯƠNG Độc lập - Tự do - Hạnh phúc"]
    texts += ["Số: 05/KH-UBND Đồng Sương, ngày 05 tháng 9 năm 2025", "KẾ HOẠCH", "Tuyên truyền", "I. NỘI DUNG"]
    anchors = extract(numbered(texts)).anchors
    assert [place.quote for place in anchors["/header/issuer"]] == ["ỦY BAN NHÂN DÂN", "XÃ ĐỒNG SƯƠNG"]
    assert [place.quote for place in anchors["/header/date"]] == ["ngày 05 tháng 9 năm 2025"]


@pytest.mark.heavy
@pytest.mark.parametrize(
    "words",
    [
        "hằng tháng trước ngày và quý ",
        "phối hợp với Công an xã và ",
        "giao Sở Y tế, Sở Nội vụ ",
        "Đề nghị : ",
        "Căn cứ luật: Khi có, ",
    ],
)
def test_words_said_over_and_over_in_one_sentence_end_within_the_limits_of_the_process(
    words: str, tmp_path: Path
) -> None:
    path = tmp_path / "ke-hoach.txt"
    path.write_text("\n".join(["I. TỔ CHỨC THỰC HIỆN", "1. Công việc", "- " + words * 1500]), encoding="utf-8")
    text, result = extract_file(path)  # a process that takes more than `limits.CPU_SECONDS` is stopped and refused
    assert_all_holds(result, list(text.lines))


def dense_plan(units: int) -> list[Line]:
    clause = [
        "{n}. Phòng Kinh tế",
        "- Chủ trì, phối hợp với Công an xã rà soát, báo cáo UBND xã trước ngày 25 hằng tháng về việc này.",
    ]
    return numbered(["I. TỔ CHỨC THỰC HIỆN", *(text.format(n=n % 90 + 1) for n in range(units) for text in clause)])


def calls_made(lines: list[Line]) -> int:
    """How many functions, of Python and of C, the extraction calls: the same on every machine."""
    made = Counter[str]()
    sys.setprofile(lambda _frame, event, _arg: made.update((event,)))
    try:
        extract(lines)
    finally:
        sys.setprofile(None)
    return made["call"] + made["c_call"]


def test_a_plan_twice_as_long_takes_twice_the_work() -> None:
    extract(dense_plan(10))  # what is made once and kept is not counted
    assert calls_made(dense_plan(120)) < 2.2 * calls_made(dense_plan(60))
