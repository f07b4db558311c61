"""Numbers with what they count: units, money, percent, ranges, shares."""

from __future__ import annotations

import re
from functools import cache

from loa.vietnamese.drafts import TAKEN, Draft, Kind
from loa.vietnamese.letters import spell
from loa.vietnamese.lexicon import table
from loa.vietnamese.numbers import number_words, ordinal_words, written_number_words

_SPACED = r"\d{1,3}(?:[ \u00a0]\d{3})+(?![\d])"
NUMBER = rf"(?:{_SPACED}|\d+(?:[.,]\d+)*)"
_EDGE = r"(?<![\w.,])"
ORDINAL = re.compile(r"(?i:\bthứ)\s+(?P<it>[1-9]\d?)(?![\w./,])")
TIMES_SIGN = re.compile(r"(?<=[\dm])(?P<it>\s*[x×]\s*)(?=\d)")
BELOW_ZERO = re.compile(rf"(?<![\w.,)])(?P<it>[-−])(?={NUMBER}\s?[°ºo]C?)")
SHARE = re.compile(rf"{_EDGE}(?P<a>{NUMBER})\s?/\s?(?P<b>{NUMBER})(?!\w)")
HEIGHT = re.compile(r"(?<![\w.,])(?P<m>\d{1,2})m(?P<cm>\d{1,2})(?!\w)")
BARE_UNIT = re.compile(r"(?<!\w)(?P<it>[km]?m[23²³]|kWh|°C)(?!\w)")
DEGREES = re.compile(r"\bđộ\s(?P<it>C)(?!\w)")
GENERATION = re.compile(r"(?<!\w)(?P<n>\d)G(?!\w)")
CODE = re.compile(r"(?<!\w)(?P<n>\d{1,3})(?P<letter>[A-ZĐa-eđ])(?!\w)")
LETTERED = re.compile(r"(?<![\w/])(?P<letters>[A-ZĐƯ]{1,2}|COVID-|Covid-)(?P<n>\d{1,4})(?P<end>[A-Z]?)(?!\w)")
# A slash after an amount is a rate ("5 ca/1.000 dân", "20.000 đồng/người"); between plain words it is silent.
_PER = (
    "người|tháng|năm|ngày|tuần|quý|hộ|khẩu|nhân khẩu|lần|lượt|buổi|giờ|phút|ha|sào|suất|đợt|vụ|phụ nữ|trẻ|học sinh|lớp|"
    "đơn vị|sản phẩm|kg|tấn|tạ|lít|số|đầu người|thành viên|đại biểu|bé"
)
RATE = re.compile(rf"(?P<it>\s?/\s?)(?=[\d{TAKEN}]|(?:{_PER})\b)")
_AMOUNT_BEFORE = re.compile(rf"(?:\d[\d.,]*|{TAKEN})\s*(?:[^\W\d]+\s*){{0,5}}(?:/\s?[^\W\d]+\s?)*$")
_COUNTED = re.compile(
    r"\s*(?:số\b|tổng|diện tích|dân số|thời gian|quãng|chiều|giá|lượng|khối|đoạn|nhiệm kỳ|phần|trong số|của|thành viên)"
)
_SIMPLE = re.compile(r"[1-9]|10")
_SURELY_A_PART = 4


@cache
def _unit() -> str:
    return "|".join(re.escape(unit) for unit in sorted(table("units.tsv"), key=len, reverse=True))


@cache
def _measured() -> re.Pattern[str]:
    return re.compile(rf"{_EDGE}(?P<n>{NUMBER})\s?(?P<unit>{_unit()})(?!\w)")


@cache
def _after_scale() -> re.Pattern[str]:
    return re.compile(rf"\b(?:trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ)\s(?P<it>{_unit()})(?!\w)")


