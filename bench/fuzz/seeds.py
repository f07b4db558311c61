"""What the fuzzer begins with: small files of every kind with made-up words, and the words it may put in."""

from __future__ import annotations

import io
import unicodedata
from pathlib import Path

import typst
from PIL import Image, ImageDraw

from bench.fuzz.targets import SEPARATOR, package_of
from bench.paper import plan

FONTS = Path(__file__).resolve().parents[2] / "src" / "loa" / "typeset" / "fonts"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TEXT = "\n".join(
    (
        "ỦY BAN NHÂN DÂN    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "XÃ ĐỒNG SƯƠNG    Độc lập - Tự do - Hạnh phúc",
        "Số: 41/KH-UBND    Đồng Sương, ngày 05 tháng 01 năm 2026",
        "KẾ HOẠCH",
        "Tuyên truyền phòng bệnh dại trên địa bàn xã Đồng Sương",
        "Căn cứ Nghị định số 49/2024/NĐ-CP ngày 10 tháng 5 năm 2024 của Chính phủ;",
        "I. MỤC ĐÍCH, YÊU CẦU",
        "1. Mục đích",
        "II. NỘI DUNG TUYÊN TRUYỀN",
        "1. Tiêm phòng cho chó, mèo; kinh phí 12.500.000 đồng.",
        "a) Lịch tiêm từ ngày 10/01/2026 đến hết ngày 31/3/2026.",
        "III. TỔ CHỨC THỰC HIỆN",
        "1. Phòng Văn hóa - Xã hội chủ trì, phối hợp với Công an xã; báo cáo trước ngày 25 hằng tháng.",
        "2. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam xã tuyên truyền đến đoàn viên.",
        "Trên đây là Kế hoạch của Ủy ban nhân dân xã Đồng Sương./.",
        "Nơi nhận:",
        "- Như trên;",
        "- Lưu: VT.",
        "TM. ỦY BAN NHÂN DÂN",
        "KT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
        "Lương Văn Khê",
        "PHỤ LỤC I",
        "STT | Nội dung | Chủ trì | Phối hợp | Thời gian | Sản phẩm",
        "1 | Soạn tin | Phòng Văn hóa - Xã hội | Công an xã | Quý I/2026 | Tin, bài",
    )
)
LETTER = "\n".join(
    (
        *("ỦY BAN NHÂN DÂN", "XÃ ĐỒNG SƯƠNG", "Số: 118/UBND-VHXH", "V/v tuyên truyền phòng bệnh dại"),
        *("Đồng Sương, ngày 12 tháng 3 năm 2026", "", "Kính gửi: Trưởng các thôn.", ""),
        "Ủy ban nhân dân xã yêu cầu Trưởng các thôn thực hiện một số nội dung sau:",
        "- Thông báo đến các hộ nuôi chó lịch tiêm trước ngày 25/3/2026;",
        "+ Treo băng rôn tại nhà văn hóa thôn.",
        "Đề nghị các đơn vị nghiêm túc thực hiện./.",
    )
)
_NUMBERING = (
    f'<w:numbering {_W}><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1.%2."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    "</w:numbering>"
)
_STYLES = (
    f'<w:styles {_W}><w:style w:type="paragraph" w:default="1" w:styleId="a"/><w:style w:type="paragraph" '
    'w:styleId="b"><w:basedOn w:val="a"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:rPr><w:caps/>'
    "</w:rPr></w:style></w:styles>"
)
_BODY = (
    '<w:p><w:pPr><w:pStyle w:val="b"/><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    '<w:ins><w:r><w:t xml:space="preserve">{text}</w:t><w:tab/><w:br/></w:r></w:ins><w:del><w:r><w:delText>x'
    "</w:delText></w:r></w:del></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
)


def package_parts() -> bytes:
    """The parts of a small DOCX, as the target `docx` takes them."""
    inside = "".join(_BODY.format(level=index % 2, text=line) for index, line in enumerate(TEXT.split("\n")[:6]))
    document = f"<w:document {_W}><w:body>{inside}</w:body></w:document>"
    header = f"<w:hdr {_W}><w:p><w:r><w:t>MẬT</w:t></w:r></w:p></w:hdr>"
    notes = (
        f'<w:footnotes {_W}><w:footnote w:id="1"><w:p><w:r><w:t>Chú thích</w:t></w:r></w:p></w:footnote></w:footnotes>'
    )
    return SEPARATOR.join(part.encode() for part in (document, _NUMBERING, _STYLES, header, notes))


