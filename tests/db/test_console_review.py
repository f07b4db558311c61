"""Đối chiếu kế hoạch in the browser: nothing is work before a person has looked, corrected, confirmed."""

from __future__ import annotations

import json
import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from cast import NOW, Cast
from editorial_rows import PLAN, TELLS, a_campaign, a_document
from loa.campaigns.models import Campaign, CampaignRevision, OpenQuestion
from loa.documents.models import Correction, Document
from loa.documents.selectors import reviewed_extraction
from loa.editorial.services.draft_message import draft_message
from loa.units.models import Membership
from loa.units.rights import Role
from plan_words import a_plan_document
from review_pages import address, page, waiting_document

HOSTILE = "<script>alert(1)</script> \u202edảo ngược 🙂"
LONGER = PLAN.replace("31/10/2025", "30/11/2025")
BLANK = PLAN.replace("Số: 05/KH-UBND Đồng Sương, ngày 05 tháng 9", "Số:     /KH-UBND Đồng Sương, ngày     tháng 9")


@pytest.fixture
def document(cast: Cast, client: Client) -> Document:
    return waiting_document(cast, client)


def seen(client: Client, document: Document, row: str) -> dict[str, str]:
    """What the open form of a row would send if nothing were changed: its hidden field alone."""
    shown = page(client, f"{address(document)}?sua={row}")
    found = re.search(r'name="was" value="([^"]*)"', shown)
    assert found
    return {"was": found[1].replace("&quot;", '"').replace("&amp;", "&")}


def said(document: Document) -> Document:
    return Document.objects.get(pk=document.pk)


def test_the_page_pairs_every_field_with_its_quote_and_back(document: Document, client: Client) -> None:
    shown = page(client, address(document))
    assert "Trạm Y tế xã" in shown
    numbers = [part.split('"')[0] for part in shown.split('href="#q')[1:]]
    assert numbers
    assert all(shown.count(f'id="q{number}"') == 1 for number in numbers)
    fields = re.findall(r'<a class="a" lang="vi" href="#([^"]+)"', shown)
    assert len(fields) == len(set(numbers))
    assert all(shown.count(f'id="{field}"') == 1 for field in fields)
    assert not Campaign.objects.exists()


def test_what_is_outside_loa_is_shown_as_such(document: Document, client: Client) -> None:
    part = page(client, address(document)).split('id="ngoai"')[1]
    assert "II.3" not in part.split("Khoản")[0]
    assert "không tạo việc" in part
    assert 'data-k="out"' in page(client, address(document))


def test_a_row_becomes_a_form_in_its_place_and_its_correction_is_marked(document: Document, client: Client) -> None:
    row = "assignments-0"
    opened = page(client, f"{address(document)}?sua={row}")
    assert opened.count(f'id="{row}"') == 1
    assert f'action="{address(document, f"muc/{row}/")}"' in opened
    words = seen(client, document, row) | {"unit": "Trạm Y tế xã Đồng Sương", "role": "support"}
    clause = json.loads(words["was"])["clause"]
    answer = client.post(address(document, f"muc/{row}/"), words | {"clause": clause})
    assert (answer.status_code, answer["Location"]) == (302, f"{address(document)}?o={row}#{row}")
    shown = page(client, answer["Location"])
    assert "Đã sửa: trước là" in shown
    assert "Đã sửa 1 chỗ." in shown
    assert re.search(rf'id="sua-{row}"[^>]*autofocus', shown)
    assert reviewed_extraction(said(document)).assignments[0].unit == "Trạm Y tế xã Đồng Sương"
    assert {row.field for row in Correction.objects.all()} == {"/assignments/0/unit", "/assignments/0/role"}


def test_a_correction_is_taken_back_one_deed_at_a_time(document: Document, client: Client) -> None:
    for title in ("Tên một", "Tên hai"):
        words = seen(client, document, "header-title") | {"value": title}
        client.post(address(document, "muc/header-title/"), words)
    assert client.post(address(document, "hoan-tac/"), {"batch": "2"}).status_code == 302
    assert reviewed_extraction(said(document)).header.title == "Tên một"
    client.post(address(document, "hoan-tac/"), {"batch": "2"})  # pressed twice: the same deed
    assert reviewed_extraction(said(document)).header.title == "Tên một"