@cache
def _ranged() -> re.Pattern[str]:
    return re.compile(
        rf"{_EDGE}(?P<a>{NUMBER})\s?(?:{_unit()})?(?P<it>\s?[-–—]\s?)(?={NUMBER}(?![\w/-]|\s?-\s?\d)|{NUMBER}\s?(?:{_unit()})(?!\w))"
    )


@cache
def _rate_unit() -> re.Pattern[str]:
    return re.compile(rf"(?P<it>\s?/\s?(?P<unit>{_unit()}))(?!\w)")


def read_amounts(draft: Draft) -> None:
    """Read whatever figures are left."""
    draft.read(re.compile(NUMBER), lambda match: written_number_words(match[0]), kind=Kind.AMOUNT)


def read_measures(draft: Draft) -> None:
    """Read numbers that carry a unit, a share or a rate, and the signs between them."""
    draft.read(ORDINAL, lambda match: ordinal_words(int(match["it"])), kind=Kind.AMOUNT)
    draft.read(TIMES_SIGN, lambda _match: " nhân ", kind=Kind.MARK)
    draft.read(BELOW_ZERO, lambda _match: "âm ", kind=Kind.MARK)
    draft.read(_ranged(), lambda _match: " đến ", kind=Kind.MARK)
    draft.read(SHARE, lambda match: _share(draft, match), kind=Kind.AMOUNT)
    draft.read(
        HEIGHT, lambda match: f"{number_words(int(match['m']))} mét {number_words(int(match['cm']))}", kind=Kind.AMOUNT
    )
    draft.read(_measured(), _measure, kind=Kind.AMOUNT)
    draft.read(_after_scale(), lambda match: table("units.tsv")[match["it"]], kind=Kind.AMOUNT)
    draft.read(BARE_UNIT, lambda match: table("units.tsv")[match["it"]], kind=Kind.AMOUNT)
    draft.read(DEGREES, lambda _match: "xê", kind=Kind.AMOUNT)
    draft.read(_rate_unit(), lambda match: _rate(draft, match, words=table("units.tsv")[match["unit"]]), kind=Kind.MARK)
    draft.read(RATE, lambda match: _rate(draft, match), kind=Kind.MARK)


def read_codes(draft: Draft) -> None:
    """Read `4G`, `12A`, `A4`, `PA05`, `Covid-19`: letters by name, figures after them."""
    draft.read(GENERATION, lambda match: f"{number_words(int(match['n']))} gờ", kind=Kind.AMOUNT)
    draft.read(CODE, lambda match: f"{number_words(int(match['n']))} {spell(match['letter'])}", kind=Kind.AMOUNT)
    draft.read(LETTERED, _lettered, kind=Kind.AMOUNT)


def _lettered(match: re.Match[str]) -> str:
    letters = "cô vít" if match["letters"].lower() == "covid-" else spell(match["letters"])
    digits = match["n"]
    number = spell(digits) if digits[0] == "0" else number_words(int(digits))
    return f"{letters} {number} {spell(match['end'])}".strip()


def _measure(match: re.Match[str]) -> str:
    return f"{written_number_words(match['n'])} {table('units.tsv')[match['unit']]}"


def _share(draft: Draft, match: re.Match[str]) -> str:
    """`1/3 số xã` is a part (`phần`), `11/49 nhiệm vụ` a count out of a count (`trên`)."""
    first, second = match["a"], match["b"]
    is_simple = _SIMPLE.fullmatch(first) and _SIMPLE.fullmatch(second) and int(first) < int(second)
    is_part = is_simple and (_COUNTED.match(draft.after(match.end())) or int(second) <= _SURELY_A_PART)
    return f"{written_number_words(first)} {'phần' if is_part else 'trên'} {written_number_words(second)}"


def _rate(draft: Draft, match: re.Match[str], *, words: str = "") -> str | None:
    before = draft.free[max(0, match.start() - 40) : match.start()]
    return f" trên {words}" if _AMOUNT_BEFORE.search(before) else None
