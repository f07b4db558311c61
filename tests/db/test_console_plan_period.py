"""The last day of a plan that states none: asked for in the review, and no deadline of any clause."""

from __future__ import annotations

import re

from django.test import Client

from cast import Cast
from loa.documents.models import Document
from loa.documents.selectors import reviewed_extraction
from plan_words import a_plan_document, with_changes


def end_days(document: Document) -> list[tuple[str, str | None]]:
    """Each period or deadline: its clause and its last day."""
    read = reviewed_extraction(Document.objects.get(pk=document.pk))
    return [(window.clause, window.end) for window in read.windows]


def test_the_last_day_asked_for_is_the_whole_plans_and_no_clauses(cast: Cast, client: Client) -> None:
    document = a_plan_document(cast.commune, cast.hanh, with_changes(windows=()))
    client.force_login(cast.hanh.user)
    where = f"/ke-hoach/doi-chieu/{document.pk}/"
    asked = client.get(where).content.decode().split("Đợt này làm đến ngày nào?")[1]
    key = re.findall(r'/cau-hoi/(\w+)/"', asked)[0]
    assert client.post(f"{where}cau-hoi/{key}/", {"answer": "31/12/2025"}).status_code == 302
    assert end_days(document) == [("", "2025-12-31")]
    shown = client.get(f"{where}?sua=windows-0").content.decode()
    assert "Thời gian của cả kế hoạch" in shown
    was = re.findall(r'name="was" value="([^"]*)"', shown)[0].replace("&quot;", '"')
    words = {"was": was, "start": "", "end": "30/11/2025", "every": "", "clause": ""}
    assert client.post(f"{where}muc/windows-0/", words).status_code == 302
    assert end_days(document) == [("", "2025-11-30")]


def test_what_comes_back_each_month_is_of_a_clause(cast: Cast, client: Client) -> None:
    document = a_plan_document(cast.commune, cast.hanh, with_changes(windows=()))
    client.force_login(cast.hanh.user)
    words = {"start": "", "end": "", "every": "month", "clause": ""}
    answer = client.post(f"/ke-hoach/doi-chieu/{document.pk}/them/windows/", words)
    assert answer.status_code == 409
    assert "Thời hạn lặp lại phải thuộc một mục" in answer.content.decode()
    assert end_days(document) == []
