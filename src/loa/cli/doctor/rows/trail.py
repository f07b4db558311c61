"""The audit trail: unbroken, and not ahead of the clock."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Max

from loa.cli.demo.folder import latest_clock
from loa.cli.doctor.finding import Finding, Place, error, ok
from loa.config import env
from loa.core.clock import VIETNAM
from loa.core.language import gettext as _
from loa.core.models import AuditEntry
from loa.core.services.audit import first_broken_line

TOLERANCE = timedelta(minutes=2)


def check_trail() -> list[Finding]:
    """Whether every line of the trail hangs on the one before it. All lines are read: some 17,000 in a second."""
    broken = first_broken_line()
    if broken is None:
        return [ok("trail", _("Nhật ký liền mạch, {count} dòng.").format(count=AuditEntry.objects.count()))]
    return [
        error(
            "trail",
            _("Nhật ký đứt ở dòng {line}: có người đã sửa hoặc xóa.").format(line=broken),
            mend=_(
                "Không chạy tiếp và không sửa gì. Cất riêng cả thư mục dữ liệu, so với bản sao lưu và báo lãnh đạo."
            ),
        )
    ]


def check_trail_clock(place: Place) -> list[Finding]:
    """Whether the clock is behind what was already noted; simulated time counts where the demo runs."""
    newest: datetime | None = AuditEntry.objects.aggregate(newest=Max("at"))["newest"]
    if newest is None:
        return []
    present = _present(place)
    if newest <= present + TOLERANCE:
        return [ok("clock", _("Đồng hồ máy không chậm hơn nhật ký."))]
    return [
        error(
            "clock",
            _("Đồng hồ máy chậm: dòng nhật ký mới nhất ghi lúc {line}, máy mới {now}.").format(
                line=_told(newest), now=_told(present)
            ),
            mend=_("Chỉnh lại giờ máy cho đúng (sudo timedatectl set-ntp true) rồi mới chạy Loa."),
        )
    ]


def _present(place: Place) -> datetime:
    """The later one of the machine's clock and the demo's."""
    simulated = env.simulated_clock()
    noted = latest_clock(place.data)
    shown = []
    if simulated is not None:
        start, real_epoch = simulated
        shown.append(start + timedelta(seconds=place.now.timestamp() - real_epoch))
    return max([place.now, *shown, *([noted] if noted else [])])


def _told(instant: datetime) -> str:
    return instant.astimezone(VIETNAM).strftime("%H:%M %d/%m/%Y")
