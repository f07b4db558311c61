"""The document as a page: every line of the text that was read, with the marks and their numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from loa.console.plans.marking import Kind, Segment
from loa.console.plans.unmarked import unmarked
from loa.core.language import current_language
from loa.core.language import gettext as _
from loa.documents.ports import Anchor, ExtractionResult

LETTERHEAD, TITLE, HEADING, SIGNATURE = "mid", "mid b", "b", "end"
HEADING_WORDS = 15


def paper_of(
    lines: Iterable[Sequence[Segment]],
    *,
    styles: Mapping[int, str],
    fields: Mapping[int, str],
    idle: Mapping[int, str] | None = None,
    is_plain: bool = True,
) -> SafeString:
    """The lines as paragraphs in one pass, each word escaped. A blank line is a gap before the next.

    :param styles: classes of a line, by its number from 1. :param fields: the id of the field of each mark's number.
    :param idle: the id of the place where a line that nothing was read from can be put to use.
    :param is_plain: False where stars and cell borders stand in the text, which are left out here.
    """
    unused = _idle_links(idle or {}, current_language())
    label, language = escape(_("Mục số {number}")), current_language()
    link = f'<a class="a" lang="{language}" href="#{{field}}" aria-label="{label}">{{number}}</a>'
    links = {number: link.format(field=field, number=number) for number, field in fields.items()}
    rows, gap = [], ""
    for number, cut in enumerate(lines, start=1):
        segments = cut if is_plain else _without_marks(cut)
        if not any(segment.text.strip() or segment.begins or segment.ends for segment in segments):
            gap = "gap"
            continue
        words = "".join(_words(segment, links) for segment in segments) + unused.get(number, "")
        classes = " ".join(filter(None, (gap, styles.get(number, ""))))
        rows.append(f'<p id="d{number}" class="{classes}">{words}</p>')
        gap = ""
    return mark_safe("\n".join(rows))  # noqa: S308 - every word of the document went through `escape`


def _without_marks(segments: Sequence[Segment]) -> list[Segment]:
    return [
        replace(segment, text=unmarked(segment.text, begins_line=place == 0)) for place, segment in enumerate(segments)
    ]


def _idle_links(idle: Mapping[int, str], language: str) -> dict[int, str]:
    label = escape(_("Dòng {number} chưa dùng"))
    link = f'&nbsp;<a class="a idle" lang="{language}" href="#{{place}}" aria-label="{label}">+</a>'
    return {number: link.format(place=place, number=number) for number, place in idle.items()}


def _words(segment: Segment, links: Mapping[int, str]) -> str:
    words = str(escape(segment.text))
    if segment.kind is not None:
        for number in segment.begins[1:]:
            words = f'<span id="q{number}">{words}</span>'
        kind = "" if segment.kind is Kind.SURE else f' data-k="{segment.kind.value}"'
        name = f' id="q{segment.begins[0]}"' if segment.begins else ""
        words = f"<mark{name}{kind}>{words}</mark>"
    return words + "".join(f"&nbsp;{links[number]}" for number in segment.ends)


def styles_of(result: ExtractionResult) -> dict[int, str]:
    """How the lines of a document stand on its page: letterhead and title in the middle, headings bold."""
    anchors = result.anchors
    titles = {*_lines(anchors, "doc_type"), *_lines(anchors, "title")}
    styles = dict.fromkeys(range(1, min(titles, default=1)), LETTERHEAD)
    styles |= dict.fromkeys(titles, TITLE)
    styles |= {
        clause.line_from: HEADING
        for clause in result.clauses
        if clause.parent is None and len(clause.heading.split()) <= HEADING_WORDS
    }
    signed = [line for name in ("authority", "capacity", "signer_position", "signer") for line in _lines(anchors, name)]
    return styles | dict.fromkeys(signed, SIGNATURE)


def _lines(anchors: Mapping[str, Sequence[Anchor]], name: str) -> Iterable[int]:
    for anchor in anchors.get(f"/header/{name}", ()):
        yield from range(anchor.line_from, anchor.line_to + 1)
