"""What people of the demo do on the screens, each as one call: the tests of the journeys are made of these."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from editorial_rows import PLAN

MESSAGE = re.compile(r"/tin-bai/(\d+)/")
DONE_WITHIN = 90_000  # milliseconds for long work on a busy machine


def draft_next(page: Page) -> int:
    """Draft the first topic that has no message yet; the browser is on the editing page of the message returned."""
    page.goto("/tin-bai/moi/")
    page.get_by_role("button", name=re.compile("Soạn từ mục")).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sửa tin")
    return message_of(page)


def message_of(page: Page) -> int:
    found = MESSAGE.search(page.url)
    assert found, page.url
    return int(found[1])


def write(page: Page, *, title: str) -> None:
    """Change the title and keep the new version."""
    page.get_by_label("Tiêu đề").fill(title)
    page.get_by_role("button", name=re.compile(r"^Ghi (bản|chữ)")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def submit(page: Page, message: int) -> None:
    """Ask for approval and see the work to its end; the browser is on the message's page again."""
    page.goto(f"/tin-bai/{message}/")
    start_work(page, "Trình duyệt")
    see_work_through(page)
    expect(page.get_by_role("button", name="Trình duyệt")).to_have_count(0)


def start_work(page: Page, button: str) -> None:
    """Press a button that begins long work; the browser is on the page of its progress."""
    page.get_by_role("button", name=button).click()
    page.wait_for_url("**/viec/**")


def see_work_through(page: Page) -> None:
    """Wait until the work is done; its page then goes on by itself to what was made."""
    page.wait_for_url(lambda url: "/viec/" not in url, timeout=DONE_WITHIN)


def plan_file(folder: Path, number: str, *, day: str = "30/11/2025") -> Path:
    """A plan of its own: another number, so that no test meets another's; it says no day of its own signing."""
    words = PLAN.replace("Số: 05/KH", f"Số: {number}/KH").replace("31/10/2025", day)
    words = words.replace("bệnh dại", f"bệnh than đợt {number}").replace("ngày 05 tháng 9", "ngày     tháng 9")
    path = folder / f"ke-hoach-{number}.txt"
    path.write_text(words)
    return path


def read_plan(page: Page, file: Path) -> None:
    """Send a plan and wait until it is read; the browser is on the page of its review."""
    page.goto("/ke-hoach/moi/")
    page.get_by_label("Tệp kế hoạch").set_input_files(str(file))
    start_work(page, "Đọc kế hoạch")
    see_work_through(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Đối chiếu kế hoạch")


def confirm_review(page: Page) -> None:
    """Make what was read work; the browser is on the plan's page."""
    page.get_by_role("button", name="Xác nhận kế hoạch").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kế hoạch đang làm")


def written_message(page: Page, *, title: str) -> int:
    """A message that no clause of the plan gives."""
    page.goto("/tin-bai/moi/viet/")
    page.get_by_label("Tiêu đề").fill(title)
    page.get_by_label("Tóm tắt").fill("Nhà văn hóa mở cửa cả tuần.")
    page.get_by_label("Nội dung", exact=True).fill(
        "Bà con đến nhà văn hóa từ 7 giờ 30 đến 17 giờ.\n\nMang theo giấy tờ."
    )
    page.get_by_label("Hỏi ở đâu").fill("Ủy ban nhân dân xã")
    page.get_by_label("Căn cứ", exact=True).fill("Thông báo của Ủy ban nhân dân xã")
    page.get_by_role("button", name="Ghi bản nháp").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    return message_of(page)


def submitted_message(page: Page, *, title: str) -> int:
    """The way of the operator to a message that waits for the leader."""
    message = written_message(page, title=title)
    submit(page, message)
    return message


def open_to_approve(page: Page, title: str) -> None:
    page.goto("/duyet/")
    page.get_by_role("link", name=title, exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def approve(page: Page, title: str) -> None:
    open_to_approve(page, title)
    page.get_by_role("button", name="Duyệt tin này").click()
    expect(page.get_by_role("button", name="Duyệt tin này")).to_have_count(0)


def send_back(page: Page, title: str, reason: str) -> None:
    open_to_approve(page, title)
    page.get_by_role("link", name="Trả lại").click()
    page.get_by_label("Cần sửa chỗ nào").fill(reason)
    page.get_by_role("button", name="Trả lại cho người soạn").click()
    expect(page.get_by_label("Cần sửa chỗ nào")).to_have_count(0)


def send_everywhere(page: Page, message: int) -> None:
    """One order for each outlet, now."""
    page.goto(f"/tin-bai/{message}/")
    page.get_by_role("link", name="Phát tin này").click()
    expect(page.get_by_role("button", name="Lập lệnh phát")).to_be_visible()
    for box in page.locator("input[name=outlets]").all():
        box.check()
    page.get_by_role("button", name="Lập lệnh phát").click()
    expect(page.get_by_role("button", name="Lập lệnh phát")).to_have_count(0)
