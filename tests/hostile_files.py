"""Files made to do harm: each is small on the disk and asks for very much, or leads where nobody should follow."""

from __future__ import annotations

import copy
import io
import random
import struct
import zipfile
import zlib
from collections.abc import Callable
from typing import Any

from loa.documents import refusals
from loa.documents.refusals import UnreadableDocument
from sample.files import OFFICE, PACKAGE, W, docx, docx_of, paragraph, zipped

Made = Callable[[], bytes]
Refusals = tuple[type[UnreadableDocument], ...]
BROKEN_OFF: Refusals = (UnreadableDocument,)  # any of its kinds: refused by name or stopped by a limit
MEGABYTE = 1024 * 1024
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def noise(letters: int, *, seed: int = 1) -> str:
    """Letters that do not compress to next to nothing."""
    return random.Random(seed).randbytes(letters // 2).hex()


def package(**parts: str | bytes) -> bytes:
    """A DOCX of whole parts (`document`, `styles`, `numbering`, `rels`), each as it is given."""
    kinds = [name for name in parts if name not in ("document", "rels")]
    rows = "".join(f'<Relationship Id="{name}" Type="{OFFICE}/{name}" Target="{name}.xml"/>' for name in kinds)
    start = f'<Relationship Id="r" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
    whole: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": parts.get("rels", f'<Relationships xmlns="{PACKAGE}">{start}</Relationships>'),
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}">{rows}</Relationships>',
    }
    return zipped(whole | {f"word/{name}.xml": part for name, part in parts.items() if name != "rels"})


def story(inside: str) -> str:
    return f'<w:document xmlns:w="{W}"><w:body>{inside}</w:body></w:document>'


def nested_zip(levels: int = 6) -> bytes:
    data = docx(paragraph("KẾ HOẠCH"))
    for _level in range(levels):
        data = zipped({"trong.docx": data})
    return data


def overlapping_zip() -> bytes:
    """Many names for one packed part."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx(paragraph("KẾ HOẠCH")))) as source, zipfile.ZipFile(target, "w", 8) as file:
        for name in source.namelist():
            file.writestr(name, source.read(name))
        file.writestr("word/nang.xml", b" " * 2 * MEGABYTE)
        last = file.filelist[-1]
        for number in range(300):
            again = copy.copy(last)
            again.filename = f"word/nang{number}.xml"
            file.filelist.append(again)
    return target.getvalue()


def lying_zip() -> bytes:
    """A part that unpacks to far more than the package says."""
    data = bytearray(docx_of(b"<document>" + b" " * 3 * MEGABYTE + b"</document>"))
    at = data.rfind(b"PK\x01\x02", 0, data.rfind(b"word/document.xml"))
    data[at + 24 : at + 28] = struct.pack("<I", 100)
    return bytes(data)


def many_entries(count: int) -> bytes:
    target = io.BytesIO(docx(paragraph("KẾ HOẠCH")))
    with zipfile.ZipFile(target, "a") as file:
        for number in range(count):
            file.writestr(f"word/media/{number}", b"")
    return target.getvalue()


def bombs_of_numbers(form: str, start: int, label: str = "%1.") -> bytes:
    """Word's own counting, begun at a number whose name is endless."""
    level = (
        f'<w:lvl w:ilvl="0"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{label}"/></w:lvl>'
    )
    use = '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    numbering = f'<w:abstractNum w:abstractNumId="1">{level}</w:abstractNum>{use}'
    return docx(paragraph("Mục", properties=listed) * 2_000, numbering=numbering)


def wide_table(span: int, rows: int = 200) -> bytes:
    """Cells that say they are as wide as a thousand million columns, merged down."""
    cells = [
        f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/>{merged}</w:tcPr>{paragraph("ô")}</w:tc>' * 3
        for merged in ('<w:vMerge w:val="restart"/>', "<w:vMerge/>", "")
    ]
    return docx(f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells) * rows}</w:tbl>")