def test_a_row_is_removed_marked_and_put_back(document: Document, client: Client) -> None:
    before = len(reviewed_extraction(document).assignments)
    words = seen(client, document, "assignments-0")
    client.post(address(document, "muc/assignments-0/"), words | {"deed": "remove"})
    assert len(reviewed_extraction(said(document)).assignments) == before - 1
    shown = page(client, address(document))
    assert "Đã bỏ." in shown
    assert "Lấy lại" in shown
    client.post(address(document, "muc/assignments-0/"), {"was": "null", "deed": "restore"})
    assert len(reviewed_extraction(said(document)).assignments) == before


@pytest.mark.parametrize(
    ("group", "words"),
    [
        ("windows", {"start": "1/9/2025", "end": "30/9/2025", "every": "", "clause": "V.1"}),
        ("topics", {"clause": "I.1", "audience": "hộ nuôi chó"}),
        ("activities", {"title": "Treo áp phích", "channels": ["notice-board"], "clause": "V.1"}),
        ("assignments", {"unit": "Công an xã", "role": "support", "clause": "II.1"}),
        ("reporting", {"receiver": "Sở Y tế", "every": "month", "clause": "", "first_due": "25/9/2025"}),
        ("costs", {"text": "In áp phích", "amount": "12.500.000", "source": "ngân sách xã", "clause": "IV"}),
        ("tasks", {"content": "In áp phích", "lead": "Trạm Y tế xã; Công an xã", "start": "", "end": "30/9/2025"}),
    ],
)
def test_a_row_of_every_kind_is_added(
    group: str, words: dict[str, str | list[str]], document: Document, client: Client
) -> None:
    before = len(getattr(reviewed_extraction(document), group))
    assert f'action="{address(document, f"them/{group}/")}"' in page(client, f"{address(document)}?them={group}")
    answer = client.post(address(document, f"them/{group}/"), words)
    assert answer.status_code == 302, answer.content.decode().split('class="err"')[1][:300]
    assert len(getattr(reviewed_extraction(said(document)), group)) == before + 1
    assert "Anh/chị thêm." in page(client, answer["Location"])


@pytest.mark.parametrize(
    ("row", "words", "told"),
    [
        ("header-date", {"value": "32/8/2025"}, "Tháng 8 chỉ có 31 ngày"),
        ("header-date", {"value": "mai"}, "Ghi ngày/tháng/năm"),
        ("windows-0", {"start": "10/9/2025", "end": "1/9/2025", "clause": "III.1"}, "trước ngày bắt đầu"),
        ("assignments-0", {"unit": " ", "role": "lead", "clause": "III.1"}, "Chưa có chữ nào"),
        ("assignments-0", {"unit": "Công an xã", "role": "boss", "clause": "III.1"}, "Chưa chọn mục nào"),
        ("assignments-0", {"unit": "Công an xã", "role": "lead", "clause": "XX"}, "Chưa chọn mục nào"),
    ],
)
def test_what_cannot_be_is_told_beside_what_was_typed(
    row: str, words: dict[str, str], told: str, document: Document, client: Client
) -> None:
    sent = seen(client, document, row) | words
    refused = client.post(address(document, f"muc/{row}/"), sent)
    assert refused.status_code == 409
    assert told in refused.content.decode()
    assert client.post(address(document, f"muc/{row}/"), sent, headers={"hx-request": "true"}).status_code == 200
    assert not Correction.objects.exists()


def test_the_second_officer_is_told_and_overwrites_nothing(cast: Cast, document: Document, client: Client) -> None:
    words = seen(client, document, "header-title")
    Membership.objects.filter(user=cast.dung.user).update(role=Role.CULTURE)
    other = Client()
    other.force_login(cast.dung.user)
    other.post(address(document, "muc/header-title/"), words | {"value": "Của Dũng"})
    told = client.post(address(document, "muc/header-title/"), words | {"value": "Của Hạnh"})
    assert told.status_code == 409
    assert "người khác sửa" in told.content.decode()
    assert "Của Hạnh" in told.content.decode()
    assert reviewed_extraction(said(document)).header.title == "Của Dũng"
    late = client.post(address(document, "xac-nhan/"), {"seen": "0"}, follow=True).content.decode()
    assert "người khác sửa" in late
    assert not Campaign.objects.exists()


