"""One real file of every form, made by the real engines, for all messages to show."""

from __future__ import annotations

from datetime import date

from bench.data.words import COMMUNE, PROVINCE, SENTENCES, SUBJECTS
from loa.config.wiring.channels import bind_narration
from loa.editorial.forms.all_forms import all_forms
from loa.editorial.forms.content import Basis, Content, Made


def one_of_each() -> list[Made]:
    """Script, sound, page, poster, texts and talking points of one message."""
    bind_narration()
    subject = SUBJECTS[0]
    words = tuple(line.format(subject, "cùng làm", "Suối Đá", "10/9") for line in SENTENCES[:4])
    content = Content(
        commune=COMMUNE,
        province=PROVINCE,
        code="K7M2P",
        address="http://127.0.0.1:8080/tin/K7M2P/",
        title=subject.capitalize(),
        summary=words[0],
        paragraphs=words,
        contact="Phòng Văn hóa - Xã hội xã Đồng Sương",
        useful_until=date(2026, 9, 30),
        bases=(Basis("Kế hoạch số 01/KH-UBND của Ủy ban nhân dân xã Đồng Sương", ("II.1",)),),
    )
    return all_forms(content)
