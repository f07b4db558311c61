"""What is fuzzed: each target takes any bytes and either reads them or refuses them by name.

A refusal (`CannotRead`) is a right answer. Any other exception, a broken promise, a hang, too much
memory: a finding.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Sequence

from loa.documents.extraction.extract import extract
from loa.documents.extraction.serial import from_json, to_json
from loa.documents.ports import ExtractionResult, Line
from loa.documents.reading.docx import read_docx
from loa.documents.reading.encodings.recognise import in_unicode
from loa.documents.reading.encodings.viqr import from_viqr
from loa.documents.reading.html import read_html
from loa.documents.reading.ocr.picture import picture_of
from loa.documents.reading.pdf import read_pdf
from loa.documents.reading.readers import read_bytes
from loa.documents.reading.secrecy import secrecy_mark
from loa.documents.reading.text import Page, lines_of
from loa.documents.reading.txt import read_txt
from loa.documents.refusals import CannotRead

SEPARATOR = b"\n%%%%\n"  # between the parts of a package
PARTS = ("word/document.xml", "word/numbering.xml", "word/styles.xml", "word/header1.xml", "word/footnotes.xml")
KINDS = ("numbering", "styles", "header", "footnotes")
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TAGS = (
    "p", "pPr", "r", "rPr", "tbl", "tr", "tc", "tcPr", "trPr", "gridSpan", "vMerge", "numPr", "numId", "ilvl", "pStyle",
    "rStyle", "basedOn", "ins", "del", "moveFrom", "moveTo", "sdt", "sdtContent", "hyperlink", "fldSimple", "fldChar",
    "instrText", "tab", "br", "txbxContent", "pict", "caps", "vanish", "footnoteReference", "sym", "num", "abstractNum",
    "abstractNumId", "lvl", "lvlOverride", "startOverride", "start", "numFmt", "lvlText", "suff", "isLgl", "lvlRestart",
    "style", "link", "numStyleLink", "styleLink", "sectPr", "headerReference", "cr", "noBreakHyphen", "ruby",
)  # fmt: skip
VALUES = (
    "1",
    "0",
    "-1",
    "9",
    "99999",
    "upperRoman",
    "lowerLetter",
    "decimal",
    "%1.%2.",
    "%9)",
    "a",
    "b",
    "",
    "restart",
)
WORDS = (
    "KẾ HOẠCH", "Số: 41/KH-UBND", "I. MỤC ĐÍCH", "1. Công an xã chủ trì", "a) ", "ngày 05/01/2026", "Nơi nhận:",
    "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "Phòng Văn hóa - Xã hội", "phối hợp với ", "hằng tháng", " ", "PHỤ LỤC", "STT",
)  # fmt: skip


_RUN = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'


class BrokenPromise(AssertionError):
    """A result that does not hold what `ports` says of it."""


def _relations(pairs: Sequence[tuple[str, str]]) -> str:
    rows = "".join(f'<Relationship Id="{kind}" Type="{_OFFICE}/{kind}" Target="{name}"/>' for kind, name in pairs)
    return f'<Relationships xmlns="{_PACKAGE}">{rows}</Relationships>'


def package_of(parts: Sequence[bytes]) -> bytes:
    """A DOCX whose parts are just these bytes, in the order of `PARTS`; missing ones are left out."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as file:
        file.writestr("[Content_Types].xml", _TYPES)
        file.writestr("_rels/.rels", _relations([("officeDocument", PARTS[0])]))
        named = list(zip(KINDS, (name.rpartition("/")[2] for name in PARTS[1 : len(parts)]), strict=False))
        file.writestr("word/_rels/document.xml.rels", _relations(named))
        for name, part in zip(PARTS, parts, strict=False):
            file.writestr(name, part)
    return target.getvalue()


def check_anchors(result: ExtractionResult, lines: Sequence[Line]) -> None:
    """Each quote stands in the lines that its anchor names.

    :raises BrokenPromise: it does not.
    """
    for pointer, places in result.anchors.items():
        for place in places:
            if not 1 <= place.line_from <= place.line_to <= len(lines):
                raise BrokenPromise(f"{pointer}: lines {place.line_from}-{place.line_to} of {len(lines)}")
            there = " ".join(" ".join(line.text for line in lines[place.line_from - 1 : place.line_to]).split())
            if " ".join(place.quote.split()) not in there:
                raise BrokenPromise(f"{pointer}: {place.quote!r} is not in {there!r}")


