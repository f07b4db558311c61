"""The days of the people of a commune, on an office PC and on a phone, with the demo's own plan."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from console_deeds import (
    DONE_WITHIN,
    approve,
    confirm_review,
    draft_next,
    open_to_approve,
    see_work_through,
    send_everywhere,
    start_work,
    write,
)
from console_rig import CULTURE, HEAD, LEADER, OPERATOR, Console
from console_shots import shoot
from editorial_rows import PLAN
from pdf_reading import words_of
from pictures import a_photo

pytestmark = pytest.mark.heavy

PHONE, DESK = 360, 1280
PLAYS = "audio => new Promise(done => { audio.oncanplay = () => done(audio.duration); audio.load(); })"


def test_a_message_goes_from_the_plan_to_the_report(console: Console) -> None:
    operator, title = console.signed_in(OPERATOR, DESK).page, "Làm giấy tờ ngay tại nhà"
    message = draft_and_submit(operator, title)
    leader_approves_on_a_phone(console.signed_in(LEADER, PHONE).page, title)
    operator.goto("/")
    shoot(operator, "hom-nay")
    send_everywhere(operator, message)
    states_come_by_themselves(operator, message)
    board_is_proved(console.signed_in(OPERATOR, PHONE).page, title)
    head_hears(console.signed_in(HEAD, PHONE).page, title)
    report_opens_down_to_the_plan(console.signed_in(CULTURE, DESK).page)


def draft_and_submit(page: Page, title: str) -> int:
    message = draft_next(page)
    expect(page.locator("#xem-thu")).to_contain_text(re.compile("Lời đọc|Kịch bản"))
    shoot(page, "soan-tin")
    write(page, title=title)
    shoot(page, "tin-bai")
    start_work(page, "Trình duyệt")
    expect(page.locator("#viec")).to_contain_text(re.compile(r"Bước \d|Đang chờ|Đã xong"))
    shoot(page, "trinh-duyet")
    page.reload()
    see_work_through(page)
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    return message


def leader_approves_on_a_phone(page: Page, title: str) -> None:
    shoot(page, "hom-nay-lanh-dao")
    page.get_by_role("navigation", name="Các mục chính").get_by_role("link", name=re.compile("^Duyệt")).click()
    expect(page.get_by_role("link", name=title, exact=True)).to_be_visible()
    open_to_approve(page, title)
    assert page.locator("audio").first.evaluate(PLAYS) > 1
    poster = page.get_by_role("img", name=re.compile("Áp phích"))
    poster.scroll_into_view_if_needed()
    expect(poster).to_have_js_property("complete", value=True)
    assert poster.evaluate("picture => picture.naturalWidth") > 0
    shoot(page, "duyet")
    approve(page, title)
    expect(page.locator("main [role=status]").first).to_contain_text("Đã duyệt")


def states_come_by_themselves(page: Page, message: int) -> None:
    page.goto(f"/tin-bai/{message}/")
    page.evaluate("window.sameWindow = true")
    orders = page.locator("#lenh-phat")
    expect(orders).to_contain_text("Đã phát", timeout=DONE_WITHIN)
    expect(orders).to_contain_text("Đã đăng", timeout=DONE_WITHIN)
    assert page.evaluate("window.sameWindow")
    page.goto("/gui-phat/")
    shoot(page, "gui-phat")


def board_is_proved(page: Page, title: str) -> None:
    """From Hôm nay on the phone to a photo of the board; the demo's own board may wait for its proof too."""
    page.goto("/")
    page.get_by_role("link", name=re.compile(f"Mở phiếu giao việc.*{title}")).click()
    if page.get_by_role("link", name="Nộp minh chứng").count():
        page.get_by_role("link", name="Nộp minh chứng").first.click()
    expect(page.locator("main")).to_contain_text(title)
    page.get_by_label("Ảnh hoặc tệp PDF").set_input_files(
        {"name": "bang-tin.jpg", "mimeType": "image/jpeg", "buffer": a_photo(title, size=(640, 480))}
    )
    page.get_by_label("Ghi chú").fill("Đã dán ở bảng tin trụ sở.")
    shoot(page, "minh-chung")
    page.get_by_role("button", name="Nộp minh chứng").click()
    expect(page.locator("#trang-thai .now")).to_contain_text("Đã đăng")


