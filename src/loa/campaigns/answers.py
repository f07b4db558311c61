"""How each kind of open question is put to a person: a label, a hint, and the closed list where there is one.

The Vietnamese words are marked for the catalogue; whoever shows them passes them through `gettext`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from loa.campaigns.models.question import LEFT_OPEN
from loa.core.language import gettext
from loa.core.language import gettext_noop as marked

INTERVALS = {
    "month": marked("Hằng tháng"),
    "quarter": marked("Hằng quý"),
    "half-year": marked("6 tháng"),
    "year": marked("Hằng năm"),
}
_ASK_AGAIN = (LEFT_OPEN, marked("Để ngỏ, chờ hỏi lại"))
_SAME_UNIT = (("yes", marked("Đúng, là một đơn vị")), ("no", marked("Không, là hai đơn vị")))


@dataclass(frozen=True, slots=True)
class AnswerForm:
    """`choices` are (value, label) pairs; empty where the answer is free text."""

    label: str
    hint: str
    choices: tuple[tuple[str, str], ...] = ()


ANSWER_FORMS: Mapping[str, AnswerForm] = {
    "blank-number": AnswerForm(marked("Số văn bản"), marked("Ghi đúng số do văn thư cấp, ví dụ 05/KH-UBND.")),
    "blank-day": AnswerForm(marked("Ngày ký"), marked("Ghi ngày/tháng/năm, ví dụ 05/9/2025.")),
    "no-signer": AnswerForm(marked("Người ký"), marked("Ghi họ tên, chức vụ người ký, hoặc ghi là chưa ký.")),
    "no-period": AnswerForm(marked("Ngày kết thúc đợt"), marked("Ghi ngày/tháng/năm, hoặc ghi là không thời hạn.")),
    "past-deadline": AnswerForm(marked("Thời hạn đúng"), marked("Ghi ngày/tháng/năm sau khi hỏi nơi ban hành.")),
    "no-interval": AnswerForm(
        marked("Kỳ báo cáo"),
        marked("Chọn kỳ hạn. Nếu chưa rõ thì để ngỏ và hỏi lại cấp trên."),
        (*INTERVALS.items(), _ASK_AGAIN),
    ),
    "generic-doer": AnswerForm(marked("Đơn vị thực hiện"), marked("Ghi tên từng đơn vị, cách nhau bằng dấu phẩy.")),
    "mixed-clause": AnswerForm(
        marked("Phần ngoài phạm vi"),
        marked("Đọc lại nguyên văn trước khi chọn."),
        (("yes", marked("Đúng, tách như vậy")), ("no", marked("Chưa đúng, cần xem lại"))),
    ),
    "other-issuer": AnswerForm(
        marked("Nơi ban hành"),
        marked(
            "Việc của cấp trên, đơn vị khác được lưu để biết, không tính là việc chậm của xã. "
            "Không dùng văn bản này thì bấm “Bỏ văn bản này” ở cuối trang."
        ),
        (("yes", marked("Vẫn lập đợt tuyên truyền")),),
    ),
    "unit-unified": AnswerForm(
        marked("Một đơn vị hay hai"), marked("Loa đang xem là một đơn vị. Anh/chị xác nhận giúp."), _SAME_UNIT
    ),
    "unit-ambiguous": AnswerForm(
        marked("Một đơn vị hay hai"), marked("Loa đang xem là hai đơn vị. Anh/chị xác nhận giúp."), _SAME_UNIT
    ),
}
_ANY = AnswerForm(marked("Trả lời"), marked("Ghi ngắn gọn, nêu nguồn nếu có."))


def answer_form(kind: str) -> AnswerForm:
    """How a question of `kind` is asked; free text for a kind that has no form of its own."""
    return ANSWER_FORMS.get(kind, _ANY)


def answer_words(kind: str, answer: str) -> str:
    """A stored answer as a person reads it: the label of its choice in the reader's language, else the text itself."""
    label = dict(answer_form(kind).choices).get(answer)
    return answer if label is None else gettext(label)
