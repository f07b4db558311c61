"""The units of a plan under all their printed names: one unit is written out here, abbreviated there.

Surely one: the same words in another case or tone placement, an abbreviation of the words, with or without the name
of the place, a short name that the text itself defines. Perhaps one: a slip of one letter, or an abbreviation that
may stand for two.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from loa.documents.ports import UnitNames
from loa.vietnamese.unit_names import Endings, is_generic, local_endings, names_one_unit, spelling

from .paragraphs import Paragraph
from .units import UNIT, UnitName, names_in
from .wording import folded

NAMED = "unit.named"

_LEVEL = re.compile(r"\b(?:xã|phường|đặc khu|thị trấn|tỉnh|thành phố|huyện|quận)\b", re.IGNORECASE)
_DEFINED = re.compile(
    r"\s*\(\s*(?:sau đây\s+)?(?:được\s+)?(?:gọi|viết)(?:\s+(?:tắt|chung))?(?:\s+là)?\s*:?\s*[“\"]?"
    r"(?P<short>[^()“”\"]{2,60}?)[”\"]?\s*\)",
    re.IGNORECASE,
)
_VIET_NAM = re.compile(r"\b(?:viet nam|vn)\b")
_OF_VIET_NAM = re.compile(r"mat tran|mttq|\bhoi\b|\bdoan\b|cong doan|lien doan")
_WORDS = re.compile(r"[^\W_]+")
_CLUSTER = re.compile(r"[^aeiouy\W]{3}(?<!ngh)|^[^aeiouy\W]+$")  # `UBND`, `TT`: no syllable of Vietnamese
_SHORTEST_SLIP = 3  # letters of a word that one letter may be wrong in


@dataclass(frozen=True, slots=True)
class Mention:
    """A printed name and the lines it stands on."""

    name: str
    line_from: int
    line_to: int


@dataclass(slots=True)
class UnitGroup:
    """One unit: its names by spelling, in the order in which they were met, and where each stands."""

    names: list[str]
    doubtful: list[str] = field(default_factory=list)
    places: list[Mention] = field(default_factory=list)

    def row(self) -> UnitNames:
        """The fullest name first; capitals give way to a name in ordinary letters of as many words."""
        name = max(self.names, key=lambda each: (len(_WORDS.findall(each)), not each.isupper(), each[:1].isupper()))
        return UnitNames(name, tuple(other for other in self.names if other != name), tuple(self.doubtful))


def unit_groups_of(
    mentions: Sequence[Mention], *, issuer: str | None, defined: Iterable[tuple[str, str]] = ()
) -> list[UnitGroup]:
    """Group the printed names of units; nameless doers (`các đơn vị liên quan`) are left out.

    :param issuer: the issuer as printed, for the name of the place.
    :param defined: pairs (name, short name) that the text itself defines.
    """
    endings = _endings(issuer)
    groups, of_name = _by_spelling(
        [mention for mention in mentions if not is_generic(mention.name) and "|" not in mention.name]
    )
    shorts = {spelling(short): spelling(name) for name, short in defined}
    _unify(groups, of_name, endings=endings, shorts=shorts)
    kept = [group for group in groups if group.names]
    _doubt(kept)
    return kept


def defined_names(paragraphs: Iterable[Paragraph]) -> Iterator[tuple[str, str]]:
    """The short names that the text defines: `Trung tâm Dịch vụ … (sau đây gọi tắt là Trung tâm)`."""
    for paragraph in paragraphs:
        text = paragraph.text
        for found in _DEFINED.finditer(text) if "(" in text else ():
            heads = [head.start() for head in UNIT.finditer(text, max(0, found.start() - 160), found.start())]
            names = [
                name for at in heads for name in names_in(text, at, end=found.start()) if name.end == found.start()
            ]
            if names:
                yield _innermost(names).text, found["short"].strip()


def _innermost(names: Sequence[UnitName]) -> UnitName:
    return min(names, key=lambda name: name.end - name.start)


def _endings(issuer: str | None) -> Endings:
    found = list(_LEVEL.finditer(issuer or ""))
    return local_endings(issuer[found[-1].start() :]) if issuer and found else frozenset({()})


def _by_spelling(mentions: Sequence[Mention]) -> tuple[list[UnitGroup], dict[str, UnitGroup]]:
    groups: dict[str, UnitGroup] = {}
    for mention in mentions:
        group = groups.setdefault(spelling(mention.name), UnitGroup([]))
        if mention.name not in group.names:
            group.names.append(mention.name)
        group.places.append(mention)
    return list(groups.values()), groups


def _unify(
    groups: Sequence[UnitGroup], of_name: dict[str, UnitGroup], *, endings: Endings, shorts: dict[str, str]
) -> None:
    """Join each group with the one its name stands for; where it may stand for two, both are only perhaps it."""
    fullest = sorted(groups, key=lambda group: -len(_WORDS.findall(group.names[0])))
    met: dict[str, list[UnitGroup]] = defaultdict(list)
    for group in fullest:
        name = group.names[0]
        known = of_name.get(shorts.get(spelling(name), ""))
        alike = [known] if known and known is not group and known.names else _alike(name, met, endings=endings)
        if len(alike) == 1:
            alike[0].names += group.names
            alike[0].places += group.places
            group.names = []
        else:
            group.doubtful += [other.names[0] for other in alike]
            met[_initials(_even(name))[:1]].append(group)


def _alike(name: str, met: dict[str, list[UnitGroup]], *, endings: Endings) -> list[UnitGroup]:
    plain = _even(name)
    own = _initials(plain)
    return [
        group
        for group in met[own[:1]]
        if any(
            own.startswith(_initials(_even(other))[:3])
            and names_one_unit(plain, _even(other), endings=endings)
            and not _differs_in_marks(name, other)
            for other in group.names
        )
    ]


def _differs_in_marks(one: str, two: str) -> bool:
    """The same letters with other marks on them: `Xã hôi` for `Xã hội` is a slip, `Xã hội` for `XH` is not."""
    pairs = zip(_WORDS.findall(one), _WORDS.findall(two), strict=False)
    return any(folded(a) == folded(b) and spelling(a) != spelling(b) for a, b in pairs)


def _initials(name: str) -> str:
    """The first letters of the words, an abbreviation's all: `Phòng VH-XH` and `Phòng Văn hóa - Xã hội` are `pvhxh`."""
    words = [word for word in _WORDS.findall(name) if folded(word) != "va"]
    return "".join(folded(word if word.isupper() and _is_unmarked(word) else word[:1]) for word in words)


