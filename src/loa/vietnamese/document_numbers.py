"""Numbers and symbols of documents (Nghị định 30/2020/NĐ-CP, Phụ lục I): `15-KH/TU`, `30/2020/NĐ-CP`.

Where the text itself names the type and the issuer, their letters are not read again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from loa.vietnamese.drafts import Draft, Kind
from loa.vietnamese.folding import fold
from loa.vietnamese.letters import spell
from loa.vietnamese.lexicon import Lexicon, table
from loa.vietnamese.numbers import digit_words, number_words

_PART = r"[A-ZĐƯ][A-Za-zĐđƯư]*(?:&[A-ZĐƯ][A-Za-zĐđƯư]*)*\d{0,3}"
_BIG_PART = r"[A-ZĐƯ]{2,}(?:&[A-ZĐƯ]+)*\d{0,3}"  # after a stray space only letters that cannot be a word
_YEAR = r"(?:19|20)\d\d"
NUMBERED = re.compile(
    rf"(?<![\w/.-])(?P<no>\d{{1,6}}[a-z]?)(?:/(?P<year>{_YEAR}))?(?:\s?[-/]|[-/]\s)(?P<symbol>{_PART}(?:[-/.]{_PART}|\s?-\s?{_BIG_PART})*)(?![\w/])"
)
BLANK = re.compile(rf"(?<=[\s:.…_])(?P<it>/(?P<symbol>{_PART}(?:-{_PART})+))(?![\w/])")
YEARED = re.compile(rf"(?<![\w/.-])(?P<no>\d{{1,4}})/(?P<year>{_YEAR})(?![\w/-])")
STANDARD = re.compile(rf"(?<=[A-Z]\s)(?P<no>\d{{2,5}}(?:-\d+)?):(?P<year>{_YEAR})(?:/(?P<symbol>{_PART}))?(?!\w)")

_TYPE_NAMES = sorted(
    {*table("document_types.tsv").values(), "bộ luật", "hiến pháp", "pháp lệnh", "văn bản", "sắc lệnh", "thông tri"},
    key=len,
)
_TYPE_BEFORE = re.compile(
    rf"\b(?:{'|'.join(reversed(_TYPE_NAMES))})(?:\s+(?:liên tịch|hướng dẫn|phối hợp)|(?:\s+\w+){{0,3}}\s+số)?\s*:?\s*$"
)
_FORM_BEFORE = re.compile(r"\b(?:mẫu|biểu|bảng|phiếu|phụ lục)(?:\s+số)?\s*:?\s*$")
_DATE = r"(?:ngày\s+\d{1,2}(?:[/.-]\d{1,2}[/.-]\d{4}|\s+tháng\s+\d{1,2}\s+năm\s+\d{4})|năm\s+\d{4})"
_ISSUER_AFTER = re.compile(rf"[\s,(]*(?:{_DATE}[\s,)]*)?(?:của|do)\s")
_PARLIAMENT = re.compile(r"(QH|UBTVQH)(\d{1,2})")


@dataclass(frozen=True, slots=True)
class Symbol:
    """The letters of a number, sorted: `KH`, `UBND`; the words are None where they are not known."""

    letters: str
    type_words: str | None
    issuers: tuple[str | None, ...]
    is_parliament: bool

    @property
    def is_known(self) -> bool:
        return None not in self.issuers


def read_document_numbers(draft: Draft, lexicon: Lexicon) -> None:
    """Read `13/KH-UBND`, `/KH-UBND` with its number left blank, `49/2024` after a type, `9001:2015`."""

    def numbered(match: re.Match[str]) -> str | None:
        if sum(letter.isupper() for letter in match["symbol"]) < 2:
            return None
        head = _number(match["no"]) + (f" năm {number_words(int(match['year']))}" if match["year"] else "")
        return f"{head} {_tail(draft, match, lexicon=lexicon)}".strip()

    def yeared(match: re.Match[str]) -> str | None:
        if not _TYPE_BEFORE.search(draft.before(match.start())):
            return None
        return f"{_number(match['no'])} năm {number_words(int(match['year']))}"

    def standard(match: re.Match[str]) -> str:
        """`QCVN 01:2021/BXD`, `ISO 9001:2015`."""
        issuer = match["symbol"] and (_issuer(match["symbol"], lexicon) or spell(match["symbol"]))
        head = f"{_number(match['no'])} năm {number_words(int(match['year']))}"
        return f"{head} của {issuer}" if issuer else head

    draft.read(STANDARD, standard, kind=Kind.SYMBOL)
    draft.read(NUMBERED, numbered, kind=Kind.SYMBOL)
    draft.read(BLANK, lambda match: _tail(draft, match, lexicon=lexicon), kind=Kind.SYMBOL)
    draft.read(YEARED, yeared, kind=Kind.SYMBOL)


def _number(written: str) -> str:
    digits = re.sub(r"\D.*", "", written)
    words = digit_words(digits) if digits[0] == "0" else number_words(int(digits))
    return f"{words} {spell(written[len(digits) :])}".strip()


def _tail(draft: Draft, match: re.Match[str], *, lexicon: Lexicon) -> str:
    symbol = _sorted(match["symbol"], lexicon)
    before = draft.before(match.start())
    is_type_said = _TYPE_BEFORE.search(before) is not None
    if is_type_said and _is_issuer_said(draft, match, symbol=symbol):
        return ""
    if not symbol.is_known or _FORM_BEFORE.search(before):
        draft.unknown += [] if _FORM_BEFORE.search(before) else [symbol.letters]
        return _spelled(symbol)
    if symbol.is_parliament:
        return " ".join(map(str, symbol.issuers))
    issuers = " và ".join(map(str, symbol.issuers))
    if is_type_said or not symbol.type_words:
        return f"của {issuers}" if issuers else ""
    return f"{symbol.type_words} {issuers}".strip()


def _sorted(letters: str, lexicon: Lexicon) -> Symbol:
    """Sort the parts: a type first, then issuers; after the issuer of a công văn comes its drafting unit, unread."""
    parts = [part for part in re.split(r"[-/.\s]+", letters) if part]
    types = table("document_types.tsv")
    type_words = types.get(parts[0]) if len(parts) > 1 or parts[0] in types else None
    rest = parts[1:] if type_words else parts[:1]
    return Symbol(
        letters=letters,
        type_words=type_words,
        issuers=tuple(_issuer(part, lexicon) for part in rest),
        is_parliament=any(_PARLIAMENT.fullmatch(part) for part in parts),
    )


def _issuer(part: str, lexicon: Lexicon) -> str | None:
    parliament = _PARLIAMENT.fullmatch(part)
    if parliament:
        return f"{table('issuers.tsv')[parliament[1]]} khóa {number_words(int(parliament[2]))}"
    ministry = table("ministries.tsv").get(part) if len(part) > 3 else None  # two letters may be anybody
    return (
        lexicon.own.get(part)
        or table("issuers.tsv").get(part)
        or (f"Bộ {ministry}" if ministry else lexicon.expand(part))
    )


def _spelled(symbol: Symbol) -> str:
    words = [spell(part) if part != "&" else "và" for part in re.split(r"[-/.\s]+|(&)", symbol.letters) if part]
    return " ".join(words)


def _is_issuer_said(draft: Draft, match: re.Match[str], *, symbol: Symbol) -> bool:
    """The issuer follows ("của …"), or stands before the type in the same sentence ("UBND xã ban hành …")."""
    if _ISSUER_AFTER.match(draft.after(match.end())):
        return True
    sentence = re.split(r"[.;]\s", draft.before(match.start()))[-1]
    sentence = re.sub(r"\S+/\S+", "", sentence)  # the letters of another number name nobody
    names = [fold(str(issuer)) for issuer in symbol.issuers]
    letters = [part.lower() for part in re.split(r"[-/.]", symbol.letters)[1:]]
    return any(name in fold(sentence) for name in names) or any(
        re.search(rf"\b{re.escape(part)}\b", sentence) for part in letters
    )
