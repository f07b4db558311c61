"""What an officer sees while looking through a plan: the words themselves, what is in doubt, what waits twice."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from cast import NOW, Cast
from editorial_rows import PLAN, a_campaign, a_document
from loa.campaigns.models import Campaign
from loa.campaigns.services.revise_campaign import revise_campaign
from loa.core.models import AuditEntry
from loa.documents.models import Correction, Document, Extraction
from loa.documents.selectors import extraction_of, reviewed_extraction
from review_pages import address, page, waiting_document

REPORTS = PLAN.replace(
    "\nNơi nhận:",
    "2. Phòng Văn hóa - Xã hội\nTổng hợp, báo cáo kết quả định kỳ hàng tháng về Sở Y tế trước ngày 25 hàng tháng "
    "(qua Văn phòng HĐND và UBND xã).\n\nNơi nhận:",
)
COPIED = PLAN.replace(
    "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nXÃ ĐỒNG SƯƠNG Độc lập - Tự do - Hạnh phúc",
    "|\n**ỦY BAN NHÂN DÂN**\n**XÃ ĐỒNG SƯƠNG**\n-------\n|\n**CỘNG HÒA XÃ HỘI**\n**CHỦ NGHĨA VIỆT NAM**\n"
    "Độc lập - Tự do - Hạnh phúc\n|",
)


@pytest.fixture
def document(cast: Cast, client: Client) -> Document:
    return waiting_document(cast, client)


def line_of(document: Document, words: str) -> int:
    return next(line.number for line in extraction_of(document).lines if words in line.text)


def hard_to_read(document: Document, *words: str) -> list[int]:
    """Let each line that has one of `words` be read from a picture, the word itself in doubt."""
    lines = [line_of(document, word) for word in words]
    notes = {str(line): [1, 0.8, [word]] for line, word in zip(lines, words, strict=True)}
    Extraction.objects.filter(document=document).update(lines=notes)
    return lines


def test_the_form_of_a_row_shows_the_words_that_it_was_read_from(document: Document, client: Client) -> None:
    line = line_of(document, "Đơn vị thực hiện: Trạm Y tế xã.")
    shown = page(client, f"{address(document)}?sua=assignments-0")
    form = shown.split('data-place="')[1].split("</form>")[0]
    assert form.startswith(f'{line}-{line}"')
    assert "Trong văn bản:" in form
    assert f'href="#d{line}">dòng {line}</a>' in form
    assert "Đơn vị thực hiện: Trạm Y tế xã.”" in form
    assert re.search(rf'<p id="d{line}" class="[^"]*here', shown)


def test_doubtful_words_stand_in_their_lines_until_somebody_has_looked(document: Document, client: Client) -> None:
    first, second = hard_to_read(document, "xích,", "ngân")
    shown = page(client, address(document))
    assert "Chữ khó đọc trong ảnh: 2 dòng" in shown
    part = shown.split(f'id="kho-{first}"')[1].split("</li>")[0]
    assert "<b>xích,</b> nhốt chó" in part
    assert f"dòng {first}" in part
    assert re.search(r'href="#q\d+"', part)
    answer = client.post(address(document, "da-xem/"), {"line": str(first)})
    assert answer["Location"] == f"{address(document)}?o=kho-doc#kho-doc"
    shown = page(client, answer["Location"])
    assert "Chữ khó đọc trong ảnh: 1 dòng" in shown
    assert re.search(rf'value="{second}" autofocus', shown)
    client.post(address(document, "da-xem/"), {"line": "all"})
    assert "Chữ khó đọc trong ảnh" not in page(client, address(document))
    note = Extraction.objects.get(document=document).lines[str(first)]
    assert note[:3] == [1, 0.8, ["xích,"]]  # what the reader doubted stays written
    assert AuditEntry.objects.filter(code="documents.document.looked-at").count() == 2
    client.post(address(document, "da-xem/"), {"line": "all"})
    assert AuditEntry.objects.filter(code="documents.document.looked-at").count() == 2


def test_a_doubtful_word_that_was_corrected_is_doubtful_no_more(document: Document, client: Client) -> None:
    (line,) = hard_to_read(document, "Khê")
    opened = page(client, f"{address(document)}?sua=header-signer")
    assert f'id="kho-{line}"' in opened
    client.post(address(document, "muc/header-signer/"), {"was": '"Lương Văn Khê"', "value": "Lương Văn Khuê"})
    assert reviewed_extraction(document).header.signer == "Lương Văn Khuê"
    assert f'id="kho-{line}"' not in page(client, address(document))


def test_nobody_looks_at_what_was_set_aside_or_is_another_communes(
    cast: Cast, document: Document, client: Client
) -> None:
    (line,) = hard_to_read(document, "xích,")
    client.post(address(document, "bo/"))
    assert client.post(address(document, "da-xem/"), {"line": str(line)}).status_code == 409
    client.force_login(cast.binh.user)
    assert client.post(address(document, "da-xem/"), {"line": str(line)}).status_code in (403, 404)
    assert len(Extraction.objects.get(document=document).lines[str(line)]) == 3


def test_what_was_set_aside_is_no_work_and_is_taken_up_again(document: Document, client: Client) -> None:
    assert client.post(address(document, "bo/"), follow=True).status_code == 200
    assert "Chờ đối chiếu: 1" not in page(client, "/ke-hoach/")
    shown = page(client, address(document))
    assert "bấm “Lấy lại”" in shown
    assert "Xác nhận kế hoạch" not in shown
    for late in ("xac-nhan/", "muc/header-title/"):  # from a page that was open before
        told = client.post(address(document, late), {"seen": "0", "was": '"x"', "value": "Tên", "deed": "remove"})
        assert told.status_code in (302, 409), late
    assert not (Campaign.objects.exists() or Correction.objects.exists())
    client.post(address(document, "lay-lai/"))
    assert "Chờ đối chiếu: 1" in page(client, "/ke-hoach/")


def test_what_waits_stands_on_top_of_the_list_and_of_the_day(cast: Cast, document: Document, client: Client) -> None:
    for where in ("/ke-hoach/", "/"):
        assert f'href="{address(document)}"' in page(client, where)
    client.force_login(cast.lan.user)
    assert f'href="{address(document)}"' not in page(client, "/ke-hoach/")


def test_what_was_set_aside_has_a_list_and_a_way_back(cast: Cast, document: Document, client: Client) -> None:
    assert "Đã bỏ:" not in page(client, "/ke-hoach/")
    client.post(address(document, "bo/"))
    shown = page(client, "/ke-hoach/")
    assert "Đã bỏ: 1 văn bản" in shown
    part = shown.split('id="da-bo"')[1].split("</details>")[0]
    assert f'action="{address(document, "lay-lai/")}"' in part
    assert "Lấy lại" in part
    assert cast.hanh.user.display_name in part
    client.post(address(document, "lay-lai/"))
    assert "Đã bỏ:" not in page(client, "/ke-hoach/")
    client.post(address(document, "bo/"))
    client.force_login(cast.lan.user)
    assert "Đã bỏ:" not in page(client, "/ke-hoach/")


def test_the_same_paper_that_waits_twice_says_so_on_both(cast: Cast, client: Client) -> None:
    client.force_login(cast.hanh.user)
    first = a_document(cast)
    second = a_document(cast, PLAN.replace("bằng xà phòng", "bằng xà phòng ngay"))
    other = a_document(cast, PLAN.replace("Số: 05", "Số: 06").replace("phòng bệnh dại trên", "phòng bệnh than trên"))
    for one, twin in ((first, second), (second, first)):
        shown = page(client, address(one))
        assert "Cùng số, ngày và nơi ban hành với một văn bản khác đang chờ:" in shown
        assert f'href="{address(twin)}"' in shown
    assert "đang chờ:" not in page(client, address(other))
    assert page(client, "/ke-hoach/").count("Cùng số, ngày và nơi ban hành:") == 2
    client.post(address(second, "bo/"))
    assert "đang chờ:" not in page(client, address(first))


def test_the_same_words_in_two_files_are_told_as_such(cast: Cast, client: Client) -> None:
    client.force_login(cast.hanh.user)
    blank = PLAN.replace("Số: 05/KH-UBND Đồng Sương, ngày 05", "Số:     /KH-UBND Đồng Sương, ngày    ")
    first, _second = a_document(cast, blank), a_document(cast, f"{blank}\n")
    assert "chữ giống hệt:" in page(client, address(first))


def test_the_numbers_before_and_after_confirmation_agree(document: Document, client: Client) -> None:
    before = page(client, address(document))
    found = re.findall(r"tìm được (\d+) mục", before)
    count, work = re.findall(r"Trong (\d+) mục đọc được, xác nhận xong có (\d+) mục thành việc", before)[0]
    kinds = re.findall(r'<li><b class="n">(\d+)</b> ([^<]+)</li>', before)
    assert [count] == found
    assert work == str(sum(int(number) for number, _words in kinds))
    assert "Phần “Nội dung tuyên truyền” có 3 mục: 2 thành việc, 1 ngoài phạm vi của Loa." in before
    client.post(address(document, "xac-nhan/"), {"seen": "0"})
    after = page(client, f"/ke-hoach/{Campaign.objects.get().pk}/")
    told = ", ".join(f"{number} {words}" for number, words in kinds)
    assert f"tìm được {count} mục; {work} mục thành việc: {told}." in " ".join(after.split())


def test_a_revised_plan_names_what_it_was_and_leads_there(cast: Cast, client: Client) -> None:
    campaign = a_campaign(cast)
    longer = a_document(cast, PLAN.replace("31/10/2025", "30/11/2025").replace("Số: 05", "Số: 07"))
    client.force_login(cast.hanh.user)
    assert "Bản sửa ngày" not in page(client, f"/ke-hoach/{campaign.pk}/")
    revise_campaign(campaign=campaign, document=longer, actor=cast.hanh.actor, at=NOW, seen=0)
    shown = page(client, f"/ke-hoach/{campaign.pk}/")
    former = f"/ke-hoach/{campaign.pk}/ban-truoc/1/"
    assert "Bản sửa ngày" in shown
    assert f'<a href="{former}" lang="vi">Kế hoạch số 05/KH-UBND ngày 05/9/2025 của' in shown
    was = page(client, former)
    assert "31/10/2025" in was
    assert "30/11/2025" not in was
    assert client.get(f"/ke-hoach/{campaign.pk}/ban-truoc/2/").status_code == 404
    client.force_login(cast.binh.user)
    assert client.get(former).status_code == 404


def test_first_day_and_gatherer_of_a_report_stay_on_the_plan(cast: Cast, client: Client) -> None:
    client.force_login(cast.hanh.user)
    document = a_document(cast, REPORTS)
    (duty,) = reviewed_extraction(document).reporting
    was = page(client, f"{address(document)}?sua=reporting-0").split('name="was" value="')[1].split('"')[0]
    words = {"was": was.replace("&quot;", '"'), "receiver": duty.receiver, "reporter": duty.reporter or ""}
    words |= {"clause": duty.clause, "through": "Văn phòng xã", "first_due": "25/9/2025", "every": "month"}
    assert client.post(address(document, "muc/reporting-0/"), words).status_code == 302
    client.post(address(document, "xac-nhan/"), {"seen": "1"})
    shown = page(client, f"/ke-hoach/{Campaign.objects.get().pk}/")
    assert 'Gửi qua: <span lang="vi">Văn phòng xã</span>' in shown
    assert "Lần đầu: 25/09/2025" in shown


def test_routine_lines_are_folded_and_marks_of_the_web_are_not_shown(cast: Cast, client: Client) -> None:
    client.force_login(cast.hanh.user)
    document = a_document(cast, COPIED)
    Extraction.objects.filter(document=document).update(
        data=document.extraction.data | {"notices": ["markup"]}, text=COPIED
    )
    shown = page(client, address(document))
    paper = shown.split('id="giay"')[1].split("</article>")[0]
    assert "*" not in re.sub("<[^>]+>", "", paper)
    assert "|" not in re.sub("<[^>]+>", "", paper)
    assert "CHỦ NGHĨA VIỆT NAM" in paper
    idle = shown.split('class="plain idle-lines"')[1].split("</ul>")[0]
    assert "CHỦ NGHĨA VIỆT NAM" not in idle
    folded = shown.split("Dòng thường lệ (không cần làm gì):")[1].split("</details>")[0]
    assert {"CỘNG HÒA XÃ HỘI", "CHỦ NGHĨA VIỆT NAM", "-------"} <= set(re.findall("<li>([^<]+)</li>", folded))
    line = line_of(document, "CHỦ NGHĨA")
    assert not re.search(rf'<p id="d{line}" class="[^"]*idle', shown)


def test_an_unused_line_becomes_a_topic_at_one_press(document: Document, client: Client) -> None:
    shown = page(client, address(document))
    line = re.findall(r'name="topic" value="(\d+)-\d+"', shown)[0]
    assert re.search(rf'<p id="d{line}" class="[^"]*idle', shown)
    answer = client.post(address(document, "dong/"), {"topic": f"{line}-{line}"})
    assert answer.status_code == 302
    assert f"dòng {line}" in reviewed_extraction(document).topics
    assert f'name="topic" value="{line}-' not in page(client, address(document))


def test_an_unused_line_becomes_a_duty_once_its_unit_is_said(document: Document, client: Client) -> None:
    line = re.findall(r'name="assignment" value="(\d+)-\d+"', page(client, address(document)))[-1]
    asked = client.post(address(document, "dong/"), {"assignment": f"{line}-{line}"})
    shown = page(client, asked["Location"])
    assert "Ai làm việc này?" in shown
    words = {"lines": f"{line}-{line}", "unit": "Công an xã", "role": "lead"}
    assert client.post(address(document, "dong/"), words | {"unit": ""}).status_code == 409
    assert client.post(address(document, "dong/"), words).status_code == 302
    assert reviewed_extraction(document).assignments[-1].unit == "Công an xã"


def test_no_line_chosen_is_told(document: Document, client: Client) -> None:
    answer = client.post(address(document, "dong/"), {"topic": ""})
    assert answer.status_code == 409
    assert "Chưa chọn dòng nào" in answer.content.decode()


def test_a_numbered_clause_becomes_a_topic_at_the_second_press(document: Document, client: Client) -> None:
    part = page(client, f"{address(document)}?them=topics").split('id="them-topics"')[1].split("</form>")[0]
    assert re.search(r'<button type="submit" name="clause" value="V.1" [^>]*><b>V.1.</b> ', part)
    assert 'value="II.1"' not in part  # it is one
    answer = client.post(address(document, "them/topics/"), {"clause": "V.1"})
    assert answer.status_code == 302
    assert "V.1" in reviewed_extraction(document).topics


def test_duties_say_the_work_that_they_are(document: Document, client: Client) -> None:
    group = page(client, address(document)).split('id="nhom-assignments"')[1].split("</table>")[0]
    assert "Chủ trì tuyên truyền phòng bệnh dại" in group


def test_the_pages_ask_the_database_few_times(
    cast: Cast, document: Document, client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    a_document(cast, PLAN.replace("bằng xà phòng", "bằng xà phòng ngay"))
    client.post(address(a_document(cast, PLAN.replace("Số: 05", "Số: 09")), "bo/"))
    for where in (address(document), "/ke-hoach/"):
        page(client, where)
        with django_assert_max_num_queries(15):
            page(client, where)
