"""Walks the console as one role: every screen that its links lead to, and what is measured on each."""

from __future__ import annotations

import re
from collections import Counter, deque
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from axe_core_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from console_rig import Seen

SAME_KIND = 3  # screens that differ only in a number or the value of a query: so many are enough
SAME_PATH = 8  # and so many that differ in their query's names,
MEASURED_OF_A_PATH = 3  # of which so many are measured in full
STARTS = ("/", "/tim/?q=van+hoa")
PHONE, DESK, NARROW, HALF_DESK = 360, 1280, 320, 640  # 320 and 640 px are what a desk shows at 400 % and 200 %
NOT_A_SCREEN = re.compile(r"/(tep|anh|minh-chung/\d+|trang-tin|van-ban-goc)/|\.(pdf|docx|jsonl)$")
SMALL_CONTROLS = """
() => [...document.querySelectorAll("button, select, textarea, input, summary, nav a, a.btn")]
  .filter(one => one.type !== "hidden" && one.checkVisibility({visibilityProperty: true}) && !one.closest(".vh, .skip"))
  .map(one => [one, (one.matches("[type=checkbox], [type=radio]") && one.closest("label")) || one])
  .filter(([one, target]) => target.getBoundingClientRect().height < 43.5 && !one.classList.contains("vh"))
  .map(([one, target]) => `${one.tagName} ${(one.innerText || one.name || "").slice(0, 30)} `
    + `${Math.round(target.getBoundingClientRect().height)} px`)
"""
WORDS_SEEN = """
() => {
  const copy = document.body.cloneNode(true);
  copy.querySelectorAll("[lang=en], script, noscript").forEach(one => one.remove());
  const said = ["aria-label", "alt", "placeholder", "title", "data-l"];
  const attributes = [...copy.querySelectorAll("*")].flatMap(one => said.map(name => one.getAttribute(name) || ""));
  return copy.textContent + " " + attributes.join(" ");
}
"""
ENGLISH = re.compile(
    r"\b(the|and|next|previous|search|submit|submitted|save|delete|cancel|error|please|page|required|this field|select|"
    r"choose|none|null|undefined|true|false|home|back|enter|invalid|unknown|draft|approved|returned|queued|played)\b",
    re.IGNORECASE,
)


@dataclass
class Screen:
    """What one address showed. `faults` by the kind of fault."""

    url: str
    kind: str
    faults: dict[str, list[str]] = field(default_factory=dict)

    def note(self, kind: str, what: list[str]) -> None:
        if what:
            self.faults.setdefault(kind, []).extend(what)


def kind_of(url: str) -> str:
    """The address with its numbers, keys and query values left out: `/tin-bai/N/?ban`."""
    address = urlsplit(url)
    path = re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}|\d+", "N", address.path)
    names = sorted(pair.partition("=")[0] for pair in address.query.split("&") if pair)
    return path + ("?" + "&".join(names) if names else "")


@dataclass
class Walk:
    """One person's way through the console. `measured` is shared by all walkers: how many screens of a path."""

    seen: Seen
    measured: Counter[str]
    found: list[Screen] = field(default_factory=list)

    def all(self) -> list[Screen]:
        """Every screen that links lead to from the first page, and from what a search finds."""
        waiting, met, kinds = deque(STARTS), set(STARTS), Counter[str]()
        while waiting:
            path = waiting.popleft()
            kind = kind_of(path)
            place = kind.partition("?")[0] + "?"
            if kinds[kind] >= SAME_KIND or kinds[place] >= SAME_PATH:
                continue
            kinds.update({kind, place})
            self.visit(path, place)
            for link in links_on(self.seen.page, self.seen.base):
                if link not in met:
                    met.add(link)
                    waiting.append(link)
        return self.found

    def visit(self, path: str, place: str) -> None:
        screen = opened(self.seen, path)
        if self.measured[place] < MEASURED_OF_A_PATH:
            self.measured[place] += 1
            measure(self.seen.page, screen)
        screen.note("console", self.seen.troubles)
        screen.note("elsewhere", self.seen.elsewhere)
        self.seen.troubles.clear()
        self.seen.elsewhere.clear()
        self.found.append(screen)


def opened(seen: Seen, path: str) -> Screen:
    """Go there, and note what every screen must have."""
    screen = Screen(path, kind_of(path))
    answer = seen.page.goto(path, wait_until="load")
    if answer is None or answer.status != 200:
        screen.note("status", [str(answer and answer.status)])
    if seen.page.locator("h1").count() != 1:
        screen.note("heading", [f"{seen.page.locator('h1').count()} h1"])
    if not re.fullmatch(r"\S.* · Loa.*", seen.page.title()):
        screen.note("title", [seen.page.title()])
    return screen


def links_on(page: Page, base: str) -> list[str]:
    """Paths of our own origin that a reader can follow to a screen."""
    paths = []
    for href in page.eval_on_selector_all("a[href]:not([download])", "all => all.map(one => one.href)"):
        address = urlsplit(href)
        if f"{address.scheme}://{address.netloc}" == base and not NOT_A_SCREEN.search(address.path):
            paths.append(address.path + (f"?{address.query}" if address.query else ""))
    return paths


def measure(page: Page, screen: Screen) -> None:
    """At a desk and on a phone, by day and by night, at 200 % and 400 %, on paper; words and sizes."""
    page.wait_for_load_state("networkidle")
    page.evaluate(AXE_SCRIPT)
    for width in (DESK, PHONE):
        page.set_viewport_size({"width": width, "height": 800})
        screen.note("axe", axe_faults(page))
        page.emulate_media(color_scheme="dark")
        screen.note("axe dark", axe_faults(page, only=["color-contrast"]))
        page.emulate_media(color_scheme="light")
    screen.note("small", page.evaluate(SMALL_CONTROLS))
    for width in (NARROW, PHONE, HALF_DESK, DESK):
        page.set_viewport_size({"width": width, "height": 800})
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > width:
            screen.note("overflow", [f"{wide} px at {width} px"])
    screen.note("english", sorted({word.lower() for word in ENGLISH.findall(page.evaluate(WORDS_SEEN))}))
    page.emulate_media(media="print")
    screen.note("print", [one for one in ("nav.side", "nav.tabs", ".skip") if page.locator(one).first.is_visible()])
    page.emulate_media(media="screen")


def axe_faults(page: Page, *, only: list[str] | None = None) -> list[str]:
    """What axe-core finds, its rules of WCAG 2.2 AA and of good practice; `only` names rules to look at."""
    options = {"runOnly": only} if only else {}
    found = page.evaluate("options => axe.run(document, options)", options)["violations"]
    return [f"{one['id']}: {[node['target'] for node in one['nodes']][:3]}" for one in found]
