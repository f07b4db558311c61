"""The words of a first draft: title, summary, paragraphs, contact. It says what the plan says, and no more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from loa.campaigns.acts import folded_in_place
from loa.campaigns.plan_naming import listed, period_words
from loa.channels.ports import ChannelKind
from loa.editorial.drafting.letters import cut, upper_first, without_loose_end
from loa.editorial.drafting.openings import NEW_THOUGHT
from loa.editorial.drafting.pieces import Kind, Piece, pieces_of
from loa.editorial.paragraphs import HEADING, ITEM
from loa.units.naming import kind_of

TITLE_LIMIT = 110
SUMMARY_LIMIT = 160  # of what is told; long enough that few paragraphs have to say it again in full
MOST_DOERS = 3
_OCCASIONS = ("khi ", "trước khi ", "trong khi ", "sau khi ")
_PLURAL = re.compile(r"^(?:các|những) ")
_EXAMPLES = re.compile(r"(?:,? (?:gồm|bao gồm|như|cụ thể|trong đó))?:.*$|,? \((?:như|gồm)\b.*$")

# Where residents meet the message, in the order they meet it; the second group goes "qua", not "trên".
_ON: dict[ChannelKind, str] = {
    ChannelKind.LOUDSPEAKER: "đài truyền thanh {kind}",
    ChannelKind.PORTAL: "cổng thông tin điện tử",
    ChannelKind.SOCIAL: "mạng xã hội",
    ChannelKind.NOTICE_BOARD: "bảng tin công cộng",
    ChannelKind.BULLETIN: "bản tin thông tin cơ sở",
    ChannelKind.DOCUMENT: "tờ rơi, tài liệu",
}
_THROUGH: dict[ChannelKind, str] = {
    ChannelKind.COMMUNICATOR: "tuyên truyền viên cơ sở",
    ChannelKind.TELECOM: "tin nhắn điện thoại",
}


@dataclass(frozen=True, slots=True)
class TopicFacts:
    """What the plan says about one topic and its telling.

    :param commune: as its own documents say, "xã Đồng Sương".
    :param is_own_plan: the commune itself issued the plan, so its acts are the commune's.
    :param plan_word: "Kế hoạch", "Hướng dẫn" …
    :param doers: units that carry it out, as printed; empty where the plan names none.
    :param contact: the office to ask, in full.
    """

    commune: str
    is_own_plan: bool
    plan_word: str
    topic: str
    start: date | None
    end: date | None
    channels: tuple[ChannelKind, ...]
    doers: tuple[str, ...]
    contact: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft for a person to better."""

    title: str
    summary: str
    paragraphs: tuple[str, ...]
    contact: str


def compose(facts: TopicFacts) -> Draft | None:
    """The draft, or None where the topic's words leave nothing to tell."""
    # A piece whose words begin with a stray mark ("-: L") has no gist, and so nothing to be called by.
    pieces = [piece for piece in pieces_of(facts.topic) if _gist(piece, TITLE_LIMIT)]
    if not pieces:
        return None
    body = [paragraph for group in _groups(pieces) for paragraph in _paragraphs(group, facts)]
    return Draft(
        title=_title(pieces),
        summary=_summary(pieces, facts),
        paragraphs=(*body, *_where_and_when(facts), *_by_whom(facts)),
        contact=facts.contact,
    )


def _acting(facts: TopicFacts, words: str) -> str:
    """`Xã hướng dẫn …`, `Thành phố hướng dẫn …`; an office that is no place is left unsaid."""
    return upper_first(f"{kind_of(facts.commune)} {words}".strip())


def _title(pieces: list[Piece]) -> str:
    return upper_first(_PLURAL.sub("", _gist(pieces[0], TITLE_LIMIT)))


def _gist(piece: Piece, limit: int) -> str:
    """The piece without its examples and afterthoughts, in at most `limit` characters."""
    words = _EXAMPLES.sub("", piece.words)
    after = NEW_THOUGHT.search(folded_in_place(words))
    return cut(without_loose_end(_addressed(words[: after.start()] if after else words)), limit)


