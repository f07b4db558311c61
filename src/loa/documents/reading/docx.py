"""Word documents: paragraphs and table cells in the order they stand, with the numbers Word would show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from loa.documents.reading.docx_numbering import Numbering
from loa.documents.reading.docx_package import Package, child, local
from loa.documents.reading.docx_styles import Styles, is_on
from loa.documents.reading.secrecy import mark_in
from loa.documents.reading.text import TAB, Page, normalise

# Content the reader looks through, and content that is deleted, moved away or not shown in the text.
_WRAPPERS = frozenset(("ins", "moveTo", "sdt", "sdtContent", "smartTag", "customXml", "hyperlink", "fldSimple", "dir"))
_WRAPPERS |= frozenset(("bdo", "ruby", "rubyBase"))
_MARKS = {"tab": TAB, "ptab": TAB, "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def read_docx(data: bytes) -> Iterator[Page]:
    """The document as one page without a number: a DOCX has none of its own.

    :raises CannotRead: broken, swollen, unsafe, encrypted, or not a Word document.
    """
    package = Package(data)
    part = package.main_part()
    body = child(package.xml(part), "body")
    styles = Styles(_first(package, part, kind="styles"))
    numbering = Numbering(_first(package, part, kind="numbering"))
    lines = [*_marks_in_page_headers(package, part, styles=styles)]
    if body is not None:
        lines += _Body(styles, numbering).lines(body)
    yield Page(number=None, text="\n".join(lines))


def _first(package: Package, part: str, *, kind: str) -> Element | None:
    names = package.related(part, kind)
    return package.xml(names[0]) if names else None


def _marks_in_page_headers(package: Package, part: str, *, styles: Styles) -> Iterator[str]:
    """A secrecy mark may be put in the page header; nothing else of a page header is part of the text."""
    for name in package.related(part, "header"):
        header = package.xml(name)
        if header is not None:
            for line in _Body(styles, Numbering(None)).lines(header):
                if mark_in(normalise(line)):
                    yield line


class _Body:
    """Walks one story of the document, counting its lists as it goes."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self._styles = styles
        self._numbering = numbering
        self._joined = ""  # text of a paragraph whose end was deleted: it goes on in the next

    def lines(self, story: Element) -> Iterator[str]:
        for element in story:
            name = local(element)
            if name == "p":
                yield from self._paragraph(element)
            elif name == "tbl":
                yield from self._table(element)
            elif name in _WRAPPERS:
                yield from self.lines(element)

    def _table(self, table: Element) -> Iterator[str]:
        """Cell by cell, so that two columns of a letterhead give two blocks; a blank line parts the cells."""
        for row in _inside(table, "tr"):
            if child(row, "trPr", "del") is None:
                for cell in _inside(row, "tc"):
                    written = [line for line in self.lines(cell) if line.strip()]
                    yield from [*written, ""] if written else ()

    def _paragraph(self, paragraph: Element) -> Iterator[str]:
        properties = child(paragraph, "pPr")
        for box in _boxes(paragraph):
            yield from (line for line in self.lines(box) if line.strip())
        text = self._joined + "".join(self._pieces(paragraph, properties))
        if child(properties, "rPr", "del") is not None:
            self._joined = text
            return
        self._joined = ""
        use, level, style = self._styles.numbering(properties)
        label = self._numbering.label(use, level, style=style)
        yield from f"{label if text.strip() else ''}{text}".split("\n")

    def _pieces(self, parent: Element, properties: Element | None) -> Iterator[str]:
        for element in parent:
            name = local(element)
            if name == "r":
                yield self._run(element, properties)
            elif name in _WRAPPERS:
                yield from self._pieces(element, properties)

    def _run(self, run: Element, paragraph: Element | None) -> str:
        own = child(run, "rPr")
        if is_on(own, "vanish"):
            return ""
        text = "".join(_shown(part) for part in run)
        return text.upper() if self._styles.has("caps", own, paragraph=paragraph) else text


def _shown(part: Element) -> str:
    name = local(part)
    return part.text or "" if name == "t" else _MARKS.get(name, "")


def _inside(parent: Element, name: str) -> Iterator[Element]:
    """Rows of a table or cells of a row, also where a content control or an insertion wraps them."""
    for element in parent:
        if local(element) == name:
            yield element
        elif local(element) in _WRAPPERS:
            yield from _inside(element, name)


def _boxes(element: Element) -> Iterator[Element]:
    """Text boxes anchored in a paragraph, each once: a drawing is stored twice, for new and old versions of Word."""
    for part in element:
        name = local(part)
        if name == "txbxContent":
            yield part
        elif name == "AlternateContent":
            yield from _first_with_boxes(part)
        elif name not in ("del", "moveFrom"):
            yield from _boxes(part)


def _first_with_boxes(choices: Iterable[Element]) -> list[Element]:
    found = (list(_boxes(choice)) for choice in choices)
    return next((boxes for boxes in found if boxes), [])