def table_of(columns: int, *, rows: int) -> bytes:
    row = f"<w:tc>{paragraph('ô')}</w:tc>" * columns
    return docx(f"<w:tbl>{f'<w:tr>{row}</w:tr>' * rows}</w:tbl>")


def styles_in_a_ring() -> bytes:
    ring = "".join(
        f'<w:style w:styleId="{name}"><w:basedOn w:val="{base}"/><w:link w:val="{base}"/></w:style>'
        for name, base in (("a", "b"), ("b", "c"), ("c", "a"), ("d", "d"))
    )
    body = paragraph("KẾ HOẠCH", properties='<w:pStyle w:val="a"/>')
    return docx(body + paragraph("x", properties='<w:pStyle w:val="d"/>'), styles=ring)


def nested(tag: str, levels: int) -> bytes:
    """Element in element; with words between, so that the package is not refused for its dense packing alone."""
    opened, closed = f"<w:{tag}>" * levels, f"</w:{tag}>" * levels
    return package(document=f"<!--{noise(6000)}-->" + story(f"<w:p>{opened}<w:r><w:t>x</w:t></w:r>{closed}</w:p>"))


def macros() -> bytes:
    parts: dict[str, str | bytes] = {"word/vbaProject.bin": b"\xd0\xcf\x11\xe0" + bytes(4096)}
    target = io.BytesIO(docx(paragraph("KẾ HOẠCH")))
    with zipfile.ZipFile(target, "a") as file:
        for name, part in parts.items():
            file.writestr(name, part)
    return target.getvalue()


def entity(declared: str, used: str = "&x;") -> bytes:
    return package(document=f"<!DOCTYPE d [{declared}]>" + story(f"<w:p><w:r><w:t>{used}</w:t></w:r></w:p>"))


def target_outside(where: str) -> bytes:
    rows = f'<Relationship Id="r" Type="{OFFICE}/officeDocument" Target="{where}"/>'
    return package(document=story(""), rels=f'<Relationships xmlns="{PACKAGE}">{rows}</Relationships>')


