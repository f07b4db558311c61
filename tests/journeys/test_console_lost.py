"""What goes wrong under people's hands: no network, no session, two presses, two writers, a forged form."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from console_deeds import open_to_approve, see_work_through, send_back, submitted_message, write, written_message
from console_rig import CULTURE, LEADER, OPERATOR, Console, sign_in

pytestmark = pytest.mark.heavy

LONG_WORDS = "Bà con mang theo sổ hộ khẩu cũ, giấy khai sinh và điện thoại.\n\nCán bộ giúp tại chỗ."


def rows(console: Console, question: str, *values: object) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(console.served.data / "loa.sqlite3")) as base:
        return base.execute(question, values).fetchall()


def test_words_survive_a_lost_connection(console: Console) -> None:
    page = console.signed_in(OPERATOR, 360).page
    message = written_message(page, title="Lịch cấp nước mùa khô")
    page.goto(f"/tin-bai/{message}/sua/")
    page.context.set_offline(True)
    expect(page.locator("#mat-mang")).to_be_visible()
    page.get_by_label("Nội dung", exact=True).fill(LONG_WORDS)
    page.get_by_role("button", name=re.compile("^Ghi bản")).click()
    expect(page.locator("#mat-mang")).to_contain_text("Mất kết nối")
    assert page.get_by_label("Nội dung", exact=True).input_value() == LONG_WORDS
    page.context.set_offline(False)
    expect(page.locator("#mat-mang")).to_be_hidden()
    page.reload()
    take_back_the_draft(page)
    page.get_by_role("button", name=re.compile("^Ghi bản")).click()
    expect(page.locator("main")).to_contain_text("Cán bộ giúp tại chỗ.")
    page.goto(f"/tin-bai/{message}/sua/")
    expect(page.locator("[data-draft-note]")).to_be_hidden()


def take_back_the_draft(page: Page) -> None:
    expect(page.locator("[data-draft-note]")).to_be_visible()
    page.get_by_role("button", name="Lấy lại chữ viết dở").click()
    assert page.get_by_label("Nội dung", exact=True).input_value() == LONG_WORDS


def test_words_survive_a_session_that_ends_in_the_middle(console: Console) -> None:
    page = console.signed_in(OPERATOR, 1280).page
    message = written_message(page, title="Lịch thu gom rác")
    page.goto(f"/tin-bai/{message}/sua/")
    page.get_by_label("Nội dung", exact=True).fill(LONG_WORDS)
    elsewhere = console.signed_in(OPERATOR, 360).page
    elsewhere.goto("/cai-dat/")
    elsewhere.get_by_role("button", name="Đăng xuất mọi nơi").click()
    expect(elsewhere.get_by_role("heading", level=1)).to_have_text("Đăng nhập")
    console.cookies.clear()
    page.get_by_role("button", name=re.compile("^Ghi bản")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Đăng nhập")
    name = console.name_of(OPERATOR)
    page.get_by_label("Tên đăng nhập").fill(name)
    page.get_by_label("Mật khẩu", exact=True).fill(console.served.passwords[name])
    page.get_by_role("button", name="Đăng nhập").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sửa tin")
    assert f"/tin-bai/{message}/sua/" in page.url
    take_back_the_draft(page)


def test_a_double_press_submits_once(console: Console) -> None:
    page = console.signed_in(OPERATOR, 360).page
    message = written_message(page, title="Lịch khám bệnh cho người già")
    before = rows(console, "select count(*) from core_longwork")[0][0]
    page.get_by_role("button", name="Trình duyệt").dblclick()
    page.wait_for_url("**/viec/**")
    see_work_through(page)
    assert rows(console, "select count(*) from core_longwork")[0][0] == before + 1
    assert len(rows(console, "select id from editorial_messageversion where message_id = ?", message)) == 1
    page.go_back()
    page.go_back()
    again = page.get_by_role("button", name="Trình duyệt")
    if again.count():
        again.click()
    expect(page.locator("main")).to_contain_text(re.compile("Chờ duyệt|Trình duyệt"))
    assert rows(console, "select count(*) from core_longwork")[0][0] <= before + 2
    states = rows(console, "select state from editorial_messageversion where message_id = ?", message)
    assert states == [("submitted",)]


def approvals_of(console: Console, message: int) -> int:
    found = rows(
        console,
        "select count(*) from editorial_approval join editorial_messageversion on "
        "editorial_messageversion.id = editorial_approval.version_id where message_id = ?",
        message,
    )
    return int(found[0][0])


def test_a_double_press_approves_once_and_back_does_no_harm(console: Console) -> None:
    title = "Lịch tiêm cho trẻ nhỏ"
    message = submitted_message(console.signed_in(OPERATOR).page, title=title)
    page = console.signed_in(LEADER, 360).page
    open_to_approve(page, title)
    opened = page.url
    page.get_by_role("button", name="Duyệt tin này").dblclick()
    expect(page.locator("main [role=status]").first).to_contain_text("Đã duyệt")
    assert approvals_of(console, message) == 1
    page.go_back()
    again = page.get_by_role("button", name="Duyệt tin này")
    if again.count():
        again.click()
    page.goto(opened)
    expect(page.locator("main .note").first).to_contain_text("duyệt")
    expect(page.get_by_role("button", name="Duyệt tin này")).to_have_count(0)
    assert approvals_of(console, message) == 1


def test_a_form_sent_again_with_its_token_does_nothing_twice(console: Console) -> None:
    title = "Hội thi nấu ăn ngày rằm"
    message = submitted_message(console.signed_in(OPERATOR).page, title=title)
    page = console.signed_in(LEADER).page
    open_to_approve(page, title)
    form = page.locator("form.bar")
    values = {str(one.get_attribute("name")): one.input_value() for one in form.locator("input[type=hidden]").all()}
    address = str(form.get_attribute("action"))
    for _press in range(3):
        answer = page.request.post(address, form=values, headers={"Referer": page.url})
        assert answer.status == 200
    assert approvals_of(console, message) == 1


def test_a_forged_form_is_told_so(console: Console) -> None:
    title = "Lễ hội xuống đồng"
    message = submitted_message(console.signed_in(OPERATOR).page, title=title)
    page = console.signed_in(LEADER).page
    open_to_approve(page, title)
    page.evaluate("document.querySelector('form.bar [name=csrfmiddlewaretoken]').remove()")
    with page.expect_response(lambda answer: answer.request.method == "POST") as posted:
        page.get_by_role("button", name="Duyệt tin này").click()
    assert posted.value.status == 403
    expect(page.get_by_role("heading", level=1)).to_have_text("Biểu mẫu đã cũ")
    assert approvals_of(console, message) == 0


def test_the_second_of_two_writers_is_told_and_keeps_the_words(console: Console) -> None:
    first, second = console.signed_in(OPERATOR).page, console.signed_in(CULTURE, 360).page
    message = written_message(first, title="Lịch sửa đường")
    second.goto(f"/tin-bai/{message}/sua/")
    first.goto(f"/tin-bai/{message}/sua/")
    write(first, title="Lịch sửa đường liên thôn")
    second.get_by_label("Nội dung", exact=True).fill(LONG_WORDS)
    with second.expect_response(lambda answer: answer.request.method == "POST") as posted:
        second.get_by_role("button", name=re.compile("^Ghi bản")).click()
    assert posted.value.status == 409
    expect(second.get_by_role("alert")).to_contain_text("Tin đã có bản 2")
    assert second.get_by_label("Nội dung", exact=True).input_value() == LONG_WORDS
    assert len(rows(console, "select id from editorial_messageversion where message_id = ?", message)) == 2
    second.get_by_role("button", name="Ghi chữ này thành bản 3").click()
    expect(second.locator("main")).to_contain_text("Cán bộ giúp tại chỗ.")


def test_two_leaders_decide_once(console: Console) -> None:
    title = "Thu quỹ khuyến học"
    message = submitted_message(console.signed_in(OPERATOR).page, title=title)
    one, other = console.signed_in(LEADER).page, console.signed_in(LEADER, 360).page
    open_to_approve(one, title)
    send_back(other, title, "Bỏ câu cuối, thừa chữ.")
    one.get_by_role("button", name="Duyệt tin này").click()
    expect(one.locator("main .note").first).to_contain_text(re.compile("trả lại", re.IGNORECASE))
    assert approvals_of(console, message) == 0


def test_a_page_that_looks_again_by_itself_leads_to_the_sign_in_page(console: Console) -> None:
    page = console.signed_in(LEADER, 360).page
    expect(page.locator("#tren-loa")).to_be_visible()
    page.context.clear_cookies()
    page.wait_for_url("**/dang-nhap/**")
    name = console.name_of(LEADER)
    sign_in(page, name, console.served.passwords[name], "/duyet/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Duyệt")


def test_nobody_is_led_away_while_writing(console: Console) -> None:
    """The look beside the form fails in silence once the session has ended; the words stay under the hands."""
    page = console.signed_in(OPERATOR).page
    message = written_message(page, title="Lịch phun thuốc muỗi")
    page.goto(f"/tin-bai/{message}/sua/")
    page.wait_for_load_state("networkidle")
    page.context.clear_cookies()
    with page.expect_response(re.compile("/xem-thu/")) as looked:
        page.get_by_label("Nội dung", exact=True).press_sequentially("Bà con nhớ che nước. ")
    assert looked.value.status == 403
    expect(page.get_by_role("heading", level=1)).to_have_text("Sửa tin")
    expect(page.get_by_label("Nội dung", exact=True)).to_have_value(re.compile("Bà con nhớ che nước"))
