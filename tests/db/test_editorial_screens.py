"""What the desk's screens read: lists, comparisons, the marked script, counts."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from cast import NOW, Cast
from editorial_rows import TELLS, TELLS_TOO, a_campaign, a_draft, a_submitted, a_topic, quicken
from loa.core.language import speaking
from loa.editorial.models import MessageVersion, Rendition, VersionState
from loa.editorial.ports import Form
from loa.editorial.refusals import VersionNotFound
from loa.editorial.selectors import (
    FieldChange,
    changes_between,
    messages_of,
    rendition_file,
    returned_to,
    sms_counts,
    social_counts,
    spoken_script_marks,
    version_for,
    versions_of,
    waiting_for_approval,
)
from loa.editorial.services.approve_version import approve_version
from loa.editorial.services.draft_message import draft_message
from loa.editorial.services.return_version import return_version
from loa.editorial.services.revise_message import revise_message
from loa.editorial.services.submit_version import submit_version

LATER = NOW + timedelta(hours=1)


@pytest.fixture(autouse=True)
def quick_engines(monkeypatch: pytest.MonkeyPatch) -> None:
    quicken(monkeypatch)


def two_drafts(cast: Cast) -> tuple[MessageVersion, MessageVersion]:
    """Dũng's draft and, an hour later, Hạnh's."""
    campaign = a_campaign(cast)
    first = draft_message(campaign=campaign, topic=a_topic(campaign, TELLS), actor=cast.dung.actor, at=NOW)
    second = draft_message(campaign=campaign, topic=a_topic(campaign, TELLS_TOO), actor=cast.hanh.actor, at=LATER)
    return first, second


def test_the_list_has_the_newest_version_of_each_message_in_one_query(
    cast: Cast, django_assert_num_queries: Any
) -> None:
    first, second = two_drafts(cast)
    revised = revise_message(version=first, changes={"title": "Tên khác"}, actor=cast.dung.actor, at=LATER)
    submit_version(version=second, actor=cast.hanh.actor, at=LATER)
    return_version(version=second, reason="Thiếu giờ.", actor=cast.lan.actor, at=LATER)
    with django_assert_num_queries(1):
        rows = list(messages_of(cast.hanh.actor))
        assert [str(row.author) for row in rows if row.message.campaign and row.message.topic] == ["Dũng", "Hạnh"]
        assert str(rows[1].returned.returned_by) == "Lan"
    assert rows == [revised, second]
    assert not messages_of(cast.binh.actor).exists()
    assert list(versions_of(first.message)) == [revised, first]


def test_the_leader_sees_what_waits_longest_first(cast: Cast) -> None:
    first, second = two_drafts(cast)
    submit_version(version=second, actor=cast.hanh.actor, at=LATER)
    submit_version(version=first, actor=cast.dung.actor, at=LATER + timedelta(minutes=1))
    waiting = waiting_for_approval(cast.lan.actor)
    assert [(row, row.submitted_at) for row in waiting] == [
        (second, LATER),
        (first, LATER + timedelta(minutes=1)),
    ]
    approve_version(version=second, actor=cast.lan.actor, at=LATER)
    assert list(waiting_for_approval(cast.lan.actor)) == [first]
    assert not waiting_for_approval(cast.binh.actor).exists()


def test_writers_see_their_own_returned_ones_first_until_they_are_revised(cast: Cast) -> None:
    first, second = two_drafts(cast)
    for version, writer, at in ((first, cast.dung, NOW), (second, cast.hanh, LATER)):
        submit_version(version=version, actor=writer.actor, at=at)
        return_version(version=version, reason="Thiếu giờ.", actor=cast.lan.actor, at=at)
    assert [(row, row.is_own) for row in returned_to(cast.dung.actor)] == [(first, True), (second, False)]
    assert [row.pk for row in returned_to(cast.hanh.actor)] == [second.pk, first.pk]
    revise_message(version=first, changes={}, actor=cast.dung.actor, at=LATER)
    assert list(returned_to(cast.dung.actor)) == [second]
    assert not returned_to(cast.binh.actor).exists()


def test_a_version_of_another_commune_is_not_found(cast: Cast) -> None:
    version = a_draft(cast)
    assert version_for(cast.lan.actor, version.pk) == version
    for actor, pk in ((cast.binh.actor, version.pk), (cast.lan.actor, version.pk + 1)):
        with pytest.raises(VersionNotFound, match="Không tìm thấy"):
            version_for(actor, pk)


def test_a_comparison_names_each_place_that_differs(cast: Cast) -> None:
    older = a_draft(cast)
    paragraphs = [*older.paragraphs, "Điểm tiêm mở từ 7 giờ."]
    changes = {"title": "Lịch tiêm", "paragraphs": paragraphs, "useful_until": date(2025, 11, 5)}
    newer = revise_message(version=older, changes=changes, actor=cast.dung.actor, at=NOW)
    assert changes_between(older, newer) == [
        FieldChange("Tiêu đề", older.title, "Lịch tiêm"),
        FieldChange(f"Nội dung, đoạn {len(paragraphs)}", "", "Điểm tiêm mở từ 7 giờ."),
        FieldChange("Có giá trị đến hết ngày", "31/10/2025", "05/11/2025"),
    ]
    assert changes_between(newer, newer) == []


def test_the_marked_script_is_the_frozen_script_letter_by_letter(cast: Cast) -> None:
    draft = a_draft(cast)
    paragraphs = [
        "Trạm Y tế tiêm từ 14h30 ngày 20/9/2025, tại 3 điểm (khu Gò Mây – khu Suối Đá).",
        "Hỏi ông K'Brạ ở BQLX hoặc gọi 0912 345 678; mang theo 50.000 đồng/con.",
    ]
    version = revise_message(version=draft, changes={"paragraphs": paragraphs}, actor=cast.dung.actor, at=NOW)
    assert spoken_script_marks(version).is_marked
    version = submit_version(version=version, actor=cast.dung.actor, at=NOW)
    frozen = version.renditions.get(form=Form.SPOKEN_SCRIPT)
    script = spoken_script_marks(version)
    assert "".join(segment.text for segment in script.segments) == rendition_file(frozen).read_text()
    said = {segment.written: segment for segment in script.segments if segment.written is not None}
    assert said["14h30"].text == "mười bốn giờ ba mươi"
    assert said["20/9/2025"].text == "hai mươi tháng chín năm hai nghìn không trăm hai mươi lăm"
    assert not any(segment.is_unsure for written, segment in said.items() if written != "BQLX")
    assert said["BQLX"].is_unsure
    assert script.unknown == ("BQLX",) == tuple(frozen.facts["unknown"])
    assert not any(segment.text[-1] in " ,.\n" for segment in said.values())


def test_a_frozen_script_that_reads_otherwise_today_stands_without_marks(cast: Cast) -> None:
    version = a_submitted(cast)
    frozen = version.renditions.get(form=Form.SPOKEN_SCRIPT)
    text = rendition_file(frozen).read_text()
    MessageVersion.objects.filter(pk=version.pk).update(title="Tên đổi sau khi khóa 15h")
    script = spoken_script_marks(MessageVersion.objects.get(pk=version.pk))
    assert not script.is_marked
    assert [(segment.text, segment.written) for segment in script.segments] == [(text, None)]
    rendition_file(frozen).unlink()
    assert spoken_script_marks(MessageVersion.objects.get(pk=version.pk)).segments == ()


def test_the_counts_of_a_draft_are_those_its_files_will_have(cast: Cast) -> None:
    draft = a_draft(cast)
    before = (sms_counts(draft), social_counts(draft))
    version = submit_version(version=draft, actor=cast.dung.actor, at=NOW)
    assert (sms_counts(version), social_counts(version)) == before
    [marked, plain] = sms_counts(version)
    assert (marked.label, marked.encoding, plain.label, plain.encoding) == ("Có dấu", "UCS-2", "Không dấu", "GSM-7")
    facts = Rendition.objects.get(version=version, form=Form.SMS, variant="khong-dau").facts
    assert (plain.characters, plain.segments) == (facts["characters"], facts["segments"])
    post = social_counts(version)
    assert post.limit is not None
    assert 0 < post.characters <= post.limit


def test_making_the_forms_tells_how_far_it_is(cast: Cast) -> None:
    told: list[tuple[int, int, str]] = []
    with speaking("vi"):
        version = submit_version(
            version=a_draft(cast), actor=cast.dung.actor, at=NOW, note=lambda *step: told.append(step)
        )
    assert version.state == VersionState.SUBMITTED
    assert [(done, of) for done, of, _words in told] == [(done, 7) for done in range(8)]
    assert [words for _done, _of, words in told][1:4] == ["Đọc thành tiếng", "Soạn trang tin", "In áp phích"]
    again: list[tuple[int, int, str]] = []
    submit_version(version=version, actor=cast.dung.actor, at=NOW, note=lambda *step: again.append(step))
    assert again == []