def test_blank_number_and_day_are_asked_first_and_answered_in_place(cast: Cast, client: Client) -> None:
    document = a_document(cast, BLANK)
    client.force_login(cast.hanh.user)
    shown = page(client, address(document))
    assert "Chưa chắc: 2 mục" in shown
    assert shown.index('id="chua-chac"') < shown.index('id="nhom-header"')
    keys = re.findall(r'action="/ke-hoach/doi-chieu/\d+/cau-hoi/(\w+)/"', shown)
    bad = client.post(address(document, f"cau-hoi/{keys[0]}/"), {"answer": "32/8/2025"})
    assert "Tháng 8 chỉ có 31 ngày" in bad.content.decode()
    for key, answer in zip(keys, ("5/9/2025", "15/KH-UBND"), strict=True):
        assert client.post(address(document, f"cau-hoi/{key}/"), {"answer": answer}).status_code == 302
    header = reviewed_extraction(said(document)).header
    assert (header.number, header.date) == ("15", "2025-09-05")
    assert "Không còn chỗ nào phải hỏi" in page(client, address(document))
    gone = client.post(address(document, f"cau-hoi/{keys[0]}/"), {"answer": "16"}, follow=True).content.decode()
    assert "người khác sửa" in gone


def test_two_spellings_are_one_unit_or_two_at_a_press(cast: Cast, client: Client) -> None:
    document = a_plan_document(cast.commune, cast.hanh)
    client.force_login(cast.hanh.user)
    shown = page(client, address(document))
    assert "Hai tên này là một đơn vị?" in shown
    key = re.findall(r'/cau-hoi/(\w+)/"', shown.split("Hai tên này")[1])[0]
    client.post(address(document, f"cau-hoi/{key}/"), {"answer": "yes"})
    units = reviewed_extraction(said(document)).units
    assert any("Trung tâm Dịch vụ SNC" in row.alternatives for row in units)
    assert "Hai tên này là một đơn vị?" not in page(client, address(document))


def test_confirming_makes_it_work_once(document: Document, client: Client) -> None:
    shown = page(client, address(document))
    assert "Xác nhận kế hoạch" in shown
    assert "nội dung để soạn tin" in shown
    client.post(address(document, "xac-nhan/"))  # a form that does not say what the person saw
    assert not Campaign.objects.exists()
    first = client.post(address(document, "xac-nhan/"), {"seen": "0"})
    campaign = Campaign.objects.get()
    assert first["Location"] == f"/ke-hoach/{campaign.pk}/"
    assert client.post(address(document, "xac-nhan/"), {"seen": "0"})["Location"] == first["Location"]
    assert client.get(address(document))["Location"] == first["Location"]  # the back button
    late = client.post(address(document, "muc/header-title/"), {"was": '"x"', "value": "Khác"}, follow=True)
    assert "đã được xác nhận" in late.content.decode()


def test_a_confirmation_is_taken_back_while_nobody_has_worked(document: Document, client: Client) -> None:
    client.post(address(document, "xac-nhan/"), {"seen": "0"})
    campaign = Campaign.objects.get()
    answer = client.post(f"/ke-hoach/{campaign.pk}/hoan-tac/")
    assert answer["Location"] == address(document)
    assert not Campaign.objects.exists()
    assert "Xác nhận kế hoạch" in page(client, address(document))
    assert client.post(f"/ke-hoach/{campaign.pk}/hoan-tac/").status_code == 404  # pressed twice: it is gone already
    client.post(address(document, "xac-nhan/"), {"seen": "0"})  # from the page as it stood before
    assert Campaign.objects.get().document == document


def test_a_revised_plan_is_told_compared_and_carries_the_campaign_on(cast: Cast, client: Client) -> None:
    client.force_login(cast.hanh.user)
    first = a_document(cast)
    client.post(address(first, "xac-nhan/"), {"seen": "0"})
    campaign = Campaign.objects.get()
    second = a_document(cast, LONGER)
    likely = client.get(address(second, "so-voi/"), headers={"hx-request": "true"}).content.decode()
    assert f'href="{address(second, f"so-voi/{campaign.pk}/")}"' in likely
    shown = page(client, address(second, f"so-voi/{campaign.pk}/"))
    assert "Trước đây" in shown
    assert "Đổi" in shown
    answer = client.post(address(second, f"so-voi/{campaign.pk}/"), {"seen": "0"})
    assert answer["Location"] == f"/ke-hoach/{campaign.pk}/"
    campaign.refresh_from_db()
    assert campaign.document == second
    assert Campaign.objects.count() == 1
    back = client.post(f"/ke-hoach/{campaign.pk}/hoan-tac/")
    assert back["Location"] == address(second)


