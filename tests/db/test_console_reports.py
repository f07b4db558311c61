"""The screens of the reports: every number opens its rows, every row walks back to a line of the plan."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from cast import Cast
from loa.channels.ports import ChannelKind
from loa.core.content import ContentStore
from loa.core.models import LongWork
from loa.core.models.long_work import WorkState
from loa.delivery.models import DeliveryAttempt, DeliveryReceipt, Dispatch, DispatchState
from loa.reports.models import Figure, PeriodReport
from loa.reports.selectors.files import report_files
from loa.reports.services.build_report import build_report
from report_rows import Scene, at

HOSTILE = "<script>alert(1)</script>\u202eđảo\U0001f600 " + "x" * 200


@pytest.fixture
def client(cast: Cast) -> Client:
    return signed_in(cast, "hanh")


def signed_in(cast: Cast, name: str) -> Client:
    client = Client()
    client.force_login(getattr(cast, name).user)
    return client


def built(scene: Scene, period: str = "2025-09") -> PeriodReport:
    return build_report(commune=scene.commune, period=period, actor=scene.cast.hanh.actor, at=at(30, 17))


def a_busy_month(scene: Scene) -> PeriodReport:
    """One message played for real, one on trial."""
    scene.played(scene.message(scene.topics[0]), scene.loudspeaker, due_at=at(2, 17), seconds=90)
    scene.played(scene.message(scene.topics[1]), scene.page, due_at=at(3, 17), simulated=True)
    return built(scene)


def page(client: Client, url: str, **query: Any) -> str:
    answer = client.get(url, query)
    assert answer.status_code == 200
    return answer.content.decode()


def figure_url(report: PeriodReport, indicator: str) -> str:
    return reverse("figure", args=[report.pk, report.figures.get(indicator=indicator).pk])


def test_the_list_has_the_newest_month_first(client: Client, scene: Scene) -> None:
    a_busy_month(scene)
    built(scene, "2025-08")
    words = page(client, reverse("reports"))
    assert words.index("Tháng 9/2025") < words.index("Tháng 8/2025</a>")
    assert "17:00 30/09/2025" in words
    assert "có số mô phỏng" in words


def test_the_form_offers_the_months_of_campaigns(client: Client, scene: Scene) -> None:
    words = page(client, reverse("reports"))
    assert '<option value="2025-09">Tháng 9/2025</option>' in words
    assert '<option value="2025-08">' in words
    assert '<option value="2025-07">' not in words
    assert "2026-01" not in words


def test_an_empty_list_says_what_to_do(client: Client, cast: Cast) -> None:
    words = page(client, reverse("reports"))
    assert "Chưa lập báo cáo nào" in words
    assert "Chưa có đợt tuyên truyền nào đã bắt đầu" in words
    assert "Công chức Văn hóa - Xã hội là người lập" in page(signed_in(cast, "lan"), reverse("reports"))


def test_a_report_is_asked_for_once_however_often_the_button_is_pressed(client: Client, scene: Scene) -> None:
    form = {"period": "2025-09", "key": str(uuid.uuid4())}
    first, second = (client.post(reverse("report-new"), form) for _press in range(2))
    assert first.headers["Location"] == second.headers["Location"] == reverse("work", args=[form["key"]])
    work = LongWork.objects.get()
    assert (work.kind, work.payload) == ("reports.report", {"period": "2025-09"})


@pytest.mark.parametrize("form", [{"period": "2031-01"}, {"period": "<b>"}, {}, {"period": "2025-09", "key": "x"}])
def test_a_month_that_was_not_offered_is_refused_with_the_form(
    client: Client, scene: Scene, form: dict[str, str]
) -> None:
    answer = client.post(reverse("report-new"), {"key": str(uuid.uuid4()), **form})
    assert answer.status_code == 409
    assert "Lập báo cáo" in answer.content.decode()
    assert not LongWork.objects.exists()


def test_a_key_of_another_person_is_refused(client: Client, scene: Scene) -> None:
    form = {"period": "2025-09", "key": str(uuid.uuid4())}
    client.post(reverse("report-new"), form)
    LongWork.objects.update(actor="user:999999")
    answer = client.post(reverse("report-new"), form)
    assert answer.status_code == 409
    assert "không phải của anh/chị" in answer.content.decode()


def test_a_report_shows_its_figures_and_never_adds_the_simulated_ones(client: Client, scene: Scene) -> None:
    report = a_busy_month(scene)
    words = page(client, reverse("report", args=[report.pk]))
    assert "Báo cáo kết quả tuyên truyền tháng 9/2025" in words
    assert "Chốt số liệu lúc 17:00 30/09/2025." in words
    assert "Mô phỏng" in words
    assert "chưa có số liệu" in words
    assert f'<a href="{figure_url(report, "dispatches.played.loudspeaker")}"><b>1</b></a>' in words


def test_the_draft_reads_as_the_document_and_its_numbers_open_their_rows(client: Client, scene: Scene) -> None:
    report = a_busy_month(scene)
    words = page(client, reverse("report", args=[report.pk]))
    assert "XÃ ĐỒNG SƯƠNG" in words
    assert "II. KẾT QUẢ THỰC HIỆN" in words
    played = figure_url(report, "dispatches.played.loudspeaker")
    assert f'đã phát <mark><a href="{played}">1 lượt</a></mark>' in words
    minutes = figure_url(report, "minutes.loudspeaker")
    assert f'tổng thời lượng <mark><a href="{minutes}">1,5 phút</a></mark>' in words
    approved = figure_url(report, "messages.approved")
    assert f'Trong kỳ có <mark><a href="{approved}">2 tin bài</a></mark> được duyệt' in words
    told = figure_url(report, f"topic.told.{scene.topics[0].pk}")
    assert words.count(f'<td class="center"><mark><a href="{told}">1</a></mark></td>') == 2
    assert words.count(f'<td class="center"><mark><a href="{played}">1</a></mark></td>') == 2


def test_every_figure_with_a_number_is_marked_in_the_draft(client: Client, scene: Scene) -> None:
    report = a_busy_month(scene)
    draft = page(client, reverse("report", args=[report.pk])).partition('<article class="paper draft"')[2]
    for figure in report.figures.all():
        if figure.value is not None or figure.simulated:
            assert reverse("figure", args=[report.pk, figure.pk]) in draft, figure.indicator


def test_the_draft_stays_as_it_was_when_rows_change_later(client: Client, scene: Scene) -> None:
    report = a_busy_month(scene)
    scene.topics[0].clause = "IX.9"
    scene.topics[0].save()
    draft = page(client, reverse("report", args=[report.pk])).partition('<article class="paper draft"')[2]
    assert "IX.9" not in draft


def test_an_old_report_without_a_draft_says_so(client: Client, scene: Scene) -> None:
    report = a_busy_month(scene)
    PeriodReport.objects.update(draft=None)
    assert "Bấm Lập lại để có bản thảo ở đây" in page(client, reverse("report", args=[report.pk]))


def test_a_figure_opens_its_rows_and_each_walks_back_to_the_plan(client: Client, scene: Scene) -> None:
    report = a_busy_month(scene)
    words = page(client, figure_url(report, "dispatches.played.loudspeaker"))
    dispatch = Dispatch.objects.get(outlet=scene.loudspeaker)
    assert "Đun sôi nước trước khi uống trong mùa mưa" in words
    assert reverse("dispatch", args=[dispatch.pk]) in words
    assert f"{reverse('plan', args=[scene.campaign.pk])}#d1" in words
    assert "Khoản II.1</a>" in words
    assert "Thiết bị phát" in words
    assert "17:00 02/09/2025" in words
    assert "1 dòng làm nên số này" in words


@pytest.mark.parametrize("indicator", ["dispatches.planned", "dispatches.sent", "dispatches.played"])
def test_a_simulated_row_is_called_simulated(client: Client, scene: Scene, indicator: str) -> None:
    words = page(client, figure_url(a_busy_month(scene), f"{indicator}.portal"))
    assert '<b class="tried">Mô phỏng</b>' in words
    assert '<b class="tried">' not in page(client, figure_url(built(scene), f"{indicator}.loudspeaker"))


def test_approvals_and_evidence_are_readable_rows(client: Client, scene: Scene) -> None:
    approval = scene.message(scene.topics[0])
    duty = scene.assignment("III.1", "Trạm Y tế xã")
    proof = scene.evidence(added_at=at(3), assignment=duty)
    report = built(scene)
    words = page(client, figure_url(report, "messages.approved"))
    assert reverse("message", args=[approval.version.message_id]) in words
    assert "Lan</small>" in words
    words = page(client, figure_url(report, "evidence.added"))
    assert reverse("evidence", args=[proof.pk]) in words
    assert reverse("assignment", args=[duty.pk]) in words
    assert "Khoản III.1</a>" in words


def test_a_row_that_is_gone_is_told_as_such(client: Client, scene: Scene) -> None:
    report = a_busy_month(scene)
    DeliveryReceipt.objects.filter(dispatch__outlet=scene.loudspeaker).delete()
    words = page(client, figure_url(report, "dispatches.played.loudspeaker"))
    assert "không còn trong sổ" in words


def test_a_figure_without_a_row_says_why(client: Client, scene: Scene) -> None:
    words = page(client, figure_url(a_busy_month(scene), "dispatches.heard.loudspeaker"))
    assert "ghi là chưa có số liệu, không ghi 0" in words


def test_many_rows_come_in_pages(client: Client, scene: Scene) -> None:
    approval = scene.message(scene.topics[0])
    for minutes in range(60):
        scene.played(approval, scene.loudspeaker, due_at=at(2, 7) + timedelta(minutes=minutes))
    url = figure_url(built(scene), "dispatches.played.loudspeaker")
    assert "Trang 1 trong 2, 60 dòng" in page(client, url)
    assert page(client, url, page="2").count('<tr role="row">') == 11
    assert page(client, url, page="zzz") == page(client, url)


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_a_report_comes_as_a_file_with_a_vietnamese_name(client: Client, scene: Scene, form: str) -> None:
    answer = client.get(reverse("report-file", args=[a_busy_month(scene).pk, form]))
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"].startswith("attachment; filename*=utf-8''B%C3%A1o%20c%C3%A1o")
    assert answer.content.startswith(b"PK" if form == "docx" else b"%PDF")


def test_the_files_of_the_long_work_are_served_until_the_report_is_built_anew(client: Client, scene: Scene) -> None:
    report = a_busy_month(scene)
    path = report_files(report)["pdf"]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"%PDF kept")
    LongWork.objects.create(
        key=uuid.uuid4(),
        kind="reports.report",
        scope_id=scene.commune.pk,
        actor=scene.cast.hanh.actor.key,
        state=WorkState.DONE,
        outcome={"report": report.pk},
        created_at=report.built_at,
        started_at=report.built_at,
        ended_at=report.built_at,
    )
    url = reverse("report-file", args=[report.pk, "pdf"])
    assert b"".join(client.get(url).streaming_content) == b"%PDF kept"  # type: ignore[attr-defined]
    PeriodReport.objects.update(built_at=report.built_at + timedelta(hours=1))
    assert client.get(url).content != b"%PDF kept"


def test_a_file_of_another_kind_is_not_found(client: Client, scene: Scene) -> None:
    assert client.get(reverse("report-file", args=[built(scene).pk, "exe"])).status_code == 404


def test_a_letter_that_cannot_be_printed_is_a_refusal_on_the_page(client: Client, scene: Scene) -> None:
    scene.topics[0].text = "漢字"
    scene.topics[0].save()
    report = built(scene)
    answer = client.get(reverse("report-file", args=[report.pk, "pdf"]), follow=True)
    assert answer.redirect_chain[0][0] == reverse("report", args=[report.pk])
    assert "Phông chữ in không có các chữ" in answer.content.decode()


def test_a_proof_is_shown_in_a_sandbox_to_those_who_may_see_it(cast: Cast, scene: Scene) -> None:
    scene.loudspeaker.unit = cast.suoi_da
    scene.loudspeaker.save()
    dispatch = scene.played(scene.message(scene.topics[0]), scene.loudspeaker, due_at=at(2, 17))
    proof = scene.evidence(added_at=at(3), dispatch=dispatch)
    proof.sha256 = ContentStore(settings.CONTENT_DIR).put(b"\xff\xd8\xff photo", suffix=".jpg")
    proof.save()
    url = reverse("evidence", args=[proof.pk])
    for name, status in {"hanh": 200, "tu": 200, "sau": 404, "binh": 404, "quy": 403}.items():
        assert signed_in(cast, name).get(url).status_code == status, name
    answer = signed_in(cast, "tu").get(url)
    assert b"".join(answer.streaming_content) == b"\xff\xd8\xff photo"  # type: ignore[attr-defined]
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert answer.headers["Content-Disposition"].startswith("inline")
    assert answer.headers["Content-Type"] == "image/jpeg"


@pytest.mark.parametrize(("name", "status"), [("lan", 200), ("dung", 200), ("tu", 403), ("quy", 403), ("binh", 404)])
def test_who_sees_a_report(cast: Cast, scene: Scene, name: str, status: int) -> None:
    report = a_busy_month(scene)
    urls = [
        reverse("report", args=[report.pk]),
        figure_url(report, "messages.approved"),
        reverse("report-file", args=[report.pk, "docx"]),
    ]
    client = signed_in(cast, name)
    assert [client.get(url).status_code for url in urls] == [status] * len(urls)


@pytest.mark.parametrize("name", ["lan", "dung", "tu", "quy"])
def test_only_the_officer_builds_a_report(cast: Cast, scene: Scene, name: str) -> None:
    form = {"period": "2025-09", "key": str(uuid.uuid4())}
    assert signed_in(cast, name).post(reverse("report-new"), form).status_code == 403
    assert not LongWork.objects.exists()


def test_a_figure_of_another_report_is_not_found(client: Client, scene: Scene) -> None:
    report, other = a_busy_month(scene), built(scene, "2025-08")
    strange = other.figures.first()
    assert strange is not None
    assert client.get(reverse("figure", args=[report.pk, strange.pk])).status_code == 404
    assert client.get(reverse("figure", args=[report.pk, 10**12])).status_code == 404


def test_hostile_words_are_shown_as_words(client: Client, scene: Scene) -> None:
    approval = scene.message(scene.topics[0])
    scene.topics[0].text = HOSTILE
    scene.topics[0].save()
    scene.loudspeaker.name = "<i>Cụm</i>"
    scene.loudspeaker.save()
    scene.played(approval, scene.loudspeaker, due_at=at(2, 17))
    approval.version.title = HOSTILE[:300]
    approval.version.save()
    report = built(scene)
    for url in (
        reverse("report", args=[report.pk]),
        figure_url(report, "dispatches.played.loudspeaker"),
        figure_url(report, f"topic.told.{scene.topics[0].pk}"),
    ):
        words = page(client, url)
        assert "<script>alert" not in words
        assert "<i>Cụm" not in words
        assert "&lt;script&gt;" in words


def test_no_screen_asks_too_much_of_the_database(
    client: Client, scene: Scene, django_assert_max_num_queries: Callable[..., Any]
) -> None:
    approvals = [scene.message(topic) for topic in scene.topics]
    for minutes in range(50):
        dispatch = scene.played(approvals[minutes % 3], scene.loudspeaker, due_at=at(2, 7) + timedelta(minutes=minutes))
        if minutes % 2:
            Dispatch.objects.filter(pk=dispatch.pk).update(state=DispatchState.HEARD)
            scene.evidence(added_at=at(4), dispatch=dispatch)
    report = built(scene)
    built(scene, "2025-08")
    for url in (
        reverse("reports"),
        reverse("report", args=[report.pk]),
        *(reverse("figure", args=[report.pk, pk]) for pk in report.figures.values_list("pk", flat=True)),
    ):
        with django_assert_max_num_queries(15):
            page(client, url)


def test_one_figure_may_rest_on_rows_of_every_kind(
    client: Client, scene: Scene, django_assert_max_num_queries: Callable[..., Any]
) -> None:
    approval = scene.message(scene.topics[0])
    dispatch = scene.played(approval, scene.outlet(ChannelKind.SOCIAL, "trang", "Trang của xã"), due_at=at(2, 17))
    proof = scene.evidence(added_at=at(3), dispatch=dispatch)
    report = built(scene)
    names = [
        f"editorial.approval:{approval.pk}",
        f"delivery.deliveryattempt:{DeliveryAttempt.objects.get().pk}",
        f"delivery.deliveryreceipt:{DeliveryReceipt.objects.get().pk}",
        f"delivery.dispatch:{dispatch.pk}",
        f"evidence.evidence:{proof.pk}",
        "units.user:1",
    ]
    Figure.objects.filter(report=report, indicator="messages.approved").update(proofs=names)
    url = figure_url(report, "messages.approved")
    with django_assert_max_num_queries(17):  # no figure mixes more than three kinds
        words = page(client, url)
    assert words.count("Khoản II.1</a>") == 5
    assert words.count("không còn trong sổ") == 1
