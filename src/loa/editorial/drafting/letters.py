"""Capital and small letters at the joints of a sentence, and cutting at a place where a person would stop."""

from __future__ import annotations

import re

from loa.vietnamese.folding import fold

_NAMES = re.compile(  # what is written with a capital in the middle of a sentence too
    r"(?:luat|bo luat|hien phap|phap lenh|nghi quyet|nghi dinh|thong tu|quyet dinh|chi thi|ket luan|ke hoach|de an"
    r"|chuong trinh|chien luoc|cong dien|huong dan|phong trao|cuoc van dong|dai hoi|dang|nha nuoc|chinh phu|quoc hoi"
    r"|hoi dong nhan dan|uy ban|mat tran|cong an|quan doi|bo|so|ban|hoi|doan|ngay|thang|tuan le|nam)\b(?= ?[\wÀ-ỹ])"
)
_CITED = re.compile(r"(?:luat|nghi quyet|nghi dinh|thong tu|quyet dinh|chi thi|ket luan|ke hoach|chuong trinh)\b")
_LOOSE_ENDS = re.compile(
    r"(?:[\s,;:–-]+|\s(?:và|hoặc|về|của|các|những|cho|với|trong|trên|tại|theo|để|nhằm|như|gồm|là|do|từ|đến|việc|một))+$"
)
_JOINTS = re.compile(r" (?=(?:và|nhằm|để|trong|của|cho|tại|theo|với|trên|gắn với|giai đoạn|trước|sau|khi|đối với)\b)")
_PAIRS = ("()", "“”", "[]", "«»")


def lower_first(words: str) -> str:
    """Begin `words` with a small letter, unless they begin with a name, an abbreviation or a number."""
    first, _space, rest = words.partition(" ")
    is_short_form = len(first) > 1 and not first[1:].islower()
    is_name = rest[:1].isupper() or (_NAMES.match(fold(words)) is not None and _names_something(words))
    if is_short_form or is_name or not first[:1].isupper():
        return words
    return words[:1].lower() + words[1:]


def _names_something(words: str) -> bool:
    """Whether a capital or a number follows soon: "Kế hoạch số 02", "Luật Đất đai", but not "Phong trào thi đua"."""
    return any(word[:1].isupper() or word[:1].isdigit() or word == "số" for word in words.split()[1:4])


def upper_first(words: str) -> str:
    return words[:1].upper() + words[1:]


def without_loose_end(words: str) -> str:
    """Take off the blanks, commas and joining words that a cut left hanging."""
    return _LOOSE_ENDS.sub("", words)


def cut(words: str, limit: int) -> str:
    """At most `limit` characters of `words`, ending where a person would stop; never in the middle of a word."""
    if len(words) <= limit:
        return words
    for places in (_commas(words), [found.start() for found in _JOINTS.finditer(words)], _blanks(words)):
        fitting = [place for place in places if place <= limit and _is_whole(words[:place])]
        if fitting and max(fitting) >= limit // 3:
            return without_loose_end(words[: max(fitting)])
    return without_loose_end(words[: max((place for place in _blanks(words) if place <= limit), default=limit)])


def _blanks(words: str) -> list[int]:
    """Blanks, but not the one before a number: "Kế hoạch số" alone says nothing."""
    return [found.start() for found in re.finditer(r"\s(?!\d)", words)]


def _commas(words: str) -> list[int]:
    """Commas that end a part: not those inside a name ("Văn hóa, Thể thao") or a compound ("phòng, chống")."""
    places = []
    for found in re.finditer(r"[,;:] ", words):
        after = words[found.end() :]
        is_compound = fold(words[: found.start()]).endswith("phong") and fold(after).startswith("chong")
        is_inside_name = after[:1].isupper() and not _CITED.match(fold(after))
        if not (is_compound or is_inside_name):
            places.append(found.start())
    return places


def _is_whole(words: str) -> bool:
    """No bracket or quotation mark left open."""
    return words.count('"') % 2 == 0 and all(words.count(pair[0]) == words.count(pair[1]) for pair in _PAIRS)