def _summary(pieces: list[Piece], facts: TopicFacts) -> str:
    """When, who and what in one sentence; what residents are helped with in a second where the plan says so."""
    period = period_words(facts.start, facts.end)
    who = facts.commune if period else upper_first(facts.commune)
    told = "thông tin đến bà con về việc" if pieces[0].kind == Kind.DOING else _told(pieces[0])
    sentence = " ".join([f"{upper_first(period)},"] * bool(period) + [who, told, _gist(pieces[0], SUMMARY_LIMIT)])
    helping = next((piece for piece in pieces[1:] if _addressed(piece.words) != piece.words), None)
    if helping is None or helping.kind != Kind.DOING or not facts.is_own_plan:
        return f"{sentence}."
    also = "cũng" if kind_of(facts.commune) else "đồng thời"
    return f"{sentence}. {_acting(facts, f'{also} {_gist(helping, SUMMARY_LIMIT)}')}."


def _addressed(words: str) -> str:
    """Say "bà con" where the plan says to whom something is shown; elsewhere its words stay."""
    for verb in ("hướng dẫn", "vận động", "khuyến khích", "hỗ trợ", "giúp"):
        for people in ("người dân", "Nhân dân", "nhân dân"):
            words = words.replace(f"{verb} {people} ", f"{verb} bà con ").replace(
                f"{verb} {people}, ", f"{verb} bà con, "
            )
    return words


def _groups(pieces: list[Piece]) -> Iterator[list[Piece]]:
    """A thing or act with the aims and afterthoughts that belong to it is one paragraph."""
    group: list[Piece] = []
    for piece in pieces:
        if group and piece.kind in (Kind.ABOUT, Kind.SAID, Kind.DOING):
            yield group
            group = []
        group.append(piece)
    yield group


def _paragraphs(group: list[Piece], facts: TopicFacts) -> Iterator[str]:
    text = " ".join(_sentence(piece, facts) for piece in group)
    yield text
    yield from (f"{ITEM}{item}" for piece in group for item in piece.items)


def _sentence(piece: Piece, facts: TopicFacts) -> str:
    stop = "" if piece.words.endswith(":") else "."
    if piece.kind == Kind.ABOUT:
        return f"{_acting(facts, _told(piece))} {piece.words}{stop}"
    if piece.kind == Kind.DOING:
        act = _addressed(piece.words)
        return f"{_acting(facts, act) if facts.is_own_plan else f'{upper_first(facts.plan_word)} yêu cầu {act}'}{stop}"
    if piece.kind == Kind.AIM:
        joint = "Việc này" if piece.words.startswith(("nhằm", "góp phần", "hướng tới", "giúp")) else "Việc này nhằm"
        return f"{joint} {piece.words}{stop}"
    return f"{upper_first(piece.words)}{stop}"


def _told(piece: Piece) -> str:
    """The plan's own verb where it fits residents; "về … về" is hard to hear, so then another verb."""
    if piece.words.startswith(_OCCASIONS):
        return "thông tin đến bà con những việc cần làm"
    if " về " in " ".join(piece.words.split()[:5]):
        return "phổ biến đến bà con"
    own = {"gioi thieu": "giới thiệu với bà con", "phan anh": "phản ánh"}
    return own.get(piece.verb, "thông tin đến bà con về")


def _where_and_when(facts: TopicFacts) -> Iterator[str]:
    period = period_words(facts.start, facts.end)
    on = [words.format(kind=kind_of(facts.commune) or "cơ sở") for kind, words in _ON.items() if kind in facts.channels]
    through = [words for kind, words in _THROUGH.items() if kind in facts.channels]
    places = ", đồng thời ".join(
        part for part in (f"trên {listed(on)}" if on else "", f"qua {listed(through)}" if through else "") if part
    )
    if not period and not places:
        return
    yield f"{HEADING}{'Bà con nghe, xem ở đâu?' if places else 'Thông tin vào lúc nào?'}"
    when = f"{upper_first(period)}, nội dung này được thông tin" if period else "Nội dung này được thông tin"
    yield f"{when} {places}.".replace(" .", ".")


def _by_whom(facts: TopicFacts) -> Iterator[str]:
    if facts.doers:
        yield f"Việc thông tin này do {listed(facts.doers[:MOST_DOERS])} thực hiện."
