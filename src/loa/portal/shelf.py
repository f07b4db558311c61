"""The folder that the portal serves. Every file is written whole or not at all, one publisher at a time."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from loa.core.content import write_durably
from loa.portal.entry import MESSAGES, STATE_FILE, Entry, all_entries, kept_entry
from loa.portal.pages import LARGE, Place, home_page, message_page, missing_page, root_of
from loa.typeset.qr import qr_svg

STATIC = Path(__file__).resolve().parent / "static" / "portal"
ROBOTS = b"User-agent: *\nAllow: /\n"


class Shelf:
    """The pages under `root`: `index.html`, `tin/<CODE>/`, `media/<sha256>.<ext>`, `assets/`, `404.html`."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def publish(self, entry: Entry, article: str, *, media: Mapping[str, bytes], place: Place) -> None:
        """Write one message and everything that names it; what is listed is there before the list is.

        A message published before keeps the instant of its first publication.

        :param media: file name (`<sha256>.<ext>`) → bytes.
        :raises OSError: no room, no right.
        """
        folder = self.root / MESSAGES / entry.code
        with self._alone():
            before = kept_entry(self.root, entry.code)
            entry = replace(entry, published_at=before.published_at) if before else entry
            for name, data in media.items():
                _put(self.root / "media" / name, data)
            self._write_assets()
            _put(folder / "qr.svg", qr_svg(entry.address))
            _put(folder / LARGE / "index.html", message_page(entry, article, place=place, large=True))
            _put(folder / "index.html", message_page(entry, article, place=place, large=False))
            _put(folder / STATE_FILE, entry.to_json())
            self._write_front(place, root_of(entry))

    def write_front(self, place: Place, *, address: str) -> None:
        """Write the front page, the answer for what is missing, and the assets.

        :raises OSError: no room, no right.
        """
        path = urlsplit(address).path
        with self._alone():
            self._write_assets()
            self._write_front(place, path if path.endswith("/") else f"{path}/")

    def _write_front(self, place: Place, root: str) -> None:
        # One folder may hold the messages of two communes; a front page speaks for one of them only.
        entries = [entry for entry in all_entries(self.root) if entry.commune == place.name]
        _put(self.root / "404.html", missing_page(place, root=root))
        _put(self.root / LARGE / "index.html", home_page(entries, place, root=root, large=True))
        _put(self.root / "index.html", home_page(entries, place, root=root, large=False))

    def _write_assets(self) -> None:
        _put(self.root / "robots.txt", ROBOTS)
        for source in STATIC.iterdir():
            _put(self.root / "assets" / source.name, source.read_bytes())

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Two workers must not build the front page from half of each other's message."""
        self.root.mkdir(parents=True, exist_ok=True)
        with (self.root / ".lock").open("a") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield


def _put(path: Path, data: bytes) -> None:
    """Write only what differs, so that a reader's cached copy stays good."""
    if path.is_file() and path.read_bytes() == data:
        return
    write_durably(path, data)
