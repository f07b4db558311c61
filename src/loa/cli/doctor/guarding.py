"""Each check stands alone: one that breaks is a finding of its own, and the next one goes on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from loa.cli.doctor.finding import Finding, error
from loa.core.language import gettext as _
from loa.core.refusals import Refusal
from loa.core.system_errors import reason_of


@dataclass(frozen=True, slots=True)
class Check:
    """A check's name, as it stands in the JSON, and what to run."""

    name: str
    run: Callable[[], list[Finding]]


def run_all(checks: Sequence[Check]) -> list[Finding]:
    """The findings of all checks in order; none of them can stop the others."""
    return [finding for check in checks for finding in _guarded(check)]


def _guarded(check: Check) -> list[Finding]:
    try:
        return check.run()
    except Refusal as refusal:
        return [error(check.name, refusal.message, mend=_("Làm theo câu trên rồi chạy lại ./loa doctor."))]
    except OSError as failed:
        return [
            error(
                check.name,
                _("Không kiểm tra được: {path}, {reason}.").format(
                    path=failed.filename or _("tệp hoặc thư mục"), reason=reason_of(failed)
                ),
                mend=_("Kiểm tra đường dẫn và quyền của tài khoản đang chạy Loa rồi chạy lại."),
            )
        ]
    except Exception as failed:  # noqa: BLE001 - whatever breaks is what the doctor is asked to tell
        # The kind only: the text of a strange error may hold a password.
        return [
            error(
                check.name,
                _("Không kiểm tra xong mục này ({kind}).").format(kind=type(failed).__name__),
                mend=_("Chạy lại; nếu vẫn vậy, gửi dòng này cho người phụ trách kỹ thuật."),
            )
        ]