def test_a_revision_changes_nothing_from_a_page_that_is_stale(cast: Cast, client: Client) -> None:
    client.force_login(cast.hanh.user)
    campaign, document = a_campaign(cast), a_document(cast, LONGER)
    comparison = address(document, f"so-voi/{campaign.pk}/")
    client.post(address(document, "muc/header-title/"), seen(client, document, "header-title") | {"value": "Tên mới"})
    told = client.post(comparison, {"seen": "0"}, follow=True).content.decode()
    assert "người khác sửa" in told
    client.post(address(document, "bo/"))
    told = client.post(comparison, {"seen": "1"}, follow=True).content.decode()
    assert "đang để riêng" in told
    assert not CampaignRevision.objects.exists()
    client.post(address(document, "lay-lai/"))
    done = [client.post(comparison, {"seen": "1"})["Location"] for _press in range(2)]
    assert done == [f"/ke-hoach/{campaign.pk}/"] * 2
    assert CampaignRevision.objects.count() == 1


def test_what_was_corrected_before_is_used_again_at_one_press(cast: Cast, client: Client) -> None:
    client.force_login(cast.hanh.user)
    first = a_document(cast)
    for row, value in (("header-title", "Phòng bệnh dại"), ("header-signer", "Lương Khê")):
        client.post(address(first, f"muc/{row}/"), seen(client, first, row) | {"value": value})
    client.post(address(first, "xac-nhan/"), {"seen": "2"})
    campaign = Campaign.objects.get()
    second = a_document(cast, LONGER.replace("Lương Văn Khê", "Đặng Thị Nhài"))
    asked = address(second, "so-voi/")
    likely = client.get(asked, headers={"hx-request": "true"}).content.decode()
    assert "Dùng lại 1 chỗ đã sửa ở bản trước" in likely
    assert "Không dùng lại được: 1 chỗ" in likely and "Loa đọc khác trước" in likely
    again = address(second, f"dung-lai/{campaign.pk}/")
    told = client.post(again, follow=True).content.decode()
    assert "Đã dùng lại 1 chỗ" in told and "dùng lại các chỗ đã sửa ở bản trước" in told
    assert reviewed_extraction(said(second)).header.title == "Phòng bệnh dại"
    told = client.post(again, follow=True).content.decode()
    assert "Không còn chỗ nào của bản trước để dùng lại." in told
    assert Correction.objects.filter(document=second).count() == 1
    assert "Dùng lại 1 chỗ" not in client.get(asked, headers={"hx-request": "true"}).content.decode()
    client.post(address(second, "hoan-tac/"), {"batch": "1"})
    assert "Dùng lại 1 chỗ" in client.get(asked, headers={"hx-request": "true"}).content.decode()
    client.force_login(cast.dung.user)
    assert client.post(again).status_code == 403


def test_a_split_clause_is_asked_before_it_is_work_and_not_again(cast: Cast, client: Client) -> None:
    client.force_login(cast.hanh.user)
    document = a_plan_document(cast.commune, cast.hanh)
    shown = page(client, address(document))
    found = re.search(r"cau-hoi/([0-9a-f]+)/[^<]*<input[^<]*<blockquote[^<]*nắm bắt dư luận", shown)
    assert found and "Đúng, tách như vậy" in shown
    answer = address(document, f"cau-hoi/{found[1]}/")
    client.post(answer, {"answer": "yes"})
    shown = page(client, address(document))
    assert answer not in shown
    assert "Đã trả lời: 1 câu" in shown and "trả lời câu hỏi ở mục II.2" in shown
    client.post(address(document, "cau-hoi/da-0/"))
    assert answer in page(client, address(document))
    client.post(answer, {"answer": "no"})
    client.post(address(document, "xac-nhan/"), {"seen": "3"})
    question = OpenQuestion.objects.get(kind="mixed-clause")
    assert (question.answer, question.answered_by) == ("no", cast.hanh.user)


