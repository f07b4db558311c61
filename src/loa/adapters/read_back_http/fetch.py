"""Fetches a published page the way a resident would, to see what is really served."""

from __future__ import annotations

from http.client import HTTPConnection, HTTPException, HTTPSConnection
from urllib.parse import urlsplit

TIMEOUT = 5.0  # seconds
MOST_BYTES = 5_000_000


class NotServed(OSError):
    """The portal did not answer with the page; the text says how."""


def over_http(url: str) -> bytes:
    """The body of `url`; redirects are not followed, since the address itself must work.

    :raises NotServed: no answer, or another status than 200.
    """
    parts = urlsplit(url)
    kind = HTTPSConnection if parts.scheme == "https" else HTTPConnection
    connection = kind(parts.hostname or "", parts.port, timeout=TIMEOUT)
    try:
        connection.request("GET", parts.path or "/", headers={"Cache-Control": "no-cache"})
        answer = connection.getresponse()
        body = answer.read(MOST_BYTES)
    except (OSError, HTTPException) as error:
        raise NotServed(f"{url}: {error}") from error
    finally:
        connection.close()
    if answer.status != 200:
        raise NotServed(f"{url}: {answer.status}")
    return body
