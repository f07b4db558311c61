"""Files made for tests: bare Word documents, PDFs, and all sorts of broken ones."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pypdfium2
import typst
from PIL import Image

FONTS = Path(__file__).resolve().parents[2] / "src" / "loa" / "typeset" / "fonts"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"

_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
_RELS = (
    f'<Relationships xmlns="{PACKAGE}">'
    f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
)


def word_part(root: str, inside: str) -> str:
    return f'<w:{root} xmlns:w="{W}" xmlns:mc="{MC}">{inside}</w:{root}>'


def paragraph(text: str, *, properties: str = "") -> str:
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def in_list(text: str, *, level: int = 0, use: int = 1) -> str:
    return paragraph(text, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{use}"/></w:numPr>')


def zipped(parts: dict[str, str | bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return target.getvalue()


def docx(body: str, **parts: str) -> bytes:
    """A Word document of `body`; `numbering`, `styles` and `header` are roots' contents of those parts."""
    roots = {"numbering": "numbering", "styles": "styles", "header": "hdr"}
    relations = "".join(f'<Relationship Id="{name}" Type="{OFFICE}/{name}" Target="{name}.xml"/>' for name in parts)
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELS,
        "word/document.xml": word_part("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}">{relations}</Relationships>',
    }
    for name, content in parts.items():
        files[f"word/{name}.xml"] = word_part(roots[name], content)
    return zipped(files)


def docx_of(document_xml: str | bytes) -> bytes:
    """A Word document whose main part is just these bytes."""
    return zipped({"[Content_Types].xml": _TYPES, "_rels/.rels": _RELS, "word/document.xml": document_xml})


def a_list(*levels: tuple[str, str], number: int = 1, use: int = 1) -> str:
    """A numbering part: the form and the label's text of each level."""
    shown = "".join(
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for index, (form, text) in enumerate(levels)
    )
    return (
        f'<w:abstractNum w:abstractNumId="{number}">{shown}</w:abstractNum>'
        f'<w:num w:numId="{use}"><w:abstractNumId w:val="{number}"/></w:num>'
    )


def pdf(source: str) -> bytes:
    """A PDF set from Typst markup in the house's own fonts."""
    head = '#set text(font: "Tinos", size: 13pt, lang: "vi", hyphenate: false)\n#set page("a4", margin: 25mm)\n'
    made = typst.compile((head + source).encode(), font_paths=[FONTS], ignore_system_fonts=True)
    assert isinstance(made, bytes)
    return made


def scanned_pdf(*, pages: int = 2) -> bytes:
    target = io.BytesIO()
    first, *others = (Image.new("L", (620, 877), 235) for _page in range(pages))
    first.save(target, "PDF", save_all=True, append_images=others)
    return target.getvalue()


def png() -> bytes:
    target = io.BytesIO()
    Image.new("L", (20, 20), 200).save(target, "PNG")
    return target.getvalue()


def locked_pdf() -> bytes:
    """A PDF that asks for a password: the keys of its security handler fit no empty one."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
        f"<< /Filter /Standard /V 1 /R 2 /P -4 /O <{'5a' * 32}> /U <{'a5' * 32}> >>",
    ]
    text, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(text))
        text += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    trailer = f"<< /Size 5 /Root 1 0 R /Encrypt 4 0 R /ID [<{'01' * 16}> <{'01' * 16}>] >>"
    text += f"xref\n0 5\n0000000000 65535 f \n{table}trailer\n{trailer}\nstartxref\n{len(text)}\n%%EOF\n"
    return text.encode("ascii")


def ole(stream: str) -> bytes:
    """The container of old Office files, with the name of one stream in it."""
    return bytes.fromhex("d0cf11e0a1b11ae1") + bytes(512) + stream.encode("utf-16-le") + bytes(512)


def bound(*parts: bytes) -> bytes:
    """One PDF of the pages of several."""
    whole = pypdfium2.PdfDocument.new()
    for part in parts:
        whole.import_pages(pypdfium2.PdfDocument(part))
    target = io.BytesIO()
    whole.save(target)
    return target.getvalue()
