"""The day of the person in charge of the system, and of the person who has just got an account."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from console_rig import HEAD, SYSTEM, Console, Served, sign_in
from console_shots import shoot

pytestmark = pytest.mark.heavy

OWN_WORDS = "nương lúa chín vàng"
TRIES = 5


def a_new_person(page: Page, *, name: str, who: str, role: str) -> str:
    """Their one-time password."""
    page.goto("/nguoi-dung/")
    shoot(page, "nguoi-dung")
    page.get_by_role("link", name="Thêm người dùng").click()
    page.get_by_label("Họ tên").fill(who)
    page.get_by_label("Tên đăng nhập").fill(name)
    page.get_by_label("Vai trò").select_option(label=role)
    page.get_by_role("button", name="Thêm và cấp mật khẩu").click()
    return page.locator(".secret").inner_text().strip()


@pytest.mark.parametrize("width", [360, 1280])
def test_somebody_new_gets_in_and_sees_what_the_role_opens(console: Console, width: int) -> None:
    name = f"moi.{width}"
    password = a_new_person(console.signed_in(SYSTEM, width).page, name=name, who="Nguyễn Thị Mới", role="Vận hành")
    page = console.page(width).page
    sign_in(page, name, password)
    expect(page.get_by_role("heading", level=1)).to_have_text("Chọn mật khẩu của riêng mình")
    page.goto("/tin-bai/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Chọn mật khẩu của riêng mình")
    chooses_own_password(page, old=password)
    page.goto("/tin-bai/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Tin bài")
    answer = page.goto("/nguoi-dung/")
    assert answer is not None
    assert answer.status == 403
    assert page.locator("nav.side a").filter(has_text="Người dùng").count() == 0


def chooses_own_password(page: Page, *, old: str) -> None:
    page.get_by_label("Mật khẩu vừa dùng để đăng nhập").fill(old)
    page.get_by_label("Mật khẩu mới", exact=True).fill(OWN_WORDS)
    page.get_by_label("Mật khẩu mới, nhập lại lần nữa").fill(OWN_WORDS)
    page.get_by_role("button", name="Đổi mật khẩu").click()
    expect(page.get_by_role("button", name="Đổi mật khẩu")).to_have_count(0)


def test_the_password_is_shown_once(console: Console) -> None:
    page = console.signed_in(SYSTEM).page
    password = a_new_person(page, name="mot.lan", who="Trần Văn Một", role="Lãnh đạo")
    page.reload()
    expect(page.locator("main [role=status]").first).to_contain_text("mật khẩu đã hiện một lần")
    assert password not in page.content()
    page.goto("/nguoi-dung/")
    page.get_by_role("link", name="Trần Văn Một").click()
    assert password not in page.content()


def test_signing_out_everywhere_ends_the_other_browser(console: Console) -> None:
    phone, office = console.signed_in(HEAD, 360).page, console.signed_in(HEAD, 1280).page
    office.goto("/cai-dat/")
    shoot(office, "cai-dat")
    assert office.locator("section", has_text="Thiết bị đang đăng nhập").last.get_by_role("listitem").count() >= 2
    office.get_by_role("button", name="Đăng xuất mọi nơi").click()
    expect(office.get_by_role("heading", level=1)).to_have_text("Đăng nhập")
    phone.goto("/phan-cong/")
    expect(phone.get_by_role("heading", level=1)).to_have_text("Đăng nhập")
    sign_in(phone, console.name_of(HEAD), console.served.passwords[console.name_of(HEAD)], "/phan-cong/")
    expect(phone.get_by_role("heading", level=1)).to_have_text("Phân công")


def test_five_wrong_passwords_shut_the_door_for_a_while(console: Console) -> None:
    a_new_person(console.signed_in(SYSTEM).page, name="quen.mat.khau", who="Lê Văn Quên", role="Vận hành")
    page = console.page(360).page
    for _try in range(TRIES - 1):
        sign_in(page, "quen.mat.khau", "sai mật khẩu")
        expect(page.locator("main")).to_contain_text("chưa đúng")
    with page.expect_response(lambda answer: answer.request.method == "POST") as posted:
        sign_in(page, "quen.mat.khau", "sai mật khẩu")
    assert posted.value.status == 429
    expect(page.get_by_role("heading", level=1)).to_have_text("Tạm khóa đăng nhập")
    sign_in(page, "quen.mat.khau", "sai mật khẩu")
    expect(page.get_by_role("heading", level=1)).to_have_text("Tạm khóa đăng nhập")


def test_the_passwords_of_the_demo_stand_nowhere_but_on_the_screen(served: Served) -> None:
    secrets = {password.encode() for password in served.passwords.values()}
    assert len(secrets) == len(served.passwords) == 5
    files = [path for path in served.data.rglob("*") if path.is_file()]
    assert len(files) > 20
    read = {path: kept for path in files if (kept := _still_there(path)) is not None}
    assert len(files) - len(read) < 5
    assert [path for path, kept in read.items() for secret in secrets if secret in kept] == []


def _still_there(path: Path) -> bytes | None:
    """A file's bytes; None for one that the running demo has put away meanwhile, as it does with drafts."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