def _is_unmarked(word: str) -> bool:
    return folded(word) == word.lower().replace("đ", "d")


@lru_cache(maxsize=1024)
def _even(name: str) -> str:
    """The name as it is compared: in ordinary letters, `Việt Nam` left out (`Hội Nông dân Việt Nam xã`)."""
    if name.isupper():
        name = _WORDS.sub(
            lambda word: word.group() if _CLUSTER.search(folded(word.group())) else word.group().title(), name
        )
    return _without_country(name)


def _without_country(name: str) -> str:
    """`Hội Nông dân Việt Nam xã` is the commune's `Hội Nông dân`."""
    plain = folded(name)
    found = _VIET_NAM.search(plain)
    if found is None or not _OF_VIET_NAM.search(plain):
        return name
    return f"{name[: found.start()]}{name[found.end() :]}"


def _doubt(groups: Sequence[UnitGroup]) -> None:
    """Names that differ in one letter or in marks only are perhaps one unit; the rarer one is the slip."""
    by_length: dict[int, list[tuple[UnitGroup, list[str]]]] = defaultdict(list)
    for group in sorted(groups, key=lambda group: -len(group.places)):
        words = [folded(word) for word in _WORDS.findall(group.names[0])]
        for other, theirs in by_length[len(words)]:
            if _is_slip(words, theirs):
                other.doubtful += [name for name in group.names if name not in other.doubtful]
                break
        by_length[len(words)].append((group, words))


def _is_slip(left: Sequence[str], right: Sequence[str]) -> bool:
    apart = [(one, two) for one, two in zip(left, right, strict=True) if one != two]
    if not apart:
        return True  # only marks differ
    if len(apart) > 1 or len(left) < 3:
        return False
    one, two = apart[0]
    if min(len(one), len(two)) < _SHORTEST_SLIP or any(letter.isdigit() for letter in one + two):
        return False
    return _one_letter_apart(one, two)


def _one_letter_apart(one: str, two: str) -> bool:
    if abs(len(one) - len(two)) > 1:
        return False
    head = next((at for at, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
    if len(one) == len(two):
        return one[head + 1 :] == two[head + 1 :]
    shorter, longer = sorted((one, two), key=len)
    return shorter[head:] == longer[head + 1 :]
