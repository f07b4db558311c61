"""What a version says otherwise than the one before it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from loa.core.language import gettext as _
from loa.editorial.models import MessageVersion
from loa.typeset.dates import day_text


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One place that differs; `old` or `new` is empty where there was, or is, nothing."""

    label: str
    old: str
    new: str


def changes_between(older: MessageVersion, newer: MessageVersion) -> list[FieldChange]:
    """The places where `newer` differs from `older`, in the order they are read; paragraphs one by one."""
    first = _field_changes(((_("Tiêu đề"), older.title, newer.title), (_("Tóm tắt"), older.summary, newer.summary)))
    last = (
        (_("Liên hệ"), older.contact, newer.contact),
        (_("Có giá trị đến hết ngày"), _until(older), _until(newer)),
        (_("Căn cứ"), _sources(older), _sources(newer)),
    )
    return [*first, *_paragraph_changes(older.paragraphs, newer.paragraphs), *_field_changes(last)]


def _field_changes(fields: tuple[tuple[str, str, str], ...]) -> Iterator[FieldChange]:
    return (FieldChange(label, old, new) for label, old, new in fields if old != new)


def _paragraph_changes(older: list[str], newer: list[str]) -> Iterator[FieldChange]:
    """Neighbouring paragraphs that changed stand together, one a line, under the number of the first."""
    for kind, start, end, new_start, new_end in SequenceMatcher(None, older, newer, autojunk=False).get_opcodes():
        if kind != "equal":
            place = (start if kind == "delete" else new_start) + 1
            label = _("Nội dung, đoạn {number}").format(number=place)
            yield FieldChange(label, "\n".join(older[start:end]), "\n".join(newer[new_start:new_end]))


def _until(version: MessageVersion) -> str:
    return day_text(version.useful_until) if version.useful_until else ""


def _sources(version: MessageVersion) -> str:
    """One source a line, with its clause where it has one."""
    sources = version.sources.order_by("pk")
    return "\n".join(f"{source.label} ({source.clause})" if source.clause else source.label for source in sources)
