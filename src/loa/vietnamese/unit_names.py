"""The names that plans give to offices: spelling variants, abbreviations, and what kind of doer a name is.

Pure. "Phòng VH-XH" is "Phòng Văn hóa - Xã hội": an abbreviation stands for the initials of the words it replaces.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from loa.vietnamese.folding import fold

_WORD = re.compile(r"[^\W_]+")
_TONES = "\u0300\u0301\u0303\u0309\u0323"  # grave, acute, tilde, hook above, dot below
_SKIPPED = frozenset({"va"})  # "Văn hóa, Thể thao và Du lịch" is VHTTDL
_POST = re.compile(
    r"(?:cac )?(?:dong chi )?(?:ong |ba )?(?:truong|pho|chu tich|bi thu|giam doc|hieu truong|thu truong|nguoi dung dau"
    r"|to truong|doi truong|cong chuc|can bo|vien chuc|tuyen truyen vien|bao cao vien|nguoi co uy tin)\b"
)
_CLASS = re.compile(
    r"(?:cac|nhung|moi|tat ca|toan the)\b|.*\b(?:cac|nhung)\b"
    r"|(?:uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd) (?:cap xa|\d+ (?:xa|phuong)|xa ?[,/] ?phuong|phuong ?[,/] ?xa)\b"
)
_BODY = re.compile(
    r"(?:uy ban |ban thuong truc |ban )?(?:mat tran|mttq|ubmttq)\b|.*\bmat tran to quoc\b"
    r"|(?:ban chap hanh )?(?:doan (?:thanh nien|tncs|the|xa|phuong)|lien doan|cong doan|hoi)\b(?! truong)"
    r"|(?:dang uy|chi bo|dang bo|huyen uy|tinh uy|thanh uy|ban tuyen giao|ban dan van|hoi dong nhan dan|hdnd)\b"
    r"|(?:toa an|vien kiem sat|doanh nghiep|cong ty|ngan hang|buu dien)\b"
)
_BARE = r"(?:co quan|don vi|dia phuong|to chuc|ca nhan|bo phan|va|cac)"
_GENERIC = re.compile(rf".*\blien quan\b|{_BARE}(?:[\s,]+{_BARE})*")

Endings = frozenset[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a name; `may_be_short` where it has two capitals or more and no marks."""

    folded: str
    may_be_short: bool


def spelling(name: str) -> str:
    """The letters of `name` in their order, each syllable's tone at its end; case and punctuation dropped.

    "Văn hoá" and "văn hóa" are spelled the same; "Văn hoa" is not.
    """
    return " ".join(_syllable(word) for word in _WORD.findall(unicodedata.normalize("NFC", name).lower()))


def _syllable(word: str) -> str:
    letters = unicodedata.normalize("NFD", word)
    tones = "".join(letter for letter in letters if letter in _TONES)
    return "".join(letter for letter in letters if letter not in _TONES) + tones


def local_endings(commune_name: str) -> Endings:
    """What a unit's name may add without naming another unit: "xã", or "xã Đồng Sương" for that commune."""
    whole = tuple(_WORD.findall(fold(commune_name)))
    level = whole[:2] if whole[:2] == ("dac", "khu") else whole[:1]
    return frozenset({(), level, whole, whole[len(level) :]})


def names_one_unit(first: str, second: str, *, endings: Endings) -> bool:
    """Whether two printed names may be one unit: the same words, or abbreviations that stand for them.

    :param endings: see `local_endings`.
    """
    return _align(_words(first), _words(second), endings=endings)


@lru_cache(maxsize=2048)
def _words(name: str) -> tuple[_Word, ...]:
    found = _WORD.findall(unicodedata.normalize("NFC", name))
    return tuple(_Word(fold(word), word.isupper() and len(word) > 1 and fold(word) == _plain(word)) for word in found)


def _plain(word: str) -> str:
    return word.lower().replace("đ", "d")


@lru_cache(maxsize=8192)
def _align(left: tuple[_Word, ...], right: tuple[_Word, ...], *, endings: Endings) -> bool:
    """Whether the words match one by one, an abbreviation matching as many words as it has letters."""
    if not left or not right:
        return tuple(word.folded for word in left or right) in endings
    if left[0].folded == right[0].folded and _align(left[1:], right[1:], endings=endings):
        return True
    taken, given = _stands_for(left[0], right), _stands_for(right[0], left)
    return bool(taken and _align(left[1:], right[taken:], endings=endings)) or bool(
        given and _align(left[given:], right[1:], endings=endings)
    )


def _stands_for(short: _Word, words: tuple[_Word, ...]) -> int:
    """How many of `words` the abbreviation stands for; 0 where it stands for none.

    A word gives its first letter, an abbreviation all of its letters: DVSNC is "Dịch vụ SNC".
    """
    left, taken = short.folded if short.may_be_short else "", 0
    while left and taken < len(words):
        word = words[taken]
        given = word.folded if word.may_be_short else word.folded[:1]
        if left.startswith(given):
            left = left[len(given) :]
        elif word.folded not in _SKIPPED:
            return 0
        taken += 1
    return 0 if left else taken


def is_generic(name: str) -> bool:
    """Whether a name is nobody in particular: "các đơn vị liên quan", "cơ quan, đơn vị, địa phương"."""
    return _GENERIC.fullmatch(" ".join(fold(name).split())) is not None


def kind_value(name: str) -> str:
    """post, class, body or office: who a name speaks of."""
    folded = " ".join(fold(name).split())
    if _POST.match(folded):
        return "post"
    if _CLASS.match(folded) or is_generic(name):
        return "class"
    return "body" if _BODY.match(folded) else "office"
