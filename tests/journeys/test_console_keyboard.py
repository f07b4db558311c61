"""A leader who uses no mouse signs in, listens, approves; each stop is seen, in the order of the eye."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from console_deeds import submitted_message
from console_rig import LEADER, OPERATOR, Console

pytestmark = pytest.mark.heavy

MOST_STOPS = 80
PLACES = ("/", "/tin-bai/", "/duyet/", "/gui-phat/", "/loa/", "/ke-hoach/", "/phan-cong/", "/bao-cao/")
STOP = """
() => {
  const one = document.activeElement, box = one.getBoundingClientRect(), style = getComputedStyle(one);
  const at = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  return {
    words: (one.getAttribute("aria-label") || one.innerText || one.name || one.tagName).trim().replace(/\\s+/g, " "),
    tag: one.tagName, top: box.top + scrollY, bottom: box.bottom + scrollY, left: box.left, right: box.right,
    fixed: !!one.closest(".bar, .tabs, .skip"), inMain: !!one.closest("main"),
    isSeen: (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== "none",
    isCovered: !at || !(one.contains(at) || at.contains(one)),
  };
}
"""


def press_to(page: Page, words: str) -> list[dict[str, Any]]:
    """Press Tab until the focus is on what is named so; all stops on the way, that one last."""
    stops: list[dict[str, Any]] = []
    for _press in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stops.append(page.evaluate(STOP))
        if stops[-1]["words"].startswith(words):
            return stops
    raise AssertionError(f"{words} is not among {[stop['words'] for stop in stops]}")


def assert_seen(stops: list[dict[str, Any]]) -> None:
    """Outlined and under nothing; the browser itself outlines the parts of its sound player."""
    stops = [stop for stop in stops if stop["tag"] not in ("BODY", "AUDIO")]
    unseen = [stop["words"] for stop in stops if not stop["isSeen"]]
    covered = [stop["words"] for stop in stops if stop["isCovered"]]
    assert (unseen, covered) == ([], [])


def assert_in_order(stops: list[dict[str, Any]]) -> None:
    """Each stop stands below the one before it or to its right: a column is read to its end, then the next."""
    moving = [stop for stop in stops if stop["inMain"] and not stop["fixed"]]
    back = [
        f"{before['words']} -> {after['words']}"
        for before, after in pairwise(moving)
        if after["bottom"] <= before["top"] and after["left"] < before["right"]
    ]
    assert back == []


def sign_in_by_keyboard(page: Page, name: str, password: str) -> None:
    page.goto("/")
    if page.evaluate("document.activeElement.name") != "username":
        press_to(page, "username")
    page.keyboard.type(name)
    press_to(page, "password")
    page.keyboard.type(password)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Hôm nay")


@pytest.mark.parametrize("width", [360, 1280])
def test_a_message_is_approved_by_keyboard_alone(console: Console, width: int) -> None:
    title = f"Lịch phát thuốc diệt muỗi {width}"
    submitted_message(console.signed_in(OPERATOR).page, title=title)
    page, name = console.page(width).page, console.name_of(LEADER)
    sign_in_by_keyboard(page, name, console.served.passwords[name])
    stops = press_to(page, "Duyệt")
    assert stops[0]["words"] == "Đến nội dung chính"
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Duyệt")
    stops += press_to(page, title)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    seeing = press_to(page, "Bản loa")
    page.keyboard.press("Space")
    page.wait_for_function("() => document.querySelector('audio').currentTime > 0")
    seeing += press_to(page, "Duyệt tin này")
    assert_seen(stops + seeing)
    assert_in_order(seeing)
    page.keyboard.press("Enter")
    expect(page.locator("main [role=status]").first).to_contain_text("Đã duyệt")


def test_the_skip_link_leads_past_the_frame(console: Console) -> None:
    page = console.entered(LEADER).page
    for path in ("/", "/tin-bai/", "/gui-phat/"):
        page.goto(path)
        page.keyboard.press("Tab")
        assert page.evaluate(STOP)["words"] == "Đến nội dung chính"
        assert page.evaluate("document.activeElement.getBoundingClientRect().top") >= 0
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate(STOP)["inMain"], path


@pytest.mark.parametrize("path", PLACES)
@pytest.mark.parametrize("width", [360, 1280])
def test_every_stop_is_seen_and_in_the_order_of_the_eye(console: Console, path: str, width: int) -> None:
    page = console.entered(OPERATOR, width).page
    page.goto(path)
    page.wait_for_load_state("networkidle")
    stops = []
    for _press in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop["tag"] == "BODY":
            break
        stops.append(stop)
    assert len(stops) > 5
    assert_seen(stops)
    assert_in_order(stops)