def head_hears(page: Page, title: str) -> None:
    shoot(page, "hom-nay-truong-khu")
    page.get_by_role("link", name=re.compile(f"Xác nhận nghe rõ.*{title}")).click()
    shoot(page, "nghe-ro")
    page.get_by_role("button", name="Nghe rõ").click()
    expect(page.locator("#trang-thai .now")).to_contain_text("Nghe rõ")


def report_opens_down_to_the_plan(page: Page) -> None:
    page.goto("/bao-cao/")
    start_work(page, "Lập báo cáo")
    see_work_through(page)
    heading = page.get_by_role("heading", level=1).inner_text()
    shoot(page, "bao-cao")
    downloads_open(page, heading)
    page.locator("table.figs td a").last.click()
    shoot(page, "so-lieu")
    page.locator("table.proofs tbody th a").first.click()
    expect(page.locator("#trang-thai, #lenh-phat").first).to_be_visible()
    page.go_back()
    page.get_by_role("link", name=re.compile(r"^(Khoản|Về khoản) ")).first.click()
    assert re.search(r"/ke-hoach/\d+/#d\d+$", page.url)
    expect(page.locator(page.url[page.url.index("#") :])).to_be_in_viewport()


def downloads_open(page: Page, heading: str) -> None:
    month = re.search(r"\d+/\d{4}", heading)
    assert month
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Tải DOCX").click()
    docx = Path(waiting.value.path()).read_bytes()
    with zipfile.ZipFile(BytesIO(docx)) as parts:
        words = re.sub(r"<[^>]+>", "", parts.read("word/document.xml").decode())
    assert "tuyên truyền" in words.lower()
    assert f"tháng {month[0].split('/')[0]}" in words.lower()
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Tải PDF").click()
    pdf = Path(waiting.value.path()).read_bytes()
    assert pdf.startswith(b"%PDF-")
    assert "tuyên truyền" in words_of(pdf).lower()


def test_a_message_sent_back_is_mended_and_comes_again(console: Console) -> None:
    operator, leader = console.signed_in(OPERATOR, PHONE).page, console.signed_in(LEADER, DESK).page
    title, reason = "Hướng dẫn dùng ứng dụng của xã", "Câu thứ hai dài quá, hãy chia làm hai câu."
    message = draft_and_submit(operator, title)
    open_to_approve(leader, title)
    shoot(leader, "duyet")
    leader.get_by_role("link", name="Trả lại").click()
    leader.get_by_role("button", name="Trả lại cho người soạn").click()
    leader.get_by_label("Cần sửa chỗ nào").fill(reason)
    leader.get_by_role("button", name="Trả lại cho người soạn").click()
    expect(leader.locator("main [role=status]").first).to_contain_text("Đã trả lại")
    operator.goto("/")
    expect(operator.locator("main")).to_contain_text(reason)
    shoot(operator, "hom-nay")
    operator.goto("/tin-bai/")
    expect(operator.get_by_role("row").filter(has_text=title)).to_contain_text("Trả lại")
    operator.goto(f"/tin-bai/{message}/")
    expect(operator.locator("main")).to_contain_text(reason)
    operator.get_by_role("link", name="Sửa tin").first.click()
    write(operator, title=f"{title}, lần hai")
    start_work(operator, "Trình duyệt")
    see_work_through(operator)
    open_to_approve(leader, f"{title}, lần hai")
    expect(leader.locator("main")).to_contain_text("lần hai")
    expect(leader.get_by_role("button", name="Duyệt tin này")).to_be_visible()


