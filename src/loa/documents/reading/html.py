"""Web pages, and what old office programs save as `.doc` though it is one: the words a person sees, line by line."""

from __future__ import annotations

import codecs
import email
import email.policy
import re
from collections.abc import Callable, Iterator
from email.errors import MessageError
from html.parser import HTMLParser

from loa.documents.reading.docx_number_forms import letter, roman
from loa.documents.reading.encodings.tables import western_text
from loa.documents.reading.html_tables import Table
from loa.documents.reading.text import Page
from loa.documents.refusals import CannotRead, UnknownFileType

DEEPEST = 200  # no page that a person wrote nests deeper
_LOOKED_AT = 4096  # bytes in which a page names its encoding
_HIDDEN = frozenset(("script", "style", "head", "title", "template", "noscript", "svg", "math", "object", "select"))
_VOID = frozenset(("br", "hr", "img", "meta", "link", "input", "col", "area", "base", "wbr", "source", "embed"))
_BLOCKS = frozenset(("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote"))
_BLOCKS |= {"pre", "section", "article", "header", "footer", "main", "aside", "nav", "form", "fieldset", "address"}
_BLOCKS |= {"center", "figure", "figcaption", "caption", "table", "tr", "hr", "body", "html"}
_CELLS = ("td", "th")
_FORMS: dict[str, Callable[[int], str]] = {
    "I": roman,
    "i": lambda count: roman(count).lower(),
    "a": letter,
    "A": lambda count: letter(count).upper(),
}
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_UNSAID = ("windows-1252", "cp1252", "iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii", "x-user-defined")


def read_html(data: bytes) -> Iterator[Page]:
    """The page as one page without a number.

    :raises CannotRead: a web archive that holds no page.
    """
    reader = _Reader()
    reader.feed(_decoded(_page_of_archive(data) if is_archive(data) else data))
    reader.close()
    yield Page(number=None, text="\n".join(reader.finished()))


def is_archive(data: bytes) -> bool:
    """Whether this is a page as one file (MHTML)."""
    head = data[:_LOOKED_AT].lower()
    return head.lstrip().startswith((b"mime-version:", b"from:", b"content-type:")) and b"multipart/related" in head


def _page_of_archive(data: bytes) -> bytes:
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        part = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
        payload = part.get_payload(decode=True) if part is not None else None
    except (MessageError, ValueError, LookupError, TypeError, AttributeError, IndexError) as error:
        raise CannotRead(UnknownFileType) from error
    if not isinstance(payload, bytes):
        raise CannotRead(UnknownFileType)
    return payload


def _decoded(data: bytes) -> str:
    """By its mark, by what it is, by what it says; old pages of Vietnamese fonts say nothing that is true."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        said = _CHARSET.search(data[:_LOOKED_AT])
        name = said.group(1).decode("ascii", "replace").lower() if said else ""
    if name and name not in _UNSAID:
        try:
            return data.decode(name, "replace")
        except (LookupError, ValueError):
            pass
    return western_text(data)


class _Reader(HTMLParser):
    """Goes through the tags; text runs into the line that is open, blocks and line breaks end it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._lines: list[str] = []
        self._line = ""
        self._hidden: list[str] = []  # open tags inside one that is not shown
        self._lists: list[tuple[str, int]] = []  # (form, next number)
        self._tables: list[Table] = []
        self._is_verbatim = False

    def parse_marked_section(self, i: int, report: bool = True) -> int:  # noqa: FBT001 - Python's own
        """What only begins like `<![if …]>` is passed over to its end; Python's own reader breaks off there."""
        try:
            return super().parse_marked_section(i, report)
        except AssertionError:
            return self.rawdata.find(">", i) + 1 or -1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if self._hidden or tag in _HIDDEN or "hidden" in given or _INVISIBLE.search(given.get("style", "")):
            if tag not in _VOID and len(self._hidden) < DEEPEST:
                self._hidden.append(tag)
            return
        if tag == "br":
            self._end_line(keep_blank=True)
        elif tag in _CELLS:
            self._end_line()
            if self._tables:
                self._tables[-1].open_cell(given, at=len(self._lines))
        elif tag in _BLOCKS:
            self._end_line()
            self._open_block(tag, given)

    def handle_endtag(self, tag: str) -> None:
        if self._hidden:
            if tag in self._hidden:
                del self._hidden[len(self._hidden) - 1 - self._hidden[::-1].index(tag) :]
            return
        if tag in _CELLS or tag in _BLOCKS:
            self._end_line()
            self._close_block(tag)

    def handle_data(self, data: str) -> None:
        if self._hidden:
            return
        if not self._is_verbatim:
            self._line += re.sub(r"[ \t\r\n\f]+", " ", data)
            return
        first, *others = data.split("\n")
        self._line += first
        for line in others:
            self._end_line(keep_blank=True)
            self._line = line

    def finished(self) -> list[str]:
        """All lines; tables left open are closed."""
        self._end_line()
        while self._tables:
            self._close_block("table")
        return self._lines

    def _end_line(self, *, keep_blank: bool = False) -> None:
        line = self._line.strip(" ") if not self._is_verbatim else self._line
        self._line = ""
        if line.strip() or keep_blank:
            self._lines.append(line)

    def _open_block(self, tag: str, given: dict[str, str]) -> None:
        if tag == "table" and len(self._tables) < DEEPEST:
            self._tables.append(Table(start=len(self._lines), has_lines=given.get("border", "0") not in ("", "0")))
        elif tag == "tr" and self._tables:
            self._tables[-1].open_row(at=len(self._lines))
        elif tag in ("ol", "ul") and len(self._lists) < DEEPEST:
            start = given.get("start", "1")
            self._lists.append((given.get("type", "1") if tag == "ol" else "-", int(start) if _is_count(start) else 1))
        elif tag == "li" and self._lists:
            self._line = self._label(given.get("value", ""))
        elif tag == "pre":
            self._is_verbatim = True
        elif tag == "p" and self._lines and self._lines[-1] and not self._tables:
            self._lines.append("")

    def _close_block(self, tag: str) -> None:
        if tag in ("ol", "ul") and self._lists:
            self._lists.pop()
        elif tag in _CELLS and self._tables:
            self._tables[-1].close_cell(at=len(self._lines))
        elif tag == "table" and self._tables:
            table = self._tables.pop()
            self._lines[table.start :] = table.lines(self._lines)
        elif tag == "pre":
            self._is_verbatim = False

    def _label(self, value: str) -> str:
        form, number = self._lists[-1]
        if form == "-":
            return "- "
        number = int(value) if _is_count(value) else number
        self._lists[-1] = (form, number + 1)
        sign = _FORMS.get(form, str)(number)
        return f"{sign}) " if form == "a" else f"{sign}. "


def _is_count(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 5
