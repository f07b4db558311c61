"""A letter that numbers nothing: its paragraphs that give, ask for or tell something stand as items.

Only for a plan that a person reviews before anything of it is work. To the reader alone such a letter has no outline.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loa.documents.ports import ActivityRow

from .assignments import assignments_of
from .body import Body
from .campaign import CampaignParts, title_of_activity
from .channels import channels_in
from .outline import PROSE, Item
from .paragraphs import Paragraph
from .wording import folded, is_bullet, without_bullet

LABEL = "Đoạn"  # and the paragraph's number, counted from the first of the body
DIRECTING = ("CV", "CĐ", "TB", "CT", "HD", "KH", "KL", "CTr", "PA", "TN")
_CELL = " | "
_TELLING = (
    r"(?:tuyen truyen|truyen thong(?! so)|pho bien|van dong|khuyen cao|canh bao|nhac nho|keu goi|phat thanh|"
    r"truyen thanh|niem yet|dang tai|(?:phat|treo|dan) (?:to roi|to gap|bang ron|khau hieu|ap phich)|"
    r"thong bao (?:rong rai|cong khai|kip thoi|den|toi|cho|de)|(?:cap nhat|cung cap|dua) thong tin)"
)
_PEOPLE = r"(?:nhan dan|nguoi dan|ba con|cac ho|ho dan|ho gia dinh|cu dan|cong dong)"
_TELLS = re.compile(rf"\b{_TELLING}\b")
_BEGINS_TO_TELL = re.compile(
    rf"(?:(?:tang cuong|day manh|to chuc|chu dong|thuc hien|lam tot|cong tac)[ ,]+)*{_TELLING}\b"
)
_TO_PEOPLE = re.compile(rf"(?:de nghi|yeu cau|thong bao|luu y|mong|khuyen cao|keu goi)\b[^.;]{{0,80}}\b{_PEOPLE}\b")
_ANNOUNCES = re.compile(r":\W*$")
_ADDRESSES = re.compile(r"(?:.{0,80}\bdien|kinh gui)\b\W*$")  # `UBND XÃ … ĐIỆN:` over those it is sent to
_ONLY_DEMANDS = re.compile(r"\b(?:de nghi|yeu cau)\W*$")
_REQUESTS = re.compile(
    r"\b(?:de nghi|yeu cau|giao|phan cong|thong bao)\b|\b(?:nhu sau|sau day|noi dung sau|cu the)\W*$"
)
_CLOSES = re.compile(
    r"(?:tren day la|nhan duoc|trong qua trinh|qua trinh (?:trien khai|thuc hien)|(?:moi )?chi tiet|"
    r"(?:(?:uy ban|ubnd|ban|dang uy|so|bo|chu tich)\b[^.;:]{0,70}?\b)?(?:yeu cau|de nghi)\b)"
)


def body_of_letter(body: Body, *, doc_type: str | None, title: str | None) -> Body:
    """`body` with its paragraphs of work as items, where it is a letter without a number that asks for telling.

    As it is, where it is not.
    """
    if body.items or doc_type not in DIRECTING or title is None:
        return body
    blocks = [items for block in _blocks(body.preamble) if (items := _working(block))]
    if len(blocks) > 1 and len(blocks[-1]) == 1 and _only_closes(blocks[-1][0]):
        del blocks[-1]
    items = [item for block in blocks for item in block]
    if not items or not (_TELLS.search(folded(title)) or any(_tells(item) for item in items)):
        return body
    taken = {id(paragraph) for item in items for paragraph in item.paragraphs}
    first = next(index for index, paragraph in enumerate(body.preamble) if id(paragraph) in taken)
    rest = [paragraph for paragraph in body.preamble[first:] if id(paragraph) not in taken]
    return Body(body.preamble[:first], items, [*rest, *body.closing])


def is_letter(body: Body) -> bool:
    """Whether the items of `body` are the paragraphs of a letter."""
    return bool(body.items) and body.items[0].rule == PROSE


def campaign_of_letter(body: Body) -> CampaignParts:
    """What the paragraphs tell and in which forms; the dash lines of a paragraph stand for it."""
    telling = [item for item in body.items if _tells(item)]
    told = {id(item) for item in telling}
    spoken_below = {id(item.parent) for item in telling if item.parent}
    has_dashes = {id(item.parent) for item in body.items if item.parent}
    topics = []
    for item in body.items:
        if item.parent is None:
            stands = id(item) in told and id(item) not in has_dashes
        else:  # where no dash line tells and their paragraph does, they are what it tells
            stands = id(item) in told or (id(item.parent) in told and id(item.parent) not in spoken_below)
        topics += [item] if stands else []
    forms = [(item, channels) for item in telling if (channels := channels_in(item.heading))]
    activities = [(item, ActivityRow(item.label, title_of_activity(item), channels)) for item, channels in forms]
    return CampaignParts(topics, activities, [], group="paragraph")


def _blocks(paragraphs: Sequence[Paragraph]) -> Iterator[list[Item]]:
    """Each paragraph as an item, with the dash lines under it as items of their own behind it."""
    block: list[Item] = []
    number = 0
    for paragraph in paragraphs:
        text = paragraph.text
        if block and is_bullet(text) and text[0] == "+" and len(block) > 1:
            block[-1].paragraphs.append(paragraph)
        elif block and is_bullet(text):
            block.append(_item(paragraph, len(block), parent=block[0]))
        else:
            if block:
                yield block
            number += 1
            block = [_item(paragraph, number)]
    if block:
        yield block


def _item(paragraph: Paragraph, number: int, *, parent: Item | None = None) -> Item:
    label = f"{parent.label}.{number}" if parent else f"{LABEL} {number}"
    return Item(label, parent, without_bullet(paragraph.text), PROSE, [paragraph])


def _working(block: Sequence[Item]) -> list[Item]:
    """The items of a paragraph and its dash lines that are work, the paragraph itself first; none where nothing is."""
    head, *dashes = block
    said = folded(head.heading)
    if _CELL in head.heading or _ADDRESSES.match(said) or (not dashes and _ONLY_DEMANDS.search(said)):
        return []
    opens = bool(_ANNOUNCES.search(head.heading) and _REQUESTS.search(said))
    is_work = _gives(head) or _TO_PEOPLE.search(said) is not None or _BEGINS_TO_TELL.match(said) is not None
    chosen = dashes if opens or is_work else [item for item in dashes if _gives(item)]
    return [head, *chosen] if is_work or chosen else []


def _gives(item: Item) -> bool:
    return bool(assignments_of(Body([], [item], [])))


def _tells(item: Item) -> bool:
    """What the paragraph gives to a unit, or says to people, is telling; what it only refers to is not."""
    given = assignments_of(Body([], [item], []))
    first = item.paragraphs[0].text
    said = folded(first[min(row.end for row in given) :] if given else first)
    return _TELLS.search(said) is not None or _TO_PEOPLE.search(folded(first)) is not None


def _only_closes(item: Item) -> bool:
    """`Đề nghị các thôn thực hiện tốt./.`"""
    return _CLOSES.match(folded(item.heading)) is not None and not _tells(item)
