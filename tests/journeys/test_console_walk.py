"""Every screen of the console as each role meets it: for everybody, on any screen, in good Vietnamese, alone."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest
from django.urls import resolve

from console_deeds import (
    approve,
    plan_file,
    read_plan,
    send_back,
    send_everywhere,
    start_work,
    submitted_message,
    write,
    written_message,
)
from console_rig import CULTURE, LEADER, OPERATOR, ROLES, SYSTEM, Console, Seen
from console_walk import Screen, Walk, axe_faults, measure
from loa.console.urls import urlpatterns

pytestmark = pytest.mark.heavy

FAULTS = (
    "status",
    "heading",
    "title",
    "axe",
    "axe dark",
    "small",
    "overflow",
    "english",
    "print",
    "console",
    "elsewhere",
)
# Addresses that change something, are part of a screen, or are no page at all.
DEEDS = {
    "approval-approve",
    "assignment-prove",
    "assignment-report",
    "dispatch-heard",
    "message-draft",
    "message-preview",
    "message-preview-new",
    "message-source",
    "message-submit",
    "outlet-close",
    "outlet-reopen",
    "person-close",
    "person-password",
    "person-reopen",
    "person-roles",
    "plan-answer",
    "plan-undo",
    "review-add",
    "review-answer",
    "review-carry",
    "review-confirm",
    "review-drop",
    "review-lines",
    "review-look",
    "review-row",
    "review-take",
    "review-undo",
    "report-files",
    "report-new",
    "session-end",
    "sessions-end",
    "settings-commune",
    "settings-language",
    "sign-in-language",
    "sign-out",
}
FRAGMENTS = {"assignment-state", "dispatch-state", "message-dispatches", "today-air", "today-quiet", "work-state"}
FILES = {
    "corrections",
    "dispatch-file",
    "dispatch-picture",
    "dispatch-sheet",
    "evidence",
    "message-file",
    "message-picture",
    "plan-file",
    "plan-former-file",
    "report-file",
    "review-file",
}
NO_SCREEN = DEEDS | FRAGMENTS | FILES
MEASURED_APART = {"message-page", "plan-former", "review-compare", "review-likely", "sign-in", "work"}
FEWEST_SCREENS = {"van-hoa": 40, "van-hanh": 40, "lanh-dao": 30, "he-thong": 15, "truong-khu": 12}


@dataclass
class Walked:
    """The screens each role saw, and what its browser kept."""

    screens: dict[str, list[Screen]]
    cookies: dict[str, list[dict[str, object]]]


@pytest.fixture(scope="module")
def walked(console: Console, tmp_path_factory: pytest.TempPathFactory) -> Walked:
    """All roles walk a commune where a message waits, one was sent back, one is a draft and one is on its way.

    A plan was read and waits for review.
    """
    read_plan(console.signed_in(CULTURE).page, plan_file(tmp_path_factory.mktemp("plan"), "81"))
    operator, leader = console.signed_in(OPERATOR).page, console.signed_in(LEADER).page
    on_air = submitted_message(operator, title="Lịch mở cửa nhà văn hóa")
    approve(leader, "Lịch mở cửa nhà văn hóa")
    send_everywhere(operator, on_air)
    submitted_message(operator, title="Giờ làm việc của bộ phận một cửa")
    send_back(leader, "Giờ làm việc của bộ phận một cửa", "Thiếu số điện thoại, hãy ghi thêm.")
    submitted_message(operator, title="Cách đăng ký học bơi hè")
    draft = written_message(operator, title="Dọn vệ sinh đường làng")
    operator.goto(f"/tin-bai/{draft}/sua/")
    write(operator, title="Dọn vệ sinh đường làng ngõ xóm")
    measured = Counter[str]()
    seen = {role: console.entered(role) for role in ROLES}
    screens = {role: Walk(one, measured).all() for role, one in seen.items()}
    return Walked(screens, {role: list(map(dict, one.page.context.cookies())) for role, one in seen.items()})


@pytest.mark.parametrize("fault", FAULTS)
def test_no_screen_has(walked: Walked, fault: str) -> None:
    found = {
        f"{role} {screen.url}": screen.faults[fault]
        for role, screens in walked.screens.items()
        for screen in screens
        if fault in screen.faults
    }
    assert found == {}


def test_each_role_reaches_its_screens(walked: Walked) -> None:
    counts = {role: len(screens) for role, screens in walked.screens.items()}
    assert all(counts[role] >= fewest for role, fewest in FEWEST_SCREENS.items()), counts


def test_all_screens_of_the_console_were_walked(walked: Walked) -> None:
    met = {resolve(urlsplit(screen.url).path).url_name for screens in walked.screens.values() for screen in screens}
    assert {str(one.name) for one in urlpatterns} - NO_SCREEN - MEASURED_APART - met == set()


def test_the_session_is_the_only_cookie(walked: Walked) -> None:
    for role, cookies in walked.cookies.items():
        assert [one["name"] for one in cookies] == ["loa"], role
        assert cookies[0]["sameSite"] == "Lax"


def test_the_sign_in_sets_a_cookie_that_no_script_reads(console: Console) -> None:
    page = console.signed_in(OPERATOR).page
    assert [(one["name"], one["httpOnly"], one["sameSite"]) for one in page.context.cookies()] == [("loa", True, "Lax")]
    assert page.evaluate("document.cookie") == ""


@pytest.mark.parametrize(("path", "status"), [("/khong-co-trang-nay/", 404), ("/nguoi-dung/", 403)])
def test_a_page_of_refusal_is_as_good_as_the_others(console: Console, path: str, status: int) -> None:
    seen = console.entered(OPERATOR)
    answer = seen.page.goto(path)
    assert answer is not None
    assert answer.status == status
    assert measured(seen, path).faults == {}


def test_the_sign_in_page_is_as_good_as_the_others(console: Console) -> None:
    seen = console.page()
    seen.page.goto("/")
    assert measured(seen, "/dang-nhap/").faults == {}
    assert seen.troubles == []


@pytest.mark.parametrize(
    ("role", "path", "button"),
    [
        (OPERATOR, "/tin-bai/moi/viet/", "Ghi bản nháp"),
        (CULTURE, "/ke-hoach/moi/", "Đọc kế hoạch"),
        (SYSTEM, "/nguoi-dung/them/", "Thêm và cấp mật khẩu"),
        (SYSTEM, "/loa/them/", "Thêm điểm phát này"),
        (SYSTEM, "/don-vi/them/", "Thêm đơn vị này"),
        (SYSTEM, "/cai-dat/mat-khau/", "Đổi mật khẩu"),
    ],
)
def test_a_refused_form_is_as_good_as_the_others(console: Console, role: str, path: str, button: str) -> None:
    page = console.entered(role).page
    page.goto(path)
    page.evaluate("document.querySelectorAll('form').forEach(form => { form.noValidate = true; })")
    page.wait_for_load_state("networkidle")
    with page.expect_response(lambda answer: answer.request.is_navigation_request()) as posted:
        page.get_by_role("button", name=button).click()
    assert posted.value.status == 409
    page.wait_for_load_state()
    assert page.locator("main .err, main [role=alert]").count() > 0
    screen = Screen(path, path)
    measure(page, screen)
    assert screen.faults == {}


def test_the_page_of_long_work_is_as_good_as_the_others(console: Console) -> None:
    """Without a network, so that it stays as it is: the notice of that is measured with it."""
    seen = console.entered(OPERATOR)
    written_message(seen.page, title="Hướng dẫn tiết kiệm điện")
    start_work(seen.page, "Trình duyệt")
    seen.page.context.set_offline(True)
    assert measured(seen, "/viec/").faults == {}


def test_the_page_to_come_on_the_portal_is_as_good_as_the_others(console: Console) -> None:
    seen = console.entered(OPERATOR)
    seen.page.goto("/tin-bai/1/ban-1/trang-tin/")
    assert seen.page.locator("h1").count() == 1
    assert (seen.troubles, seen.elsewhere) == ([], [])
    open_to_the_checker = console.entered(OPERATOR, bypass_csp=True)  # the page itself lets no script run at all
    open_to_the_checker.page.goto("/tin-bai/1/ban-1/trang-tin/")
    assert measured(open_to_the_checker, "/trang-tin/").faults == {}


def measured(seen: Seen, path: str) -> Screen:
    screen = Screen(path, path)
    measure(seen.page, screen)
    return screen


def test_the_checker_sees_what_is_wrong(console: Console) -> None:
    seen = console.page()
    seen.page.goto("/dang-nhap/")
    seen.page.evaluate(
        "document.querySelector('label').remove(); document.body.append('Search the page');"
        "document.querySelector('h1').style.width = '900px'; document.querySelector('.btn').style.minHeight = '20px'"
    )
    screen = measured(seen, "/dang-nhap/")
    assert {"axe", "english", "overflow", "small"} <= set(screen.faults)
    assert axe_faults(seen.page)
