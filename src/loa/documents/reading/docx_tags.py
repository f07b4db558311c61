"""The element and attribute names of a Word document, whole, so that looking for one is a single comparison."""

from __future__ import annotations

from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

VAL = f"{W}val"
P, R, T, TBL, TR, TC, SDT = (f"{W}{name}" for name in ("p", "r", "t", "tbl", "tr", "tc", "sdt"))
P_PR, R_PR, TBL_PR, TR_PR, TC_PR, SDT_PR = (f"{W}{name}Pr" for name in ("p", "r", "tbl", "tr", "tc", "sdt"))
P_STYLE, R_STYLE, TBL_STYLE, NUM_PR = f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle", f"{W}numPr"
NUM_ID, LEVEL, BASED_ON = f"{W}numId", f"{W}ilvl", f"{W}basedOn"
CAPS, SMALL_CAPS, VANISH, FONTS = f"{W}caps", f"{W}smallCaps", f"{W}vanish", f"{W}rFonts"
INS, DEL, MOVE_FROM, MOVE_TO = f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}moveTo"
SYM, FIELD_MARK, FIELD_CODE = f"{W}sym", f"{W}fldChar", f"{W}instrText"
NOTE_MARKS = frozenset((f"{W}footnoteReference", f"{W}endnoteReference"))
COMMENT_MARK = f"{W}commentReference"
BOX, CHOICES = f"{W}txbxContent", f"{_MC}AlternateContent"
DRAWINGS = frozenset(f"{W}{name}" for name in ("drawing", "pict", "object"))
FORMULAS, FORMULA_TEXT = frozenset((f"{_MATH}oMath", f"{_MATH}oMathPara")), f"{_MATH}t"

# Content the reader looks through.
WRAPPERS = frozenset(
    f"{W}{name}"
    for name in (
        "ins",
        "moveTo",
        "sdt",
        "sdtContent",
        "smartTag",
        "customXml",
        "hyperlink",
        "fldSimple",
        "dir",
        "bdo",
        "ruby",
        "rubyBase",
    )
)


def value(element: Element | None, name: str = VAL) -> str | None:
    """An attribute by its whole name; None also for an absent element."""
    return None if element is None else element.get(name)


def transitional(root: Element) -> Element:
    """The strict form of the format differs in its namespaces only; it is given the names of the common form."""
    if root.tag.startswith(_STRICT):
        for element in root.iter():
            element.tag = element.tag.replace(_STRICT, W)
            for key in [key for key in element.attrib if key.startswith(_STRICT)]:
                element.set(key.replace(_STRICT, W), element.attrib[key])
    return root
