"""Rules, not answers: no word peculiar to the real documents stands in the code.

Peculiar are names of places, numbers of documents, phrases of subjects, signers, units, and any run of words long
enough to be a sentence of theirs; as printed, and without accents, as rules are written.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from house import ROOT

from loa.vietnamese.folding import fold

CODE = ("src/loa", "player")
KINDS = {".py", ".html", ".txt", ".js", ".css", ".svg", ".json", ".toml"}
WHOLE_LISTS = {"provinces.txt"}  # every province of the country; whoever leaves none out has chosen none
NOT_OURS = {"vendor", "__pycache__", "migrations"}
SHORTEST = 4  # letters
TITLE_RUN, TEXT_RUN = 6, 9  # words that stand together by chance no longer
# What the decree's practice prints everywhere, so that its words prove nothing.
COMMON = {
    "ho chi minh": "the youth union's name, and the time zone's",
    "uy ban nhan dan": "every state plan's issuer",
    "viet nam": "the country",
    "trung uong": "the central level of every body",
}
TOKEN = re.compile(r"[^\W_]+|[^\s\w/-]")  # a mark parts words: a regex is no sentence
NUMBERED = re.compile(r"(?<![\w/.,-])\d{2,}(?:/\d{4})?\s?[-/]\s?[A-ZĐ][A-ZĐa-z]*(?:[-/][A-ZĐ][A-Za-zĐđ]*)+")
LAND = re.compile(r"(?:[Tt]ỉnh|[Tt]hành phố|[Xx]ã|[Pp]hường|[Hh]uyện|[Đđ]ặc khu)\s+((?:[A-ZĐ][^\W\d_]+ ?){2,3})")


def words_of(text: str) -> list[str]:
    return TOKEN.findall(unicodedata.normalize("NFC", text).casefold())


def both(text: str) -> set[str]:
    """The words as printed and, as rules write them, without accents."""
    plain = " ".join(words_of(text))
    return {plain, fold(plain)}


def runs(text: str, length: int) -> Iterator[str]:
    words = words_of(text)
    for start in range(len(words) - length + 1):
        yield " ".join(words[start : start + length])


def peculiar_names(gold: dict[str, Any]) -> set[str]:
    """Names and phrases of one gold reading, folded."""
    header = gold["header"]
    names = {header[field] for field in ("place", "signer") if header[field]}
    names |= {row["unit"] for row in gold["assignments"] if is_peculiar_unit(row["unit"])}
    names |= {citation["symbol"] for citation in gold["citations"] if re.match(r"\d{2,}\D", citation["symbol"])}
    names |= set(runs(header["title"] or "", TITLE_RUN))
    return {form for name in names for form in both(name)}


def is_peculiar_unit(name: str) -> bool:
    """A unit named after its place, or after a brand: a kind of body alone is anybody's."""
    return LAND.search(name) is not None or re.search(r"\b[A-ZĐ][^\W\d_]+ [A-ZĐ][^\W\d_]+$", name) is not None


def peculiar_words(text: str) -> set[str]:
    """Places and numbers that one document's text names, folded."""
    text = " ".join(text.replace("*", "").split())
    names = [found[1] for found in LAND.finditer(text)] + [found.group() for found in NUMBERED.finditer(text)]
    return {form for name in names for form in both(name)}


def code_files(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.suffix in KINDS and path.name not in WHOLE_LISTS and not NOT_OURS.intersection(path.parts):
                yield path


def found_in(path: Path, *, names: Iterable[str], sentences: set[str]) -> set[str]:
    """The peculiar words and sentences that stand in `path`."""
    text = path.read_text(encoding="utf-8")
    plain = f" {' '.join(words_of(text))} "
    return {name for name in names if f" {name} " in plain} | (set(runs(text, TEXT_RUN)) & sentences)


def corpus_of(shared: Path) -> tuple[set[str], set[str]]:
    """The peculiar names and the sentences of all real documents."""
    golds = [
        json.loads(path.read_text(encoding="utf-8")) for path in sorted((shared / "corpus" / "gold").glob("*.json"))
    ]
    folders = ("plans", "unlabelled")
    texts = [path.read_text(encoding="utf-8") for name in folders for path in (shared / "corpus" / name).glob("*.txt")]
    names = {name for gold in golds for name in peculiar_names(gold)} | {
        w for text in texts for w in peculiar_words(text)
    }
    sentences = {run for text in texts for run in runs(text, TEXT_RUN)}
    return {name for name in names if len(name) > SHORTEST and fold(name) not in COMMON}, sentences


def test_no_word_of_the_real_documents_stands_in_the_code(shared: Path) -> None:
    names, sentences = corpus_of(shared)
    assert len(names) > 100
    assert len(sentences) > 10_000
    files = code_files(ROOT / folder for folder in CODE)
    found = {str(path.relative_to(ROOT)): found_in(path, names=names, sentences=sentences) for path in files}
    assert {path: words for path, words in found.items() if words} == {}


def test_the_rule_sees_a_planted_word(tmp_path: Path) -> None:
    gold = {
        "header": {
            "place": "Lam Giang",
            "signer": "Lương Văn Khê",
            "title": "Truyền thông phòng chống rét cho đàn gia súc",
        },
        "assignments": [{"unit": "UBND xã Đồng Sương"}, {"unit": "Phòng Kinh tế"}],
        "citations": [{"symbol": "1234/QĐ-UBND"}],
    }
    names = peculiar_names(gold) | peculiar_words("Ủy ban nhân dân tỉnh Lam Giang căn cứ Kế hoạch số 77/KH-SVHTTDL.")
    sentence = "Nâng cao nhận thức của bà con về cách che chắn chuồng trại mùa đông"
    planted = {
        "place.py": 'PLACES = ("lam giang", "khac")',
        "signer.py": "# as Lương Văn Khê signed it",
        "number.py": 'NUMBER = re.compile("77/KH-SVHTTDL")',
        "subject.py": '"phong chong ret cho dan gia"',
        "unit.html": "<p>UBND xã Đồng Sương</p>",
        "sentence.py": f'TEXT = "{sentence}"',
    }
    for name, text in planted.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "clean.py").write_text('UNITS = ("Phòng Kinh tế", "ủy ban nhân dân")', encoding="utf-8")
    seen = {
        path.name
        for path in code_files([tmp_path])
        if found_in(path, names=names, sentences=set(runs(sentence, TEXT_RUN)))
    }
    assert seen == set(planted)
