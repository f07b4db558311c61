"""The post for the commune's own social pages and groups: plain text, within any network's limit."""

from __future__ import annotations

from loa.editorial.forms.content import Content, Made
from loa.editorial.forms.repeated import beyond_summary
from loa.editorial.paragraphs import sentences_for_reading
from loa.editorial.ports import Form

LIMIT = 1000  # characters


def social(content: Content) -> Made:
    """Title, what it is about, as many whole paragraphs as fit, then contact, address and code, always in full."""
    notice = [f"[{content.notice}, không dùng để đăng]"] if content.notice else []
    head = [*notice, content.title.upper(), content.summary]
    foot = [
        *([f"Hỏi thêm: {content.contact}."] if content.contact else []),
        *([f"Có giá trị đến hết ngày {content.until_words}."] if content.until_words else []),
        f"Nghe và xem đầy đủ: {content.address}",
        f"Mã tin: {content.code} · {content.issuer}",
    ]
    body: list[str] = []
    for paragraph in sentences_for_reading(beyond_summary(content)):
        if len("\n\n".join([*head, *body, paragraph, "\n".join(foot)])) > LIMIT:
            break
        body.append(paragraph)
    if body and body[-1].endswith(("?", ":")):
        body.pop()
    text = "\n\n".join([*head, *body, "\n".join(foot)]) + "\n"
    return Made(
        form=Form.SOCIAL,
        media_type="text/plain",
        suffix=".txt",
        data=text.encode(),
        facts={"characters": len(text.strip())},
    )
