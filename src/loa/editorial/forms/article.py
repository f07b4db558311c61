"""The portal article: the part of the page that the approval binds. The page around it may change, it may not."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from loa.editorial.forms.content import Content, Made
from loa.editorial.forms.repeated import beyond_summary
from loa.editorial.paragraphs import Block, Kind, blocks_of
from loa.editorial.ports import Form


def article(content: Content, sound: Made) -> Made:
    """The article as an HTML fragment; every word of the message is escaped.

    :param sound: the audio of the same version; the article says how long it is and whether a person speaks.
    """
    lines = [_opening(content, sound), *_head(content), *_body(content), SafeString("</article>")]
    data = "".join(f"{line}\n" for line in lines).encode()
    return Made(form=Form.PAGE, media_type="text/html", suffix=".html", data=data)


def _opening(content: Content, sound: Made) -> SafeString:
    """The first tag carries what the page around the article needs to know."""
    return format_html(
        '<article class="tin" id="tin" data-code="{}" data-commune="{}" data-province="{}" data-until="{}"'
        ' data-seconds="{}" data-voice="{}">',
        content.code,
        content.commune,
        content.province,
        content.useful_until.isoformat() if content.useful_until else "",
        round(sound.facts["seconds"]),
        "synthetic" if sound.facts["is_synthetic"] else "person",
    )


def _head(content: Content) -> Iterator[SafeString]:
    until = SafeString("")
    if content.useful_until:
        until = format_html(
            ' · có giá trị đến hết ngày <time class="nw" datetime="{}">{}</time>',
            content.useful_until.isoformat(),
            content.until_words,
        )
    yield SafeString('<header class="tin-head">')
    yield format_html("<h1>{}</h1>", content.title)
    yield format_html(
        '<p class="m s">{}{} · <span class="nw">mã tin <b class="n">{}</b></span></p>',
        content.issuer,
        until,
        content.code,
    )
    yield format_html('<p class="note good"><b>Tóm lại:</b> {}</p>', content.summary)
    yield SafeString("</header>")


def _body(content: Content) -> Iterator[SafeString]:
    yield SafeString('<div class="tin-body">')
    yield from (_block(block) for block in blocks_of(beyond_summary(content)))
    if content.contact:
        yield SafeString("<h2>Hỏi thêm ở đâu?</h2>")
        yield format_html("<p>Bà con liên hệ <b>{}</b>.</p>", content.contact)
    if content.bases:
        yield SafeString("<h2>Căn cứ</h2>")
        yield _listed(basis.words for basis in content.bases)
    yield format_html('<p class="m s">Địa chỉ trang này: {}</p>', content.address)
    yield SafeString("</div>")


def _block(block: Block) -> SafeString:
    if block.kind == Kind.HEADING:
        return format_html("<h2>{}</h2>", block.texts[0])
    if block.kind == Kind.LIST:
        return _listed(block.texts)
    return format_html("<p>{}</p>", block.texts[0])


def _listed(texts: Iterator[str] | tuple[str, ...]) -> SafeString:
    return format_html("<ul>\n{}\n</ul>", format_html_join("\n", "<li>{}</li>", ((text,) for text in texts)))
