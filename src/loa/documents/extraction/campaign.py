"""What a communication plan tells, in which forms, and with what money: sections told by their headings."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from loa.documents.ports import ActivityRow

from .body import Body, is_short
from .channels import channels_in
from .outline import Item
from .wording import folded

_TELLING = (
    r"(?:tuyen truyen|truyen thong|(?<!cong nghe )(?<!an toan )(?<!he thong )thong tin|pho bien|van dong|"
    r"co dong|quang ba)"
)
_TOPICS = re.compile(rf"noi dung\b[^.:;]*\b{_TELLING}\b|noi dung can\b")
_FORMS = re.compile(
    rf"^(?:hinh thuc|phuong thuc|bien phap|giai phap|cach thuc|hoat dong)\b[^.:;]*\b{_TELLING}\b|"
    rf"{_TELLING}[^.:;]*\bhinh thuc\b"
)
_PLAIN_TOPICS = re.compile(r"(?:ve )?noi dung\W*$|noi dung (?:chu yeu|trong tam|cu the)\W*$")
_PLAIN_FORMS = re.compile(r"(?:ve )?(?:cac )?(?:hinh thuc|bien phap)\b(?: thuc hien| to chuc| chu yeu)?\W*$")
_REWARD = re.compile(r"khen thuong|ky luat|thi dua")
_ABOUT_TELLING = re.compile(_TELLING)
_MONEY = re.compile(
    r"(?:ve |bao dam |dam bao |nguon |du toan )?kinh phi\b|nguon luc (?:tai chinh|thuc hien)|co che tai chinh|"
    r"nguon von|du toan"
)


@dataclass(frozen=True, slots=True)
class CampaignParts:
    """The items that say what to tell, the forms, and the items that name the money."""

    topics: Sequence[Item]
    activities: Sequence[tuple[Item, ActivityRow]]
    budget: Sequence[Item]


def campaign_of(body: Body, *, title: str | None) -> CampaignParts:
    """Read topics, activities and budget; a plan that has no such sections gives empty ones."""
    telling = _ABOUT_TELLING.search(folded(title or "")) is not None
    topics = _below(body, partial(_says_what, telling=telling), wanted_inside=partial(_says_what, telling=True))
    forms = _below(body, partial(_says_how, telling=telling), wanted_inside=partial(_says_how, telling=True))
    activities = [(item, _activity(item, body)) for item in forms if item not in topics]
    return CampaignParts(topics, activities, [item for item in body.items if _names_money(item)])


def _says_what(item: Item, *, telling: bool) -> bool:
    heading = _heading(item)
    return bool(_TOPICS.match(heading) or (telling and _PLAIN_TOPICS.match(heading)))


def _says_how(item: Item, *, telling: bool) -> bool:
    heading = _heading(item)
    if _REWARD.search(heading):
        return False
    return bool(_FORMS.search(heading) or (telling and _PLAIN_FORMS.match(heading)))


def _heading(item: Item) -> str:
    return folded(item.heading) if is_short(item.heading) else ""


def _below(body: Body, wanted: Callable[[Item], bool], *, wanted_inside: Callable[[Item], bool]) -> list[Item]:
    """The items one level below each wanted section; a section without items of its own stands for itself.

    A section on both (`Nội dung, hình thức tuyên truyền`) is parted by the headings of its own items.
    """
    out: list[Item] = []
    for section in body.items:
        if not wanted(section) or any(wanted(step) for step in section.chain[1:]):
            continue
        children = [item for item in body.items if item.parent is section]
        heads = [item for item in children if wanted_inside(item)]
        if not heads and any(_says_what(item, telling=True) or _says_how(item, telling=True) for item in children):
            continue
        for head in heads or [section]:
            out += [item for item in body.items if item.parent is head] or [head]
    return out


def _activity(item: Item, body: Body) -> ActivityRow:
    words = [part.text for other in body.items if item in other.chain for part in other.paragraphs]
    title = re.split(r"(?<=\w)[.:;]\s", item.heading, maxsplit=1)[0].strip(" .:;")
    return ActivityRow(item.label, title, channels_in(" ".join(words)))


def _names_money(item: Item) -> bool:
    if not _MONEY.match(_heading(item)):
        return False
    return not any(_MONEY.match(_heading(step)) for step in item.chain[1:])
