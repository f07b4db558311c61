"""What a communication plan tells, in which forms, and with what money: sections told by their headings."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from loa.documents.ports import ActivityRow

from .body import Body, is_purpose, is_short, is_target
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
_PLAIN_TOPICS = re.compile(
    r"(?:ve )?noi dung(?:[\s,]+(?:va )?(?:hinh thuc|nhiem vu|hoat dong))?"
    r"(?: thuc hien| trien khai| chu yeu| trong tam| cu the)*\W*$"
)
_PLAIN_FORMS = re.compile(r"(?:ve )?(?:cac )?(?:hinh thuc|bien phap)\b(?: thuc hien| to chuc| chu yeu)?\W*$")
_REWARD = re.compile(r"khen thuong|ky luat|thi dua")
_ABOUT_TELLING = re.compile(_TELLING)
_MONEY = re.compile(
    r"(?:ve |bao dam |dam bao |nguon |du toan )?kinh phi\b|nguon luc (?:tai chinh|thuc hien)|co che tai chinh|"
    r"nguon von|du toan"
)


# A section or item of any plan that is itself about telling: `Công tác tuyên truyền`, `Đẩy mạnh truyền thông về …`.
_PUSH = (
    r"(?:(?:tiep tuc|tang cuong|day manh|thuc hien|to chuc|lam tot|chu trong|nang cao|doi moi|thuong xuyen|trien khai"
    r"|chu dong|hieu qua|chat luong|sau rong|ve|cac|va)[\s,]+)*"
)
_TELLS = re.compile(
    rf"{_PUSH}(?:(?:cong tac|hoat dong|nhiem vu|giai phap|chien dich)(?: ve)?[\s,]+)*(?:thong tin[\s,]+(?:va )?)?"
    r"(?:tuyen truyen|truyen thong(?! so)|pho bien|giao duc phap luat)\b"
)
_FORM_FIRST = re.compile(
    r"(?:hinh thuc|tren|qua|thong qua|bang|phat (?:thanh|song)|to chuc (?:hoi nghi|tuyen truyen luu dong)|treo|in an"
    r"|xay dung (?:chuyen|tin|pano|video)|dang tai|bien soan|su dung|tuyen truyen (?:tren|qua|bang|truc quan|mieng))\b"
)
_DUTIES = re.compile(r"to chuc thuc hien|phan cong|trach nhiem|nhiem vu cu the")
_FIRST_WORDS = 60  # letters


@dataclass(frozen=True, slots=True)
class CampaignParts:
    """The items that say what to tell, the forms, and the items that name the money.

    `group` ends the names of their rules: `section`; `telling` where the plan has no sections of contents and forms and
    its items that begin with telling were taken; `paragraph` of a letter without numbers.
    """

    topics: Sequence[Item]
    activities: Sequence[tuple[Item, ActivityRow]]
    budget: Sequence[Item]
    group: str = "section"

    def rule(self, group: str) -> str:
        """The rule that read `topics`, `activities` or `budget`."""
        return f"{group}.{self.group}" if group != "budget" else "budget.section"


def campaign_of(body: Body, *, title: str | None) -> CampaignParts:
    """Read topics, activities and budget; a plan that has no such sections gives empty ones."""
    telling = _ABOUT_TELLING.search(folded(title or "")) is not None
    topics = _below(body, partial(_says_what, telling=telling), wanted_inside=partial(_says_what, telling=True))
    forms = _below(body, partial(_says_how, telling=telling), wanted_inside=partial(_says_how, telling=True))
    budget = [item for item in body.items if _names_money(item)]
    if topics or forms:
        return CampaignParts(topics, [(item, _activity(item, body)) for item in forms if item not in topics], budget)
    topics, forms = _told(body)
    return CampaignParts(topics, [(item, _activity(item, body)) for item in forms], budget, "telling")


def _told(body: Body) -> tuple[list[Item], list[Item]]:
    """Topics and forms of a plan that tells among other work; one item may be both: what, and on which channels."""
    topics: list[Item] = []
    forms: list[Item] = []
    for section in body.items:
        if not _tells(section) or any(_tells(step) for step in section.chain[1:]):
            continue
        parts = [item for item in body.items if item.parent is section] or [section]
        channels = {id(part): channels_in(_words_of(part, body)) for part in parts}
        forms += [part for part in parts if channels[id(part)]]
        what = [part for part in parts if not (channels[id(part)] and _is_form_first(part))]
        topics += what or [section]
    return topics, forms


def _tells(item: Item) -> bool:
    if _TELLS.match(folded(item.heading)) is None or is_purpose(item) or is_target(item):
        return False
    return not any(is_short(step.heading) and _DUTIES.search(folded(step.heading)) for step in item.chain[1:])


def _is_form_first(item: Item) -> bool:
    """The item says how before it says what."""
    heading = folded(item.heading)
    return _FORM_FIRST.match(heading) is not None or bool(channels_in(item.heading[:_FIRST_WORDS]))


def _words_of(item: Item, body: Body) -> str:
    return " ".join(part.text for other in body.items if item in other.chain for part in other.paragraphs)


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
    return ActivityRow(item.label, title_of_activity(item), channels_in(_words_of(item, body)))


def title_of_activity(item: Item) -> str:
    """The first sentence of an item that names a form of communication."""
    return re.split(r"(?<=\w)[.:;]\s", item.heading, maxsplit=1)[0].strip(" .:;/")


def _names_money(item: Item) -> bool:
    if not _MONEY.match(_heading(item)):
        return False
    return not any(_MONEY.match(_heading(step)) for step in item.chain[1:])
