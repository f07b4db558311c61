"""What Word keeps beside its text: changes, notes, comments, fields, symbols, styles and hidden words."""

from __future__ import annotations

import pytest

from loa.documents.reading.docx_number_forms import shown
from loa.documents.reading.docx_symbols import symbol
from loa.documents.reading.readers import read_bytes
from loa.documents.refusals import BrokenDocx, CannotRead, ScanWithoutText
from sample.files import OFFICE, PACKAGE, W, a_list, docx, in_list, paragraph, zipped

STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
JUSTIFIED, CENTRED = '<w:jc w:val="both"/>', '<w:jc w:val="center"/>'


def texts(data: bytes) -> list[str]:
    return [line.text for line in read_bytes(data).lines]


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def field(*parts: str) -> str:
    return "".join(f"<w:r>{part}</w:r>" for part in parts)


def mark(kind: str) -> str:
    return f'<w:fldChar w:fldCharType="{kind}"/>'


def with_parts(body: str, *, namespace: str = W, **parts: str) -> bytes:
    """A document with further parts, each given as its whole XML."""
    relations = "".join(f'<Relationship Id="{name}" Type="{OFFICE}/{name}" Target="{name}.xml"/>' for name in parts)
    types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
    main = f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": types,
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}">{main}</Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{namespace}"><w:body>{body}</w:body></w:document>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}">{relations}</Relationships>',
    }
    return zipped(files | {f"word/{name}.xml": content for name, content in parts.items()})


def test_tracked_changes_are_taken_and_told() -> None:
    body = "<w:p>" + run("trước ngày ") + "<w:del><w:r><w:delText>15</w:delText></w:r></w:del>"
    read = read_bytes(docx(body + "<w:ins>" + run("20") + "</w:ins></w:p>"))
    assert read.lines[0].text == "trước ngày 20"
    assert read.notices == ("tracked-changes",)
    assert read_bytes(docx(paragraph("không sửa"))).notices == ()


def test_a_paragraph_moved_away_leaves_nothing_behind() -> None:
    moved = "<w:p><w:pPr><w:rPr><w:moveFrom/></w:rPr></w:pPr><w:moveFrom>" + run("đi") + "</w:moveFrom></w:p>"
    there = "<w:p><w:moveTo>" + run("đến") + "</w:moveTo></w:p>"
    assert texts(docx(paragraph("một") + moved + paragraph("hai") + there)) == ["một", "hai", "đến"]


def test_notes_stand_behind_the_document_and_not_in_its_sentences() -> None:
    notes = (
        f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="4">{paragraph("Quyết định của xã.")}</w:footnote></w:footnotes>'
    )
    ends = f'<w:endnotes xmlns:w="{W}"><w:endnote w:id="1">{paragraph("Ghi chú cuối.")}</w:endnote></w:endnotes>'
    body = "<w:p>" + run("theo quyết định") + '<w:r><w:footnoteReference w:id="4"/></w:r>' + run(" của xã")
    body += '<w:r><w:endnoteReference w:id="1"/></w:r></w:p>' + paragraph("Hết.")
    read = read_bytes(with_parts(body, footnotes=notes, endnotes=ends))
    written = [line.text for line in read.lines if line.text]
    assert written == ["theo quyết định của xã", "Hết.", "| [1] Quyết định của xã. |", "| [2] Ghi chú cuối. |"]
    assert read.notices == ("footnotes",)


def test_comments_are_not_read_but_told() -> None:
    body = "<w:p>" + run("phát loa") + '<w:r><w:commentReference w:id="1"/></w:r></w:p>'
    comments = f'<w:comments xmlns:w="{W}"><w:comment w:id="1">{paragraph("xem lại")}</w:comment></w:comments>'
    read = read_bytes(with_parts(body, comments=comments))
    assert [line.text for line in read.lines] == ["phát loa"]
    assert read.notices == ("comments",)


def test_of_a_field_only_the_result_is_shown() -> None:
    inner = [mark("begin"), "<w:instrText>DATE</w:instrText>", mark("separate"), "<w:t>5/9</w:t>", mark("end")]
    body = field(mark("begin"), "<w:instrText>IF </w:instrText>", *inner, mark("separate"))
    body += run("ngày 6/9") + field(mark("end")) + run(" năm 2025")
    assert texts(docx(f"<w:p>{body}</w:p>")) == ["ngày 6/9 năm 2025"]
    unfinished = field(mark("begin"), "<w:instrText>PAGE</w:instrText>")
    assert texts(docx(f"<w:p>{unfinished}</w:p>" + paragraph("còn nguyên"))) == ["còn nguyên"]


def test_links_and_content_controls_give_their_words_and_prompts_do_not() -> None:
    prompt = (
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + run("Bấm để nhập") + "</w:sdtContent></w:sdt>"
    )
    filled = "<w:sdt><w:sdtPr/><w:sdtContent>" + run("xã") + "</w:sdtContent></w:sdt>"
    body = "<w:p><w:hyperlink>" + run("cổng ") + "</w:hyperlink>" + filled + prompt + "</w:p>"
    assert texts(docx(body)) == ["cổng xã"]


