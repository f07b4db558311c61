"""A message written by hand, and words as people send them in."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

import pytest

from cast import NOW, Cast
from editorial_rows import OUTSIDE, TELLS, a_campaign, a_draft, a_topic, quicken
from loa.campaigns.models import Campaign
from loa.core.models import AuditEntry
from loa.editorial.models import Message, MessageVersion, VersionState
from loa.editorial.refusals import CannotDraft, UnusableWords
from loa.editorial.services.revise_message import revise_message
from loa.editorial.services.start_message import start_message
from loa.editorial.services.submit_version import submit_version
from loa.editorial.words import Words, has_hidden_signs, tidy_words

KEY = UUID("7d00d797-a39f-4986-bb12-c763b869f8af")
WORDS = Words(
    title="Đổi giờ tiêm phòng dại ở khu Gò Mây",
    summary="Điểm tiêm khu Gò Mây chuyển sang 14 giờ.",
    paragraphs=["Bà con khu Gò Mây đưa chó, mèo đến nhà văn hóa từ 14 giờ."],
    contact="Trạm Y tế xã Đồng Sương",
    useful_until=date(2025, 10, 31),
)
LABEL = "Thông báo của Trạm Y tế xã ngày 02/9/2025"


def started(cast: Cast, campaign: Campaign, words: Words = WORDS, *, key: UUID = KEY) -> MessageVersion:
    return start_message(campaign=campaign, words=words, source_label=LABEL, key=key, actor=cast.dung.actor, at=NOW)


def test_a_message_of_ones_own_has_its_source_and_goes_the_usual_way(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    quicken(monkeypatch)
    version = started(cast, a_campaign(cast))
    assert (version.number, version.state, version.author) == (1, VersionState.DRAFT, cast.dung.user)
    assert (version.title, version.paragraphs) == (WORDS.title, WORDS.paragraphs)
    assert (version.message.key, version.message.topic) == (f"own:{KEY}", None)
    assert [source.label for source in version.sources.all()] == [LABEL]
    assert AuditEntry.objects.get(code="editorial.version.started").detail == {"code": version.code, "clause": ""}
    assert submit_version(version=version, actor=cast.dung.actor, at=NOW).state == VersionState.SUBMITTED


def test_a_clause_of_the_plan_is_a_source_by_itself(cast: Cast) -> None:
    campaign = a_campaign(cast)
    topic = a_topic(campaign, TELLS)
    version = start_message(
        campaign=campaign, topic=topic, words=WORDS, source_label="", key=KEY, actor=cast.hanh.actor, at=NOW
    )
    [source] = version.sources.all()
    assert (source.clause, source.quote, source.document) == (TELLS, topic.quote, campaign.document)
    assert source.label.startswith("Kế hoạch số 05/KH-UBND")
    assert version.message.topic == topic


def test_a_form_sent_twice_is_one_message(cast: Cast) -> None:
    campaign = a_campaign(cast)
    first = started(cast, campaign)
    assert started(cast, campaign) == first
    newer = revise_message(version=first, changes={"title": "Tên khác"}, actor=cast.dung.actor, at=NOW)
    assert started(cast, campaign) == newer
    assert Message.objects.count() == 1
    assert started(cast, campaign, key=uuid4()) != first


def test_other_words_under_a_used_key_are_refused_not_dropped(cast: Cast) -> None:
    campaign = a_campaign(cast)
    first = started(cast, campaign)
    with pytest.raises(CannotDraft, match=f"mã tin {first.code}.*chưa được ghi"):
        started(cast, campaign, replace(WORDS, title="Tên khác"))


def test_a_message_without_a_source_is_not_begun(cast: Cast) -> None:
    with pytest.raises(CannotDraft, match="chưa có căn cứ"):
        start_message(campaign=a_campaign(cast), words=WORDS, source_label=" ", key=KEY, actor=cast.dung.actor, at=NOW)


def test_a_clause_outside_loa_begins_no_message(cast: Cast) -> None:
    campaign = a_campaign(cast)
    with pytest.raises(CannotDraft, match=r"II\.3 ngoài phạm vi"):
        start_message(
            campaign=campaign,
            topic=a_topic(campaign, OUTSIDE),
            words=WORDS,
            source_label=LABEL,
            key=KEY,
            actor=cast.dung.actor,
            at=NOW,
        )
    assert not Message.objects.exists()


@pytest.mark.parametrize("who", ["lan", "tu", "quy", "binh"])
def test_who_may_not_write_begins_no_message(cast: Cast, who: str) -> None:
    campaign = a_campaign(cast)
    with pytest.raises(CannotDraft, match="không có quyền"):
        start_message(
            campaign=campaign, words=WORDS, source_label=LABEL, key=KEY, actor=getattr(cast, who).actor, at=NOW
        )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (replace(WORDS, title="a" * 10_000), r"Tiêu đề dài tối đa 300 chữ cái, hiện có 10\.000"),
        (replace(WORDS, summary="a" * 2_001), r"Tóm tắt dài tối đa 2\.000 chữ cái, hiện có 2\.001"),
        (replace(WORDS, paragraphs=["a", "b" * 4_001]), r"Đoạn 2 dài tối đa 4\.000 chữ cái, hiện có 4\.001"),
        (replace(WORDS, paragraphs=["a"] * 61), "tối đa 60 đoạn, hiện có 61"),
        (replace(WORDS, title="\u202e\u200b"), "chưa có tiêu đề"),
    ],
)
def test_what_is_too_long_is_refused_with_its_count(cast: Cast, words: Words, said: str) -> None:
    with pytest.raises(UnusableWords, match=said):
        started(cast, a_campaign(cast), words)
    assert not Message.objects.exists()


def test_revising_keeps_the_same_limits(cast: Cast) -> None:
    version = a_draft(cast)
    with pytest.raises(UnusableWords, match="hiện có 301"):
        revise_message(version=version, changes={"title": "ă" * 301}, actor=cast.dung.actor, at=NOW)
    longest = unicodedata.normalize("NFD", "ắ" * 300)
    newer = revise_message(version=version, changes={"title": longest}, actor=cast.dung.actor, at=NOW)
    newer.refresh_from_db()
    assert newer.title == "ắ" * 300


def test_words_lose_what_nobody_sees_and_keep_what_everybody_does() -> None:
    sent = replace(
        WORDS,
        title=unicodedata.normalize("NFD", "  Tiêm\u200b phòng\u202e dại\x00\n🐕 👩\u200d⚕️ "),
        paragraphs=["# Khi nào?", "", "- <b>14 giờ</b>\u2066", " \u200d ", "a\u200db"],
    )
    kept = tidy_words(sent)
    assert kept.title == "Tiêm phòng dại 🐕 👩\u200d⚕️"
    assert kept.paragraphs == ["# Khi nào?", "- <b>14 giờ</b>", "ab"]
    assert tidy_words(kept) == kept
    assert has_hidden_signs(sent.title)
    assert not has_hidden_signs(kept.title)
