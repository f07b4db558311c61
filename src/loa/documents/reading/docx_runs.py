"""The words inside one paragraph: runs, fields, symbols and formulas, with all tracked changes accepted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from string import ascii_lowercase
from xml.etree.ElementTree import Element

from loa.documents.reading.docx_styles import Styles
from loa.documents.reading.docx_symbols import symbol
from loa.documents.reading.docx_tags import (
    BOX,
    CHOICES,
    COMMENT_MARK,
    DEL,
    DRAWINGS,
    FIELD_MARK,
    FORMULA_TEXT,
    FORMULAS,
    INS,
    MOVE_FROM,
    MOVE_TO,
    NOTE_MARKS,
    R_PR,
    SDT,
    SDT_PR,
    SYM,
    WRAPPERS,
    R,
    T,
    W,
)
from loa.documents.reading.text import TAB

_MARKS = {f"{W}tab": TAB, f"{W}ptab": TAB, f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_MARKS[f"{W}softHyphen"] = "\u00ad"  # goes in the end, but in fonts from before Unicode it is a letter
# Only the plain letters: those with marks are codes still, and follow the plain ones when they are converted.
_TO_CAPITALS = {ord(letter): letter.upper() for letter in ascii_lowercase}
_CHANGES = frozenset((INS, DEL, MOVE_FROM, MOVE_TO))


@dataclass(slots=True)
class Found:
    """What was met on the way that is no text, or was settled for the reader."""

    changes: bool = False
    comments: bool = False
    notes: list[tuple[str, str]] = field(default_factory=list)  # (element name, id), in order
    is_unicode: bool = True  # some letter of the document is one that only Unicode has


class Runs:
    """Reads the words of paragraphs; fields may begin in one and end in another."""

    def __init__(self, styles: Styles, found: Found) -> None:
        self._styles = styles
        self._found = found
        self._fields: list[bool] = []  # one for each open field: whether its result has begun
        self._style: str | None = None  # of the paragraph being read, whose words so far are `_pieces`
        self._pieces: list[str] = []
        self.boxes: list[Element] = []  # text boxes anchored in the paragraph read last

    def words(self, paragraph: Element, style: str | None) -> str:
        """The text of a paragraph as shown; its text boxes are put aside."""
        self._style, self._pieces, self.boxes = style, [], []
        self._inside(paragraph)
        while self._fields and not self._fields[-1]:  # a code that never got a result ends here
            self._fields.pop()
        return "".join(self._pieces)

    def _inside(self, parent: Iterable[Element]) -> None:
        for element in parent:
            tag = element.tag
            if tag == R:
                self._run(element)
                continue
            self._found.changes = self._found.changes or tag in _CHANGES
            if tag in WRAPPERS:
                if not (tag == SDT and _is_placeholder(element)):
                    self._inside(element)
            elif tag in FORMULAS:
                self._pieces += [part.text or "" for part in element.iter(FORMULA_TEXT)]
            elif tag == CHOICES:
                self._choose(element)

    def _run(self, run: Element) -> None:
        own = run.find(R_PR)
        look = self._styles.toggles(own, self._style)
        if look.hidden:
            return
        start = len(self._pieces)
        self._parts(run)
        if look.capitals:
            self._pieces[start:] = [piece.upper() for piece in self._pieces[start:]]
        elif look.old_capitals and not self._found.is_unicode:
            self._pieces[start:] = [piece.translate(_TO_CAPITALS) for piece in self._pieces[start:]]

    def _parts(self, run: Element) -> None:
        for part in run:
            tag = part.tag
            if tag == T:
                if part.text and False not in self._fields:
                    self._pieces.append(part.text)
            elif tag in _MARKS:
                if False not in self._fields:
                    self._pieces.append(_MARKS[tag])
            elif tag != R_PR:
                self._other(part)

    def _other(self, part: Element) -> None:
        tag = part.tag
        if tag == FIELD_MARK:
            self._field(part.get(f"{W}fldCharType"))
        elif tag == SYM:
            self._pieces.append(symbol(part.get(f"{W}char"), part.get(f"{W}font")))
        elif tag == CHOICES:
            self._choose(part)
        elif tag in DRAWINGS:
            self._look_for_boxes(part)
        elif tag == BOX:
            self.boxes.append(part)
        elif tag in NOTE_MARKS:
            self._found.notes.append((tag, part.get(f"{W}id") or ""))
        elif tag == COMMENT_MARK:
            self._found.comments = True

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _choose(self, choices: Element) -> None:
        """What newer and older Word show at one place is stored twice; the first that gives anything is taken."""
        for choice in choices:
            words_before, boxes_before = len(self._pieces), len(self.boxes)
            self._parts(choice)
            self._inside(choice)
            if len(self._pieces) > words_before or len(self.boxes) > boxes_before:
                return

    def _look_for_boxes(self, drawing: Element) -> None:
        """Text boxes of a drawing, also of a group of shapes; those inside a box are met when it is read."""
        for part in drawing:
            if part.tag == BOX:
                self.boxes.append(part)
            elif part.tag == CHOICES:
                self._first_with_boxes(part)
            else:
                self._look_for_boxes(part)

    def _first_with_boxes(self, choices: Element) -> None:
        before = len(self.boxes)
        for choice in choices:
            self._look_for_boxes(choice)
            if len(self.boxes) > before:
                return


def _is_placeholder(control: Element) -> bool:
    """A content control nobody has filled in shows only its prompt."""
    properties = control.find(SDT_PR)
    return properties is not None and properties.find(f"{W}showingPlcHdr") is not None
