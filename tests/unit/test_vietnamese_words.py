"""Folding, sentences, syllables: the small tools that others use."""

from __future__ import annotations

import pytest

from loa.vietnamese.folding import fold, slug
from loa.vietnamese.letters import spell
from loa.vietnamese.sentences import sentences
from loa.vietnamese.syllables import has_tone, is_syllable


def test_folding_drops_marks_and_the_stroke_of_d() -> None:
    assert fold("Đường Phượng Ỷ") == "duong phuong y"
    assert slug("Tin số 5: Đồng_Sương — hôm nay!") == "tin-so-5-dong-suong-hom-nay"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Chào bà con. Hẹn gặp lại!", ["Chào bà con.", "Hẹn gặp lại!"]),
        ("TP. Lam Giang có 1.000 hộ. Hết./.", ["TP. Lam Giang có 1.000 hộ.", "Hết./."]),
        (
            "1. Mục đích\n- Nâng cao\nnhận thức\n- Hai là v.v. và thế",
            ["1. Mục đích", "- Nâng cao nhận thức", "- Hai là v.v. và thế"],
        ),
        ("Xem tại dongsuong.vn. Xin cảm ơn", ["Xem tại dongsuong.vn.", "Xin cảm ơn"]),
        ("Ông nói: “Được.” Rồi đi…", ["Ông nói: “Được.”", "Rồi đi…"]),
        ("", []),
    ],
)
def test_sentences(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


def test_syllables_are_told_from_abbreviations() -> None:
    assert all(map(is_syllable, ["NGHIÊNG", "quyết", "ỷ", "thuở", "gì", "ban", "xoong"]))
    assert not any(map(is_syllable, ["UBND", "TTHC", "bcd", "qa", "ng", ""]))
    assert has_tone("Ủy")
    assert not has_tone("ƯU")


def test_letters_are_spelled_by_name() -> None:
    assert spell("HTX-Đ5é") == "hát tê ích xì đê năm e"
