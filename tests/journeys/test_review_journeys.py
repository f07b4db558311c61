"""A plan is read, looked through and confirmed in a real browser, with the mouse and without one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from test_console_keyboard import assert_seen, press_to

from console_deeds import confirm_review, plan_file, read_plan, see_work_through
from console_rig import CULTURE, Console, Seen
from console_walk import measure, opened

pytestmark = pytest.mark.heavy

FOCUS = "() => document.activeElement.id"


def test_a_plan_becomes_work_after_it_was_looked_through(console: Console, tmp_path: Path) -> None:
    seen = console.signed_in(CULTURE)
    page = seen.page
    read_plan(page, plan_file(tmp_path, "71"))
    expect(page.get_by_role("heading", name="Chưa chắc: 1 mục")).to_be_visible()
    page.get_by_label("Ngày ký").fill("32/9/2025")
    page.locator("#chua-chac").get_by_role("button", name="Lưu").click()
    expect(page.locator("#chua-chac .err")).to_contain_text("chỉ có 30 ngày")
    page.get_by_label("Ngày ký").fill("5/9/2025")
    page.locator("#chua-chac").get_by_role("button", name="Lưu").click()
    expect(page.locator("#chua-chac")).to_contain_text("Không còn chỗ nào phải hỏi")
    page.locator(".idle-lines").get_by_role("button", name="Thành nội dung").first.click()
    expect(page.locator("#hoan-tac")).to_contain_text("Đã sửa 2 chỗ")
    page.get_by_role("button", name="Hoàn tác").click()
    expect(page.locator("#hoan-tac")).to_contain_text("Đã sửa 1 chỗ")
    confirm_review(page)
    expect(page.locator("main [role=status]").first).to_contain_text("Đã xác nhận")
    page.go_back()
    expect(page).to_have_url(re.compile(r"/ke-hoach/\d+/$"))  # what is work is no longer under review
    assert (seen.troubles, seen.elsewhere) == ([], [])


def test_a_quote_and_its_field_lead_to_each_other(console: Console, tmp_path: Path) -> None:
    page = console.entered(CULTURE).page
    read_plan(page, plan_file(tmp_path, "72"))
    row = page.locator("#assignments-0")
    row.locator("a.a").first.click()
    marked = page.locator(".paper mark:target")
    expect(marked).to_be_in_viewport()
    page.locator(f'.paper a.a[href="#{row.get_attribute("id")}"]').first.click()
    expect(page).to_have_url(re.compile("#assignments-0$"))
    expect(row).to_be_in_viewport()


def faults_of(seen: Seen, url: str) -> dict[str, list[str]]:
    """What a screen lacks by day and by night, at a desk and on a phone, and on paper."""
    screen = opened(seen, url)
    measure(seen.page, screen)
    return screen.faults


@pytest.mark.parametrize("asked", ["", "?sua=activities-0", "?them=tasks", "?giao=1-2"])
def test_the_review_is_as_good_as_the_other_screens(console: Console, tmp_path: Path, asked: str) -> None:
    seen = console.entered(CULTURE)
    seen.page.goto("/ke-hoach/")
    if not seen.page.get_by_role("link", name="Đối chiếu Tuyên truyền phòng bệnh than đợt 77").count():
        read_plan(seen.page, plan_file(tmp_path, "77"))
        seen.page.goto("/ke-hoach/")
    seen.page.get_by_role("link", name="Đối chiếu Tuyên truyền phòng bệnh than đợt 77").click()
    assert faults_of(seen, seen.page.url + asked) == {}


def open_row(page: Page, row: str) -> None:
    page.locator(f"#sua-{row}").focus()
    page.keyboard.press("Enter")
    page.wait_for_function(
        "row => document.activeElement.closest('tr')?.id === row && !!document.activeElement.form", arg=row
    )


def test_a_row_is_corrected_by_keyboard_and_the_focus_stays(console: Console, tmp_path: Path) -> None:
    page = console.entered(CULTURE).page
    read_plan(page, plan_file(tmp_path, "73"))
    stops = press_to(page, "Sửa Loại văn bản")
    assert_seen(stops[-8:])
    open_row(page, "header-title")
    assert page.evaluate(FOCUS) == "header-title-value"
    page.keyboard.press("Control+A")
    page.keyboard.type("Tên do người sửa")
    press_to(page, "Lưu")
    page.keyboard.press("Enter")
    expect(page.locator("#header-title")).to_contain_text("Đã sửa: trước là")
    page.wait_for_function("() => document.activeElement.id === 'sua-header-title'")
    open_row(page, "header-title")
    press_to(page, "Thôi")
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.activeElement.id === 'sua-header-title'")


def test_correcting_a_row_brings_its_quote_into_view(console: Console, tmp_path: Path) -> None:
    page = console.entered(CULTURE).page
    read_plan(page, plan_file(tmp_path, "78"))
    quoted = page.locator(".paper .here")
    for asked in ("", "?sua=assignments-0"):  # in its place, and on a page of its own
        page.goto(page.url.split("?")[0] + asked)
        if not asked:
            open_row(page, "assignments-0")
        expect(quoted.first).to_be_in_viewport()
        expect(page.locator("#assignments-0 .quote")).to_be_in_viewport()
        page.get_by_role("link", name="Thôi").click()
        expect(quoted).to_have_count(0)


def test_without_scripts_a_row_is_corrected_on_a_page_of_its_own(console: Console, tmp_path: Path) -> None:
    with_scripts = console.entered(CULTURE).page
    read_plan(with_scripts, plan_file(tmp_path, "74"))
    page = console.entered(CULTURE, java_script_enabled=False).page
    page.goto(with_scripts.url)
    page.locator("#sua-header-title").click()
    page.locator("#header-title-value").fill("Tên không cần script")
    page.get_by_role("button", name="Lưu", exact=True).click()
    expect(page.locator("#header-title")).to_contain_text("Tên không cần script")


def test_a_revised_plan_carries_the_campaign_on(console: Console, tmp_path: Path) -> None:
    seen = console.entered(CULTURE)
    page = seen.page
    read_plan(page, plan_file(tmp_path, "75"))
    confirm_review(page)
    plan = page.url
    read_plan(page, plan_file(tmp_path, "75", day="15/12/2025"))
    review = page.url
    assert faults_of(seen, f"{review}so-voi/") == {}
    page.goto(review)
    page.get_by_role("link", name=re.compile("Đây là bản sửa.* đợt 75 ")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("So với kế hoạch đang làm")
    expect(page.locator("table.versus").first).to_contain_text("15/12/2025")
    assert faults_of(seen, page.url) == {}
    page.get_by_role("button", name="Xác nhận là bản sửa").click()
    expect(page).to_have_url(plan)
    expect(page.locator("main")).to_contain_text("15/12/2025")
    former = page.locator("a[href*='/ban-truoc/']").first.get_attribute("href")
    assert former is not None
    assert faults_of(seen, former) == {}
    expect(page.get_by_role("heading", level=1)).to_have_text("Bản trước của kế hoạch")


def test_what_was_corrected_before_is_used_again_at_one_press(console: Console, tmp_path: Path) -> None:
    seen = console.entered(CULTURE)
    page = seen.page
    read_plan(page, plan_file(tmp_path, "78"))
    page.locator("#sua-assignments-0").click()
    page.locator("#assignments-0-unit").fill("Hội Phụ nữ xã")
    page.locator("#assignments-0").get_by_role("button", name="Lưu", exact=True).click()
    expect(page.locator("#assignments-0")).to_contain_text("Đã sửa: trước là")
    page.get_by_label("Ngày ký").fill("5/9/2025")
    page.locator("#chua-chac").get_by_role("button", name="Lưu").click()
    expect(page.locator("#hoan-tac")).to_contain_text("Đã sửa 2 chỗ")
    confirm_review(page)
    read_plan(page, plan_file(tmp_path, "78", day="15/12/2025"))
    review = page.url
    button = page.get_by_role("button", name=re.compile("Dùng lại 1 chỗ đã sửa ở bản trước"))
    expect(button).to_be_visible()
    assert faults_of(seen, f"{review}so-voi/") == {}
    page.goto(review)
    page.get_by_text("Không dùng lại được: 1 chỗ").click()
    expect(page.locator("#giong")).to_contain_text("Mỗi văn bản có số, ngày và người ký riêng.")
    button.click()
    expect(page.locator("main [role=status]").first).to_contain_text("Đã dùng lại 1 chỗ")
    expect(page.locator("#assignments-0")).to_contain_text("Hội Phụ nữ xã")
    expect(page.locator("#giong")).to_contain_text("Đã dùng lại 1 chỗ đã sửa ở bản trước.")
    expect(button).to_have_count(0)
    page.locator("#nut-hoan-tac").click()
    expect(page.locator("#assignments-0")).not_to_contain_text("Hội Phụ nữ xã")


def test_pasted_words_are_read_too(console: Console, tmp_path: Path) -> None:
    page = console.entered(CULTURE).page
    page.goto("/ke-hoach/moi/")
    page.get_by_label("Hoặc dán văn bản").fill(plan_file(tmp_path, "76").read_text())
    page.get_by_role("button", name="Đọc kế hoạch").click()
    see_work_through(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Đối chiếu kế hoạch")
    page.get_by_role("button", name="Bỏ văn bản này").click()
    expect(page.locator("main [role=status]").first).to_contain_text("Đã bỏ văn bản này")
