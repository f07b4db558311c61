"""Drafting: what the plan says, for residents, with its lines; nothing on what is outside Loa."""

from __future__ import annotations

from datetime import date

import pytest

from cast import NOW, Cast
from editorial_rows import OUTSIDE, TELLS_TOO, a_campaign, a_draft, a_topic
from loa.core.models import AuditEntry
from loa.editorial.codes import ALPHABET
from loa.editorial.models import Message, MessageVersion, Source, VersionState
from loa.editorial.refusals import CannotDraft
from loa.editorial.services.draft_message import draft_message


def test_a_draft_says_what_the_topic_says(cast: Cast) -> None:
    version = a_draft(cast)
    assert version.title == "Lịch tiêm phòng dại cho đàn chó, mèo năm 2025 theo Kế hoạch số 58"
    assert version.summary.startswith(
        "Từ ngày 10/9/2025 đến hết ngày 31/10/2025, xã Đồng Sương thông tin đến bà con về"
    )
    assert "Xã hướng dẫn bà con xích, nhốt chó và rửa vết cắn bằng xà phòng." in version.paragraphs
    assert version.state == VersionState.DRAFT
    assert version.author == cast.dung.user


def test_a_draft_says_when_where_and_who_from_the_plan(cast: Cast) -> None:
    version = a_draft(cast)
    told = " ".join(version.paragraphs)
    assert "đài truyền thanh xã và bảng tin công cộng, đồng thời qua tuyên truyền viên cơ sở" in told
    assert "do Trạm Y tế xã thực hiện" in told
    assert "mạng xã hội" not in told
    assert version.contact == "Trạm Y tế xã Đồng Sương"
    assert version.useful_until == date(2025, 10, 31)


def test_a_draft_names_its_lines_and_the_documents_it_rests_on(cast: Cast) -> None:
    version = a_draft(cast)
    plan = "Kế hoạch số 05/KH-UBND ngày 05/9/2025 của Ủy ban nhân dân xã Đồng Sương"
    sources = list(version.sources.order_by("pk"))
    assert [(source.label, source.clause) for source in sources] == [
        (plan, "II.1"),
        (plan, "III.1"),
        ("Kế hoạch số 58/KH-SYT ngày 22/8/2025", ""),
    ]
    lines = version.message.campaign.document.extraction.text.split("\n")
    topic = sources[0]
    assert topic.document == version.message.campaign.document
    assert "lịch tiêm phòng dại" in lines[(topic.line_from or 0) - 1]
    assert topic.quote in " ".join(" ".join(lines[(topic.line_from or 0) - 1 : topic.line_to]).split())


def test_a_code_is_short_and_cannot_be_misread(cast: Cast) -> None:
    code = a_draft(cast).code
    assert len(code) == 5
    assert set(code) <= set(ALPHABET)
    assert not set(ALPHABET) & set("0O1IL")


def test_drafting_again_gives_the_draft_that_is_there(cast: Cast) -> None:
    first = a_draft(cast)
    campaign = first.message.campaign
    again = draft_message(campaign=campaign, topic=first.message.topic, actor=cast.hanh.actor, at=NOW)
    assert again == first
    assert (Message.objects.count(), MessageVersion.objects.count(), Source.objects.count()) == (1, 1, 3)
    assert AuditEntry.objects.filter(code="editorial.version.drafted").count() == 1


def test_another_topic_is_another_message(cast: Cast) -> None:
    first = a_draft(cast)
    campaign = first.message.campaign
    other = draft_message(campaign=campaign, topic=a_topic(campaign, TELLS_TOO), actor=cast.dung.actor, at=NOW)
    assert other.message != first.message
    assert other.code != first.code
    assert other.title == "Hộ nuôi chó, mèo có trách nhiệm"


def test_a_topic_outside_loa_is_not_drafted(cast: Cast) -> None:
    campaign = a_campaign(cast)
    with pytest.raises(CannotDraft, match=r"II\.3 ngoài phạm vi của Loa"):
        draft_message(campaign=campaign, topic=a_topic(campaign, OUTSIDE), actor=cast.dung.actor, at=NOW)
    assert not Message.objects.exists()


@pytest.mark.parametrize("who", ["lan", "tu", "binh"])
def test_who_may_not_write_does_not_draft(cast: Cast, who: str) -> None:
    campaign = a_campaign(cast)
    with pytest.raises(CannotDraft, match="không có quyền soạn tin"):
        draft_message(campaign=campaign, topic=a_topic(campaign), actor=getattr(cast, who).actor, at=NOW)
    assert not Message.objects.exists()
