"""Who does what: labelled lines, clauses headed by a unit, subjects of sentences, partners of `phối hợp`, requests."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .assignment_rows import LEAD, NAMES_IN_BRACKETS, REQUEST, SUPPORT, FoundAssignment, asked, rows_of
from .body import Body, Passage, is_purpose, is_short, is_target, sentences_of
from .labels import Label, labels_in
from .outline import Item
from .unit_headings import BARE_SUBJECT, headed_by, shares_out
from .units import UNIT, list_end, names_in
from .wording import folded

_INTRODUCES = re.compile(
    r"(?:can cu|tren co so|tren tinh than|trong (?:qua trinh|pham vi|truong hop|thoi gian)|truong hop|doi voi|dinh ky|"
    r"theo (?:chuc|de|quy|yeu|tinh)|hang (?:nam|thang|quy)|khi|neu|ngoai ra|ben canh|truoc|sau khi|tuy|qua|thong qua|"
    r"cung voi|giai doan|de |tu |den |ngay )"
)
_WORKS_WITH = re.compile(
    r"(?<!sự )(?<!quy chế )(?<!công tác )(?<!cơ chế )(?<!chương trình )[Pp]hối hợp\s+"
    r"(?:(?:chặt chẽ|đồng bộ|thường xuyên|hiệu quả|tốt|kịp thời|tích cực)\s+)?(?:cùng\s+)?(?:với\s+)?"
)
_LEADS = re.compile(r"\s*(?:,?\s*(?:tổng hợp|tham mưu|làm đầu mối|là đầu mối|chịu trách nhiệm),?\s*)*chủ trì\b")
_NO_DUTY = re.compile(
    r"\s*,?\s*(?:là|được|trân trọng|xin|tại|về|cho|đối với|với|từ|đã|do|để|bằng|khi|nhằm|"
    r"trong(?! (?:phạm vi|thẩm quyền|quá trình))|"
    r"theo(?! (?:dõi|chức năng|thẩm quyền|nhiệm vụ|phạm vi|lĩnh vực|phân công)))\b"
)
_QUALIFIED = re.compile(
    r"\s*(?:được (?:phân công|giao)|có tên|(?:nêu )?tại)\b[^.;]*?"
    r"\s(?=(?P<duty>(?:có|chịu) trách nhiệm|chủ động|khẩn trương|tích cực))"
)
_NO_DUTY_SECTION = re.compile(
    r"(?:doi tuong|pham vi|khen thuong|hinh thuc (?:va tieu chuan )?khen|tieu chuan|cach thuc xep|xep loai|"
    r"nguyen tac)\b"
)
_HELPS = re.compile(r"\s*(?:phối hợp|cùng phối hợp|tham gia)\b(?!\s+(?:với|cùng))")
_GIVES_ON = re.compile(r"\s+(giao|yêu cầu|đề nghị)\s+(?:cho\s+)?(?=\S)")
_LEFT_OPEN = re.compile(r"[Pp]hối hợp(?: chặt chẽ)?(?: với)?\s*:?$")


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
        if passage.is_heading and (rows := headed_by(passage)):
            headed[id(passage.item)] = folded(rows[0].row.unit)
            found += [*rows, *_partners(passage, rows[-1].end, end=len(passage.paragraph.text))]
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
            yield from rows_of(passage, label.at, end=list_end(text, label.at, end=label.end), role=SUPPORT)
            continue
        yield from _led(passage, label.at, end=label.end)
    yield from _partners(passage, passage.at, end=labels[0].start)


def _led(passage: Passage, start: int, *, end: int) -> Iterator[FoundAssignment]:
    """`X chủ trì, phối hợp với Y`, or a plain list of leaders."""
    text = passage.paragraph.text
    for first, last in sentences_of(text[:end], start):
        stop = list_end(text, first, end=last)
        if UNIT.match(text, first):
            yield from rows_of(passage, first, end=stop, role=SUPPORT if _HELPS.match(text, stop) else LEAD)
        yield from _partners(passage, stop, end=last)


def _listed(passage: Passage, role: str) -> Iterator[FoundAssignment]:
    """A dash line under an open label `Cơ quan thực hiện:`."""
    text = passage.paragraph.text
    if role == LEAD:
        yield from _led(passage, passage.at, end=len(text))
    else:
        yield from rows_of(passage, passage.at, end=list_end(text, passage.at), role=role)


def _running(passage: Passage, headed: dict[int, str]) -> Iterator[FoundAssignment]:
    text = passage.paragraph.text
    heads = {headed[id(item)] for item in passage.item.chain if id(item) in headed}
    list_is_open = False
    for start, end in sentences_of(text, passage.at):
        if list_is_open and text[start].islower() and UNIT.match(text, start):
            yield from rows_of(passage, start, end=list_end(text, start, end=end), role=SUPPORT)
        elif not (passage.carries_on and start == passage.at):
            for row in _subjects(passage, start, end=end):
                if not _is_head(row, heads):
                    yield row
        for row in _leaders(passage, start, end=end):
            if not _is_head(row, heads):
                yield row
        partners = list(_partners(passage, start, end=end))
        yield from partners
        list_is_open = bool(partners) and partners[-1].end >= end - 1 and text[end - 1] == ";"


def _is_head(row: FoundAssignment, heads: set[str]) -> bool:
    """Under a heading that names the unit, neither the unit again nor a nameless doer is one more entry."""
    return bool(heads) and (row.is_vague or folded(row.row.unit) in heads)


def _subjects(passage: Passage, start: int, *, end: int) -> Iterator[FoundAssignment]:
    """The subject of the sentence, also behind an introduction: `Căn cứ …, các sở xây dựng …`."""
    text = passage.paragraph.text
    at, role = asked(text, start)
    if UNIT.match(text, at) and not BARE_SUBJECT.match(text, at):
        yield from _acting(passage, at, end=end, role=role)
        return
    if not _INTRODUCES.match(folded(text[start:end])):
        return
    for found in UNIT.finditer(text, start, end):
        before = text[start : found.start()].rstrip()
        told = re.search(r"(?:đề nghị|giao|yêu cầu)$", before)
        if BARE_SUBJECT.match(text, found.start()) or not (before.endswith((",", "vướng mắc")) or told):
            continue
        role = REQUEST if told and told.group() == "đề nghị" else LEAD
        rows = list(_acting(passage, found.start(), end=end, role=role))
        if rows:
            yield from rows
            return


def _acting(passage: Passage, start: int, *, end: int, role: str) -> Iterator[FoundAssignment]:
    text = passage.paragraph.text
    stop = list_end(text, start, end=end)
    after = text[stop:end]
    if duty := _QUALIFIED.match(after):
        if all(name.is_vague for name in names_in(text, start, end=stop)):
            stop += duty.start("duty")
        after = after[duty.start("duty") :]
    if given := _GIVES_ON.match(after):
        yield from _acting(passage, stop + given.end(), end=end, role=REQUEST if given[1] == "đề nghị" else LEAD)
        return
    if after[:1] == ":" and shares_out(passage.item):
        yield from rows_of(passage, start, end=stop, role=role)
    if not after.strip(" .;,:") or after[0] in ".;:" or _NO_DUTY.match(after):
        return
    yield from rows_of(passage, start, end=stop, role=role)


def _leaders(passage: Passage, start: int, *, end: int) -> Iterator[FoundAssignment]:
    """Anywhere in the sentence: a named unit right before `chủ trì`."""
    text = passage.paragraph.text
    while found := UNIT.search(text, start, end):
        stop = list_end(text, found.start(), end=end)
        if _LEADS.match(text, stop) and text[: found.start()].split()[-1:] != ["do"]:
            yield from (row for row in rows_of(passage, found.start(), end=stop, role=LEAD) if not row.is_vague)
        start = max(stop, found.end())


def _partners(passage: Passage, start: int, *, end: int) -> Iterator[FoundAssignment]:
    text = passage.paragraph.text
    for found in _WORKS_WITH.finditer(text, start, end):
        if not UNIT.match(text, found.end()):
            continue
        stop = list_end(text, found.end(), end=end)
        named = NAMES_IN_BRACKETS.search(text, found.end(), stop)
        if named and text.startswith("các", found.end()) and named[1][:1].isupper():
            for name in re.finditer(r"[^,;]+", named[1]):
                start, stop = (named.start(1) + edge for edge in name.span())
                yield from rows_of(passage, start, end=stop, role=SUPPORT)
        else:
            yield from rows_of(passage, found.end(), end=stop, role=SUPPORT)


def _distinct(found: Sequence[FoundAssignment]) -> list[FoundAssignment]:
    requested = {(item.row.clause, folded(item.row.unit)) for item in found if item.row.role == REQUEST}
    named = {(item.row.clause, item.row.role) for item in found if not item.is_vague}
    seen: set[tuple[str, str, str]] = set()
    out: list[FoundAssignment] = []
    for item in found:
        key = (item.row.clause, folded(item.row.unit), item.row.role)
        if item.row.role == LEAD and key[:2] in requested:
            continue
        if key in seen or (item.is_vague and (item.row.clause, item.row.role) in named):
            continue
        seen.add(key)
        out.append(item)
    return out
