"""Kế hoạch in the browser: the list, the document beside what was read, the answers, the file."""

from __future__ import annotations

from pathlib import Path
from uuid import uuid4

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from cast import Cast
from editorial_rows import PLAN, a_campaign
from loa.campaigns.models import Campaign, OpenQuestion
from loa.campaigns.services.answer_question import answer_question
from loa.core.content import ContentStore
from loa.core.models import LongWork
from loa.documents.services.keep_upload import upload_path
from loa.editorial.services.draft_message import draft_message
from loa.units.models import Membership
from loa.units.rights import Role

HOSTILE = "<script>alert(1)</script> \u202edảo ngược 🙂 " + "dài" * 3000


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def a_question(campaign: Campaign, kind: str = "no-interval") -> OpenQuestion:
    question, _new = OpenQuestion.objects.get_or_create(
        campaign=campaign,
        kind=kind,
        text="Báo cáo định kỳ gửi UBND tỉnh không nêu kỳ hạn. Báo cáo theo tháng, quý hay năm?",
        defaults={"clause": "V.1", "quote": "Chủ trì tuyên truyền phòng bệnh dại.", "line_from": 35, "line_to": 35},
    )
    return question


def the_answer_url(question: OpenQuestion) -> str:
    return f"/ke-hoach/{question.campaign_id}/cau-hoi/{question.pk}/"


def test_the_list_shows_a_plan_with_its_period_and_who_brought_it(cast: Cast, client: Client) -> None:
    campaign = a_campaign(cast)
    client.force_login(cast.hanh.user)
    shown = page(client, "/ke-hoach/")
    assert campaign.title in shown
    assert "10/09/2025 đến hết 31/10/2025" in shown
    assert "Hạnh" in shown
    assert "Nhập kế hoạch" in shown


def test_an_empty_list_says_the_next_step(cast: Cast, client: Client) -> None:
    client.force_login(cast.hanh.user)
    assert "Nhập kế hoạch đầu tiên" in page(client, "/ke-hoach/")
    client.force_login(cast.lan.user)
    shown = page(client, "/ke-hoach/")
    assert "Chưa có kế hoạch nào" in shown
    assert "/ke-hoach/moi/" not in shown


@pytest.mark.parametrize(
    "query",
    [
        "q=bệnh+dại",
        "q=benh+dai",
        "q=rua+vet+can&year=2025",  # words of the document, not of the title
        "year=2025",
        "year=2031",  # no such choice: the filter says so and leaves the list whole
    ],
)
def test_plans_are_found_by_words_and_by_year(cast: Cast, client: Client, query: str) -> None:
    campaign = a_campaign(cast)
    client.force_login(cast.hanh.user)
    assert campaign.title in page(client, f"/ke-hoach/?{query}")


def test_words_that_no_plan_has_find_none_and_say_so(cast: Cast, client: Client) -> None:
    campaign = a_campaign(cast)
    client.force_login(cast.hanh.user)
    shown = page(client, "/ke-hoach/?q=xuc+vat+la")
    assert campaign.title not in shown
    assert "Không có kế hoạch nào khớp" in shown


def test_htmx_gets_the_list_alone(cast: Cast, client: Client) -> None:
    a_campaign(cast)
    client.force_login(cast.hanh.user)
    shown = client.get("/ke-hoach/?q=dai", headers={"hx-request": "true"}).content.decode()
    assert shown.startswith('<div id="danh-sach"')


def test_the_page_pairs_every_field_with_its_quote(cast: Cast, client: Client) -> None:
    campaign = a_campaign(cast)
    client.force_login(cast.hanh.user)
    shown = page(client, f"/ke-hoach/{campaign.pk}/")
    assert "Trạm Y tế xã" in shown
    assert "Từ nguồn ngân sách xã năm 2025" in shown
    assert 'data-k="out"' in shown
    numbers = [part.split('"')[0] for part in shown.split('href="#q')[1:]]
    assert numbers
    assert all(shown.count(f'id="q{number}"') == 1 for number in numbers)
    fields = [part.split('href="#')[1].split('"')[0] for part in shown.split('<a class="a" lang="vi"')[1:]]
    assert len(fields) == len(set(numbers))
    assert all(shown.count(f'id="{field}"') == 1 for field in fields)


