"""Files handed to a browser: whole or one part of them, under a policy of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header, quote_etag

from loa.core.language import gettext as _

BLOCK = 64 * 1024
RANGE = re.compile(r"bytes=([0-9]{0,18})-([0-9]{0,18})")
# A file that came from a person runs nothing and loads nothing, also when it is opened as a page.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox"
# In older browsers the PDF viewer is a plugin, which a sandbox forbids; a PDF has no access to the origin anyhow.
PDF_POLICY = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'none'"


def send_file(
    request: HttpRequest, path: Path, *, media_type: str, name: str, inline: bool = False, sha256: str = ""
) -> HttpResponseBase:
    """The file at `path`, or the one range of bytes asked for (RFC 9110, 14.2), which players of sound need.

    Whoever calls has found the file through a row that the actor may see.

    :param name: the file's name on the reader's disk; Vietnamese letters are kept.
    :param inline: show it in the browser instead of saving it.
    :param sha256: the hash of the bytes, where known; it becomes the ETag.
    :raises Http404: this machine has no such file.
    """
    if not path.is_file():
        raise Http404(_("Không tìm thấy tệp trên máy chủ."))
    # Ranges count the bytes of the file itself: the compressing middleware must see a reader that takes no gzip.
    request.META["HTTP_ACCEPT_ENCODING"] = "identity"
    size, etag = path.stat().st_size, quote_etag(sha256) if sha256 else None
    part = _wanted(request, size, etag=etag)
    response: HttpResponseBase
    if part is None:
        response = HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    else:
        response = _bytes_of(path, part, size=size)
        response.headers["Content-Type"] = media_type
        response.headers["Content-Disposition"] = content_disposition_header(not inline, name) or "attachment"
    _protect(response, media_type)
    if etag:
        response.headers["ETag"] = etag
        response = get_conditional_response(request, etag=etag, response=response)  # type: ignore[arg-type,assignment]
        _protect(response, media_type)  # a 304 too: its headers replace those of the copy that the browser has
    return response


def _wanted(request: HttpRequest, size: int, *, etag: str | None) -> range | None:
    """The bytes to send; all of them unless one well-formed range is asked for, None if it lies outside the file."""
    found = RANGE.fullmatch(request.headers.get("range", "").strip())
    first, last = found.groups() if found else ("", "")
    whole = range(size)
    if not (first or last) or request.headers.get("if-range", etag) != etag:
        return whole
    if not first:  # the last so many bytes
        return whole[-int(last) :] if int(last) and size else None
    if last and int(last) < int(first):
        return whole
    return whole[int(first) : int(last) + 1 if last else size] if int(first) < size else None


def _bytes_of(path: Path, part: range, *, size: int) -> StreamingHttpResponse:
    is_part = len(part) < size
    response = StreamingHttpResponse(_read(path, part), status=206 if is_part else 200)
    response.headers["Content-Length"] = str(len(part))
    if is_part:
        response.headers["Content-Range"] = f"bytes {part.start}-{part.stop - 1}/{size}"
    return response


def _read(path: Path, part: range) -> Iterator[bytes]:
    left = len(part)
    with path.open("rb") as file:
        file.seek(part.start)
        while left and (block := file.read(min(BLOCK, left))):
            left -= len(block)
            yield block


def _protect(response: HttpResponseBase, media_type: str) -> None:
    response.headers["Accept-Ranges"] = "bytes"
    response.headers["Content-Security-Policy"] = PDF_POLICY if media_type == "application/pdf" else POLICY
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    response.headers["Cache-Control"] = "private, no-cache"  # asked for again, with its right, each time it is shown
