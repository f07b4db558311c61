"""The first page: what needs each role, the loudspeakers' day, who is silent or late; and the list of all places."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains
from pytest_django.fixtures import DjangoAssertNumQueries, Settings

from cast import Cast, Person
from loa.campaigns.models import AssignmentRole, Campaign, Deadline, OpenQuestion, Rating
from loa.campaigns.services.report_progress import report_progress
from loa.channels.models import Outlet
from loa.channels.ports import ChannelKind
from loa.core.clock import VIETNAM
from loa.delivery.models import Dispatch, DispatchState
from loa.editorial.models import Approval, MessageVersion, VersionReturn, VersionState
from loa.reports.refusals import NothingToReport
from loa.reports.selectors.periods import months_to_report
from loa.reports.services.build_report import build_report
from loa.units.models import Membership, User
from loa.units.rights import Role
from report_rows import PLACE, Scene

pytestmark = pytest.mark.django_db

NOW = datetime(2025, 9, 4, 17, 30, tzinfo=VIETNAM)
HOSTILE = "<script>alert(1)</script> \u202eđảo\u202c 😀 "
MOST_QUERIES = 15


@pytest.fixture(autouse=True)
def clock_stands(settings: Settings) -> None:
    settings.SIMULATED_CLOCK = (NOW, time.time())


@pytest.fixture
def scene(cast: Cast) -> Scene:
    scene = Scene(cast)
    Outlet.objects.update(unit=cast.suoi_da)
    for outlet in (scene.loudspeaker, scene.board, scene.page):
        outlet.refresh_from_db()
    return scene


@pytest.fixture
def page(client: Client) -> Callable[..., str]:
    """The text of a page as one person sees it."""

    def get(person: Person, name: str = "today") -> str:
        client.force_login(person.user)
        response = client.get(reverse(name))
        assert response.status_code == 200
        return response.content.decode()

    return get


def submitted(scene: Scene, *, title: str = "Nước sạch", useful_until: date | None = None) -> MessageVersion:
    approval = scene.message(scene.topics[0])
    version, _gone = approval.version, approval.delete()
    version.state, version.title, version.useful_until = VersionState.SUBMITTED, title, useful_until
    version.save()
    return version


def returned(scene: Scene, reason: str = "Ghi rõ giờ trực.") -> MessageVersion:
    version = submitted(scene, title="Lịch trực")
    version.state = VersionState.RETURNED
    version.save()
    VersionReturn.objects.create(version=version, reason=reason, returned_by=scene.cast.lan.user, returned_at=NOW)
    return version


def silence(scene: Scene) -> Approval:
    """Two broadcasts of the loudspeaker that it never confirmed."""
    approval = scene.message(scene.topics[0])
    for hours, state in ((24, DispatchState.MISSED), (12, DispatchState.UNKNOWN)):
        scene.dispatch(approval, scene.loudspeaker, due_at=NOW - timedelta(hours=hours), state=state)
    return approval


def test_nothing_waiting_is_said_calmly_with_next_steps(cast: Cast, page: Callable[..., str]) -> None:
    for person in (cast.hanh, cast.dung, cast.lan, cast.tu):
        text = page(person)
        assert "Không có việc nào đang chờ anh/chị." in text
        assert "Bước tiếp theo" in text
    assert "Thứ Năm, 04/09/2025 · 17 giờ 30" in text


def test_a_leader_sees_what_waits_for_the_word_pressing_ones_first(scene: Scene, page: Callable[..., str]) -> None:
    calm = submitted(scene, title="Tin thong thả")
    for _number in range(5):
        submitted(scene, title="Tin cũng thong thả")
    urgent = submitted(scene, title="Tin gấp", useful_until=NOW.date() + timedelta(days=1))
    text = page(scene.cast.lan)
    assert text.index("Tin gấp") < text.index("Tin thong thả")
    assert "Còn 1 ngày" in text
    assert reverse("approval", args=[urgent.pk]) in text
    assert reverse("approval", args=[calm.pk]) in text
    assert "Và 2 việc nữa" in text


def test_an_operator_sees_what_came_back_with_the_reason(scene: Scene, page: Callable[..., str]) -> None:
    version = returned(scene)
    text = page(scene.cast.dung)
    assert "Lãnh đạo trả lại" in text and "Ghi rõ giờ trực." in text
    assert reverse("message", args=[version.message_id]) in text
    assert "Lãnh đạo trả lại" not in page(scene.cast.lan)


def test_an_operator_sees_what_is_approved_and_not_sent(scene: Scene, page: Callable[..., str]) -> None:
    approval = scene.message(scene.topics[0])
    assert "Đã duyệt, chưa gửi" in page(scene.cast.dung)
    scene.dispatch(approval, scene.loudspeaker, due_at=NOW + timedelta(hours=2), state=DispatchState.QUEUED)
    assert "Đã duyệt, chưa gửi" not in page(scene.cast.dung)


def test_an_approved_message_past_its_use_is_not_urged(scene: Scene, page: Callable[..., str]) -> None:
    approval = scene.message(scene.topics[0])
    MessageVersion.objects.filter(pk=approval.version_id).update(useful_until=NOW.date() - timedelta(days=1))
    assert "Đã duyệt, chưa gửi" not in page(scene.cast.dung)


def test_a_silent_loudspeaker_is_told_once_and_not_for_each_of_its_orders(
    scene: Scene, page: Callable[..., str]
) -> None:
    silence(scene)
    for person in (scene.cast.lan, scene.cast.dung, scene.cast.tu):
        text = page(person)
        assert "Loa im lặng 2 lần liền" in text and "Lỡ giờ: 1, chưa rõ: 1" in text
        assert "chưa phát được" not in text
    assert "Hỏi" in text and "Khu Suối Đá" in text


def test_failed_orders_are_told_by_session_until_they_are_sent_anew(scene: Scene, page: Callable[..., str]) -> None:
    approval = scene.message(scene.topics[0])
    lost = scene.dispatch(approval, scene.loudspeaker, due_at=NOW - timedelta(hours=1), state=DispatchState.MISSED)
    text = page(scene.cast.dung)
    assert "chưa phát được lúc 16:30 hôm nay" in text
    assert reverse("dispatch", args=[lost.pk]) in text
    scene.dispatch(approval, scene.loudspeaker, due_at=NOW + timedelta(hours=1), state=DispatchState.QUEUED)
    assert "chưa phát được lúc" not in page(scene.cast.dung)


def test_work_by_hand_without_proof_is_asked_from_who_does_it(scene: Scene, page: Callable[..., str]) -> None:
    approval = scene.message(scene.topics[0])
    order = scene.dispatch(approval, scene.board, due_at=NOW - timedelta(hours=2))
    for person in (scene.cast.dung, scene.cast.tu):
        text = page(person)
        assert "Quá hạn từ 16:00 hôm nay" in text
        assert "Dán “" in text
        assert reverse("dispatch", args=[order.pk]) in text
    assert "Dán “" not in page(scene.cast.sau)


def test_a_hamlet_head_is_asked_whether_the_own_loudspeaker_was_heard(scene: Scene, page: Callable[..., str]) -> None:
    approval = scene.message(scene.topics[0])
    scene.played(approval, scene.loudspeaker, due_at=NOW - timedelta(hours=1))
    assert "Chờ xác nhận nghe rõ" in page(scene.cast.tu)
    assert "Chờ xác nhận nghe rõ" not in page(scene.cast.sau)
    assert "Soạn tin mới" not in page(scene.cast.tu)


def test_culture_sees_late_units_and_a_hamlet_head_the_own_duty(scene: Scene, page: Callable[..., str]) -> None:
    late = scene.assignment("II.1", "Khu Suối Đá")
    also = scene.assignment("II.2", "Khu Suối Đá")
    soon = scene.assignment("II.3", "Khu Gò Mây")
    request = scene.assignment("II.4", "Mặt trận", role=AssignmentRole.REQUEST)
    for row, days in ((late, -2), (also, -1), (soon, 3), (request, -5)):
        Deadline.objects.filter(assignment=row).update(due_date=NOW.date() + timedelta(days=days))
    text = page(scene.cast.hanh)
    assert "Khu Suối Đá</span> chậm 2 việc" in text and "Chậm 2 ngày" in text
    assert "Khu Gò Mây</span> có một việc sắp đến hạn" in text and "Còn 3 ngày" in text
    assert "Mặt trận" not in text
    own = page(scene.cast.tu)
    assert reverse("assignment", args=[late.pk]) in own
    assert "Khu Gò Mây" not in own
    assert "Báo tiến độ" in own
    report_progress(assignment=also, rating=Rating.GREEN, note="", actor=scene.cast.tu.actor, at=NOW, after=None)
    assert "chưa báo một việc" in page(scene.cast.hanh)


def test_culture_sees_open_questions_and_the_report_that_was_never_built(
    scene: Scene, page: Callable[..., str]
) -> None:
    for text in ("Văn bản chưa ghi số. Số của văn bản là gì?", "Báo cáo theo tháng hay quý?"):
        OpenQuestion.objects.create(campaign=scene.campaign, kind="no-number", text=text, **PLACE)
    text = page(scene.cast.hanh)
    assert "Kế hoạch còn bỏ ngỏ" in text and "2 câu hỏi chưa trả lời" in text
    assert "Văn bản chưa ghi số. Số của văn bản là gì?" in text
    assert "Báo cáo tháng 8/2025" in text and "Chưa lập" in text
    assert "Báo cáo tháng 9/2025" not in text
    assert "Chưa lập" not in page(scene.cast.dung)


def test_no_report_is_asked_of_a_month_before_the_plan_came_in(scene: Scene, page: Callable[..., str]) -> None:
    came = NOW - timedelta(days=1)
    Campaign.objects.filter(pk=scene.campaign.pk).update(start_date=date(2024, 1, 1), created_at=came)
    assert "Báo cáo tháng 8/2025" not in page(scene.cast.hanh)
    assert [month.words for month in months_to_report(scene.cast.hanh.actor, now=NOW)] == ["tháng 9 năm 2025"]
    with pytest.raises(NothingToReport):
        build_report(commune=scene.commune, period="2025-08", actor=scene.cast.hanh.actor, at=NOW)


def test_the_duty_of_the_system_sees_missing_roles_and_temporary_passwords(
    scene: Scene, page: Callable[..., str]
) -> None:
    text = page(scene.cast.quy)
    assert "Không có việc nào đang chờ anh/chị." in text
    User.objects.filter(pk=scene.cast.tu.user.pk).update(must_change_password=True)
    Membership.objects.filter(role=Role.LEADER, commune=scene.commune).delete()
    Outlet.objects.filter(pk__in=[scene.board.pk, scene.page.pk]).update(unit=None)  # the web page is in no hamlet
    text = page(scene.cast.quy)
    assert "Chưa có ai giữ vai trò Lãnh đạo" in text
    assert "1 người chưa đổi mật khẩu tạm" in text
    assert "1 điểm phát chưa có đơn vị trông" in text
    assert "24 giờ tới trên loa" not in text


def test_more_than_five_are_cut_and_counted_with_the_way_to_the_rest(scene: Scene, page: Callable[..., str]) -> None:
    for number in range(8):
        submitted(scene, title=f"Tin số {number}")
    text = page(scene.cast.lan)
    assert text.count('class="rag"') == 5
    assert "5 việc cần làm trước" in text
    assert "Và 3 việc nữa" in text


def test_the_other_commune_sees_nothing_of_it(scene: Scene, page: Callable[..., str]) -> None:
    submitted(scene)
    silence(scene)
    assert "Không có việc nào đang chờ anh/chị." in page(scene.cast.binh)
    assert "Cụm loa" not in page(scene.cast.binh, "today-quiet") + page(scene.cast.binh, "today-air")


def test_the_next_day_on_air_is_a_strip_and_a_list(scene: Scene, page: Callable[..., str]) -> None:
    approval = scene.message(scene.topics[0])
    for due_at in (NOW + timedelta(minutes=30), NOW + timedelta(hours=12)):
        scene.dispatch(approval, scene.loudspeaker, due_at=due_at, state=DispatchState.QUEUED)
    text = page(scene.cast.lan, "today-air")
    assert text.count('class="air"') == 2
    assert "Giờ phát: 18:00 hôm nay, 05:30 ngày mai." in text
    assert "1 cụm loa" in text and "Chờ phát" in text
    assert 'hx-trigger="every 10s"' in text


def test_the_last_session_says_what_is_not_proved_and_by_whom(scene: Scene, page: Callable[..., str]) -> None:
    approval = scene.message(scene.topics[0])
    silent = scene.outlet(ChannelKind.LOUDSPEAKER, "loa-khu-9", "Cụm loa Khu 9")
    due_at = NOW - timedelta(hours=12)
    scene.played(approval, scene.loudspeaker, due_at=due_at, simulated=True)
    scene.dispatch(approval, silent, due_at=due_at, state=DispatchState.UNKNOWN)
    text = page(scene.cast.lan, "today-air")
    assert "Buổi 05:30 sáng nay" in text
    assert "<li><b>2</b>" in text and "<li><b>0</b>" in text
    assert "Cụm loa Khu 9" in text and "Chưa rõ" in text
    assert "chưa có người xác nhận nghe rõ: 1" in text
    assert "Mô phỏng, không kêu thành tiếng: 1" in text


def test_who_is_silent_or_late_stands_with_who_can_mend_it(scene: Scene, page: Callable[..., str]) -> None:
    silence(scene)
    late = scene.assignment("II.1", "Khu Gò Mây")
    Deadline.objects.filter(assignment=late).update(due_date=NOW.date() - timedelta(days=3))
    text = page(scene.cast.hanh, "today-quiet")
    assert "Im lặng 2 lần liền" in text and "Tư (Khu Suối Đá)" in text
    assert "Chậm 3 ngày" in text and "Khu Gò Mây" in text and "Sáu" in text


def test_without_the_right_to_see_delivery_the_parts_are_refused(cast: Cast, client: Client) -> None:
    client.force_login(cast.quy.user)
    for name in ("today-air", "today-quiet"):
        assert client.get(reverse(name)).status_code == 403
    client.logout()
    assert client.get(reverse("today")).status_code == 302
    assert client.post(reverse("today")).status_code == 405


def test_hostile_words_are_text(scene: Scene, client: Client) -> None:
    submitted(scene, title=HOSTILE + "a" * 200)
    silence(scene)
    Outlet.objects.filter(pk=scene.loudspeaker.pk).update(name=HOSTILE)
    client.force_login(scene.cast.lan.user)
    for name in ("today", "today-air", "today-quiet"):
        response = client.get(reverse(name))
        assertNotContains(response, "<script>alert")
        assertContains(response, "&lt;script&gt;")


@pytest.mark.parametrize("person", ["hanh", "dung", "lan", "tu", "quy"])
def test_the_page_and_its_parts_ask_little_of_the_database(
    person: str, scene: Scene, client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    silence(scene)
    returned(scene)
    for number in range(6):
        submitted(scene, title=f"Tin số {number}")
        approval = scene.message(scene.topics[0])
        scene.dispatch(approval, scene.board, due_at=NOW - timedelta(hours=number + 1))
        scene.dispatch(approval, scene.loudspeaker, due_at=NOW + timedelta(hours=number), state=DispatchState.QUEUED)
        scene.message(scene.topics[0])
        row = scene.assignment(f"II.{number}", f"Đơn vị {number}")
        Deadline.objects.filter(assignment=row).update(due_date=NOW.date() - timedelta(days=number))
    assert Dispatch.objects.count() == 14
    client.force_login(getattr(scene.cast, person).user)
    names = ["today", "more"] if person == "quy" else ["today", "more", "today-air", "today-quiet"]
    for name in names:
        with django_assert_max_num_queries(MOST_QUERIES):
            assert client.get(reverse(name)).status_code == 200


def test_all_places_stand_in_one_list_with_the_way_out(cast: Cast, client: Client) -> None:
    client.force_login(cast.hanh.user)
    response = client.get(reverse("more"))
    for name in ("plans", "assignments", "reports", "outlets", "units", "settings", "search"):
        assertContains(response, f'"{reverse(name)}"')
    assertNotContains(response, reverse("people"))
    assertContains(response, "data-sign-out")
    assertContains(response, "csrfmiddlewaretoken")
