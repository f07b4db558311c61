"""What the review of a reading says no to. Each line says what happened, what is safe, what to do."""

from __future__ import annotations

from loa.core.language import gettext as _
from loa.core.refusals import Refusal


class WrongCorrection(Refusal):
    """A value that cannot be: the line says which and why. Nothing was written."""


class StaleCorrection(Refusal):
    """What the writer saw is no longer what stands there. Nothing was overwritten."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Chỗ này vừa được người khác sửa, hoặc trang anh/chị xem đã cũ. Bản đang có được giữ nguyên, lần sửa "
                "của anh/chị chưa lưu. Hãy tải lại trang, xem lại rồi sửa nếu vẫn cần."
            )
        )


class MayNotReview(Refusal):
    """The actor lacks the right, or the document is another commune's: the same answer for both."""

    def __init__(self) -> None:
        super().__init__(
            _("Anh/chị không có quyền đối chiếu văn bản này; chưa có gì thay đổi. Hãy nhờ công chức Văn hóa - Xã hội.")
        )


class AlreadyConfirmed(Refusal):
    """The reading has become work; it is changed by a revised plan, no longer by corrections."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Văn bản này đã được xác nhận thành đợt tuyên truyền nên không sửa phần đọc được nữa; việc đang làm "
                "giữ nguyên. Nếu kế hoạch thay đổi, hãy nhập bản sửa đổi."
            )
        )


class SetAside(Refusal):
    """The document was set aside; it is corrected and confirmed only after it is taken up again."""

    def __init__(self) -> None:
        super().__init__(
            _("Văn bản này đang để riêng, không lập việc; chưa có gì thay đổi. Hãy bấm đưa vào đối chiếu lại trước.")
        )


class NothingToUndo(Refusal):
    """No correction is left to take back."""

    def __init__(self) -> None:
        super().__init__(_("Không còn lần sửa nào để hoàn tác. Phần đọc được đang đúng như Loa đã đọc."))
