"""The portal as residents meet it: a real server, a real browser, a small phone, a desk, large type, dark, print."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from axe_core_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright

from cast import NOW
from loa.adapters.read_back_http import NotServed, over_http
from loa.channels.ports import Outcome
from loa.portal.publication import PortalChannel, open_portal
from loa.portal.server import listening_socket
from parts import chromium
from portal_orders import an_order, some_content

pytestmark = pytest.mark.heavy

SOURCE = Path(__file__).resolve().parents[2] / "src"
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
)
PAGES = {
    "trang-chu": "/",
    "trang-chu-to": "/chu-to/",
    "tin": "/tin/7K3FQ/",
    "tin-to": "/tin/7K3FQ/chu-to/",
    "khong-thay": "/tin/ZZZZZ/",
}
WIDTHS = (320, 360, 1280)
FOCUSED = "document.activeElement.textContent.trim() || document.activeElement.tagName"


@contextmanager
def running_portal(root: Path) -> Iterator[str]:
    """The server as the supervisor starts it, on a free port."""
    probe = listening_socket("127.0.0.1", 0)
    port = probe.getsockname()[1]
    probe.close()
    words = [sys.executable, "-m", "loa.cli.process", "portal", str(root), str(port)]
    process = subprocess.Popen(words, stdin=subprocess.PIPE, env=os.environ | {"PYTHONPATH": str(SOURCE)})
    base = f"http://127.0.0.1:{port}"
    try:
        for _attempt in range(100):
            try:
                over_http(f"{base}/")
                break
            except NotServed:
                time.sleep(0.1)
        yield base
    finally:
        process.terminate()
        process.communicate(timeout=10)
        assert process.returncode in (0, -15)


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A portal with two messages, published and read back over HTTP."""
    chromium()
    folder = tmp_path_factory.mktemp("portal")
    open_portal(folder / "root", commune="xã Đồng Sương", province="tỉnh Lam Giang")
    with running_portal(folder / "root") as base:
        channel = PortalChannel(folder / "root", read_back=over_http, base_url=base, now=lambda: NOW)
        long = some_content(base_url=base)
        short = replace(
            some_content("Q4MNR", base_url=base), title="Lịch cắt nước", paragraphs=("Một câu.",), contact=""
        )
        for day, content in enumerate((long, short)):
            order = an_order(folder / "files", content, at=NOW + timedelta(days=day), key=content.code)
            receipt = channel.send(order).receipt
            assert receipt is not None
            assert receipt.outcome == Outcome.PLAYED
        yield base


@pytest.fixture(scope="module")
def browser(portal: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=str(chromium()), args=list(QUIET))
        yield started
        started.close()