ILLNESSES = {PHONE: "bệnh sởi", DESK: "sốt xuất huyết"}  # a plan of its own for each width


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_a_plan_is_read_and_its_duties_are_reported(console: Console, tmp_path: Path, width: int) -> None:
    page = console.signed_in(CULTURE, width).page
    plan, illness = tmp_path / "ke-hoach.txt", ILLNESSES[width]
    plan.write_text(PLAN.replace("Số: 05/KH-UBND", "Số:    /KH-UBND").replace("bệnh dại", illness), "utf-8")
    for address, name in (("/ke-hoach/1/", "ke-hoach"), ("/phan-cong/?plan=1", "phan-cong")):
        page.goto(address)
        shoot(page, name)
    page.goto("/ke-hoach/moi/")
    page.get_by_label("Tệp kế hoạch").set_input_files(plan)
    start_work(page, "Đọc kế hoạch")
    page.reload()
    see_work_through(page)
    expect(page.locator("main")).to_contain_text(f"phòng {illness}")
    expect(page.locator("#chua-chac")).to_contain_text("Số của văn bản là gì")
    shoot(page, "doi-chieu")
    confirm_review(page)
    answers_a_question(page)
    reports_progress(page)


def answers_a_question(page: Page) -> None:
    question = page.locator(".ask").filter(has_text="Số của văn bản là gì")
    question.get_by_role("textbox").fill("17/KH-UBND")
    question.get_by_role("button", name="Lưu câu trả lời").click()
    answered = page.locator(".ask").filter(has_text="Số của văn bản là gì")
    expect(answered).to_contain_text("17/KH-UBND")


def reports_progress(page: Page) -> None:
    page.get_by_role("link", name="Phân công của kế hoạch").click()
    page.locator("table.duties tbody th a").first.click()
    page.get_by_label(re.compile("Đúng hạn")).check()
    page.get_by_label("Đã làm được gì").fill("Đã phát tờ rơi ở 5 khu dân cư.")
    shoot(page, "viec-duoc-giao")
    page.get_by_role("button", name="Lưu lời báo").click()
    expect(page.locator("#dien-bien")).to_contain_text("Đã phát tờ rơi ở 5 khu dân cư.")
    expect(page.locator("#dien-bien .rag").first).to_have_text("Đúng hạn")


def duties_listed(page: Page) -> set[str]:
    """The addresses of the duties that the person's own list leads to."""
    found = set(re.findall(r"/phan-cong/\d+/", page.request.get("/phan-cong/").text()))
    assert found
    return found


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_a_hamlet_head_works_on_the_own_unit_alone(console: Console, width: int) -> None:
    page = console.signed_in(HEAD, width).page
    page.goto("/phan-cong/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Phân công")
    page.locator("table.duties tbody th a").first.click()
    if page.get_by_label(re.compile("Cần chú ý")).count():  # what is only asked for is not rated
        page.get_by_label(re.compile("Cần chú ý")).check()
    page.get_by_label("Đã làm được gì").fill(f"Đã báo {width} hộ, còn hai hộ đi vắng.")
    page.get_by_role("button", name="Lưu lời báo").click()
    expect(page.locator("#dien-bien")).to_contain_text(f"Đã báo {width} hộ")
    page.get_by_label("Ảnh hoặc tệp PDF").set_input_files(
        {"name": "buoi-hop.jpg", "mimeType": "image/jpeg", "buffer": a_photo(f"họp {width}")}
    )
    page.get_by_role("button", name="Nộp minh chứng").click()
    expect(page.locator("#minh-chung img").first).to_be_visible()
    others = duties_listed(console.entered(CULTURE).page) - duties_listed(page)
    assert others
    for duty in sorted(others)[:8]:
        assert page.request.get(duty).status == 404, duty
    for closed in ("/ke-hoach/", "/tin-bai/", "/nguoi-dung/", "/bao-cao/"):
        assert page.request.get(closed).status == 403
