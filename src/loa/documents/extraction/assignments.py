"""Who does what: labelled lines, clauses headed by a unit, subjects of sentences, partners of `phối hợp`, requests."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loa.documents.ports import AssignmentRow

from .body import Body, Passage, is_purpose, is_short, is_target, sentences_of
from .labels import Label, labels_in
from .outline import Item
from .paragraphs import Paragraph
from .units import UNIT, UnitName, list_end, names_in
from .wording import folded

LEAD, SUPPORT, REQUEST = "lead", "support", "request"
_ASKS = re.compile(r"(?:Đề nghị|đề nghị|Kính đề nghị|Trân trọng đề nghị|Mời|Kính mời)\s+")
_GIVES = re.compile(r"(?:Giao|giao|Yêu cầu|Phân công)\s+(?:cho\s+|trách nhiệm cho\s+)?")
_INTRODUCES = re.compile(
    r"(?:can cu|tren co so|trong (?:qua trinh|pham vi|truong hop|thoi gian)|theo (?:chuc|de|quy|yeu|tinh)|"
    r"doi voi|hang (?:nam|thang|quy)|"
    r"dinh ky|khi|neu|ngoai ra|ben canh|truoc|truong hop|de |sau khi|tuy|qua|thong qua|cung voi|giai doan|"
    r"tu |den |ngay |tren tinh than)"
)
_WORKS_WITH = re.compile(
    r"(?<!sự )(?<!quy chế )(?<!công tác )(?<!cơ chế )(?<!chương trình )[Pp]hối hợp\s+"
    r"(?:(?:chặt chẽ|đồng bộ|thường xuyên|hiệu quả|tốt|kịp thời|tích cực)\s+)?(?:cùng\s+)?(?:với\s+)?"
)
_LEADS = re.compile(r"\s*(?:,?\s*(?:tổng hợp|tham mưu|làm đầu mối|là đầu mối|chịu trách nhiệm),?\s*)*chủ trì\b")
_NO_DUTY = re.compile(
    r"\s*,?\s*(?:là|được|trân trọng|xin|trong(?! (?:phạm vi|thẩm quyền|quá trình))|theo(?! (?:dõi|chức "
    r"năng|thẩm quyền|nhiệm vụ|phạm vi|lĩnh vực|phân công))|tại|về|cho|đối với|với|từ|đã|do|để|bằng|khi|"
    r"nhằm)\b"
)
_QUALIFIED = re.compile(
    r"\s*(?:được (?:phân công|giao)|có tên|(?:nêu )?tại)\b[^.;]*?"
    r"\s(?=(?P<duty>(?:có|chịu) trách nhiệm|chủ động|khẩn trương|tích cực))"
)
_OUTSIDE_BODIES = re.compile(
    r"(?:Các|các)\s(?:doanh nghiệp|tổ chức|chủ đầu tư|cơ sở|trường|hội|cá nhân|hộ|hợp tác xã|đơn vị (?:sự "
    r"nghiệp|cung))\b"
)
_DUTY_SECTION = re.compile(r"to chuc thuc hien|phan cong|trach nhiem|nhiem vu cu the")
_NO_DUTY_SECTION = re.compile(
    r"(?:doi tuong|pham vi|khen thuong|hinh thuc (?:va tieu chuan )?khen|tieu chuan|cach thuc xep|xep "
    r"loai|nguyen tac)\b"
)
_GIVES_ON = re.compile(r"\s+(giao|yêu cầu|đề nghị)\s+(?:cho\s+)?(?=\S)")
_BARE_SUBJECT = re.compile(r"(?:cơ quan|đơn vị|địa phương|doanh nghiệp|tổ chức)\b")
_LEFT_OPEN = re.compile(r"[Pp]hối hợp(?: chặt chẽ)?(?: với)?\s*:?$")
_NAMES_IN_BRACKETS = re.compile(r"\s*\(([^)]*)\)")


@dataclass(frozen=True, slots=True)
class FoundAssignment:
    """An assignment and the letters that name its unit."""

    row: AssignmentRow
    paragraph: Paragraph
    start: int
    end: int
    is_vague: bool


def assignments_of(body: Body) -> list[FoundAssignment]:
    """Every (clause, unit, role) of the body, each once; nameless doers only where no named unit has their role."""
    found: list[FoundAssignment] = []
    pending: tuple[Item, str] | None = None
    headed: dict[int, str] = {}
    for passage in body.passages():
        if is_purpose(passage.item) or _is_plain_target(passage) or _names_no_duty(passage.item):
            continue
        labels = labels_in(passage.paragraph.text, passage.at)
        if labels:
            found += _labelled(passage, labels)
            pending = (passage.item, labels[-1].role) if labels[-1].is_open else None
            continue
        if pending and pending[0] is passage.item and passage.is_bullet:
            found += _listed(passage, pending[1])
            continue
        pending = (passage.item, SUPPORT) if _LEFT_OPEN.search(passage.paragraph.text) else None
        if passage.is_heading and (rows := _heading(passage)):
            headed[id(passage.item)] = folded(rows[0].row.unit)
            found += [*rows, *_partners(passage, rows[-1].end, len(passage.paragraph.text))]
            continue
        found += _running(passage, headed)
    return _distinct(found)


def _is_plain_target(passage: Passage) -> bool:
    return is_target(passage.item) and not labels_in(passage.paragraph.text, passage.at)


def _names_no_duty(item: Item) -> bool:
    """Whom the plan is for, how far it reaches, what is rewarded: bodies are named there without a duty."""
    return any(is_short(step.heading) and _NO_DUTY_SECTION.match(folded(step.heading)) for step in item.chain)


def _labelled(passage: Passage, labels: Sequence[Label]) -> Iterator[FoundAssignment]:
    text = passage.paragraph.text
    for label in labels:
        if label.role == SUPPORT:
            yield from _rows(passage, label.at, list_end(text, label.at, label.end), SUPPORT)
            continue
        yield from _led(passage, label.at, label.end)
    yield from _partners(passage, passage.at, labels[0].start)


def _led(passage: Passage, start: int, end: int) -> Iterator[FoundAssignment]:
    """`X chủ trì, phối hợp với Y`, or a plain list of leaders."""
    text = passage.paragraph.text
    for first, last in sentences_of(text[:end], start):
        stop = list_end(text, first, last)
        if UNIT.match(text, first):
            yield from _rows(passage, first, stop, LEAD)
        yield from _partners(passage, stop, last)


def _listed(passage: Passage, role: str) -> Iterator[FoundAssignment]:
    """A dash line under an open label `Cơ quan thực hiện:`."""
    text = passage.paragraph.text
    if role == LEAD:
        yield from _led(passage, passage.at, len(text))
    else:
        yield from _rows(passage, passage.at, list_end(text, passage.at), role)


def _heading(passage: Passage) -> list[FoundAssignment]:
    """An item whose heading is nothing but a unit: `1. Công an xã`, `4. Đề nghị Hội …`."""
    text = passage.paragraph.text
    start, role = _asked(text, passage.at)
    if not UNIT.match(text, start) or (_BARE_SUBJECT.match(text[start:].lower()) and not _shares_out(passage.item)):
        return []
    stop = list_end(text, start)
    if text[stop : stop + 2] == ": " and text[stop + 2].isupper() and not _lists_more(text, stop + 2):
        return list(_rows(passage, start, stop, role))
    if text[stop : stop + 2] == ": " and _lists_more(text, stop + 2):
        return [_found(passage, UnitName(text[start:].strip(" .:;"), start, len(text)), role)]
    rest = _NAMES_IN_BRACKETS.sub("", text[stop:]).strip(" .:;,")
    if rest and len(text[stop:].split()) > 1:
        return _whole_heading(passage, start, role)
    return list(_rows(passage, start, stop, role))


def _lists_more(text: str, at: int) -> bool:
    """Only names follow: `Ủy ban nhân dân các xã: A, B, C`."""
    return list_end(text, at) >= len(text.rstrip(" .:;"))


def _whole_heading(passage: Passage, start: int, role: str) -> list[FoundAssignment]:
    """A bold or short unit heading with a qualifying clause: `Các doanh nghiệp đang hoạt động trong khu`."""
    text = passage.paragraph.text
    divided = passage.item.is_divided or len(passage.item.paragraphs) > 1
    if not (divided and _OUTSIDE_BODIES.match(text, start) and len(text) < 150) or text.endswith((".", ";")):
        return []
    return list(_rows(passage, start, len(text.rstrip(" :")), role))


def _shares_out(item: Item) -> bool:
    return any(_DUTY_SECTION.search(folded(step.heading)) for step in item.chain[1:])


def _asked(text: str, at: int) -> tuple[int, str]:
    if found := _ASKS.match(text, at):
        return found.end(), REQUEST
    if found := _GIVES.match(text, at):
        return found.end(), LEAD
    return at, LEAD


def _running(passage: Passage, headed: dict[int, str]) -> Iterator[FoundAssignment]:
    text = passage.paragraph.text
    heads = {headed[id(item)] for item in passage.item.chain if id(item) in headed}
    for start, end in sentences_of(text, passage.at):
        subjects = [] if passage.carries_on and start == passage.at else _subjects(passage, start, end)
        for row in (*subjects, *_leaders(passage, start, end)):
            if not (heads and (row.is_vague or folded(row.row.unit) in heads)):
                yield row
        yield from _partners(passage, start, end)


def _subjects(passage: Passage, start: int, end: int) -> Iterator[FoundAssignment]:
    """The subject of the sentence, also behind an introduction: `Căn cứ …, các sở xây dựng …`."""
    text = passage.paragraph.text
    at, role = _asked(text, start)
    if UNIT.match(text, at) and not _BARE_SUBJECT.match(text, at):
        yield from _acting(passage, at, end, role)
        return
    if not _INTRODUCES.match(folded(text[start:end])):
        return
    for found in UNIT.finditer(text, start, end):
        before = text[start : found.start()].rstrip()
        asked = re.search(r"(?:đề nghị|giao|yêu cầu)$", before)
        if not (before.endswith(",") or before.endswith("vướng mắc") or asked):
            continue
        rows = list(_acting(passage, found.start(), end, REQUEST if asked and asked.group() == "đề nghị" else LEAD))
        if rows:
            yield from rows
            return


def _acting(passage: Passage, start: int, end: int, role: str) -> Iterator[FoundAssignment]:
    text = passage.paragraph.text
    stop = list_end(text, start, end)
    after = text[stop:end]
    if duty := _QUALIFIED.match(after):
        if all(name.is_vague for name in names_in(text, start, stop)):
            stop += duty.start("duty")
        after = after[duty.start("duty") :]
    if given := _GIVES_ON.match(after):
        yield from _acting(passage, stop + given.end(), end, REQUEST if given[1] == "đề nghị" else LEAD)
        return
    if not after.strip(" .;,:") or after[0] in ".;:" or _NO_DUTY.match(after):
        return
    yield from _rows(passage, start, stop, role)


def _leaders(passage: Passage, start: int, end: int) -> Iterator[FoundAssignment]:
    """Anywhere in the sentence: a named unit right before `chủ trì`."""
    text = passage.paragraph.text
    while found := UNIT.search(text, start, end):
        stop = list_end(text, found.start(), end)
        if _LEADS.match(text, stop) and text[: found.start()].split()[-1:] != ["do"]:
            yield from (row for row in _rows(passage, found.start(), stop, LEAD) if not row.is_vague)
        start = max(stop, found.end())


def _partners(passage: Passage, start: int, end: int) -> Iterator[FoundAssignment]:
    text = passage.paragraph.text
    for found in _WORKS_WITH.finditer(text, start, end):
        if not UNIT.match(text, found.end()):
            continue
        stop = list_end(text, found.end(), end)
        named = _NAMES_IN_BRACKETS.search(text, found.end(), stop)
        if named and text.startswith("các", found.end()) and named[1][:1].isupper():
            for name in re.finditer(r"[^,;]+", named[1]):
                yield from _rows(passage, named.start(1) + name.start(), named.start(1) + name.end(), SUPPORT)
        else:
            yield from _rows(passage, found.end(), stop, SUPPORT)


def _rows(passage: Passage, start: int, end: int, role: str) -> Iterator[FoundAssignment]:
    for name in names_in(passage.paragraph.text, start, end):
        yield _found(passage, name, role)


def _found(passage: Passage, name: UnitName, role: str) -> FoundAssignment:
    row = AssignmentRow(passage.item.label, name.text, role)
    return FoundAssignment(row, passage.paragraph, name.start, name.end, name.is_vague)


def _distinct(found: Sequence[FoundAssignment]) -> list[FoundAssignment]:
    asked = {(item.row.clause, folded(item.row.unit)) for item in found if item.row.role == REQUEST}
    named = {(item.row.clause, item.row.role) for item in found if not item.is_vague}
    seen: set[tuple[str, str, str]] = set()
    out: list[FoundAssignment] = []
    for item in found:
        key = (item.row.clause, folded(item.row.unit), item.row.role)
        if item.row.role == LEAD and key[:2] in asked:
            continue
        if key in seen or (item.is_vague and (item.row.clause, item.row.role) in named):
            continue
        seen.add(key)
        out.append(item)
    return out
