"""The language of the reader: the account's choice, else the sign-in page's, else Vietnamese."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import translation

from loa.core.language import speaking

LANGUAGES = ("vi", "en")


class ReaderLanguage:
    """Let everything a request says be in its reader's language, Django's sentences and Loa's own."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = language_of(request)
        with translation.override(language), speaking(language):
            response = self.get_response(request)
        response.headers["Content-Language"] = language
        return response


def language_of(request: HttpRequest) -> str:
    """`vi` or `en`."""
    chosen = request.user.language if request.user.is_authenticated else request.session.get("language")
    return chosen if chosen in LANGUAGES else "vi"
