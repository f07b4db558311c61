"""Headers that every answer of the console carries."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from loa.console.frame.errors import unreadable

MOST_BYTES = 128 * 1024 * 1024  # of one request; the forms refuse smaller files themselves, in their own words


class NotTooMuch:
    """A request longer than any form's is answered before its files are written to the disk, whoever sends it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        length = request.META.get("CONTENT_LENGTH") or "0"  # without it Django reads no body
        is_too_long = length.isdecimal() and (len(length) > 18 or int(length) > MOST_BYTES)
        return unreadable(request) if is_too_long else self.get_response(request)


class NothingIsKept:
    """Pages of staff are not kept by browsers or boxes on the way; static files say otherwise for themselves."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Cache-Control", "no-store")
        response.headers.setdefault("Permissions-Policy", "camera=(self), microphone=(self), geolocation=()")
        return response
