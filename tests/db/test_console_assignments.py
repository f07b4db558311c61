"""The screens of duties: who sees what, what is counted, said and proved, and what bad input does to them."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from cast import NOW, Person
from loa.campaigns.models import Assignment, AssignmentRole, Campaign, Deadline, Progress
from loa.campaigns.services.report_progress import report_progress
from loa.console.assignments.month import month_of
from loa.core import clock
from loa.core.clock import VIETNAM
from loa.evidence.models import Evidence
from pictures import a_sent_photo
from report_rows import Scene, at, read_plan_data

BOARD = "/phan-cong/"
TODAY = datetime(2025, 9, 15, 9, tzinfo=VIETNAM)


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: TODAY)


def a_duty(
    scene: Scene, clause: str = "V.1", unit: str = "Khu Suối Đá", *, due: date | None = None, **changes: object
) -> Assignment:
    row = scene.assignment(clause, unit)
    if due:
        row.deadlines.update(due_date=due, is_inherited=False)
    for name, value in changes.items():
        setattr(row, name, value)
    row.save()
    return row


def a_request(scene: Scene) -> Assignment:
    return scene.assignment("V.9", "Ủy ban Mặt trận Tổ quốc", AssignmentRole.REQUEST)


def seen_by(person: Person) -> Client:
    client = Client()
    client.force_login(person.user)
    return client


def fragment(person: Person, address: str, **query: str) -> str:
    return text_of(seen_by(person).get(address, query, headers={"HX-Request": "true"}))  # type: ignore[arg-type]


def text_of(response: HttpResponse, status: int = 200) -> str:
    assert response.status_code == status, response.content[:500]
    return response.content.decode()


def page(person: Person, address: str = BOARD, **query: str) -> str:
    return text_of(seen_by(person).get(address, query))  # type: ignore[arg-type]


def duty_address(row: Assignment, name: str = "assignment") -> str:
    return reverse(name, args=[row.pk])


def said(row: Assignment, person: Person, note: str = "Đã làm", rating: str = "g") -> Progress:
    last = row.progress.order_by("-pk").values_list("pk", flat=True).first()
    return report_progress(assignment=row, rating=rating, note=note, actor=person.actor, at=TODAY, after=last)


def test_the_board_counts_in_words_and_marks_each_duty(scene: Scene) -> None:
    a_duty(scene, due=date(2025, 9, 12))
    a_duty(scene, "V.2", "Khu Gò Mây", due=date(2025, 9, 19))
    said(a_duty(scene, "V.3", "Khu Suối Đá"), scene.cast.hanh, "Đã phát 4 lượt")
    a_request(scene)
    shown = page(scene.cast.hanh)
    assert "3 đơn vị, 3 việc và 1 đề nghị." in shown
    assert "Ngày thứ 22 trong 129 ngày của đợt tuyên truyền." in shown
    for words in ("Chậm 3 ngày", "quá 3 ngày", "Còn 4 ngày", "Đã phát 4 lượt", "Chủ trì 2 việc", "Không đánh giá"):
        assert words in shown
    assert f"{reverse('plan', args=[scene.campaign.pk])}#d1" in shown
    assert shown.index("Khu Gò Mây</span>") < shown.index("Khu Suối Đá</span>")


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        ({"rating": "r"}, ["V.1"]),
        ({"rating": "n"}, ["V.3"]),
        ({"role": "support"}, ["V.2"]),
        ({"role": "request"}, ["V.9"]),
        ({"q": "cac ho nghEo"}, ["V.3"]),
        ({"q": "khong co chu nay"}, []),
        ({"unit": "999999", "role": "?", "rating": "x"}, ["V.1", "V.2", "V.3", "V.9"]),
    ],
)
def test_the_board_is_narrowed(scene: Scene, query: dict[str, str], kept: list[str]) -> None:
    a_duty(scene, due=date(2025, 9, 12))
    a_duty(scene, "V.2", role=AssignmentRole.SUPPORT, due=date(2025, 9, 16))
    a_duty(scene, "V.3", duty=unicodedata.normalize("NFD", "Thăm các hộ nghèo."))
    a_request(scene)
    for view in ("don-vi", "han"):
        shown = page(scene.cast.hanh, xem=view, **query)
        assert [clause for clause in ("V.1", "V.2", "V.3", "V.9") if f">khoản {clause}<" in shown] == kept
        assert ("Không có việc nào khớp" in shown) == (not kept)


def test_a_step_of_the_ladder_leaves_the_counts_and_can_be_taken_back(scene: Scene) -> None:
    a_duty(scene, due=date(2025, 9, 12))
    a_duty(scene, "V.3")
    assert 'href="?rating=r"' in page(scene.cast.hanh)
    shown = page(scene.cast.hanh, rating="r", xem="han")
    assert 'href="?xem=han" aria-current="true"><b>1</b><span class="rag" data-rag="r">Chậm</span>' in shown
    assert "1 đơn vị, 2 việc" in shown


def test_by_due_day_the_missed_come_first(scene: Scene) -> None:
    a_duty(scene, "V.1", due=date(2025, 12, 30))
    a_duty(scene, "V.2", due=date(2025, 9, 18))
    a_duty(scene, "V.3", due=date(2025, 9, 1))
    a_duty(scene, "V.4").deadlines.all().delete()
    a_duty(scene, "V.5")
    shown = page(scene.cast.hanh, xem="han")
    missed, soon, later = "Đã quá hạn, chưa báo", "Trong 7 ngày tới", "Hạn xa hơn 7 ngày"
    order = (missed, ">khoản V.3<", soon, ">khoản V.2<", later, ">khoản V.1<", "Không nêu hạn riêng", ">khoản V.5<")
    order += ("theo kế hoạch, đến 31/12/2025", "Không nêu hạn <", ">khoản V.4<")
    places = [shown.index(words) for words in order]
    assert places == sorted(places)


def test_a_month_shows_a_monthly_duty_on_each_of_its_days(scene: Scene) -> None:
    row = a_duty(scene)
    row.deadlines.all().delete()
    Deadline.objects.create(assignment=row, every="month", day="25")
    said(row, scene.cast.tu, rating="y")
    this_month = page(scene.cast.hanh, xem="thang")
    assert "Thứ Năm, <span" in this_month
    assert "25/09/2025" in this_month
    assert "Cần chú ý" in this_month
    assert "thang=2025-08" in this_month
    later = page(scene.cast.hanh, xem="thang", thang="2025-11")
    assert "25/11/2025" in later
    assert "Chưa đến kỳ" in later
    assert "Không có việc nào đến hạn trong tháng này" in page(scene.cast.hanh, xem="thang", thang="2026-05")
    assert "Tháng 9/2025" in page(scene.cast.hanh, xem="thang", thang="abc")


def test_the_first_and_the_last_month_have_no_neighbour(scene: Scene) -> None:
    first = month_of(scene.cast.hanh.actor, lines=[], today=TODAY.date(), asked="2000-01")
    last = month_of(scene.cast.hanh.actor, lines=[], today=TODAY.date(), asked="2199-12")
    assert (first.before, first.after, last.before, last.after) == ("", "2000-02", "2199-11", "")


def test_an_outside_clause_is_named_calmly_and_is_no_duty(scene: Scene) -> None:
    a_duty(scene)
    scene.outside_topic("II.8")
    read = read_plan_data({"doc_type": "KH"})
    read["assignments"] = [{"clause": "II.8", "unit": "Công an xã", "role": "lead"}]
    scene.campaign.document.extraction.data = read
    scene.campaign.document.extraction.save()
    shown = page(scene.cast.hanh)
    assert "Khoản II.8 nằm ngoài phạm vi của Loa nên chỉ lưu nguyên văn." in shown
    assert "Công an xã" in shown
    assert "1 đơn vị, 1 việc" in shown
    assert "Ngoài phạm vi" not in page(scene.cast.tu)


def test_a_hamlet_head_sees_the_own_unit_alone_and_no_way_to_the_plan(scene: Scene) -> None:
    own, others = a_duty(scene), a_duty(scene, "V.2", "Khu Gò Mây")
    shown = page(scene.cast.tu)
    assert "Đơn vị của anh/chị có 1 việc và 0 đề nghị." in shown
    assert "Khu Gò Mây" not in shown
    assert "/ke-hoach/" not in shown
    assert "/ke-hoach/" not in page(scene.cast.tu, duty_address(own))
    for name in ("assignment", "assignment-state"):
        assert seen_by(scene.cast.tu).get(duty_address(others, name)).status_code == 404
    for name in ("assignment-report", "assignment-prove"):
        assert seen_by(scene.cast.tu).post(duty_address(others, name), {"rating": "g"}).status_code == 404


def test_another_commune_sees_nothing_and_finds_nothing(scene: Scene) -> None:
    row = a_duty(scene)
    assert "chưa nhập kế hoạch nào" in page(scene.cast.binh)
    assert seen_by(scene.cast.binh).get(duty_address(row)).status_code == 404
    assert seen_by(scene.cast.binh).get(BOARD, {"plan": scene.campaign.pk}).status_code == 404
    assert seen_by(scene.cast.hanh).get(BOARD, {"plan": "' or 1=1"}).status_code == 404


def test_rights_decide_over_forms_and_posts(scene: Scene) -> None:
    row = a_duty(scene)
    assert seen_by(scene.cast.quy).get(BOARD).status_code == 403
    assert "Lưu lời báo" not in page(scene.cast.lan, duty_address(row))
    for name in ("assignment-report", "assignment-prove"):
        assert seen_by(scene.cast.lan).post(duty_address(row, name)).status_code == 403
        assert seen_by(scene.cast.hanh).get(duty_address(row, name)).status_code == 405


def test_plans_that_are_over_stand_behind_a_link(scene: Scene) -> None:
    said(a_duty(scene), scene.cast.hanh)
    Campaign.objects.update(end_date=date(2025, 9, 1))
    shown = page(scene.cast.hanh)
    assert "Các kế hoạch đã kết thúc: 1" in shown
    assert ">khoản V.1<" not in shown
    assert f'href="{BOARD}?plan={scene.campaign.pk}"' in page(scene.cast.hanh, plan="da-ket-thuc")
    shown = page(scene.cast.hanh, plan=str(scene.campaign.pk))
    assert ">khoản V.1<" in shown
    assert "đã kết thúc ngày 01/09/2025" in shown


def test_a_silent_duty_keeps_its_plan_on_the_board_for_a_year(scene: Scene) -> None:
    a_duty(scene, due=date(2024, 9, 1))
    Campaign.objects.update(end_date=date(2025, 9, 1))
    assert ">khoản V.1<" in page(scene.cast.hanh)
    Campaign.objects.update(end_date=date(2024, 9, 1))
    assert ">khoản V.1<" not in page(scene.cast.hanh)


def report(person: Person, row: Assignment, **words: object) -> HttpResponse:
    return seen_by(person).post(duty_address(row, "assignment-report"), words)  # type: ignore[return-value]


def test_a_report_is_kept_once_however_often_it_is_sent(scene: Scene) -> None:
    row = a_duty(scene)
    words = {"rating": "y", "note": "Đã phát 2 lượt", "after": ""}
    for _press in range(2):
        response = report(scene.cast.tu, row, **words)
        assert (response.status_code, response.headers["Location"]) == (302, duty_address(row))
    assert row.progress.count() == 1
    shown = page(scene.cast.hanh, duty_address(row))
    assert "Đã phát 2 lượt" in shown
    assert "cho hạn 31/12/2025" in shown
    assert f'name="after" value="{row.progress.get().pk}"' in shown


def test_the_second_writer_is_told_and_keeps_the_words(scene: Scene) -> None:
    row = a_duty(scene)
    first = said(row, scene.cast.tu, "Đã phát 2 lượt")
    words = {"rating": "r", "note": "Chưa phát được", "after": ""}
    shown = text_of(report(scene.cast.hanh, row, **words), 409)
    assert "Tư vừa báo việc này lúc 09:00 15/09/2025" in shown
    assert 'value="Chưa phát được"' in shown
    assert f'value="{first.pk}"' in shown
    assert row.progress.count() == 1
    assert report(scene.cast.hanh, row, **words | {"after": first.pk}).status_code == 302
    assert [progress.note for progress in row.progress.all()] == ["Đã phát 2 lượt", "Chưa phát được"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ({"note": "Đã làm"}, "Chưa chọn mức đánh giá"),
        ({"rating": "x", "note": "Đã làm"}, "Chưa chọn mức đánh giá"),
        ({"rating": "g"}, "Chưa ghi đã làm được gì"),
        ({"rating": "g", "note": "a" * 10_000}, "dài quá 300 ký tự"),
        ({"rating": "g", "note": "Đã làm", "after": "abc"}, "Trang này đã cũ"),
        ({"rating": "g", "note": "a\x00b"}, "note"),
    ],
)
def test_a_report_that_cannot_be_is_refused_with_the_mend(scene: Scene, words: dict[str, str], told: str) -> None:
    row = a_duty(scene)
    assert told in text_of(report(scene.cast.tu, row, **words), 409)
    assert not Progress.objects.exists()


def test_a_request_is_reported_on_in_words_alone(scene: Scene) -> None:
    row = a_request(scene)
    shown = page(scene.cast.hanh, duty_address(row))
    assert 'name="rating"' not in shown
    assert "Không đánh giá" in shown
    assert report(scene.cast.hanh, row, note="Đã nhận, báo 3 buổi", rating="r").status_code == 302
    assert row.progress.get().rating == ""


def prove(person: Person, row: Assignment, **fields: object) -> HttpResponse:
    return seen_by(person).post(duty_address(row, "assignment-prove"), fields)  # type: ignore[return-value]


def test_a_proof_is_kept_once_shown_and_opened(scene: Scene) -> None:
    row = a_duty(scene, due=date(2025, 9, 12))
    for _press in range(2):
        assert prove(scene.cast.tu, row, file=a_sent_photo(), caption="Sổ phát thanh").status_code == 302
    proof = Evidence.objects.get(assignment=row)
    shown = page(scene.cast.tu, duty_address(row))
    assert "Sổ phát thanh" in shown
    assert f'src="{reverse("evidence", args=[proof.pk])}"' in shown
    assert "Đã có minh chứng" in shown
    assert seen_by(scene.cast.tu).get(reverse("evidence", args=[proof.pk])).status_code == 200
    assert "1 minh chứng" in page(scene.cast.hanh)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "Tệp minh chứng rỗng"),
        (b"MZ\x90\x00", "không phải ảnh"),
        (b"\xff\xd8\xff broken", "Ảnh bị hỏng"),
        (b"%PDF-1.7 cut", "thiếu phần cuối"),
        (b"%PDF-" + b"0" * (20 * 1024 * 1024), "lớn hơn 20 MB"),
    ],
)
def test_a_file_that_proves_nothing_is_refused_and_the_words_stay(scene: Scene, data: bytes, told: str) -> None:
    row = a_duty(scene)
    file = SimpleUploadedFile("anh.jpg", data, "image/jpeg")
    shown = text_of(prove(scene.cast.tu, row, file=file, caption="Buổi họp khu"), 409)
    assert told in shown
    assert 'value="Buổi họp khu"' in shown
    assert not Evidence.objects.exists()


def test_no_file_is_told(scene: Scene) -> None:
    assert "Chưa chọn tệp" in text_of(prove(scene.cast.tu, a_duty(scene), caption=""), 409)


def test_the_state_refreshes_without_a_field_in_it(scene: Scene) -> None:
    row = a_duty(scene)
    said(row, scene.cast.tu, "Đã phát 2 lượt")
    shown = fragment(scene.cast.hanh, duty_address(row, "assignment-state"))
    assert "Đã phát 2 lượt" in shown
    assert 'hx-trigger="every 10s"' in shown
    for tag in ("<form", "<input", "<html"):
        assert tag not in shown


def test_htmx_gets_the_list_and_the_counts_beside_it(scene: Scene) -> None:
    a_duty(scene)
    shown = fragment(scene.cast.hanh, BOARD, q="phát")
    assert shown.lstrip().startswith('<div id="danh-sach"')
    assert 'id="dau-trang" hx-swap-oob="true"' in shown
    assert "<form" not in shown


def test_hostile_words_stay_words(scene: Scene) -> None:
    evil = '<script>alert("x")</script>"\'>\u202eđảo 😀 ' + "Ễ" * 3000
    row = a_duty(scene, duty=evil, quote=evil, clause="V.<b>")
    Campaign.objects.update(title=evil)
    said(row, scene.cast.hanh, evil[:200])
    for address in (BOARD, f"{BOARD}?xem=han", f"{BOARD}?xem=thang&thang=2025-12", duty_address(row)):
        shown = page(scene.cast.hanh, address)
        assert "<script>alert" not in shown
        assert "V.<b>" not in shown
        assert "&lt;script&gt;alert" in shown
    assert "<script>" not in page(scene.cast.hanh, q="<script>").replace('<script src="', "")


def many_duties(scene: Scene, count: int) -> None:
    for number in range(count):
        row = scene.assignment(f"V.{number}", f"Khu {number % 15}")
        said(row, scene.cast.hanh)
        scene.evidence(added_at=at(10), assignment=row)
    scene.outside_topic("II.8")


@pytest.mark.parametrize("query", ["", "?xem=han", "?xem=thang&thang=2025-12", "?plan=da-ket-thuc", "?q=phat&rating=g"])
def test_the_board_takes_as_many_queries_for_fifty_duties(
    scene: Scene, query: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    many_duties(scene, 50)
    client = seen_by(scene.cast.hanh)
    client.get(BOARD)  # the first page of a session also writes it
    with django_assert_max_num_queries(15):
        text_of(client.get(BOARD + query))  # type: ignore[arg-type]


def test_a_duty_takes_as_many_queries_for_twenty_reports(
    scene: Scene, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    row = a_duty(scene)
    for number in range(20):
        said(row, scene.cast.hanh if number % 2 else scene.cast.tu, f"Lần {number}")
        scene.evidence(added_at=NOW + timedelta(hours=number), assignment=row)
    client = seen_by(scene.cast.hanh)
    client.get(BOARD)  # the first page of a session also writes it
    with django_assert_max_num_queries(15):
        text_of(client.get(duty_address(row)))  # type: ignore[arg-type]
