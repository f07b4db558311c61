"""What an announcer reads: identification, title, the message, where to ask, sign-off."""

from __future__ import annotations

from loa.editorial.drafting.letters import lower_first
from loa.editorial.forms.content import Content, Made
from loa.editorial.forms.repeated import titled
from loa.editorial.paragraphs import sentences_for_reading
from loa.editorial.ports import Form
from loa.vietnamese.spoken import spoken_form

ENDS = (".", "?", "!", ":", "…")


def announcer_text(content: Content) -> str:
    """The message as an announcer's sheet, one thought a line, numbers and short forms still as written."""
    ask = [f"Bà con cần hỏi thêm, xin liên hệ {content.contact}"] if content.contact else []
    notice = [f"Đây là {lower_first(content.notice)}"] if content.notice else []
    lines = [
        *notice,
        f"{content.station} xin thông báo",
        *titled(content.title, sentences_for_reading(content.paragraphs)),
        *ask,
        f"Bà con xem lại và kiểm tra tin này trên cổng thông tin điện tử của {content.called}",
        f"{content.station} xin cảm ơn bà con đã lắng nghe",
    ]
    return "\n".join(line if line.endswith(ENDS) else f"{line}." for line in lines)


def spoken_script(content: Content) -> Made:
    """The sheet as words only; `facts` lists the short forms that nobody taught Loa to say."""
    lines = [spoken_form(line) for line in announcer_text(content).split("\n")]
    return Made(
        form=Form.SPOKEN_SCRIPT,
        media_type="text/plain",
        suffix=".txt",
        data=("\n".join(line.text for line in lines) + "\n").encode(),
        facts={
            "changes": sum(len(line.changes) for line in lines),
            "unknown": sorted({word for line in lines for word in line.unknown}),
        },
    )
