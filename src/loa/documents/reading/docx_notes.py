"""What stands beside the text of a Word document: footnotes, endnotes, comments and tracked changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

from loa.documents.reading.docx_package import Package
from loa.documents.reading.docx_runs import Found
from loa.documents.reading.docx_tags import W
from loa.documents.reading.table_rows import table_lines

TRACKED_CHANGES, COMMENTS, FOOTNOTES = "tracked-changes", "comments", "footnotes"
_KINDS = {f"{W}footnoteReference": ("footnotes", f"{W}footnote"), f"{W}endnoteReference": ("endnotes", f"{W}endnote")}


def note_lines(package: Package, part: str, *, found: Found, read: Callable[[Element], list[str]]) -> Iterator[str]:
    """The notes in the order of their marks, behind the document: in the text they would tear its sentences.

    Each is a cell of its own, so that nothing before it takes it for its next line.
    """
    stores = {kind: _notes(package, part, kind=kind) for kind in dict.fromkeys(kind for kind, _ in found.notes)}
    for number, (kind, name) in enumerate(found.notes, start=1):
        note = stores[kind].get(name)
        words = " ".join(" ".join(read(note)).replace("|", " ").split()) if note is not None else ""
        if words:
            yield from ("", *table_lines([[f"[{number}] {words}"]]))


def _notes(package: Package, part: str, *, kind: str) -> dict[str, Element]:
    store, element = _KINDS[kind]
    root = package.first(part, store)
    return {note.get(f"{W}id") or "": note for note in (root if root is not None else ()) if note.tag == element}


def notices_of(found: Found) -> tuple[str, ...]:
    """Codes of what the reader settled or left out."""
    met = ((TRACKED_CHANGES, found.changes), (COMMENTS, found.comments), (FOOTNOTES, bool(found.notes)))
    return tuple(code for code, is_met in met if is_met)
