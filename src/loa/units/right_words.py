"""What each right lets a person do, in words. Pure."""

from __future__ import annotations

from loa.core.language import gettext_noop as marked
from loa.units.rights import RIGHTS, Right, Role

RIGHT_WORDS: dict[Right, str] = {
    Right.SEE_PLANS: marked("Xem kế hoạch"),
    Right.SEE_ASSIGNMENTS: marked("Xem phân công"),
    Right.SEE_MESSAGES: marked("Xem tin bài"),
    Right.SEE_DELIVERY: marked("Xem lệnh phát và minh chứng"),
    Right.SEE_REPORTS: marked("Xem báo cáo"),
    Right.SEE_OUTLETS: marked("Xem điểm phát"),
    Right.SEE_UNITS: marked("Xem đơn vị"),
    Right.IMPORT_PLAN: marked("Nhập kế hoạch"),
    Right.ANSWER_QUESTION: marked("Trả lời chỗ kế hoạch còn để ngỏ"),
    Right.REPORT_PROGRESS: marked("Báo tiến độ việc được giao"),
    Right.WRITE_MESSAGE: marked("Soạn tin bài và trình duyệt"),
    Right.APPROVE_MESSAGE: marked("Duyệt hoặc trả lại tin bài"),
    Right.SEND: marked("Xếp lịch gửi và phát"),
    Right.CONFIRM_HEARD: marked("Xác nhận nghe rõ"),
    Right.ADD_EVIDENCE: marked("Nộp minh chứng"),
    Right.BUILD_REPORT: marked("Lập báo cáo"),
    Right.MANAGE_PEOPLE: marked("Quản lý tài khoản và vai trò"),
    Right.MANAGE_UNITS: marked("Quản lý đơn vị"),
    Right.MANAGE_OUTLETS: marked("Quản lý điểm phát"),
}


def roles_with(right: Right) -> tuple[Role, ...]:
    """The roles that carry `right`, in the order of the table of rights."""
    return tuple(role for role, rights in RIGHTS.items() if right in rights)
