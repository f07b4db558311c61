"""The words of a version as a person sends them in: made plain, and kept within limits."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import date

from loa.core.language import gettext as _
from loa.editorial.refusals import UnusableWords

LONGEST_TITLE = 300  # letters
LONGEST_SUMMARY = 2_000
LONGEST_PARAGRAPH = 4_000
LONGEST_CONTACT = 500
MOST_PARAGRAPHS = 60

_LINE_ENDS = re.compile(r"[\t\n\v\f\r\x85\u2028\u2029]")
# A joiner stays inside an emoji ("👩‍⚕️") and nowhere else.
_LOOSE_JOINER = re.compile(r"(?<![^\w\s])\u200d|\u200d(?![^\w\s])")
_JOINER = "\u200d"
_HIDDEN = frozenset({"Cc", "Cf", "Cs"})  # controls, invisible format signs (direction, zero width), broken halves


@dataclass(frozen=True, slots=True)
class Words:
    """What a version says. `useful_until` is the last day it is worth telling, or None."""

    title: str
    summary: str
    paragraphs: list[str]
    contact: str
    useful_until: date | None


def tidy_text(text: str) -> str:
    """`text` in NFC on one line, without signs that nobody sees.

    Signs that turn the direction of writing or have no width could show the approver other words than those that
    are sent: they are taken out. All that can be seen stays, emoji too.
    """
    seen = _LOOSE_JOINER.sub("", _LINE_ENDS.sub(" ", unicodedata.normalize("NFC", text)))
    plain = "".join(letter for letter in seen if letter == _JOINER or unicodedata.category(letter) not in _HIDDEN)
    return unicodedata.normalize("NFC", " ".join(plain.split()))


def has_hidden_signs(text: str) -> bool:
    """Whether `tidy_text` takes signs out of `text` that nobody sees, so that a screen can say so."""
    shown = _LINE_ENDS.sub(" ", text)
    return any(unicodedata.category(letter) in _HIDDEN for letter in shown.replace(_JOINER, ""))


def plain_words(words: Words) -> Words:
    """`words` with every text tidied and empty paragraphs left out; nothing is refused."""
    paragraphs = [tidy_text(paragraph) for paragraph in words.paragraphs]
    return replace(
        words,
        title=tidy_text(words.title),
        summary=tidy_text(words.summary),
        paragraphs=[paragraph for paragraph in paragraphs if paragraph],
        contact=tidy_text(words.contact),
    )


def tidy_words(words: Words) -> Words:
    """`words` made plain and within the limits of a version.

    :raises UnusableWords: no title, or a part that is too long; it says the limit and the present count.
    """
    plain = plain_words(words)
    if not plain.title:
        raise UnusableWords(_("Tin chưa có tiêu đề. Chưa có gì được ghi. Hãy viết tiêu đề rồi ghi lại."))
    _refuse_longer(_("Tiêu đề"), plain.title, limit=LONGEST_TITLE)
    _refuse_longer(_("Tóm tắt"), plain.summary, limit=LONGEST_SUMMARY)
    _refuse_longer(_("Liên hệ"), plain.contact, limit=LONGEST_CONTACT)
    if len(plain.paragraphs) > MOST_PARAGRAPHS:
        raise UnusableWords(
            _("Nội dung dài tối đa {limit} đoạn, hiện có {count}. Chưa có gì được ghi. Hãy rút gọn.").format(
                limit=MOST_PARAGRAPHS, count=len(plain.paragraphs)
            )
        )
    for number, paragraph in enumerate(plain.paragraphs, start=1):
        _refuse_longer(_("Đoạn {number}").format(number=number), paragraph, limit=LONGEST_PARAGRAPH)
    return plain


def _refuse_longer(part: str, text: str, *, limit: int) -> None:
    if len(text) > limit:
        raise UnusableWords(
            _("{part} dài tối đa {limit} chữ cái, hiện có {count}. Chưa có gì được ghi. Hãy rút gọn.").format(
                part=part, limit=grouped(limit), count=grouped(len(text))
            )
        )


def grouped(number: int) -> str:
    """`10.000`, as numbers are written in Vietnam."""
    return f"{number:,}".replace(",", ".")