def story_of(data: bytes) -> bytes:
    """Well-formed WordprocessingML that `data` spells: every byte opens, closes or fills an element."""
    parts, opened = [f"<w:document {_W}><w:body>"], []
    for at, byte in enumerate(data):
        if byte < 64 or not opened:
            tag = TAGS[byte % len(TAGS)]
            value = VALUES[data[at - 1] % len(VALUES)]
            parts.append(f'<w:{tag} w:val="{value}" w:id="{byte % 3}" w:ilvl="{byte % 9}">')
            opened.append(tag)
        elif byte < 128:
            parts.append(f"</w:{opened.pop()}>")
        elif byte < 192:
            parts.append(_RUN.format(WORDS[byte % len(WORDS)]))
        else:
            parts.append(f"<w:p>{_RUN.format(WORDS[byte % len(WORDS)])}</w:p>")
    parts += [f"</w:{tag}>" for tag in reversed(opened)]
    return "".join([*parts, "</w:body></w:document>"]).encode()


def fuzz_story(data: bytes) -> None:
    """A DOCX that is always well-formed, and what it says: `data` spells its body, its numbering and its styles."""
    body, numbering, styles = ([*data.split(b"\xff\xff"), b"", b""])[:3]
    parts = (story_of(body), _part("numbering", numbering), _part("styles", styles))
    extract(lines_of(read_docx(package_of(parts))))


def _part(root: str, data: bytes) -> bytes:
    story = story_of(data).replace(b"w:document", f"w:{root}".encode())
    return story.replace(b"<w:body>", b"").replace(b"</w:body>", b"")


def fuzz_package(data: bytes) -> None:
    """The XML parts of a DOCX."""
    lines_of(read_docx(package_of(data.split(SEPARATOR)[: len(PARTS)])))


def fuzz_zip(data: bytes) -> None:
    """A DOCX as the bytes of a zip file."""
    lines_of(read_docx(data))


def fuzz_pdf(data: bytes) -> None:
    lines_of(read_pdf(data))


def fuzz_html(data: bytes) -> None:
    lines_of(read_html(data))


def fuzz_text(data: bytes) -> None:
    """A plain file in whatever encoding, old Vietnamese ones too."""
    lines_of(read_txt(data))
    lines = data.decode("latin-1").split("\n")
    in_unicode(lines)
    if len(from_viqr(lines)) != len(lines):
        raise BrokenPromise("a line was lost")


def fuzz_picture(data: bytes) -> None:
    """A picture of a page, or a PDF or Word file of pictures, made ready for recognition."""
    picture_of(data, 0)


def fuzz_bytes(data: bytes) -> None:
    """Whatever the bytes are taken for: text of any encoding, HTML, pictures, packages."""
    read_bytes(data)


def fuzz_lines(data: bytes) -> None:
    """Extraction over any lines, and the way of its result through JSON."""
    lines = lines_of([Page(None, data.decode("utf-8", "ignore"))])
    secrecy_mark(lines)
    _check_extraction(lines, letters=False)
    _check_extraction(lines, letters=True)


def _check_extraction(lines: Sequence[Line], *, letters: bool) -> None:
    result = extract(lines, letters=letters)
    check_anchors(result, lines)
    printed = json.loads(json.dumps(to_json(result, explain=True)))
    again = from_json(printed, "\n".join(line.text for line in lines))
    if again != result:
        raise BrokenPromise("the result is another after its way through JSON")


TARGETS: dict[str, Callable[[bytes], None]] = {
    "docx": fuzz_package,
    "story": fuzz_story,
    "zip": fuzz_zip,
    "pdf": fuzz_pdf,
    "html": fuzz_html,
    "text": fuzz_text,
    "bytes": fuzz_bytes,
    "picture": fuzz_picture,
    "extract": fuzz_lines,
}


def is_allowed(error: Exception) -> bool:
    """Whether `error` is an answer: the file is refused by name."""
    return isinstance(error, CannotRead)
