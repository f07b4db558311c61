"""The words that the tutorials and how-tos call the screens' own do stand on the screens."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted(
    [
        *(ROOT / "docs/tutorial").glob("*.md"),
        *(ROOT / "docs/how-to" / f"{name}.md" for name in ("van-hoa", "van-hanh", "lanh-dao", "truong-khu")),
        ROOT / "docs/how-to/phu-trach-he-thong.md",
        ROOT / "docs/explanation/duong-di-cua-du-lieu.md",
    ]
)
BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
IN_TEMPLATES = re.compile(
    r"\{% translate (?:\"([^\"]+)\"|'([^']+)')"
    r"|\{% blocktranslate[^%]*%\}(.*?)\{% (?:plural|endblocktranslate)",
    re.DOTALL,
)
IN_PYTHON = re.compile(r"\b(?:_|marked|gettext|gettext_noop)\(\s*\"([^\"]+)\"")
NAMED_HOLE = re.compile(r"%\\?\((\w+)\\?\)s")
HOLE = re.compile(r"\\\{\\\{.*?\\\}\\\}|\\\{\w*\\\}")
# Bold for another reason than a word of the screens.
OWN_WORDS = {"đậm", "Đổi người", "Bold", "change person", "English"}


@cache
def screen_words() -> list[re.Pattern[str]]:
    """Every text of the console, and of the names it shows, with its holes open."""
    found = set()
    for path in (ROOT / "src/loa/console/templates").rglob("*.html"):
        found |= {next(part for part in match if part) for match in IN_TEMPLATES.findall(path.read_text())}
    for path in (ROOT / "src/loa").rglob("*.py"):
        if "cli" not in path.relative_to(ROOT / "src/loa").parts:
            found |= set(IN_PYTHON.findall(path.read_text()))
    # A text of holes alone would let any words pass.
    escaped = [re.escape(words) for words in found if re.search(r"\w", HOLE.sub("", re.escape(words)))]
    return [re.compile(HOLE.sub(".+", words)) for words in escaped]


def test_the_screens_words_are_found_at_all() -> None:
    known = screen_words()
    assert len(known) > 300
    assert not any(pattern.fullmatch("Không đâu nói thế này") for pattern in known)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_each_word_of_the_screens_is_one(page: Path) -> None:
    words = {" ".join(found.split()) for found in BOLD.findall(page.read_text())} - OWN_WORDS
    assert words
    known = screen_words()
    missing = {word for word in words if not any(pattern.fullmatch(word.rstrip(".")) for pattern in known)}
    assert not missing


def english_words() -> list[tuple[re.Pattern[str], str]]:
    """Each text of the catalogue with its holes open, and its English."""
    with (ROOT / "src/loa/locale/en/LC_MESSAGES/django.po").open("rb") as file:
        said = {one.id: one.string for one in read_po(file) if isinstance(one.id, str) and isinstance(one.string, str)}
    return [
        (re.compile(NAMED_HOLE.sub(r"(?P<\1>.+)", re.escape(words))), text) for words, text in said.items() if words
    ]


def filled(text: str, found: re.Match[str]) -> str:
    """`text` with what the other language had in the same holes."""
    return NAMED_HOLE.sub(lambda hole: found[hole[1]], text)


def test_the_english_tutorial_says_what_the_english_screens_say() -> None:
    page = " ".join((ROOT / "docs/tutorial/your-first-campaign.md").read_text().split())
    pairs = re.findall(r"\*\*([^*]+)\*\* \(([^)]+)\)", page)
    assert len(pairs) > 30
    known = english_words()
    for words, english in pairs:
        found = [(match, said) for pattern, said in known if (match := pattern.fullmatch(words))]
        assert english in {filled(said, match) for match, said in found}, words
