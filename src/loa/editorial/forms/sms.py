"""The text message, with marks and without: whole sentences, the page's address always in full."""

from __future__ import annotations

import unicodedata

from loa.editorial.drafting.letters import cut
from loa.editorial.forms.content import Content, Made
from loa.editorial.forms.segments import segments_of
from loa.editorial.ports import Form
from loa.units.naming import committee_of
from loa.vietnamese.folding import fold
from loa.vietnamese.sentences import sentences

WITH_MARKS, WITHOUT_MARKS = "co-dau", "khong-dau"
MOST_PARTS = {WITH_MARKS: 4, WITHOUT_MARKS: 2}
SHORTEST_TITLE = 20
_SIGNS = {"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...", "·": "-", "\u00a0": " "}
_PLAIN = str.maketrans({"đ": "d", "Đ": "D"} | _SIGNS)


def sms(content: Content) -> list[Made]:
    """Both variants; `facts` holds encoding, parts and characters of each."""
    return [_made(content, WITH_MARKS), _made(content, WITHOUT_MARKS)]


def without_marks(text: str) -> str:
    """`text` in the same letters without Vietnamese marks, capitals kept."""
    letters = unicodedata.normalize("NFD", text.translate(_PLAIN))
    return unicodedata.normalize("NFC", "".join(letter for letter in letters if not unicodedata.combining(letter)))


def _made(content: Content, variant: str) -> Made:
    text = _text(content, variant)
    parts = segments_of(text)
    return Made(
        form=Form.SMS,
        variant=variant,
        media_type="text/plain",
        suffix=".txt",
        data=text.encode(),
        facts={"encoding": parts.encoding, "segments": parts.count, "units": parts.units, "characters": len(text)},
    )


def _text(content: Content, variant: str) -> str:
    """The longest message of whole sentences that fits; the title shrinks only where even it alone does not."""
    dress = without_marks if variant == WITHOUT_MARKS else str
    said = _told(content)
    for count in range(len(said), 0, -1):
        text = dress(_joined(content, said[:count]))
        if segments_of(text).count <= MOST_PARTS[variant]:
            return text
    for limit in range(len(content.title), SHORTEST_TITLE, -5):
        text = dress(_joined(content, [f"{cut(content.title, limit)}."]))
        if segments_of(text).count <= MOST_PARTS[variant]:
            break
    return text


def _told(content: Content) -> list[str]:
    """Title, the first thing the summary adds to it, until when, then the rest: most needed first."""
    until = [f"Tin có giá trị đến hết {content.until_words}."] if content.until_words else []
    title = fold(content.title)
    more = [sentence for sentence in sentences(content.summary) if title not in fold(sentence)]
    return [f"{content.title}.", *more[:1], *until, *more[1:]]


def _joined(content: Content, said: list[str]) -> str:
    issuer = committee_of(content.commune, is_short=True)
    notice = f"[{content.notice}] " if content.notice else ""
    return f"{notice}{issuer}: {' '.join(said)} Mã tin {content.code}. Xem: {content.address}"
