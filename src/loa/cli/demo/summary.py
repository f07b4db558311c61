"""What the demo did, in counts and files."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from django.conf import settings

from loa.campaigns.models import Campaign
from loa.campaigns.selectors import campaign_counts
from loa.cli.demo.progress import Progress
from loa.core.language import current_language
from loa.core.language import gettext as _
from loa.core.refusals import Refusal
from loa.delivery.selectors import delivery_counts
from loa.editorial.models import MessageVersion
from loa.editorial.ports import Form
from loa.editorial.selectors import rendition_file


class FilesLost(Refusal):
    """A file that was approved or published is no longer where it was kept."""


FILE_FORMS = {"audio": Form.AUDIO, "poster": Form.POSTER, "talking_points": Form.TALKING_POINTS}


@dataclass(frozen=True, slots=True)
class Summary:
    """The counts of `design.md`, the seconds of this run, and the files a person can open."""

    topics: int
    activities: int
    outside: int
    requests: int
    assignments: int
    open_questions: int
    dispatches: int
    receipts: int
    simulated_receipts: int
    seconds: float
    files: dict[str, str]


def summary_of(
    *, campaign: Campaign, version: MessageVersion, report_files: Mapping[str, Path], seconds: float
) -> Summary:
    """Count what the rows say; nothing is remembered from the run itself but its length."""
    counts = campaign_counts(campaign)
    delivered = delivery_counts(campaign)
    files = {name: str(rendition_file(version.renditions.get(form=form))) for name, form in FILE_FORMS.items()}
    files["page"] = str(Path(settings.PORTAL_DIR) / "tin" / version.code / "index.html")
    files |= {name: str(path) for name, path in report_files.items()}
    lost = [path for path in files.values() if not Path(path).is_file()]
    if lost:
        raise FilesLost(
            _("Không còn tệp {path} đã duyệt hoặc đã đăng. Khôi phục thư mục dữ liệu rồi chạy lại.").format(
                path=lost[0]
            )
        )
    return Summary(
        topics=counts.topics,
        activities=counts.activities,
        outside=counts.outside,
        requests=counts.requests,
        assignments=counts.assignments,
        open_questions=counts.open_questions,
        dispatches=delivered.dispatches,
        receipts=delivered.receipts,
        simulated_receipts=delivered.simulated,
        seconds=round(seconds, 1),
        files=files,
    )


def print_summary(summary: Summary, *, as_json: bool, progress: Progress) -> None:
    """As one JSON object on standard output, or as a few lines for a person."""
    if as_json:
        print(json.dumps(asdict(summary), ensure_ascii=False), flush=True)
        return
    progress.line()
    progress.line(
        _(
            "Xong trong {seconds} giây: {dispatches} lệnh phát, {receipts} biên nhận, trong đó {simulated} là mô phỏng "
            "(loa chạy thử không kêu thành tiếng, ảnh bảng tin là ảnh mô phỏng)."
        ).format(
            seconds=_decimal(summary.seconds),
            dispatches=summary.dispatches,
            receipts=summary.receipts,
            simulated=summary.simulated_receipts,
        )
    )
    labels = {
        "audio": _("Âm thanh"),
        "poster": _("Áp phích"),
        "page": _("Trang tin"),
        "talking_points": _("Gợi ý nói chuyện"),
        "report_docx": _("Báo cáo DOCX"),
        "report_pdf": _("Báo cáo PDF"),
    }
    for name, label in labels.items():
        progress.line(f"  {label}: {summary.files[name]}")


def _decimal(number: float) -> str:
    """One place, with the decimal sign of the language."""
    return f"{number:.1f}" if current_language() == "en" else f"{number:.1f}".replace(".", ",")
