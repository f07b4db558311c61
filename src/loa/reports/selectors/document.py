"""A stored report as an administrative document, for the chair to read and sign."""

from __future__ import annotations

from collections.abc import Iterator

from loa.campaigns.models import Campaign
from loa.campaigns.plan_naming import is_issued_by
from loa.campaigns.selectors import reporting_receiver
from loa.core.clock import VIETNAM
from loa.reports import wording
from loa.reports.models import PeriodReport
from loa.reports.selectors.annex import annex_blocks
from loa.reports.selectors.direction import direction_blocks
from loa.reports.selectors.facts import ReportFacts, read_facts
from loa.reports.selectors.outlook import correction_blocks, limit_blocks, outlook_blocks
from loa.reports.selectors.results import result_blocks
from loa.typeset.dates import day_text, moment_text
from loa.typeset.official import Annex, Block, OfficialDocument, Paragraph, ParagraphLook, PartialDate
from loa.units.models import Commune
from loa.units.naming import bare_name, called, committee_of, kind_of
from loa.vietnamese.folding import fold


def report_document(report: PeriodReport) -> OfficialDocument:
    """`report` in the layout of Nghị định 30/2020/NĐ-CP, number, day and signature left blank.

    The outline follows the plan's reporting practice: direction, results, corrections, limits, outlook, annex.
    """
    facts = read_facts(report)
    commune = facts.commune
    built = facts.built_at.astimezone(VIETNAM)
    kind = kind_of(commune.name)
    return OfficialDocument(
        issuer=("ỦY BAN NHÂN DÂN", commune.name.upper()) if kind else (commune.name.upper(),),
        issuer_name=committee_of(commune.name),
        symbol="BC-UBND" if kind else "BC",
        place=bare_name(commune.name if kind else commune.province),
        date=PartialDate(built.year, built.month),
        doc_type="BÁO CÁO",
        subject=f"{_subject(facts)} {facts.period.words}",
        addressed_to=_receivers(facts),
        blocks=tuple(_blocks(facts)),
        recipients=(_leaders(kind), "Các đơn vị được giao nhiệm vụ"),
        archive=_archive(facts),
        authority="TM. ỦY BAN NHÂN DÂN" if kind else "",
        position="CHỦ TỊCH" if kind else "THỦ TRƯỞNG CƠ QUAN",
        annexes=(Annex("Biểu số liệu và minh chứng", tuple(annex_blocks(facts))),),
    )


def _leaders(kind: str) -> str:
    return f"Chủ tịch, các Phó Chủ tịch UBND {kind}" if kind else "Lãnh đạo cơ quan"


def _blocks(facts: ReportFacts) -> Iterator[Block]:
    yield Paragraph(_opening(facts))
    if facts.simulated:
        yield Paragraph(
            "Báo cáo có số liệu mô phỏng: các lượt do thiết bị phát thử hoặc minh chứng thử xác nhận được ghi riêng "
            "ở cột “Mô phỏng”, không cộng vào số liệu trong kỳ và lũy kế.",
            ParagraphLook.NOTICE,
        )
    yield from direction_blocks(facts)
    yield from result_blocks(facts)
    yield from correction_blocks()
    yield from limit_blocks(facts)
    yield from outlook_blocks(facts)
    yield Paragraph(
        f"Trên đây là báo cáo kết quả công tác tuyên truyền {facts.period.words} của "
        f"{committee_of(facts.commune.name)}, trân trọng báo cáo."
    )


def _subject(facts: ReportFacts) -> str:
    campaigns = facts.ledger.campaigns
    title = wording.plan_subject(campaigns[0]) if len(campaigns) == 1 else ""
    if not title:
        return "Kết quả công tác thông tin, tuyên truyền"
    return f"Kết quả thực hiện kế hoạch {title}" if title.startswith("về ") else f"Kết quả {title}"


def _opening(facts: ReportFacts) -> str:
    period = facts.period
    days = f"từ ngày {day_text(period.start_date)} đến hết ngày {day_text(period.last_date)}" + (
        f"; số liệu tính đến {moment_text(facts.built_at)}" if facts.ends_early else ""
    )
    plans = "; ".join(_plan(facts, campaign) for campaign in facts.ledger.campaigns)
    return f"Thực hiện {plans}, {committee_of(facts.commune.name)} báo cáo kết quả {period.words} ({days}) như sau:"


def _plan(facts: ReportFacts, campaign: Campaign) -> str:
    subject = wording.plan_subject(campaign)
    about = "" if not subject else f" {subject}" if subject.startswith("về ") else f" về {subject}"
    return facts.plan_label(campaign) + about


def _receivers(facts: ReportFacts) -> tuple[str, ...]:
    """To whom the plans say the commune reports; empty, for the officer to fill in, where they name nobody above it."""
    named = dict.fromkeys(reporting_receiver(campaign) for campaign in facts.ledger.campaigns)
    return tuple(receiver for receiver in named if receiver and not _is_own(receiver, facts.commune))


def _is_own(receiver: str, commune: Commune) -> bool:
    words, kind = fold(receiver), fold(called(commune.name))
    own = (f"ubnd {kind}", f"uy ban nhan dan {kind}")
    return words in {f"{name} {fold(bare_name(commune.name))}" for name in own} or any(
        words == name or words.startswith((f"{name} (", f"{name},")) for name in own
    )


def _archive(facts: ReportFacts) -> str:
    """What the commune's own plan keeps on file (`VT` and the drafting office), since the same office reports."""
    own = (plan for plan in facts.plans.values() if is_issued_by(facts.commune.name, plan.header))
    return next((plan.archive for plan in own if plan.archive), "VT")