def pdf_of(objects: dict[int, str | bytes], *, size: int | None = None) -> bytes:
    """A PDF of these objects without a table: readers look for the objects themselves."""
    rows = [b"%%PDF-1.5\n"]
    for number, content in objects.items():
        body = content if isinstance(content, bytes) else content.encode("latin-1")
        rows.append(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    return b"".join([*rows, b"trailer<</Root 1 0 R/Size %d>>\n%%%%EOF\n" % (size or max(objects) + 1)])


def stream(data: bytes, more: str = "") -> bytes:
    return f"<<{more}/Length {len(data)}>>stream\n".encode() + data + b"\nendstream"


def page_of(content: bytes, *, box: str = "0 0 595 842", more: str = "", others: dict[int, Any] | None = None) -> bytes:
    """A PDF of one page; `more` stands among its resources."""
    font = "/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>"
    return pdf_of(
        {
            1: "<</Type/Catalog/Pages 2 0 R>>",
            2: "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            3: f"<</Type/Page/Parent 2 0 R/MediaBox[{box}]/Contents 4 0 R/Resources<<{font}{more}>>>>",
            4: content,
            **(others or {}),
        }
    )


WORDS = stream(b"BT /F 12 Tf 20 700 Td (KE HOACH) Tj 0 -20 Td (1. Noi dung) Tj ET")


def many_pages(count: int) -> bytes:
    """One page, named again and again."""
    kids = "3 0 R " * count
    page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>"
    tree = f"<</Type/Pages/Kids[{kids}]/Count {count}>>"
    return pdf_of({1: "<</Type/Catalog/Pages 2 0 R>>", 2: tree, 3: page, 4: WORDS})


def pages_in_a_ring() -> bytes:
    tree = "<</Type/Pages/Kids[2 0 R 3 0 R 2 0 R]/Count 3>>"
    back = "<</Type/Pages/Kids[2 0 R]/Parent 2 0 R/Count 9>>"
    return pdf_of({1: "<</Type/Catalog/Pages 2 0 R>>", 2: tree, 3: back})


def packed_twice(megabytes: int) -> bytes:
    """A page whose words unpack in two steps to hundreds of megabytes."""
    packer = zlib.compressobj(9)
    inner = b"".join(packer.compress(b" " * MEGABYTE) for _part in range(megabytes)) + packer.flush()
    return page_of(stream(zlib.compress(inner, 9), "/Filter[/FlateDecode/FlateDecode]"))


def huge_picture(coding: str) -> bytes:
    """A picture that says it has ten thousand million dots."""
    size = "/Width 100000/Height 100000/BitsPerComponent 8/ColorSpace/DeviceGray"
    picture = stream(b"\x00" * 64, f"/Type/XObject/Subtype/Image{size}/Filter/{coding}")
    words = stream(b"q 595 0 0 842 0 0 cm /I Do Q BT /F 12 Tf 20 700 Td (KE HOACH) Tj ET")
    return page_of(words, more="/XObject<</I 5 0 R>>", others={5: picture})


def form_in_itself() -> bytes:
    """A drawing that draws itself."""
    form = stream(b"/X Do /X Do", "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>")
    return page_of(stream(b"/X Do"), more="/XObject<</X 5 0 R>>", others={5: form})


def deep_array(levels: int) -> bytes:
    return pdf_of({1: "<</Type/Catalog/Pages 2 0 R>>", 2: "[" * levels + "]" * levels})


def many_letters(letters: int) -> bytes:
    line = b"0 -1 Td (" + b"abcdefghij" * 10 + b") Tj\n"
    return page_of(
        stream(zlib.compress(b"BT /F 1 Tf 0 800 Td\n" + line * (letters // 100) + b"ET"), "/Filter/FlateDecode")
    )


# Refused, each for a reason of its kind.
REFUSED: dict[str, tuple[Made, Refusals]] = {
    "zip in zip in zip": (nested_zip, (refusals.UnknownFileType,)),
    "one part under many names": (overlapping_zip, (refusals.SwollenDocx,)),
    "a part bigger than it says": (lying_zip, (refusals.BrokenDocx,)),
    "file read through an entity": (
        lambda: entity('<!ENTITY x SYSTEM "file:///etc/passwd">'),
        (refusals.UnsafeXml,),
    ),
    "address asked through an entity": (
        lambda: entity('<!ENTITY % x SYSTEM "http://127.0.0.1/x"> %x;'),
        (refusals.UnsafeXml,),
    ),
    "a thousand million laughs": (
        lambda: entity("".join(f'<!ENTITY x{n} "{f"&x{n - 1};" * 10 if n else "ha"}">' for n in range(10)), "&x9;"),
        (refusals.UnsafeXml,),
    ),
    "entities in the styles": (
        lambda: package(document=story(""), styles='<!DOCTYPE d [<!ENTITY x "y">]><w:styles>&x;</w:styles>'),
        (refusals.UnsafeXml, refusals.BrokenDocx),
    ),
    "entities in the relations": (
        lambda: package(document=story(""), rels='<!DOCTYPE d SYSTEM "http://127.0.0.1/"><r/>'),
        (refusals.UnsafeXml,),
    ),
    "a part outside the package": (lambda: target_outside("../../../../etc/passwd"), (refusals.BrokenDocx,)),
    "a part at an address": (lambda: target_outside("file:///etc/passwd"), (refusals.BrokenDocx,)),
    "30,000 levels of tags": (lambda: nested("ins", 30_000), BROKEN_OFF),
    "15,000 levels of text boxes": (lambda: nested("txbxContent", 15_000), BROKEN_OFF),
    "10,000 pages": (lambda: many_pages(10_000), (refusals.DocumentTooLong,)),
    "pages in a ring": (pages_in_a_ring, BROKEN_OFF),
    "100,000 levels of lists in a PDF": (lambda: deep_array(100_000), BROKEN_OFF),
    "a drawing of itself": (form_in_itself, BROKEN_OFF),
    "a label of 100,000 letters": (
        lambda: bombs_of_numbers("decimal", 1, label=noise(100_000) + "%1"),
        BROKEN_OFF,
    ),
}

# Read in spite of what they try, or refused by name: never more than the limits, never a crash of ours.
BORNE: dict[str, Made] = {
    "macros": macros,
    "5,000 parts": lambda: many_entries(5_000),
    "styles in a ring": styles_in_a_ring,
    "Roman numbers from a thousand million": lambda: bombs_of_numbers("upperRoman", 10**9),
    "letters from a thousand million": lambda: bombs_of_numbers("lowerLetter", 10**9),
    "cells of a thousand million columns": lambda: wide_table(10**9),
    "cells of minus one column": lambda: wide_table(-1),
    "an attribute of 5 MB": lambda: package(document=story(f'<w:p w:x="{noise(5 * MEGABYTE)}"/>' + paragraph("x"))),
    "a page as wide as the world": lambda: page_of(WORDS, box="0 0 1000000000 1000000000"),
    "a page of no width": lambda: page_of(WORDS, box="0 0 0 0"),
    "a page inside out": lambda: page_of(WORDS, box="595 842 0 0"),
    "a picture of 10,000 megapixels": lambda: huge_picture("FlateDecode"),
    "a JBIG2 picture of 10,000 megapixels": lambda: huge_picture("JBIG2Decode"),
}

# The same, but slow to make or to refuse.
HEAVY: dict[str, Made] = {
    "a million open tags of HTML": lambda: b"<!DOCTYPE html><body>" + b"<div>" * 1_000_000 + b"x",
    "a million bold tags closed crosswise": lambda: b"<!DOCTYPE html><p>" + b"<b><i>a</b></i>" * 300_000,
    "cells of HTML a thousand million wide": lambda: (
        b"<!DOCTYPE html><table>" + b"<tr><td colspan=1000000000 rowspan=1000000000>x<td>y" * 300 + b"</table>"
    ),
    "300,000 cells of HTML": lambda: b"<!DOCTYPE html><table>" + (b"<tr>" + b"<td>x" * 300) * 1000 + b"</table>",
    "lists in lists of HTML": lambda: b"<!DOCTYPE html>" + b"<ol><li>x" * 100_000,
    "an attribute of 15 MB": lambda: b"<!DOCTYPE html><p class='" + b"x" * 15 * MEGABYTE + b"'>x</p>",
    "an open comment of 10 MB": lambda: b"<!DOCTYPE html><p>x" + b"<!-- -" * 1_500_000,
    "a line of 18 MB": lambda: b"a" * 18 * MEGABYTE,
    "a word of 100,000 letters": ("KẾ HOẠCH\n1. " + "ư" * 100_000).encode,
    "thousands of quotes": ("KẾ HOẠCH\n1. " + "“" * 50_000 + '"' * 50_000).encode,
    "dots, dashes, digits": lambda: "\n".join(
        ["KẾ HOẠCH", *(f"1. {mark * 100_000}" for mark in (".", "-", "1", "1.", "( ", "a) ", "1/", "/KH-"))]
    ).encode(),
    "60,000 parts": lambda: many_entries(60_000),
    "a page of 400 MB": lambda: packed_twice(400),
    "a page of three million letters": lambda: many_letters(3_000_000),
    "90 MB of elements": lambda: package(
        document=story(
            "".join(f"<w:p><w:r><w:t>{n * 2654435761 % 2**32:x}</w:t></w:r></w:p>" for n in range(30_000)) * 70
        )
    ),
    "19,000 numbered lines": lambda: "\n".join(f"{n}. Công an xã chủ trì" for n in range(19_000)).encode(),
    "200,000 cells": lambda: table_of(200, rows=1000),
}
