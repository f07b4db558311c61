"""Word documents: paragraphs and table cells in the order they stand, with the numbers Word would show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from loa.documents.reading.docx_notes import note_lines, notices_of
from loa.documents.reading.docx_numbering import Numbering
from loa.documents.reading.docx_package import Package
from loa.documents.reading.docx_runs import Found, Runs
from loa.documents.reading.docx_styles import Styles
from loa.documents.reading.docx_tables import lines_of_table
from loa.documents.reading.docx_tags import DEL, MOVE_FROM, P_PR, R_PR, TBL, WRAPPERS, P, T, W
from loa.documents.reading.encodings.recognise import is_unicode
from loa.documents.reading.secrecy import mark_in
from loa.documents.reading.text import Page, normalise
from loa.documents.refusals import BrokenDocx, CannotRead, ScanWithoutText


def read_docx(data: bytes) -> Iterator[Page]:
    """The document as one page without a number: a DOCX has none of its own.

    :raises CannotRead: broken, swollen, unsafe, encrypted, only pictures, or not a Word document.
    """
    try:
        yield _read(Package(data))
    except RecursionError as error:  # boxes in cells in boxes: no office nests them so deep
        raise CannotRead(BrokenDocx) from error


def _read(package: Package) -> Page:
    part, root = package.main_part()
    styles = Styles(package.first(part, "styles"))
    found = Found(is_unicode=any(is_unicode(text.text or "") for text in root.iter(T)))
    body = root.find(f"{W}body")
    story = _Story(styles, found, numbering=Numbering(package.first(part, "numbering")))
    lines = story.lines(body if body is not None else ())
    if package.has_pictures and not any(line.strip() for line in lines):
        raise CannotRead(ScanWithoutText)
    marks = _marks_in_page_headers(package, part, styles=styles)
    notes = note_lines(package, part, found=found, read=_Story(styles, Found()).lines)
    return Page(number=None, text="\n".join([*marks, *lines, *notes]), notices=notices_of(found))


def _marks_in_page_headers(package: Package, part: str, *, styles: Styles) -> Iterator[str]:
    """A secrecy mark may be put in the page header; nothing else of a page header is part of the text."""
    for name in package.related(part, "header"):
        header = package.xml(name)
        for line in _Story(styles, Found()).lines(header) if header is not None else ():
            if mark_in(normalise(line)):
                yield line


class _Story:
    """Walks one story of the document, counting its lists as it goes."""

    def __init__(self, styles: Styles, found: Found, *, numbering: Numbering | None = None) -> None:
        self._styles = styles
        self._numbering = numbering or Numbering(None)
        self._found = found
        self._runs = Runs(styles, found)
        self._joined = ""  # text of a paragraph whose end was deleted: it goes on in the next
        self._frames = 0  # how many cells and text boxes stand around the place we are at
        self._has_text_body = False  # a paragraph set to both margins was met: the letterhead is over
        self._was_centred = False

    def lines(self, story: Iterable[Element]) -> list[str]:
        lines: list[str] = []
        self._walk(story, lines)
        return lines

    def _framed(self, story: Iterable[Element]) -> list[str]:
        """The lines of a cell or a text box: their layout says nothing about the text around."""
        self._frames += 1
        lines = self.lines(story)
        self._frames -= 1
        return lines

    def _walk(self, story: Iterable[Element], lines: list[str]) -> None:
        for element in story:
            tag = element.tag
            if tag == P:
                self._paragraph(element, lines)
            elif tag == TBL:
                lines += lines_of_table(element, self._styles, read=self._framed)
            elif tag in WRAPPERS:
                self._walk(element, lines)

    def _paragraph(self, paragraph: Element, lines: list[str]) -> None:
        properties = paragraph.find(P_PR)
        style = self._styles.of_paragraph(properties)
        text = self._joined + self._runs.words(paragraph, style)
        self._joined = ""
        for box in self._runs.boxes:
            lines += [line for line in self._framed(box) if line.strip()]
        if _has_lost_its_end(properties, self._found):
            self._joined = text
            return
        label = self._numbering.label(self._styles.place_in_list(properties, style))
        if self._styles.is_contents(style):
            return
        if not text.strip() and not self._frames:
            label = ""  # an empty paragraph of a list is counted; in a table its number may be all there is
        if self._parts_paragraphs(properties, style) and lines and lines[-1]:
            lines.append("")
        lines += f"{label}{text}".split("\n")

    def _parts_paragraphs(self, properties: Element | None, style: str | None) -> bool:
        """Word parts paragraphs by space; here a blank line does, from the first words of the body on."""
        if self._frames:
            return False
        was_centred, self._was_centred = self._was_centred, self._styles.is_centred(properties, style)
        self._has_text_body = self._has_text_body or self._styles.is_justified(properties, style)
        return self._has_text_body and not (self._was_centred and was_centred)


def _has_lost_its_end(properties: Element | None, found: Found) -> bool:
    """The mark that ends the paragraph was deleted or moved away."""
    mark = None if properties is None else properties.find(R_PR)
    if mark is None or (mark.find(DEL) is None and mark.find(MOVE_FROM) is None):
        return False
    found.changes = True
    return True