def _printed(words: str) -> bytes:
    source = f'#set page("a6")\n#set text(font: "Tinos", size: 8pt)\n{words}'
    made = typst.compile(source.encode(), font_paths=[FONTS], ignore_system_fonts=True)
    assert isinstance(made, bytes)  # noqa: S101 - one output form, one file
    return made


def _bare_pdf() -> bytes:
    """A PDF of a few hundred readable bytes, which a mutation can reach into."""
    objects = (
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        "<</Length 66>>stream\nBT /F 12 Tf 20 150 Td (KE HOACH) Tj 0 -20 Td (1. Noi dung) Tj ET    \nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )
    rows = "".join(f"{number} 0 obj{text}endobj\n" for number, text in enumerate(objects, start=1))
    return f"%PDF-1.4\n{rows}trailer<</Root 1 0 R/Size 6>>\n%%EOF".encode()


def _web_page() -> bytes:
    rows = "".join(f"<p><b>{line}</b><br>x</p>" for line in TEXT.split("\n"))
    cells = "<table><tr><td colspan=2>STT</td><td>Nội dung</td></tr><tr><td>1<td>Soạn tin &amp; bài&nbsp;&#273;</table>"
    head = "<!DOCTYPE html><html><head><meta charset=utf-8><style>x</style></head>"
    return f"{head}<body>{rows}{cells}<ol><li>a</ol>".encode()


def _photo(kind: str) -> bytes:
    """A bright page, seen at an angle on a dark table."""
    picture = Image.new("L", (330, 440), 60)
    ImageDraw.Draw(picture).polygon([(40, 50), (290, 70), (270, 400), (30, 390)], fill=230)
    target = io.BytesIO()
    picture.save(target, kind)
    return target.getvalue()


def seeds_of(target: str) -> list[bytes]:
    """The files that `target` begins with."""
    package = package_parts()
    text = TEXT.encode()
    pdfs = [_bare_pdf(), _printed("Kế hoạch \\ 1. Nội dung"), _printed("#grid(columns: 2, [Trái], [Phải])")]
    whole = package_of(package.split(SEPARATOR))
    wide = [TEXT.encode("utf-16"), unicodedata.normalize("NFD", TEXT).encode(), TEXT.encode("cp1258", "replace")]
    seeds = {
        "docx": [package, package.split(SEPARATOR)[0]],
        "story": [bytes(range(0, 256, 3)), bytes([0, 2, 200, 70, 70] * 9) + b"\xff\xff" + bytes([35, 38, 41, 70] * 9)],
        "zip": [whole],
        "pdf": pdfs,
        "html": [_web_page()],
        "text": [text, *wide],
        "picture": [_photo("PNG"), _photo("JPEG"), _photo("GIF"), pdfs[0]],
        "bytes": [text, *wide, _web_page(), whole, pdfs[0], b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"],
        "extract": [
            text,
            LETTER.encode(),
            *(part.encode() for part in TEXT.split("\n")),
            "\n".join(map(_said, plan.body())).encode()[:4000],
        ],
    }
    return seeds[target]


def _said(paragraph: plan.Paragraph) -> str:
    return paragraph.text


def dictionary(target: str) -> list[bytes]:
    """Words that make the fuzzer's way to rare branches short."""
    lines = [line.encode() for line in TEXT.split("\n")]
    tags = (
        b"<w:p>",
        b"</w:p>",
        b"<w:tbl>",
        b"<w:tc>",
        b"<w:ins>",
        b"<w:txbxContent>",
        b'<w:numId w:val="1"/>',
        b"<w:vanish/>",
    )
    html = (b"<table>", b"<td>", b"<li>", b"<ol>", b"<br>", b"&#x110;", b"<script>", b"<!--", b"<![CDATA[")
    marks = (
        "Điều 1. ",
        "a) ",
        "1.1.1. ",
        "- ",
        "* ",
        "**",
        "|",
        "Kính gửi: ",
        "V/v ",
        "Quý I/2026",
        "hằng tháng",
        "/2026",
        "MẬT",
        "./.",
    )
    words = [mark.encode() for mark in marks]
    chosen = {
        "docx": [*tags, SEPARATOR],
        "html": [*html, *words],
        "bytes": [*html, *words],
        "extract": [*lines, *words],
    }
    return [word for word in chosen.get(target, []) if len(word) < 64]
