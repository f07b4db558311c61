"""The console as people meet it: the demo's own processes, a real browser, people who sign in through the form."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, expect, sync_playwright

from loa.cli.supervisor import free_port
from parts import chromium

QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
)
CULTURE, OPERATOR, LEADER, SYSTEM, HEAD = "van-hoa", "van-hanh", "lanh-dao", "he-thong", "truong-khu"
ROLES = (CULTURE, OPERATOR, LEADER, SYSTEM, HEAD)
HEIGHTS = {360: 740, 1280: 800}
ACCOUNT = re.compile(r"^ {2}(?P<name>[\w-]+@[\w-]+) +(?P<password>\S+)  \S", re.MULTILINE)
READY = "Ctrl-C"
PATIENCE = 180.0  # seconds for a demo on a busy machine
SLOW = 30_000  # milliseconds for a page, or for a state that comes by itself


@dataclass(frozen=True)
class Served:
    """A running demo and what it printed. `passwords` by user name."""

    base: str
    portal: str
    data: Path
    passwords: dict[str, str]


@dataclass
class Console:
    """A running demo with a browser before it."""

    served: Served
    browser: Browser
    cookies: dict[str, str] = field(default_factory=dict)
    open_contexts: list[BrowserContext] = field(default_factory=list)

    @property
    def base(self) -> str:
        return self.served.base

    def name_of(self, role: str) -> str:
        return next(name for name in self.served.passwords if name.startswith(f"{role}@"))

    def page(self, width: int = 1280, **look: object) -> Seen:
        """A page of a browser of its own that nobody has signed in to."""
        context = self.browser.new_context(
            viewport={"width": width, "height": HEIGHTS.get(width, 800)},
            locale="vi-VN",
            base_url=self.base,
            **look,  # type: ignore[arg-type]
        )
        context.set_default_timeout(SLOW)
        self.open_contexts.append(context)
        return Seen(context.new_page(), self.base)

    def signed_in(self, role: str, width: int = 1280, **look: object) -> Seen:
        """A page after the sign-in form, with name and password as a person types them."""
        seen = self.page(width, **look)
        sign_in(seen.page, self.name_of(role), self.served.passwords[self.name_of(role)])
        expect(seen.page.locator("nav.side, nav.tabs").first).to_be_attached()
        return seen

    def entered(self, role: str, width: int = 1280, **look: object) -> Seen:
        """As `signed_in`, with the session of an earlier sign-in of the same person: quicker, for walks."""
        if role not in self.cookies:
            self.cookies[role] = cookie_of(self.signed_in(role).page)
        seen = self.page(width, **look)
        seen.page.context.add_cookies([{"name": "loa", "value": self.cookies[role], "url": self.base}])
        return seen

    def close_pages(self) -> None:
        while self.open_contexts:
            self.open_contexts.pop().close()


class Seen:
    """A page with what it complained about (`troubles`) and what it asked for elsewhere (`elsewhere`)."""

    def __init__(self, page: Page, base: str) -> None:
        self.page = page
        self.troubles: list[str] = []
        self.elsewhere: list[str] = []
        self.base = base
        self._origin = urlsplit(base).netloc
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.troubles.append(str(error)))
        page.on("request", self._asked)

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.troubles.append(f"{message.text} [{message.location.get('url', '')}]")

    def _asked(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.netloc != self._origin and address.scheme not in ("blob", "chrome-extension"):
            self.elsewhere.append(request.url)


def sign_in(page: Page, name: str, password: str, path: str = "/") -> None:
    """Fill and send the sign-in form that `path` leads to."""
    page.goto(path)
    page.get_by_label("Tên đăng nhập").fill(name)
    page.get_by_label("Mật khẩu", exact=True).fill(password)
    page.get_by_role("button", name="Đăng nhập").click()


def cookie_of(page: Page) -> str:
    return next(str(one["value"]) for one in page.context.cookies() if one["name"] == "loa")


@contextmanager
def served_demo(folder: Path) -> Iterator[Served]:
    """The demo with its portal and its console on free ports, until the block ends."""
    chromium()
    port, portal_port = free_port(), free_port()
    words = [sys.executable, "-m", "loa", "--data", str(folder / "var"), "demo", "--console-port", str(port)]
    log = folder / "demo.log"
    with log.open("w") as out:
        process = subprocess.Popen(
            [*words, "--port", str(portal_port)], stdout=out, stderr=subprocess.STDOUT, env=plain_environment()
        )
    try:
        wait_for(process, log)
        yield Served(
            base=f"http://127.0.0.1:{port}",
            portal=f"http://127.0.0.1:{portal_port}",
            data=folder / "var",
            passwords={found["name"]: found["password"] for found in ACCOUNT.finditer(log.read_text())},
        )
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(30)
        finally:
            process.kill()


@contextmanager
def with_browser(served: Served) -> Iterator[Console]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(chromium()), args=list(QUIET))
        yield Console(served, browser)
        browser.close()


def plain_environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LOA_NOW", "DJANGO_"))}
    return kept | {"LOA_LANG": "vi"}


def wait_for(served: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + PATIENCE
    while READY not in log.read_text():
        assert served.poll() is None, log.read_text()
        assert time.monotonic() < end, log.read_text()
        time.sleep(0.3)