def test_what_has_no_value_to_write_is_answered_by_its_button(cast: Cast, client: Client) -> None:
    client.force_login(cast.hanh.user)
    document = a_document(cast, PLAN.replace("\n\nLương Văn Khê", ""))
    shown = page(client, address(document))
    found = re.search(r'action="([^"]+cau-hoi/[0-9a-f]+/)"', shown)
    assert found and "Chưa ký" in shown
    shown = client.post(found[1], {"instead": "1", "answer": ""}, follow=True).content.decode()
    assert "Không còn chỗ nào phải hỏi." in shown and "Đã trả lời: 1 câu" in shown
    assert "trả lời câu hỏi về văn bản" in shown
    client.post(address(document, "xac-nhan/"), {"seen": "1"})
    assert list(OpenQuestion.objects.values_list("kind", "answer")) == [("no-signer", "Chưa ký")]
    client.post(f"/ke-hoach/{Campaign.objects.get().pk}/hoan-tac/")
    assert not Campaign.objects.exists()  # an answer of the review is no work on the plan


def test_the_campaign_of_another_commune_is_compared_with_nothing(cast: Cast, client: Client) -> None:
    theirs = Campaign.objects.create(
        commune=cast.other_commune,
        document=a_plan_document(cast.other_commune, cast.binh),
        title="Của xã khác",
        created_at=NOW,
    )
    client.force_login(cast.hanh.user)
    comparison = address(a_document(cast), f"so-voi/{theirs.pk}/")
    assert client.get(comparison).status_code == 404
    assert client.post(comparison, {"seen": "0"}).status_code == 404
    assert client.post(comparison.replace("so-voi", "dung-lai")).status_code == 404


def test_corrections_are_handed_out_as_lines_without_persons(document: Document, client: Client) -> None:
    words = seen(client, document, "header-title") | {"value": "Tên mới"}
    client.post(address(document, "muc/header-title/"), words)
    assert "Tải các chỗ đã sửa" in page(client, "/ke-hoach/")
    answer = client.get("/ke-hoach/cho-da-sua.jsonl")
    lines = [json.loads(line) for line in b"".join(answer.streaming_content).decode().splitlines()]  # type: ignore[attr-defined]
    assert [(line["field"], line["became"]) for line in lines] == [("/header/title", "Tên mới")]
    assert "Hạnh" not in json.dumps(lines, ensure_ascii=False)


def test_hostile_words_are_shown_as_text(cast: Cast, client: Client) -> None:
    document = a_document(cast, PLAN.replace("hướng dẫn người dân xích", f"{HOSTILE} hướng dẫn người dân xích"))
    client.force_login(cast.hanh.user)
    client.post(address(document, "muc/header-title/"), seen(client, document, "header-title") | {"value": HOSTILE})
    for where in (address(document), f"{address(document)}?sua=header-title&o=x&them=costs&giao=1-2,%3Cscript%3E-9"):
        shown = page(client, where)
        assert "<script>alert" not in shown
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in shown


def test_an_address_that_names_no_row_is_no_page(document: Document, client: Client) -> None:
    assert client.post(address(document, "muc/windows-999/"), {"was": "null"}).status_code == 404
    assert client.post(address(document, "muc/nothing-1/"), {"was": "null"}).status_code == 404
    assert client.get(address(document, "them/clauses/")).status_code == 404
    assert page(client, f"{address(document)}?sua=khong-co&giao=9-x,,-")


def test_the_review_asks_the_database_few_times(
    cast: Cast, document: Document, client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    page(client, address(document))  # the first form of a session writes its token
    client.post(address(document, "muc/header-title/"), seen(client, document, "header-title") | {"value": "Tên"})
    for where in (address(document), f"{address(document)}?sua=assignments-0", address(document, "so-voi/")):
        with django_assert_max_num_queries(15):
            page(client, where)


def test_the_comparison_asks_the_database_few_times(
    cast: Cast, client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client.force_login(cast.hanh.user)
    campaign = a_campaign(cast)
    document = a_document(cast, LONGER)
    for asked in (document, campaign.document):  # both plans corrected, and work done on the campaign
        words = Correction(document=asked, batch=1, field="/header/signer", was="Lương Văn Khê", became="Lương Khê")
        words.made_at, words.made_by = NOW, cast.hanh.user
        words.save()
    draft_message(campaign=campaign, topic=campaign.topics.get(clause=TELLS), actor=cast.dung.actor, at=NOW)
    comparison = address(document, f"so-voi/{campaign.pk}/")
    assert "1 tin bài" in page(client, comparison)
    with django_assert_max_num_queries(15):
        page(client, comparison)
