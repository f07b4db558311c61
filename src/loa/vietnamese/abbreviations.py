"""Abbreviations: the commune's own and the field's; what nobody knows is spelled and reported."""

from __future__ import annotations

import re

from loa.vietnamese.capitals import is_word_in_capitals
from loa.vietnamese.drafts import Draft, Kind
from loa.vietnamese.letters import spell
from loa.vietnamese.lexicon import Lexicon, table
from loa.vietnamese.numbers import digit_words, number_words

_BIG = r"[A-ZĐƯƠÔĂÂÊ]"
COMPOSITE = re.compile(rf"(?<!\w)(?:{_BIG}+(?:\s?&\s?|-|,(?={_BIG}+&)))+(?:{_BIG}+)(?!\w)")
WITH_FIGURES = re.compile(rf"(?<!\w)(?P<word>{_BIG}{{2,}})(?P<n>\d{{1,3}})(?!\w)")
_CITED_BY_NUMBER = frozenset({"CT", "ĐA", "KL", "NĐ", "NQ", "QĐ", "TT"})
PLAIN = re.compile(r"[^\W\d_]{2,}")
# "- VP. UBND xã": a dot after a short form that opens an item ends no sentence.
_OPENS_ITEM = re.compile(r"(?:^|[\n,;:(])\s*[-–+*•]?\s*$")
_SHORT_FORM_DOT = re.compile(r"\.(?=[A-ZĐ])|\.(?=\s[A-ZĐ])")


def read_own_entries(draft: Draft, lexicon: Lexicon) -> None:
    """Read the entries of the commune's own lexicon, whatever they look like, longest first."""
    if lexicon.own:
        entries = "|".join(re.escape(entry) for entry in sorted(lexicon.own, key=len, reverse=True))
        pattern = re.compile(rf"(?<!\w)(?:{entries})(?!\w)")
        draft.read(pattern, lambda match: lexicon.own[match[0]], kind=Kind.ABBREVIATION)


def read_abbreviations(draft: Draft, lexicon: Lexicon) -> None:
    """Read composites (`GD&ĐT`), numbered ones (`QH15`), then plain ones."""
    draft.read(COMPOSITE, lambda match: _composite(draft, match, lexicon=lexicon), kind=Kind.ABBREVIATION)
    draft.read(WITH_FIGURES, lambda match: _with_figures(draft, match), kind=Kind.ABBREVIATION)
    draft.read(PLAIN, lambda match: _plain(draft, match, lexicon=lexicon), kind=Kind.ABBREVIATION)


def _composite(draft: Draft, match: re.Match[str], *, lexicon: Lexicon) -> str | None:
    token = re.sub(r"\s", "", match[0])
    words = lexicon.expand(token, following=draft.after(match.end()), preceding=draft.before(match.start()))
    return words.replace(" - ", " ") if words else None


def _with_figures(draft: Draft, match: re.Match[str]) -> str | None:
    """`QH15`, `NQ57`: a parliament or a type of document; any other is a code, and codes are spelled."""
    word, figures = match["word"], match["n"]
    number = digit_words(figures) if figures[0] == "0" else number_words(int(figures))
    if word in {"QH", "UBTVQH"}:
        return f"{table('issuers.tsv')[word]} khóa {number}"
    type_words = table("document_types.tsv").get(word) if word in _CITED_BY_NUMBER else None
    is_form = re.search(r"\b(?:mẫu|tờ khai|biểu|phiếu|mã)(?:\s+số)?\s*$", draft.before(match.start()))
    return f"{type_words} {number}" if type_words and not is_form else f"{spell(word)} {number}"


def _plain(draft: Draft, match: re.Match[str], *, lexicon: Lexicon) -> str | None:
    token = match[0]
    if not _is_abbreviation(token):
        return None
    if is_word_in_capitals(draft.text, match.start(), end=match.end()):
        return token.lower()
    words = lexicon.expand(token, following=draft.after(match.end()), preceding=draft.before(match.start()))
    _take_dot(draft, match)
    return words.replace(" - ", " ") if words is not None else _unknown(draft, token)


def _take_dot(draft: Draft, match: re.Match[str]) -> None:
    dot = _SHORT_FORM_DOT.match(draft.text, match.end())
    joins = dot and draft.text[match.end() + 1 : match.end() + 2].isalpha()
    if dot and (joins or _OPENS_ITEM.search(draft.before(match.start()))):
        draft.take(match.end(), match.end() + 1, spoken=" ", kind=Kind.MARK)


def _unknown(draft: Draft, token: str) -> str | None:
    """A name such as `MobiFone` stays; letters are spelled, and the editor is told."""
    if not token.isupper():
        return None
    draft.unknown.append(token)
    return spell(token)


def _is_abbreviation(token: str) -> bool:
    return token.isalpha() and sum(letter.isupper() for letter in token) >= 2
