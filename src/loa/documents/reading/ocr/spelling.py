"""What Tesseract misreads again and again, mended where the place leaves no doubt; and which words stay doubtful."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from loa.documents.reading.encodings.syllables import is_written_syllable
from loa.documents.reading.ocr.engine import Word
from loa.documents.reading.ocr.layout import SeenLine
from loa.documents.reading.text import TAB
from loa.vietnamese.folding import fold

SURE_FROM = 0.6
# A syllable that the language has is likely right with less. Marks that stand on one another are what is misread.
PLAIN_SURE_FROM, MARKED_SURE_FROM, STACKED_SURE_FROM = 0.35, 0.5, 0.55
QUITE_SURE_FROM = 0.8

_DIGITS_IN_DATE = re.compile(r"(?<![\w/])[\dlIO]{1,2}([/.-])[\dlIO]{1,2}\1[\dlIO]{4}(?![\w/])")
_LETTERS_FOR_DIGITS = str.maketrans("lIO", "110")
_RULES = (
    (re.compile("[ĐD]?Ð[ĐD]?"), "Đ"),  # an eth, which no Vietnamese word has, often beside the letter itself
    (re.compile(r"^[~–—_=«»¬] ?(?=[^\W\d_])"), "- "),  # the dash of a list
    (re.compile(r"^S[ôốóoỏồ6ö] ?[:;.](?= ?\d| {2,}|/|$)"), "Số:"),
    (re.compile(r"\bng[aàảáãâ][yỳvý](?= \d{1,2} th)"), "ngày"),
    (re.compile(r"(?<=\d )th[aáàảãâ]ng(?= \d{1,2} n)"), "tháng"),
    (re.compile(r"(?<=\d )n[aăãâáäà]m(?= \d{4}\b)"), "năm"),
    (re.compile(r"(?<=\d/)(?:T1|1T)-(?=[A-ZĐ])"), "TT-"),
    (re.compile(r"\bIr(?=[aăâeêioôơuưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứự])"), "Tr"),
    (re.compile(r"(?<=Lưu: )V[I1](?=[,.])"), "VT"),
)
_STOPS = ".,;:()“”\"'"
_LETTERS = re.compile(r"[^\W\d_]+")
# Words that Nghị định 30/2020/NĐ-CP prescribes: a line that says them is that line, whatever marks were lost.
_PRESCRIBED = """
Độc lập - Tự do - Hạnh phúc|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|ĐẢNG CỘNG SẢN VIỆT NAM|HỘI ĐỒNG NHÂN DÂN
TM. ỦY BAN NHÂN DÂN|TM. HỘI ĐỒNG NHÂN DÂN|KT. CHỦ TỊCH|PHÓ CHỦ TỊCH|KT. GIÁM ĐỐC|PHÓ GIÁM ĐỐC|KT. TRƯỞNG BAN
PHÓ TRƯỞNG BAN|KT. TRƯỞNG PHÒNG|PHÓ TRƯỞNG PHÒNG|KT. CHÁNH VĂN PHÒNG|PHÓ CHÁNH VĂN PHÒNG|KẾ HOẠCH|QUYẾT ĐỊNH|CHỈ THỊ
NGHỊ QUYẾT|HƯỚNG DẪN|CÔNG ĐIỆN|CHƯƠNG TRÌNH|Nơi nhận:
""".strip()


def _bare(text: str) -> str:
    """Letters without marks and nothing else: what even a poor reading keeps."""
    return "".join(_LETTERS.findall(fold(text)))


_FORMAL = {_bare(words): words for line in _PRESCRIBED.splitlines() for words in line.split("|")}


@dataclass(frozen=True, slots=True)
class ReadLine:
    """The text of a line, the confidence in it (0 to 1), and its doubtful words as they stand in the text."""

    text: str
    confidence: float
    doubtful: tuple[str, ...]


def read_line(seen: SeenLine) -> ReadLine:
    """Put the words of a line together as they were read."""
    if not seen.words:
        return ReadLine("", 1.0, ())
    text = seen.words[0].text
    for index, word in enumerate(seen.words[1:], start=1):
        text += (TAB if index in seen.gap else " ") + word.text
    letters = sum(len(word.text) for word in seen.words)
    confidence = sum(word.confidence * len(word.text) for word in seen.words) / letters
    return ReadLine(text, round(confidence, 3), tuple(word.text for word in seen.words if _is_doubtful(word)))


def mend_spelling(text: str) -> str:
    """The line with what is surely a slip put right."""
    formal = _FORMAL.get(_bare(text))
    if formal is not None and text.isupper() == formal.isupper() and not text.islower():
        return formal
    for pattern, right in _RULES:
        text = pattern.sub(right, text)
    return _DIGITS_IN_DATE.sub(lambda found: found.group().translate(_LETTERS_FOR_DIGITS), text)


def _is_doubtful(word: Word) -> bool:
    if word.confidence < _sure_from(word.text):
        return any(letter.isalnum() for letter in word.text)
    parts = [part for part in _LETTERS.findall(word.text) if not part.isupper() and not part.isascii()]
    has_marks = [part for part in parts if fold(part) != part.lower()]
    return word.confidence < QUITE_SURE_FROM and any(not is_written_syllable(part) for part in has_marks)


def _sure_from(text: str) -> float:
    """From which confidence a word is believed: figures, capitals alone and what is no syllable need the most."""
    bare = text.strip(_STOPS)
    if not bare.isalpha() or bare.isupper() or not is_written_syllable(bare):
        return SURE_FROM
    marks = max(len(unicodedata.normalize("NFD", letter)) - 1 for letter in bare)
    return (PLAIN_SURE_FROM, MARKED_SURE_FROM, STACKED_SURE_FROM)[min(marks, 2)]