def test_hidden_words_of_a_style_are_not_shown_and_shown_ones_are() -> None:
    styles = '<w:style w:type="character" w:styleId="An"><w:rPr><w:vanish/></w:rPr></w:style>'
    body = "<w:p>" + run("thấy") + run("ẩn", '<w:rStyle w:val="An"/>')
    body += run(" lại thấy", '<w:rStyle w:val="An"/><w:vanish w:val="0"/>') + run(" hoa", "<w:smallCaps/>") + "</w:p>"
    assert texts(docx(body, styles=styles)) == ["thấy lại thấy HOA"]


def test_a_table_of_contents_is_left_out() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="Mucluc1"><w:name w:val="toc 1"/></w:style>'
    body = paragraph("I. MỤC ĐÍCH    1", properties='<w:pStyle w:val="Mucluc1"/>') + paragraph("I. MỤC ĐÍCH")
    assert texts(docx(body, styles=styles)) == ["I. MỤC ĐÍCH"]


@pytest.mark.parametrize(
    ("code", "font", "shows"),
    [
        ("F0B7", "Symbol", "•"),
        ("F0B3", "Symbol", "≥"),
        ("F0FE", "Wingdings", "☑"),
        ("F0A8", "Wingdings", "☐"),
        ("F041", "Symbol", "A"),
        ("x", "Symbol", ""),
        (None, None, ""),
    ],
)
def test_letters_of_symbol_fonts(code: str | None, font: str | None, shows: str) -> None:
    assert symbol(code, font) == shows


def test_justified_paragraphs_stand_apart_and_titles_do_not() -> None:
    lines = [("KẾ HOẠCH", CENTRED), ("Tuyên truyền", CENTRED), ("Mở đầu.", JUSTIFIED), ("- một", ""), ("Phần", CENTRED)]
    body = "".join(paragraph(text, properties=properties) for text, properties in lines)
    assert texts(docx(body)) == ["KẾ HOẠCH", "Tuyên truyền", "", "Mở đầu.", "", "- một", "", "Phần"]


def test_the_strict_form_is_read_as_the_common_one() -> None:
    numbering = f'<w:numbering xmlns:w="{STRICT}">{a_list(("upperRoman", "%1."))}</w:numbering>'
    assert texts(with_parts(in_list("Phát loa"), namespace=STRICT, numbering=numbering)) == ["I. Phát loa"]


def test_a_document_of_pictures_alone_is_a_scan() -> None:
    data = with_parts("<w:p/>", **{"media/image1": "x"})
    with pytest.raises(CannotRead) as caught:
        read_bytes(data)
    assert caught.value.refusal is ScanWithoutText


def test_a_level_may_restart_never_or_only_after_a_higher_one() -> None:
    levels = [("decimal", "%1.", ""), ("decimal", "%2.", ""), ("lowerLetter", "%3)", '<w:lvlRestart w:val="1"/>')]
    shape = "".join(
        f'<w:lvl w:ilvl="{index}"><w:numFmt w:val="{form}"/>{rule}<w:lvlText w:val="{text}"/></w:lvl>'
        for index, (form, text, rule) in enumerate(levels)
    )
    numbering = f'<w:abstractNum w:abstractNumId="1">{shape}</w:abstractNum>'
    numbering += '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    body = "".join(in_list("x", level=level) for level in (0, 1, 2, 1, 2, 0, 1, 2))
    numbers = [text.split()[0] for text in texts(docx(body, numbering=numbering))]
    assert numbers == ["1.", "1.", "a)", "2.", "b)", "2.", "1.", "a)"]


def test_styles_linked_to_levels_count_as_their_levels() -> None:
    lists = (
        '<w:abstractNum w:abstractNumId="1">'
        '<w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/><w:pStyle w:val="Muc"/><w:lvlText w:val="%1."/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:pStyle w:val="MucNho"/><w:lvlText w:val="%2."/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    number = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = (
        f'<w:style w:type="paragraph" w:styleId="Muc">{number}</w:style>'
        '<w:style w:type="paragraph" w:styleId="MucNho"><w:basedOn w:val="Muc"/></w:style>'
    )
    body = "".join(
        paragraph("x", properties=f'<w:pStyle w:val="{name}"/>') for name in ("Muc", "MucNho", "MucNho", "Muc")
    )
    assert [text.split()[0] for text in texts(docx(body, numbering=lists, styles=styles))] == ["I.", "1.", "2.", "II."]


@pytest.mark.parametrize(
    ("number", "form", "sign"),
    [
        (4, "lowerRoman", "iv"),
        (3, "upperLetter", "C"),
        (5, "lowerLetter", "e"),
        (7, "001, 002, 003, ...", "007"),
        (2, "numberInDash", "- 2 -"),
        (3, "unheardOf", "3"),
        (-1, "decimal", "0"),
    ],
)
def test_counters_in_their_forms(number: int, form: str, sign: str) -> None:
    assert shown(number, form) == sign


def test_a_counter_of_a_damaged_file_writes_no_page_of_letters() -> None:
    assert len(shown(9**9, "lowerLetter")) < 1000


def test_boxes_nested_without_end_are_a_broken_file() -> None:
    depth = 3000
    nested = "<w:tbl><w:tr><w:tc>" * depth + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * depth
    with pytest.raises(CannotRead) as caught:
        read_bytes(with_parts(nested))
    assert caught.value.refusal is BrokenDocx


def test_macros_are_never_opened() -> None:
    assert texts(with_parts(paragraph("KẾ HOẠCH"), vbaProject="không phải XML")) == ["KẾ HOẠCH"]
