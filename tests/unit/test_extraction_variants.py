"""Letterheads, subjects, numbering, citations and feet of the page of many issuers, all made up."""

from __future__ import annotations

import pytest

from anchoring import assert_anchored, assert_quoted
from loa.documents.extraction.extract import extract
from loa.documents.extraction.rules import RULES, explained
from variants import Variant, plain, variants

VARIANTS = list(variants())
LETTER_RULES = {f"{name}.paragraph" for name in ("outline", "topics", "activities")}  # test_extraction_letters.py


def test_there_are_variants_of_every_part() -> None:
    parts = {variant.name.split(":")[0] for variant in VARIANTS}
    assert parts == {"citations", "duties", "feet", "issuers", "letterheads", "outlines", "titles", "whole"}
    assert len(VARIANTS) >= 100


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda variant: variant.name)
def test_what_a_variant_prints_is_read(variant: Variant) -> None:
    result = extract(variant.lines)
    read = plain(result)
    assert {name: read[name] for name in variant.expected} == variant.expected
    assert_anchored(result)
    assert_quoted(result, variant.lines)


def test_every_rule_of_the_catalogue_is_reached() -> None:
    reached = {
        place.rule for variant in VARIANTS for places in extract(variant.lines).anchors.values() for place in places
    }
    assert set(RULES) - reached == LETTER_RULES


@pytest.mark.parametrize("name", sorted(RULES))
def test_every_rule_says_in_a_sentence_what_it_looks_for_and_its_source(name: str) -> None:
    rule = RULES[name]
    assert rule.words.endswith((".", ")."))
    assert rule.source
    assert explained(name) == f"{rule.words} Nguồn: {rule.source}."


def test_a_mark_made_by_a_person_has_no_rule() -> None:
    assert explained("") == ""
