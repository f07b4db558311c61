"""`loa extract FILE --explain`: each field with its place, its words and the rule that read it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from loa.cli.row_words import row_words
from loa.core.language import gettext
from loa.core.language import gettext as _
from loa.core.language import gettext_noop as marked
from loa.documents.extraction.document_types import TYPE_WORDS
from loa.documents.extraction.rules import explained
from loa.documents.extraction.serial import to_json
from loa.documents.ports import Anchor, ExtractionResult
from loa.documents.printed_days import day_words

LONGEST_QUOTE = 160  # letters; the document itself has the rest
NAMES = {
    "doc_type": marked("Loại văn bản"),
    "number": marked("Số"),
    "symbol": marked("Ký hiệu"),
    "parent_issuer": marked("Cơ quan chủ quản"),
    "issuer": marked("Cơ quan ban hành"),
    "place": marked("Địa danh"),
    "date": marked("Ngày"),
    "title": marked("Trích yếu"),
    "authority": marked("Thay mặt, thừa lệnh"),
    "capacity": marked("Ký thay, quyền"),
    "signer_position": marked("Chức vụ người ký"),
    "signer": marked("Người ký"),
    "recipients": marked("Nơi nhận"),
    "archive": marked("Lưu"),
    "citations": marked("Văn bản viện dẫn"),
    "outline": marked("Mục"),
    "windows": marked("Thời hạn"),
    "assignments": marked("Phân công"),
    "topics": marked("Nội dung tuyên truyền"),
    "activities": marked("Hình thức tuyên truyền"),
    "budget": marked("Kinh phí"),
    "reporting": marked("Chế độ báo cáo"),
    "audiences": marked("Đối tượng"),
    "costs": marked("Khoản chi"),
    "tasks": marked("Việc trong bảng"),
    "units": marked("Tên đơn vị"),
}


def explanation(result: ExtractionResult) -> list[str]:
    """Every field that was read, in the order of reading; its lines, its words, and why it was read so."""
    # The clauses' own words would only say the outline again.
    data = {name: value for name, value in to_json(result).items() if name not in ("clauses", "anchors", "unused")}
    return [line for pointer, places in result.anchors.items() for line in _field(pointer, places, data=data)]


def _field(pointer: str, places: tuple[Anchor, ...], *, data: dict[str, Any]) -> Iterator[str]:
    group, *steps = pointer.strip("/").split("/")
    if group not in data:
        return
    value: Any = data[group]
    for step in steps:
        value = value[int(step) if isinstance(value, list) else step]
    yield _said(steps[0] if group == "header" else group, value)
    for place in places:
        yield "    " + _line(place)
    for rule in dict.fromkeys(place.rule for place in places if place.rule):
        yield "    " + _("Quy tắc: {sentence} [{name}]").format(name=rule, sentence=explained(rule))


def _line(place: Anchor) -> str:
    quote = place.quote if len(place.quote) <= LONGEST_QUOTE else place.quote[:LONGEST_QUOTE].rstrip() + " …"
    if place.line_from == place.line_to:
        return _("Dòng {line}: “{quote}”").format(line=place.line_from, quote=quote)
    return _("Dòng {first} đến {last}: “{quote}”").format(first=place.line_from, last=place.line_to, quote=quote)


def _said(name: str, value: Any) -> str:
    label = gettext(NAMES[name])
    if isinstance(value, dict):
        place, words = row_words(name, value)
        return f"{label} {place}: {words}" if place else f"{label}: {words}"
    return f"{label}: {_field_words(name, str(value))}"


def _field_words(name: str, value: str) -> str:
    """A field of the letterhead, or a name or clause alone."""
    if name == "date":
        return day_words(value)
    return TYPE_WORDS.get(value, value) if name == "doc_type" else value