@contextmanager
def opened(browser: Browser, width: int, **look: str) -> Iterator[tuple[BrowserContext, Page, list[str]]]:
    """A page of that width, with what it complained about and what it asked for elsewhere."""
    context = browser.new_context(viewport={"width": width, "height": 800}, locale="vi-VN", **look)  # type: ignore[arg-type]
    page = context.new_page()
    troubles: list[str] = []

    def heard(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and "404" not in message.text:
            troubles.append(message.text)

    page.on("console", heard)
    page.on("request", lambda request: None if "127.0.0.1" in request.url else troubles.append(request.url))
    yield context, page, troubles
    context.close()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_reads_well_at_any_width(browser: Browser, portal: str, tmp_path: Path, name: str, width: int) -> None:
    with opened(browser, width) as (context, page, troubles):
        page.goto(portal + PAGES[name])
        page.screenshot(path=tmp_path / f"{name}-{width}.png", full_page=True)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert [found["id"] for found in Axe().run(page)["violations"]] == []
        assert page.locator("h1").count() == 1
        assert context.cookies() == []
        assert troubles == []


@pytest.mark.parametrize("name", PAGES)
def test_a_page_reads_well_in_the_dark(browser: Browser, portal: str, tmp_path: Path, name: str) -> None:
    with opened(browser, 360, color_scheme="dark") as (_context, page, _troubles):
        page.goto(portal + PAGES[name])
        page.screenshot(path=tmp_path / f"{name}-dark.png", full_page=True)
        assert [found["id"] for found in Axe().run(page)["violations"]] == []


def test_large_type_is_larger_and_stays_on_the_way(browser: Browser, portal: str) -> None:
    with opened(browser, 360) as (_context, page, _troubles):
        page.goto(portal)
        before = page.evaluate("getComputedStyle(document.body).fontSize")
        page.get_by_role("link", name="Chữ to").click()
        page.wait_for_load_state()  # the style sheet too
        after = page.evaluate("getComputedStyle(document.body).fontSize")
        assert float(after.removesuffix("px")) == pytest.approx(float(before.removesuffix("px")) * 1.25)
        page.get_by_role("heading", name="Lịch tiêm phòng dại").get_by_role("link").click()
        assert page.url == f"{portal}/tin/7K3FQ/chu-to/"
        page.get_by_role("link", name="Chữ vừa").click()
        assert page.url == f"{portal}/tin/7K3FQ/"


def test_what_is_pressed_is_big_enough_for_a_thumb(browser: Browser, portal: str) -> None:
    with opened(browser, 360) as (_context, page, _troubles):
        for path in ("/", "/tin/7K3FQ/"):
            page.goto(portal + path)
            for box in [button.bounding_box() for button in page.locator(".btn, input, .home").all()]:
                assert box is not None
                assert box["height"] >= 44


def test_the_keyboard_meets_things_in_the_order_of_the_eye(browser: Browser, portal: str) -> None:
    with opened(browser, 1280) as (_context, page, _troubles):
        page.goto(f"{portal}/tin/7K3FQ/")
        seen = []
        for _press in range(12):
            page.keyboard.press("Tab")
            seen.append(
                page.evaluate(
                    "(document.activeElement.textContent.trim() || document.activeElement.tagName).slice(0, 24)"
                )
            )
        order = [
            seen.index(word) for word in ("Đến nội dung chính", "Chữ to", "Trang chủ", "AUDIO", "Tải về máy (1 KB)")
        ]
        assert order == sorted(order)


def test_the_checker_sees_what_is_wrong(browser: Browser, portal: str) -> None:
    with opened(browser, 360) as (_context, page, _troubles):
        page.goto(portal)
        page.evaluate("document.querySelector('label').remove(); document.documentElement.removeAttribute('lang')")
        assert {"label", "html-has-lang"} <= {found["id"] for found in Axe().run(page)["violations"]}


def test_a_code_is_checked_from_the_front_page(browser: Browser, portal: str) -> None:
    with opened(browser, 360) as (_context, page, _troubles):
        page.goto(portal)
        page.get_by_label("Mã tin").fill("7k3fq")
        page.get_by_role("button", name="Tra mã").click()
        assert page.url == f"{portal}/tin/7K3FQ/"
        page.goto(portal)
        page.get_by_label("Mã tin").fill("WRONG")
        page.get_by_role("button", name="Tra mã").click()
        assert page.get_by_role("heading", level=1).inner_text() == "Không tìm thấy tin này"


def test_on_paper_only_the_message_and_its_seal_remain(browser: Browser, portal: str, tmp_path: Path) -> None:
    with opened(browser, 1280) as (_context, page, _troubles):
        page.goto(f"{portal}/tin/7K3FQ/")
        page.emulate_media(media="print")
        page.pdf(path=tmp_path / "tin.pdf", format="A4")
        assert page.locator("h1").is_visible()
        assert page.get_by_text("Mã tin", exact=True).is_visible()
        assert page.locator(".qr").is_visible()
        for gone in (".band", "audio", ".btn", ".foot-page"):
            assert not page.locator(gone).first.is_visible()