def test_the_plan_leads_to_its_assignments_and_to_writing(cast: Cast, client: Client) -> None:
    campaign = a_campaign(cast)
    topic, other = campaign.topics.get(clause="II.1"), campaign.topics.get(clause="II.2")
    version = draft_message(campaign=campaign, topic=topic, actor=cast.dung.actor, at=campaign.created_at)
    client.force_login(cast.dung.user)
    shown = page(client, f"/ke-hoach/{campaign.pk}/")
    assert f"?plan={campaign.pk}" in shown
    assert f'href="/tin-bai/{version.message_id}/"' in shown
    assert f"?topic={other.pk}" in shown
    assert f"?topic={topic.pk}" not in shown
    client.force_login(cast.lan.user)
    assert "?topic=" not in page(client, f"/ke-hoach/{campaign.pk}/")


def test_an_outside_clause_is_shown_with_reason_and_offer_and_no_button(cast: Cast, client: Client) -> None:
    campaign = a_campaign(cast)
    outside = campaign.outside_clauses.get()
    client.force_login(cast.dung.user)
    part = page(client, f"/ke-hoach/{campaign.pk}/").split('id="ngoai"')[1]
    assert outside.reason in part
    assert outside.offer in part
    assert "btn" not in part.split("</section>")[0]


def test_an_answer_is_kept_and_shown_with_who_and_when(cast: Cast, client: Client) -> None:
    question = a_question(a_campaign(cast))
    client.force_login(cast.hanh.user)
    answer = client.post(the_answer_url(question), {"answer": "quarter"})
    assert (answer.status_code, answer["Location"]) == (302, f"/ke-hoach/{question.campaign_id}/")
    shown = page(client, answer["Location"])
    assert "Đã lưu câu trả lời." in shown
    assert "Hằng quý" in shown.split("Đã trả lời")[1]
    again = client.post(the_answer_url(question), {"answer": "quarter"})
    assert again.status_code == 302
    question.refresh_from_db()
    assert question.answered_by == cast.hanh.user


@pytest.mark.parametrize("answer", ["", "hourly", "<script>"])
def test_an_unusable_answer_is_told_and_changes_nothing(cast: Cast, client: Client, answer: str) -> None:
    question = a_question(a_campaign(cast))
    client.force_login(cast.hanh.user)
    told = client.post(the_answer_url(question), {"answer": answer})
    assert told.status_code == 409
    assert 'class="err"' in told.content.decode()
    assert f'href="#c{question.pk}">Đến chỗ cần sửa' in told.content.decode()
    assert client.get(the_answer_url(question))["Location"] == f"/ke-hoach/{question.campaign_id}/"
    question.refresh_from_db()
    assert question.answered_at is None


def test_free_words_that_are_refused_stay_in_the_form_as_text(cast: Cast, client: Client) -> None:
    question = a_question(a_campaign(cast), kind="generic-doer")
    client.force_login(cast.hanh.user)
    told = client.post(the_answer_url(question), {"answer": HOSTILE})
    assert told.status_code == 409
    shown = told.content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in shown
    assert "<script>alert" not in shown


def test_the_second_to_answer_is_told_and_overwrites_nothing(cast: Cast, client: Client) -> None:
    question = a_question(a_campaign(cast))
    answer_question(question=question, answer="month", actor=cast.hanh.actor, at=question.campaign.created_at)
    Membership.objects.filter(user=cast.dung.user).update(role=Role.CULTURE)
    client.force_login(cast.dung.user)
    told = client.post(the_answer_url(question), {"answer": "year"})
    assert told.status_code == 409
    assert "Hạnh" in told.content.decode()
    question.refresh_from_db()
    assert question.answer == "month"


def test_who_may_not_answer_sees_no_form_and_is_refused(cast: Cast, client: Client) -> None:
    question = a_question(a_campaign(cast))
    client.force_login(cast.lan.user)
    assert the_answer_url(question) not in page(client, f"/ke-hoach/{question.campaign_id}/")
    assert client.post(the_answer_url(question), {"answer": "month"}).status_code == 403


def test_another_commune_finds_neither_plan_nor_question_nor_file(cast: Cast, client: Client) -> None:
    question = a_question(a_campaign(cast))
    client.force_login(cast.binh.user)
    for address in (f"/ke-hoach/{question.campaign_id}/", f"/ke-hoach/{question.campaign_id}/van-ban-goc/"):
        assert client.get(address).status_code == 404
    assert question.campaign.title not in page(client, "/ke-hoach/")
    Membership.objects.filter(user=cast.binh.user).update(role=Role.CULTURE)
    assert client.post(the_answer_url(question), {"answer": "month"}).status_code == 404


def test_without_the_right_no_screen_of_plans_opens(cast: Cast, client: Client) -> None:
    campaign = a_campaign(cast)
    for person in (cast.tu, cast.quy):
        client.force_login(person.user)
        for address in ("/ke-hoach/", f"/ke-hoach/{campaign.pk}/", f"/ke-hoach/{campaign.pk}/van-ban-goc/"):
            assert client.get(address).status_code == 403
    client.force_login(cast.dung.user)
    assert client.get("/ke-hoach/moi/").status_code == 403


