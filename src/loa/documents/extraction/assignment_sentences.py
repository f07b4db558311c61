"""Who does what in running text: the subject of a sentence, the leader before `chủ trì`, partners of `phối hợp`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from .assignment_rows import (
    ASKED,
    GIVEN,
    LEADS,
    NAMES_IN_BRACKETS,
    PARTNER,
    SUBJECT,
    FoundAssignment,
    Reading,
    asked,
    rows_of,
)
from .body import Passage, sentences_of
from .posts import without_remit
from .unit_headings import BARE_SUBJECT, describes, shares_out
from .unit_stops import STOP
from .units import UNIT, list_end, names_in
from .wording import folded

_INTRODUCES = re.compile(
    r"(?:can cu|tren co so|tren tinh than|tren dia ban|trong (?:qua trinh|pham vi|truong hop|thoi gian|do)|truong hop|"
    r"doi voi|dinh ky|theo (?:chuc|de|quy|yeu|tinh|tham|phan)|hang (?:nam|thang|quy|tuan)|khi|neu|ngoai ra|ben canh|"
    r"truoc|sau |ngay sau|tuy|qua|thong qua|cung voi|giai doan|dong thoi|rieng|dac biet|nham|voi |thuc hien |"
    r"de |tu |den |ngay |ket thuc |sau khi |cuoi (?:nam|ky|moi|thang|quy|dot)\b)"
)
_WORKS_WITH = re.compile(
    r"(?:[Pp]hối(?: kết)? hợp|[Hh]iệp đồng|chủ trì,? cùng)(?<!sự phối hợp)(?<!quy chế phối hợp)(?<!công tác phối hợp)"
    r"(?<!cơ chế phối hợp)(?<!chương trình phối hợp)"
    r"(?:,? (?:chặt chẽ|đồng bộ|thường xuyên|hiệu quả|tốt|kịp thời|tích cực|có hiệu quả|nhịp nhàng))*"
    r"\s+(?:(?:cùng|với)\s+)*"
)
_IS_DIRECTED = re.compile(  # the doer has named a partner; those whom the two direct have partners of their own
    r"[Pp]hối hợp\b[^.;:]* (?:chỉ đạo|hướng dẫn|đôn đốc)(?:,? (?:và )?(?:chỉ đạo|hướng dẫn|đôn đốc|kiểm tra))* "
    r"(?!việc|công tác|thực hiện|triển khai|tổ chức|và|xây dựng|tuyên truyền)[^,.;:]{4,80} $"
)
_REACH = 600  # letters between that partner and those of the directed
_LEADS = re.compile(r"\s*(?:,?\s*(?:tổng hợp|tham mưu|làm đầu mối|là đầu mối|chịu trách nhiệm|đồng),?\s*)*chủ trì\b")
_NO_DUTY = re.compile(
    r"\s*,?\s*(?:là|được|có (?:thể|chức năng|quyền)|có (?:từ |tối đa |ít nhất )?\d+|trân trọng|xin|tại|về|cho|"
    r"đối với|với|từ|đã|do|để|bằng|khi|nhằm|như|gồm|bao gồm|vì|chậm nhất|"
    r"trong(?! (?:phạm vi|thẩm quyền|quá trình))|"
    r"theo(?! (?:dõi|chức năng|thẩm quyền|nhiệm vụ|phạm vi|lĩnh vực|phân công)))\b"
)
_NO_DUTY_GIVEN = re.compile(r"\s*,?\s*(?:được|đã|về việc|tại|của|gồm|bao gồm)\b")
_STANDS_FOR = re.compile(
    r"\s*là (?:cơ quan|đơn vị|đầu mối|bộ phận)[^.;:]{0,100}?(?:,|và)\s+"
    r"(?=chủ trì|(?:có|chịu) trách nhiệm|tham mưu|theo dõi|tổng hợp|giúp|hướng dẫn|đôn đốc|phối hợp|tổ chức|triển khai|"
    r"kịp thời|chủ động|thường xuyên|điều phối|xây dựng)"
)
_QUALIFIED = re.compile(
    r"\s*(?:được (?:phân công|giao)|có tên|(?:nêu )?tại|(?:tới|đến) (?:việc|các nội dung|nội dung|nhiệm vụ))\b[^.;]*?"
    r"\s(?=(?P<duty>(?:có|chịu) trách nhiệm|chủ động|khẩn trương|tích cực))"
)
_IS_CHARGED = re.compile(
    r"\s*được (?:giao|phân công)(?: nhiệm vụ)?(?: trực tiếp)? (?:phụ trách|chủ trì|thực hiện|theo dõi|tham mưu)\b"
)
_CHARGED = re.compile(r"\s+được (?:giao|phân công) chủ trì(?=\s+(?:để|tổ chức|thực hiện|triển khai)|[,.;])")
HELPS = re.compile(r"\s*(?:cùng )?(?:phối hợp|tham gia)\b(?!\s+(?:với|cùng))")
_ONLY_HELPS = re.compile(r"\s*(?:cùng )?(?:phối hợp|tham gia)(?: thực hiện| tổ chức| triển khai)?\s*[.;]?$")
_GIVES_ON = re.compile(
    r"\s+(?:(?:thống nhất|đồng ý),?\s+)?(?P<verb>giao|yêu cầu|đề nghị|phân công)\s+(?:(?:nhiệm vụ )?cho\s+)?(?=\S)"
)
_RECEIVES = re.compile(r"\b(?:gửi|đến|tới|cho)$")  # who is named behind gets something, and does nothing yet
_TOLD = re.compile(r"(?:đề nghị|giao|yêu cầu|phân công)(?: cho)?$")
_TOLD_LATER = re.compile(r"giao\s(?:(?<=[,;:]\sgiao\s)|(?<=[Đđ]ồng thời giao\s))(?:cho )?")
_ANNOUNCES = re.compile(r"(?:như sau|sau đây)\s*:$")  # the duties follow, each in an item of its own
_PLAIN_DUTY = re.compile(r"\s*(?:chủ trì|phối hợp|(?:có|chịu) trách nhiệm|tham mưu|chủ động|tổ chức(?! chính))\b")
_MOST_BEGINNINGS = 8  # of one sentence behind another's colon
_COLON = re.compile(r":\s+(?:\(\d{1,2}\)\s*)?(?=[^\W\d_])")
_COUNTED = re.compile(r"\(\d{1,2}\)\s*")  # `…: (1) Công an xã …; (2) Trạm Y tế …`
_COUNTED_ROW = re.compile(r":\s+\(1\)")
_SETS_OUT = re.compile(
    r"\s*(?:chủ động|tiến hành|kiểm tra|giám sát|triệu tập|chủ trì|chịu trách nhiệm|có trách nhiệm)\s(?!(?:của|được)\b)"
)
_LOWLY = re.compile(
    r"(?:tổ(?! chuyên môn)|đội|lực lượng|chi bộ|chi ủy)\b"
)  # in small letters rather one more of those named before
_INVITES = re.compile(r"(?<![\w-])(?<!được )(?<!giấy )(?<!khách )(?<!Khách )(?:[Mm]ời|đề nghị)\s+(?=\S)")


def duties_of(passage: Passage, start: int, *, end: int) -> Iterator[list[FoundAssignment]]:
    """Of one sentence: the rows of its subject, then of its leaders."""
    yield list(subjects(passage, start, end=end))
    yield list(_leaders(passage, start, end=end))


def told_in(passage: Passage, *, acting: bool = False) -> Iterator[FoundAssignment]:
    """Among targets and criteria only what is given outright is a duty: `giao Sở Y tế kiểm tra`.

    :param acting: where a section says whom or what the work reaches, its doer is named by what it sets out to do.
    """
    text = passage.paragraph.text
    for start, end in clauses_of(text, passage.at):
        for row in subjects(passage, start, end=end):
            if row.rule == GIVEN.rule or (acting and _SETS_OUT.match(text, row.end)):
                yield row


def invited_in(passage: Passage) -> Iterator[FoundAssignment]:
    """Among those present only the invited are asked for something: `Thành phần: …; mời đại diện …`."""
    text = passage.paragraph.text
    for found in _INVITES.finditer(text, passage.at):
        yield from rows_of(passage, found.end(), end=list_end(text, found.end()), reading=ASKED)


def clauses_of(text: str, at: int) -> Iterator[tuple[int, int]]:
    """The sentences of `text`; a list of doers that runs over semicolons stays with its verb."""
    begun: int | None = None
    for start, end in sentences_of(text, at):
        first = start if begun is None else begun
        head = asked(text, first)[0]
        following = UNIT.match(text, end + 1) is not None
        names_only = UNIT.match(text, head) and text[end - 1] == ";" and list_end(text, head, end=end) >= end - 1
        begun = first if names_only and following and _acts(text, end + 1) else None
        if begun is None:
            yield first, end


def _acts(text: str, at: int) -> bool:
    """The list of names at `at` has a verb behind it."""
    stop = list_end(text, at, is_subject=True)
    return stop < len(text) and text[stop] not in ".;:"


def subjects(passage: Passage, start: int, *, end: int) -> Iterator[FoundAssignment]:
    """The subject of the sentence, also behind an introduction: `Căn cứ …, các sở xây dựng …`."""
    text = passage.paragraph.text
    if passage.item.is_divided and _ANNOUNCES.search(text, start, end):
        return
    if counted := _COUNTED.match(text, start, end):
        start = counted.end()
    for _beginning in range(_MOST_BEGINNINGS):
        at, reading = asked(text, start)
        if UNIT.match(text, at) and not (reading is SUBJECT and BARE_SUBJECT.match(text, at)):
            yield from _acting(passage, at, end=end, reading=reading)
            return
        introduced = _introduced(passage, start, end=end)
        yield from introduced
        colon = None if introduced else _COLON.search(text, start, end)
        if colon is None or not _begins_anew(text, colon.end(), end=end):
            return
        start = colon.end()


def _begins_anew(text: str, at: int, *, end: int) -> bool:
    """Behind a colon stands a sentence of its own, not the things it announces."""
    if not text[at].isupper():
        return False
    if asked(text, at)[0] > at:
        return True
    if UNIT.match(text, at):
        stop = list_end(text, at, end=end)
        acts = not text.startswith(("Các ", "Những "), at) and STOP.match(text, stop + 1) is not None
        return acts or _PLAIN_DUTY.match(text, stop) is not None
    return _INTRODUCES.match(folded(text[at : at + 20])) is not None


def _introduced(passage: Passage, start: int, *, end: int) -> list[FoundAssignment]:
    text = passage.paragraph.text
    if (told := _TOLD_LATER.search(text, start, end)) and UNIT.match(text, told.end()):
        return list(_acting(passage, told.end(), end=end, reading=GIVEN))
    if not _INTRODUCES.match(folded(text[start : start + 20])):
        return []
    told_to = start
    for found in UNIT.finditer(text, start, _counts_from(text, start, end=end)):
        before = text[start : found.start()].rstrip()
        if _RECEIVES.search(before):
            told_to = list_end(text, found.start(), end=end)
        if found.start() < told_to:
            continue
        said = _TOLD.search(before)
        if (
            _LOWLY.match(text, found.start())
            or BARE_SUBJECT.match(text, found.start())
            or not (before.endswith((",", "vướng mắc")) or said)
        ):
            continue
        reading = SUBJECT if not said else ASKED if said.group().startswith("đề nghị") else GIVEN
        if rows := list(_acting(passage, found.start(), end=end, reading=reading)):
            return rows
    return []


def _counts_from(text: str, start: int, *, end: int) -> int:
    """An introduction ends where a row of counted steps begins: `Đối với thôn: (1) Trưởng thôn …; (2) …`."""
    found = _COUNTED_ROW.search(text, start, end)
    return found.start() if found else end


def _acting(passage: Passage, start: int, *, end: int, reading: Reading) -> Iterator[FoundAssignment]:
    text = passage.paragraph.text
    stop, after = _doers_and_rest(text, start, end=end)
    while (given := _GIVES_ON.match(after)) and UNIT.match(text, stop + given.end()):
        start, reading = stop + given.end(), ASKED if given["verb"] == "đề nghị" else GIVEN
        stop, after = _doers_and_rest(text, start, end=end)
    if after[:1] == ":" and shares_out(passage.item) and not describes(after[1:]):
        yield from rows_of(passage, start, end=stop, reading=reading)
    if _has_duty(after, told=reading is not SUBJECT):
        yield from rows_of(passage, start, end=stop, reading=reading)
    elif _IS_CHARGED.match(after):
        yield from (row for row in rows_of(passage, start, end=stop, reading=reading) if not row.is_vague)


def _doers_and_rest(text: str, start: int, *, end: int) -> tuple[int, str]:
    """Where the names that begin at `start` stop, and the words behind them: the verb, or what leads up to it."""
    stop = list_end(text, start, end=end, is_subject=True)
    after = text[stop:end]
    if duty := _QUALIFIED.match(after):
        if all(name.is_vague for name in names_in(text, start, end=stop)):
            stop += duty.start("duty")
        after = after[duty.start("duty") :]
    if not after.strip(" .;,"):
        stop = start + without_remit(text[start:stop])
        after = text[stop:end]
    return stop, after


def _has_duty(after: str, *, told: bool) -> bool:
    """What follows the names is something to do."""
    if not after.strip(" .;,:") or after[0] in ".;:" or after.lstrip().startswith("|"):  # the border of a cell
        return False
    if _STANDS_FOR.match(after):
        return True
    return not (_NO_DUTY_GIVEN if told else _NO_DUTY).match(after)


def _leaders(passage: Passage, start: int, *, end: int) -> Iterator[FoundAssignment]:
    """Anywhere in the sentence: a named unit right before `chủ trì`."""
    text = passage.paragraph.text
    if "chủ trì" not in text[start:end]:
        return
    while found := UNIT.search(text, start, end):
        stop = list_end(text, found.start(), end=end)
        if _LEADS.match(text, stop) and text[: found.start()].split()[-1:] != ["do"]:
            yield from (row for row in rows_of(passage, found.start(), end=stop, reading=LEADS) if not row.is_vague)
        start = max(stop, found.end())


def as_helpers(text: str, rows: list[FoundAssignment], *, end: int) -> list[FoundAssignment]:
    """`… Công an xã chủ trì; Phòng Kinh tế phối hợp.`: whose whole duty is to help a leader named before."""
    if not rows or not _ONLY_HELPS.match(text[rows[-1].end : end]):
        return rows
    return [replace(row, row=replace(row.row, role=PARTNER.role), rule=PARTNER.rule) for row in rows]


def helpers(passage: Passage, start: int, *, end: int) -> Iterator[FoundAssignment]:
    """`Phòng A chủ trì, Phòng B phối hợp`: the body right before `phối hợp` helps the one that leads."""
    text = passage.paragraph.text
    led = text.find("chủ trì", start, end)
    while led >= 0 and (found := UNIT.search(text, led, end)):
        stop = list_end(text, found.start(), end=end)
        if HELPS.match(text, stop) and text[: found.start()].rstrip().endswith((",", ";")):
            yield from rows_of(passage, found.start(), end=stop, reading=PARTNER)
        led = max(stop, found.end())


def partners(passage: Passage, start: int, *, end: int) -> Iterator[FoundAssignment]:
    """The bodies behind `phối hợp (với)`."""
    text = passage.paragraph.text
    for found in _WORKS_WITH.finditer(text, start, end):
        near = max(start, found.start() - _REACH)
        if not UNIT.match(text, found.end()) or _IS_DIRECTED.search(text, near, found.start()):
            continue
        stop = list_end(text, found.end(), end=end)
        if which := _CHARGED.match(text, stop, end):
            stop = which.end()
        named = NAMES_IN_BRACKETS.search(text, found.end(), stop)
        if named and text.startswith("các", found.end()) and named[1][:1].isupper():
            for name in re.finditer(r"[^,;]+", named[1]):
                first, last = (named.start(1) + edge for edge in name.span())
                yield from rows_of(passage, first, end=last, reading=PARTNER)
        else:
            yield from rows_of(passage, found.end(), end=stop, reading=PARTNER)
