"""What holds for every text, not only for those that somebody thought of."""

from __future__ import annotations

import re
import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from loa.vietnamese.folding import fold, slug
from loa.vietnamese.sentences import sentences
from loa.vietnamese.spoken import spoken_form

PAUSES = ",.;:?!"
PIECES = st.sampled_from([
    "15/8/2025", "7h30", "02-KH/BCĐTW", "UBND", "GD&ĐT", "IV", "1.234,5", "%", "km2", "0912 345 678", "114", "gọi",
    "ngày", "từ", "-", "–", "/", "(", ")", "...", "./.", "a)", "II.", "\n", "- ", "https://a.gov.vn/x?y=1", "@",
    "5 m²", "½", "°C", "thứ", "điểm", "quý", "mục", "QH15", "5G", "Covid-19", "VỀ VIỆC", "TP.", "v.v.", "xã",
    "Đồng Sương", "×", "≥", "₫",
])  # fmt: skip
SPACED = st.lists(PIECES, max_size=12).map(" ".join)
WRITTEN = st.one_of(st.text(max_size=60), SPACED, st.lists(PIECES, max_size=8).map("".join))


def is_speakable(character: str) -> bool:
    return character.isspace() or character in PAUSES or (character.isalpha() and not character.isnumeric())


@given(WRITTEN)
@settings(max_examples=300, deadline=None)
def test_nothing_unspoken_is_left(written: str) -> None:
    spoken = spoken_form(written)
    assert [character for character in spoken.text if not is_speakable(character)] == []


@given(WRITTEN)
@settings(max_examples=200, deadline=None)
def test_changes_are_in_order_apart_and_true_to_the_text(written: str) -> None:
    text = unicodedata.normalize("NFC", written)
    end = 0
    for change in spoken_form(written).changes:
        assert end <= change.start < change.end
        assert text[change.start : change.end] == change.written or "\ue000" in text
        end = change.end


@given(SPACED)
@settings(max_examples=200, deadline=None)
def test_reading_twice_changes_nothing_more(written: str) -> None:
    once = spoken_form(written).text
    assert spoken_form(once).text.lower() == once.lower()


@given(st.dictionaries(st.text(min_size=1, max_size=6), st.text(max_size=12), max_size=3), WRITTEN)
@settings(max_examples=100, deadline=None)
def test_no_entry_of_a_lexicon_can_smuggle_a_sign_in(lexicon: dict[str, str], written: str) -> None:
    assert all(is_speakable(character) for character in spoken_form(written, lexicon=lexicon).text)


@given(st.text(max_size=80))
def test_folding_is_the_same_for_both_ways_of_writing_marks(text: str) -> None:
    composed, decomposed = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert fold(composed) == fold(decomposed)
    assert fold(fold(text)) == fold(text)
    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", slug(text))


@given(st.text(max_size=200))
def test_sentences_lose_no_letter(text: str) -> None:
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())


def test_a_flood_of_one_thing_is_read_in_no_time() -> None:
    for piece in ("1", "a", "1/", "UBND ", "\n", "a-", "- ", "phụ lục I, "):
        assert spoken_form(piece * 2000) is not None