def test_the_file_is_saved_as_it_came_and_runs_nothing(cast: Cast, client: Client) -> None:
    campaign = a_campaign(cast)
    ContentStore(settings.CONTENT_DIR).put(PLAN.encode())
    client.force_login(cast.lan.user)
    answer = client.get(f"/ke-hoach/{campaign.pk}/van-ban-goc/")
    assert b"".join(answer.streaming_content) == PLAN.encode()  # type: ignore[attr-defined]
    assert answer["Content-Disposition"] == 'attachment; filename="ke-hoach.txt"'
    assert "sandbox" in answer["Content-Security-Policy"]
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_hostile_words_of_a_document_are_shown_as_text(cast: Cast, client: Client) -> None:
    words = "Tuyên truyền <script>alert(1)</script> & <mark id=q1> \u202evề lịch tiêm"
    campaign = a_campaign(cast, text=PLAN.replace("Tuyên truyền sâu rộng về lịch tiêm", words))
    Campaign.objects.filter(pk=campaign.pk).update(title=HOSTILE)
    client.force_login(cast.hanh.user)
    for address in ("/ke-hoach/", f"/ke-hoach/{campaign.pk}/"):
        shown = page(client, address)
        assert "<script>alert" not in shown
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in shown
    assert "<mark id=q1>" not in page(client, f"/ke-hoach/{campaign.pk}/")


def test_each_screen_asks_the_database_few_times(
    cast: Cast, client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    campaign = a_campaign(cast)
    for number in range(50):
        campaign.open_questions.create(kind="other", clause=str(number), text="?", quote="I", line_from=1, line_to=1)
        campaign.topics.create(clause=f"IX.{number}", text="Tin", quote="Tin", line_from=2, line_to=2)
    client.force_login(cast.hanh.user)
    page(client, "/ke-hoach/moi/")  # the first form of a session writes its token
    for address in ("/ke-hoach/", "/ke-hoach/?q=dai&year=2025", f"/ke-hoach/{campaign.pk}/", "/ke-hoach/moi/"):
        with django_assert_max_num_queries(15):
            page(client, address)


def upload(client: Client, *, key: str, text: str = PLAN, name: str = "ke-hoach.txt") -> str:
    answer = client.post("/ke-hoach/moi/", {"key": key, "file": SimpleUploadedFile(name, text.encode())})
    assert answer.status_code == 302
    return str(answer["Location"])


def test_a_file_becomes_one_work_however_often_it_is_sent(cast: Cast, client: Client, data_dir: Path) -> None:
    client.force_login(cast.hanh.user)
    key = str(uuid4())
    first, again = upload(client, key=key), upload(client, key=key)
    assert first == again
    work = LongWork.objects.get()
    assert first == f"/viec/{work.key}/"
    assert (work.kind, work.actor) == ("campaigns.plan", cast.hanh.actor.key)
    assert upload(client, key=key, text=PLAN + "\n") != first  # another file, chosen after going back


def test_no_file_or_an_empty_one_is_told(cast: Cast, client: Client) -> None:
    client.force_login(cast.hanh.user)
    assert 'accept=".docx,.pdf,.txt,.html,.htm,.jpg,.jpeg,.png,.tif,.tiff"' in page(client, "/ke-hoach/moi/")
    missing = client.post("/ke-hoach/moi/", {"key": str(uuid4())})
    empty = client.post("/ke-hoach/moi/", {"key": str(uuid4()), "file": SimpleUploadedFile("a.txt", b"")})
    for answer, words in ((missing, "Chưa chọn tệp"), (empty, "rỗng")):
        assert answer.status_code == 409
        assert words in answer.content.decode()
    assert not LongWork.objects.exists()


def test_pasted_words_become_a_text_file_of_their_own(cast: Cast, client: Client) -> None:
    client.force_login(cast.hanh.user)
    key, pasted = str(uuid4()), PLAN.replace("\n", "\r\n")
    answer = client.post("/ke-hoach/moi/", {"key": key, "text": pasted})
    assert answer.status_code == 302
    path = upload_path(str(LongWork.objects.get().payload["upload"]))
    assert path.suffix == ".txt"
    assert path.read_text().strip() == PLAN.strip()
    both = client.post("/ke-hoach/moi/", {"key": key, "text": pasted, "file": SimpleUploadedFile("a.txt", b"a")})
    assert both.status_code == 409
    assert "bỏ một trong hai" in both.content.decode()
