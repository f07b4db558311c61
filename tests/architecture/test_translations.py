"""Vietnamese is the source; every sentence a person may see has its English, and the compiled catalogue is that one."""

from __future__ import annotations

import pytest
from babel.messages import mofile, pofile
from babel.messages.catalog import Catalog
from house import SOURCE
from messages import calls_without_words, placeholders, source_messages

FOLDER = SOURCE / "locale" / "en" / "LC_MESSAGES"
# What residents and offices read is Vietnamese whatever the language of the process (ADR 0009).
PAPERS = (
    "typeset/**/*.py",
    "editorial/forms/*.py",
    "editorial/drafting/*.py",
    "reports/selectors/*.py",
    "adapters/by_hand/copy_pack.py",
)


def forms(said: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    """A sentence, or the forms of a counted one."""
    return (said,) if isinstance(said, str) else tuple(said)


@pytest.fixture(scope="module")
def english() -> Catalog:
    with (FOLDER / "django.po").open("rb") as file:
        return pofile.read_po(file, locale="en")


def test_every_sentence_has_its_english(english: Catalog) -> None:
    missing = {
        message: place
        for message, place in source_messages().items()
        if (entry := english.get(message)) is None or not all(forms(entry.string)) or entry.fuzzy
    }
    assert missing == {}


def test_no_english_is_left_of_sentences_that_are_gone(english: Catalog) -> None:
    known = source_messages()
    assert [entry.id for entry in english if entry.id and forms(entry.id)[0] not in known] == []


def test_both_languages_have_the_same_holes(english: Catalog) -> None:
    for entry in english:
        for said in forms(entry.string) if entry.id else ():
            assert placeholders(said) == placeholders(forms(entry.id)[0]), entry.id


def test_the_compiled_catalogue_is_the_written_one(english: Catalog) -> None:
    with (FOLDER / "django.mo").open("rb") as file:
        compiled = mofile.read_mo(file)
    written = {forms(entry.id): forms(entry.string) for entry in english if entry.id and not entry.fuzzy}
    assert {forms(entry.id): forms(entry.string) for entry in compiled if entry.id} == written


def test_every_sentence_is_one_plain_string() -> None:
    found = {
        path.relative_to(SOURCE).as_posix(): lines
        for path in sorted(SOURCE.rglob("*.py"))
        if (lines := calls_without_words(path.read_text(encoding="utf-8")))
    }
    assert found == {}


def test_papers_know_no_other_language() -> None:
    found = [path for pattern in PAPERS for path in SOURCE.glob(pattern)]
    assert len(found) > len(PAPERS)
    assert [path.name for path in found if "loa.core.language" in path.read_text(encoding="utf-8")] == []


def test_the_rules_see_what_they_should() -> None:
    assert calls_without_words("_('Xin chào {name}').format(name=name)\n_(f'Chào {name}')\n_(text)") == [2, 3]
    assert placeholders("Cổng {port} đang bận ({name:>3}).") == {"port", "name"}
    assert "core/language.py" not in str(source_messages().values())
    assert len(source_messages()) > 20
