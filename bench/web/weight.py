"""What a screen weighs on the wire: the page, and with the styles and scripts it names the first view."""

from __future__ import annotations

import gzip
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from django.test import Client

FIRST_VIEW_LINKS = frozenset({"stylesheet", "preload", "modulepreload"})


@dataclass(frozen=True, slots=True)
class Weight:
    """Bytes after compression. `is_compressed` is False where the server sent them as they are and we packed them."""

    size: int
    is_compressed: bool


@dataclass(slots=True)
class Scales:
    """Weighs answers and the static files they name, each file once."""

    client: Client
    _known: dict[str, Weight] = field(default_factory=dict)

    def first_view(self, html: str) -> int:
        """Bytes of the styles and scripts that `html` names, in all."""
        return sum(self.of_file(address).size for address in named_files(html))

    def of_file(self, address: str) -> Weight:
        if address not in self._known:
            answer = self.client.get(address)
            self._known[address] = weight_of(read_all(answer), encoding=answer.headers.get("Content-Encoding", ""))
        return self._known[address]

    def sent_as_they_are(self) -> list[str]:
        """Files that the server did not compress."""
        return sorted(address for address, weight in self._known.items() if not weight.is_compressed)


def read_all(answer: Any) -> bytes:
    """The whole body, as a browser would read it."""
    body: bytes = b"".join(answer.streaming_content) if answer.streaming else answer.content
    answer.close()
    return body


def weight_of(body: bytes, *, encoding: str) -> Weight:
    return Weight(len(body), True) if encoding else Weight(len(gzip.compress(body, 6)), False)


def named_files(html: str) -> list[str]:
    """Addresses of the styles and scripts of a page that stand on this server."""
    reader = _Reader()
    reader.feed(html)
    return [address for address in dict.fromkeys(reader.found) if address.startswith("/")]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "script" and values.get("src"):
            self.found.append(str(values["src"]))
        if tag == "link" and FIRST_VIEW_LINKS.intersection((values.get("rel") or "").split()):
            self.found.append(str(values.get("href") or ""))
