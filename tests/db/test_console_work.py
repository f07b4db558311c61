"""Long work as its asker sees it: how far it is, what came of it, and nobody else's."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from cast import Cast, Person
from editorial_rows import PLAN, a_campaign, a_draft
from loa.campaigns.models import Campaign
from loa.campaigns.tasks import KIND, read_plan_file
from loa.core import clock
from loa.core.long_work import bind_work
from loa.core.models import LongWork
from loa.core.services.long_work import begin_work, run_work
from loa.documents.models import Document
from loa.documents.services.keep_upload import keep_upload

POLL = {"hx-request": "true"}


def a_work(person: Person, kind: str = "campaigns.plan", **fields: Any) -> LongWork:
    work = begin_work(kind=kind, key=uuid4(), payload=fields.pop("payload", {}), actor=person.actor, at=clock.now())
    LongWork.objects.filter(pk=work.pk).update(**fields)
    work.refresh_from_db()
    return work


def shown(client: Client, work: LongWork) -> str:
    answer = client.get(f"/viec/{work.key}/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_progress_says_the_step_in_words_and_figures_and_refreshes(cast: Cast, client: Client) -> None:
    later = clock.now() + timedelta(minutes=1)
    work = a_work(cast.hanh, state="running", step=1, steps=2, words="Đọc văn bản", lease_until=later)
    client.force_login(cast.hanh.user)
    page = shown(client, work)
    assert "Bước 1 trong 2" in page
    assert "Đọc văn bản" in page
    assert '<progress value="1" max="2"' in page
    assert f'hx-get="/viec/{work.key}/trang-thai/" hx-trigger="every 1s"' in page
    part = client.get(f"/viec/{work.key}/trang-thai/", headers=POLL).content.decode()
    assert part.startswith('<div class="working" id="viec"')


def test_a_work_that_nobody_takes_up_says_so_calmly(cast: Cast, client: Client) -> None:
    client.force_login(cast.hanh.user)
    fresh = a_work(cast.hanh)
    old = a_work(cast.hanh, created_at=clock.now() - timedelta(seconds=30))
    left = a_work(cast.hanh, state="running", lease_until=clock.now() - timedelta(seconds=1))
    sentence = "Yêu cầu đã được giữ, không cần gửi lại."
    assert [sentence in shown(client, work) for work in (fresh, old, left)] == [False, True, True]


def test_a_refused_work_says_why_and_leads_back(cast: Cast, client: Client) -> None:
    client.force_login(cast.hanh.user)
    work = a_work(cast.hanh, state="refused", refusal="Tệp <b>rỗng</b>, chưa lưu gì.")
    page = shown(client, work)
    assert "Tệp &lt;b&gt;rỗng&lt;/b&gt;, chưa lưu gì." in page
    assert 'href="/ke-hoach/moi/">Chọn tệp khác' in page
    assert "hx-trigger" not in page


def test_each_kind_leads_to_what_it_made_and_back_to_where_it_began(cast: Cast, client: Client) -> None:
    version = a_draft(cast)
    campaign = Campaign.objects.get()
    message = f"/tin-bai/{version.message_id}/"
    client.force_login(cast.hanh.user)
    cases: list[tuple[str, dict[str, int], str]] = [
        ("campaigns.plan", {"campaign": campaign.pk}, f"/ke-hoach/{campaign.pk}/"),
        ("editorial.version", {"version": version.pk}, message),
        ("reports.report", {"report": 7}, "/bao-cao/7/"),
    ]
    for kind, outcome, address in cases:
        work = a_work(cast.hanh, kind, state="done", outcome=outcome, ended_at=clock.now())
        assert f'href="{address}"' in shown(client, work)
        poll = client.get(f"/viec/{work.key}/trang-thai/", headers=POLL)
        assert poll["HX-Redirect"] == address
    refused = a_work(cast.hanh, "editorial.version", payload={"version": version.pk}, state="refused", refusal="Chưa.")
    assert f'href="{message}"' in shown(client, refused)


def test_a_plain_visit_to_the_part_goes_to_the_page(cast: Cast, client: Client) -> None:
    work = a_work(cast.hanh)
    client.force_login(cast.hanh.user)
    assert client.get(f"/viec/{work.key}/trang-thai/")["Location"] == f"/viec/{work.key}/"


@pytest.mark.parametrize("who", ["dung", "lan", "binh"])
def test_the_work_of_another_person_does_not_exist(cast: Cast, client: Client, who: str) -> None:
    work = a_work(cast.hanh)
    client.force_login(getattr(cast, who).user)
    for address in (f"/viec/{work.key}/", f"/viec/{work.key}/trang-thai/", f"/viec/{uuid4()}/"):
        assert client.get(address).status_code == 404


def test_an_uploaded_plan_is_read_to_its_page(cast: Cast, client: Client) -> None:
    bind_work(KIND, read_plan_file)
    token = keep_upload(name="ke-hoach.txt", chunks=[PLAN.encode()], actor=cast.hanh.actor, at=clock.now())
    work = a_work(cast.hanh, payload={"upload": token})
    client.force_login(cast.hanh.user)
    assert "Đang chờ đến lượt" in shown(client, work)
    run_work(work.pk, clock.now())
    review = f"/ke-hoach/doi-chieu/{Document.objects.get().pk}/"
    assert client.get(f"/viec/{work.key}/trang-thai/", headers=POLL)["HX-Redirect"] == review
    assert client.get(review).status_code == 200
    assert not Campaign.objects.exists()


def test_a_file_that_is_no_plan_ends_in_its_refusal(cast: Cast, client: Client) -> None:
    bind_work(KIND, read_plan_file)
    token = keep_upload(name="tho.txt", chunks=["Thơ một câu".encode()], actor=cast.hanh.actor, at=clock.now())
    work = a_work(cast.hanh, payload={"upload": token})
    run_work(work.pk, clock.now())
    client.force_login(cast.hanh.user)
    assert "tho.txt" in shown(client, work)


def test_a_reload_of_finished_work_stays_on_its_page(cast: Cast, client: Client) -> None:
    campaign = a_campaign(cast)
    work = a_work(cast.hanh, state="done", outcome={"campaign": campaign.pk}, ended_at=clock.now())
    client.force_login(cast.hanh.user)
    assert "Đã xong." in shown(client, work)
    assert "Xem kế hoạch" in shown(client, work)
