"""The pages as bytes. Each exists twice, in ordinary and in large type, so that no script and no cookie is needed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from loa.portal.entry import MESSAGES, Entry
from loa.units.naming import called, committee_of

LARGE = "chu-to/"
CLOSING_MARK = "<!--/tin-->"
NEWEST_FIRST = 100  # entries on the front page


@dataclass(frozen=True, slots=True)
class Place:
    """The commune as its portal shows it; `is_rehearsal` where the clock is simulated."""

    name: str
    province: str = ""
    is_rehearsal: bool = False

    @property
    def heading(self) -> str:
        return self.name[:1].upper() + self.name[1:]

    @property
    def issuer(self) -> str:
        return committee_of(self.name)

    @property
    def kind(self) -> str:
        return called(self.name)


def opening_mark(sha256: str) -> str:
    """What stands right before the frozen article in its page."""
    return f"<!--tin {sha256}-->"


def frozen_part(page: bytes, sha256: str) -> bytes | None:
    """The bytes between the two marks, or None where the page carries no such article."""
    _before, opening, rest = page.partition(opening_mark(sha256).encode())
    part, closing, _after = rest.partition(CLOSING_MARK.encode())
    return part if opening and closing else None


def root_of(entry: Entry) -> str:
    """The path under which the portal is reached, "/" as a rule."""
    return urlsplit(entry.address).path.removesuffix(f"{MESSAGES}/{entry.code}/") or "/"


def message_page(entry: Entry, article: str, *, place: Place, large: bool) -> bytes:
    """The page of one message around its frozen article, which stands in it byte for byte."""
    own = f"{root_of(entry)}{MESSAGES}/{entry.code}/"
    frozen = SafeString(f"{opening_mark(entry.article)}{article}{CLOSING_MARK}")
    context = _frame(place, root_of(entry), large=large) | {
        "page": entry,
        "frozen": frozen,
        "other_size": own if large else own + LARGE,
    }
    return _rendered("message", context)


def home_page(entries: Sequence[Entry], place: Place, *, root: str, large: bool) -> bytes:
    """What is published, newest first."""
    tail = LARGE if large else ""
    rows = [_Row(entry, f"{root}{MESSAGES}/{entry.code}/{tail}") for entry in entries[:NEWEST_FIRST]]
    context = _frame(place, root, large=large) | {
        "entries": rows,
        "newest": rows[0] if rows else None,
        "other_size": root if large else root + LARGE,
    }
    return _rendered("home", context)


def missing_page(place: Place, *, root: str) -> bytes:
    """The answer where nothing is."""
    return _rendered("missing", _frame(place, root, large=False) | {"other_size": root + LARGE})


def _frame(place: Place, root: str, *, large: bool) -> dict[str, Any]:
    return {"place": place, "root": root, "large": large, "home": root + (LARGE if large else "")}


def _rendered(name: str, context: dict[str, Any]) -> bytes:
    return render_to_string(f"portal/{name}.html", context).encode()


class _Row:
    """An entry with its link, for the template."""

    def __init__(self, entry: Entry, link: str) -> None:
        self.entry, self.link = entry, link

    def __getattr__(self, name: str) -> Any:
        return getattr(self.entry, name)
