"""Section I: the plan, who was given what, and what stands outside Loa."""

from __future__ import annotations

from collections.abc import Iterator

from loa.campaigns.models import AssignmentRole, Campaign, OutsideClause
from loa.campaigns.plan_naming import listed, period_words
from loa.reports.selectors.facts import ReportFacts
from loa.typeset.official import Block, Heading, Paragraph, ParagraphLook


def direction_blocks(facts: ReportFacts) -> Iterator[Block]:
    """I. Công tác chỉ đạo, triển khai."""
    yield Heading(1, "I.", "Công tác chỉ đạo, triển khai")
    campaigns = facts.ledger.campaigns
    for campaign in campaigns:
        name = "Kế hoạch" if len(campaigns) == 1 else facts.plan_label(campaign)
        yield Paragraph(_plan_words(campaign, name))
    yield Paragraph(_assignment_words(facts))
    yield from _outside_blocks(facts)


def _plan_words(campaign: Campaign, name: str) -> str:
    rows = (campaign.topics, "nội dung"), (campaign.activities, "hình thức tuyên truyền")
    counts = [(found.filter(ended_at=None).count(), words) for found, words in rows]
    parts = listed(f"{number} {thing}" for number, thing in counts if number)
    return f"{name} {f'gồm {parts}' if parts else 'không nêu riêng nội dung, hình thức tuyên truyền'}{_days(campaign)}."


def _days(campaign: Campaign) -> str:
    period = period_words(campaign.start_date, campaign.end_date)
    return f", thực hiện {period}" if period else ""


def _assignment_words(facts: ReportFacts) -> str:
    rows = facts.ledger.assignments
    work = [row for row in rows if row.is_rated]
    asked = {row.unit_id for row in rows if row.role == AssignmentRole.REQUEST}
    if not rows:
        return "Kế hoạch chưa nêu đơn vị thực hiện."
    roles = ((AssignmentRole.LEAD, "chủ trì"), (AssignmentRole.SUPPORT, "phối hợp"))
    numbers = ((sum(row.role == role for row in work), words) for role, words in roles)
    parts = listed(f"{number} việc {words}" for number, words in numbers if number)
    given = f"Kế hoạch giao {len(work)} việc cho {len({row.unit_id for row in work})} đơn vị ({parts})"
    wish = f"đề nghị {len(asked)} tổ chức cùng thực hiện"
    if not work:
        return f"Kế hoạch {wish}." if asked else "Kế hoạch không giao việc nào cho đơn vị của địa phương."
    return f"{given}; {wish}." if asked else f"{given}."


def _outside_blocks(facts: ReportFacts) -> Iterator[Block]:
    rows = list(OutsideClause.objects.filter(campaign__in=facts.ledger.campaigns))
    if not rows:
        return
    yield Paragraph(
        "Các yêu cầu sau của kế hoạch không thuộc phạm vi của Loa (phần mềm dùng để tổng hợp báo cáo này), chỉ được "
        "lưu nguyên văn và không có số liệu trong báo cáo:"
    )
    for row in rows:
        part = "Mục" if row.is_whole else "Một phần mục"
        yield Paragraph(f"{part} {row.clause}: {row.reason}", ParagraphLook.BULLET)
