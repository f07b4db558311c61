"""The page that compares a revised plan: one change is one line, what differs is marked, corrections read as words."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client

from cast import NOW, Cast
from loa.campaigns.models import Campaign
from loa.campaigns.revision import Fate, Kind, Revision
from loa.campaigns.selectors import revision_preview
from loa.campaigns.services.confirm_plan import confirm_plan
from loa.documents.models import Document
from loa.documents.review import deeds
from loa.documents.selectors import review_of
from loa.documents.services.correct_reading import correct_reading
from revision_rows import PLAN, a_document

DUTIES = """
4. Công an xã
Tuyên truyền quy định về rọ mõm chó nơi công cộng.
5. Khu Gò Mây
Nhắc từng hộ dân đưa chó, mèo đi tiêm.
6. Khu Suối Đá
Nhắc từng hộ dân đưa chó, mèo đi tiêm."""
WHOLE = PLAN + DUTIES


def confirmed(cast: Cast, text: str = WHOLE, *, end: str = "") -> Campaign:
    """The campaign of a plan, in whose review a person wrote the last day of the whole plan."""
    return confirm_plan(document=ending(cast, text, end=end, sha="a"), actor=cast.hanh.actor, at=NOW)


def ending(cast: Cast, text: str, *, end: str, sha: str) -> Document:
    document = a_document(cast, text, sha=sha)
    if end:
        changes = deeds.add_window(review_of(document), clause="", start=None, end=end)
        correct_reading(document=document, changes=changes, actor=cast.hanh.actor, at=NOW)
    return document


def compared(cast: Cast, campaign: Campaign, document: Document) -> Revision:
    return revision_preview(campaign=campaign, document=document)


def page(client: Client, cast: Cast, campaign: Campaign, document: Document) -> str:
    client.force_login(cast.hanh.user)
    answer = client.get(f"/ke-hoach/doi-chieu/{document.pk}/so-voi/{campaign.pk}/")
    assert answer.status_code == 200
    return unescape(re.sub(r"\s+", " ", answer.content.decode()))


def test_one_corrected_day_of_the_plans_span_is_one_change(cast: Cast) -> None:
    campaign = confirmed(cast, end="2025-12-31")
    assert campaign.assignments.filter(deadlines__is_inherited=True).count() == 4
    seen = compared(cast, campaign, ending(cast, WHOLE, end="2026-06-30", sha="b"))
    (only,) = seen.of(Fate.CHANGED)
    assert (only.kind, only.changed) == (Kind.PLAN, ("days",))
    assert only.was and only.becomes
    assert (only.was.days, only.becomes.days) == ("đến 31/12/2025", "đến 30/06/2026")
    assert seen.of(Fate.NEW) == seen.of(Fate.ENDED) == []


def test_a_day_of_its_own_that_goes_away_is_told_of_that_duty(cast: Cast, client: Client) -> None:
    campaign = confirmed(cast)
    document = a_document(cast, WHOLE.replace(", xong trước ngày 2025-10-20", ""), sha="b")
    (only,) = compared(cast, campaign, document).of(Fate.CHANGED)
    assert only.becomes and (only.becomes.name, only.becomes.days) == ("Trạm Y tế xã", "")
    shown = page(client, cast, campaign, document)
    assert "<del>đến 20/10/2025</del>" in shown
    assert "<ins>không nêu riêng, theo kế hoạch</ins>" in shown


def test_the_summary_comes_first_and_what_stays_is_folded(cast: Cast, client: Client) -> None:
    campaign = confirmed(cast)
    document = a_document(
        cast, WHOLE.replace("3. Trung tâm", "3. Đội văn nghệ\nHát về phòng dại.\n7. Trung tâm"), sha="b"
    )
    shown = page(client, cast, campaign, document)
    kept = compared(cast, campaign, document).counts["kept"]
    assert kept > 5
    summary = f'<a href="#kept"><b>{kept}</b>Giữ nguyên</a>'
    assert shown.index(summary) < shown.index("Xác nhận là bản sửa") < shown.index('id="new"')
    assert f'id="kept"><details><summary>Giữ nguyên: {kept}</summary>' in shown
    assert "<details><summary>Mới" not in shown


def test_words_below_the_same_heading_are_marked(cast: Cast, client: Client) -> None:
    campaign = confirmed(cast)
    document = a_document(cast, WHOLE.replace("xích, nhốt chó và rửa", "xích, nhốt chó, mèo và rửa"), sha="b")
    shown = page(client, cast, campaign, document)
    assert "<del>chó</del>" in shown
    assert "<ins>chó, mèo</ins>" in shown


def test_units_with_one_duty_are_one_line_and_a_number_alone_is_folded(cast: Cast, client: Client) -> None:
    campaign = confirmed(cast)
    text = WHOLE.replace("Nhắc từng hộ dân đưa", "Nhắc từng hộ đưa").replace("1. Tuyên truyền lịch", "1. Mới.\n2. Lịch")
    text = text.replace("2. Hướng dẫn người dân xích", "3. Hướng dẫn người dân xích")
    shown = page(client, cast, campaign, a_document(cast, text, sha="b"))
    assert "Chỉ đổi số mục: 1" in shown
    assert "Nội dung II.2 nay là II.3" in shown
    assert "chỉ đổi số" in shown


def test_what_was_corrected_by_hand_is_told_in_words(cast: Cast, client: Client) -> None:
    first = a_document(cast, WHOLE, sha="a")
    for changes in (
        deeds.set_row(review_of(first), "/windows/0", end="2025-11-05"),
        deeds.set_header(review_of(first), "date", value="2025-09-06"),
        deeds.set_header(review_of(first), "signer_position", value="CHỦ TỊCH"),
    ):
        correct_reading(document=first, changes=changes, actor=cast.hanh.actor, at=NOW)
    topic = deeds.topic_of_lines(review_of(first), line_from=9, line_to=10)
    correct_reading(document=first, changes=topic, actor=cast.hanh.actor, at=NOW)
    campaign = confirm_plan(document=first, actor=cast.hanh.actor, at=NOW)
    shown = page(client, cast, campaign, a_document(cast, WHOLE + "\n7. Khu Mới\nNhắc từng hộ.", sha="b"))
    (told,) = re.findall(r'<ul class="corrected">.*?</ul>', shown)
    words = re.sub(r"<[^>]+>", "", told)
    assert "Thời hạn III.1Loa đọc là “đến hết 20/10/2025”, đã sửa thành “đến hết 05/11/2025”" in words
    assert "Chức vụ người kýđã thêm “CHỦ TỊCH”" in words
    assert "Ngày ban hành" not in words  # each paper has its own
    assert "Nội dung III.2đã thêm" in words
    assert not re.search(r"\d{4}-\d\d-\d\d|dòng \d|label", words)


def test_a_correction_taken_back_or_said_by_the_new_plan_is_not_told(cast: Cast, client: Client) -> None:
    first = a_document(cast, WHOLE, sha="a")
    for end in ("2025-11-05", "2025-10-20"):
        changes = deeds.set_row(review_of(first), "/windows/0", end=end)
        correct_reading(document=first, changes=changes, actor=cast.hanh.actor, at=NOW)
    changes = deeds.add_window(review_of(first), clause="II.1", start=None, end="2025-10-25")
    correct_reading(document=first, changes=changes, actor=cast.hanh.actor, at=NOW)
    campaign = confirm_plan(document=first, actor=cast.hanh.actor, at=NOW)
    shown = page(client, cast, campaign, a_document(cast, WHOLE.replace("2025-10-30", "2025-10-25"), sha="b"))
    assert "Đã sửa bằng tay" not in shown


@pytest.mark.parametrize("words", ["<script>x</script>", "‮mèo đi", "ủ" * 5000])
def test_hostile_words_are_shown_as_text(cast: Cast, client: Client, words: str) -> None:
    campaign = confirmed(cast)
    document = a_document(cast, WHOLE.replace("bằng xà phòng", words), sha="b")
    client.force_login(cast.hanh.user)
    answer = client.get(f"/ke-hoach/doi-chieu/{document.pk}/so-voi/{campaign.pk}/").content.decode()
    assert "<script>x" not in answer
    assert "<ins>" in answer
