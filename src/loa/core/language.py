"""The words of Loa's messages: Vietnamese is the source, English is a catalogue.

Works without Django, since `loa extract` and the parser's child process start without it.
"""

from __future__ import annotations

import gettext as stdlib_gettext
import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path

LOCALE_DIR = Path(__file__).resolve().parent.parent / "locale"
DOMAIN = "django"  # the one catalogue, shared with Django's own templates


@cache
def _catalogue(language: str) -> stdlib_gettext.NullTranslations:
    return stdlib_gettext.translation(DOMAIN, LOCALE_DIR, languages=[language], fallback=True)


_asked: ContextVar[str | None] = ContextVar("language", default=None)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Let everything said inside be in `language` (`vi`, `en`), whatever the process speaks: one reader's request."""
    token = _asked.set(language)
    try:
        yield
    finally:
        _asked.reset(token)


def current_language() -> str:
    """The reader's language, else `en` where LOA_LANG asks for it, else `vi`."""
    asked = _asked.get()
    if asked is not None:
        return asked
    return "en" if os.environ.get("LOA_LANG", "").lower().startswith("en") else "vi"


def gettext_noop(message: str) -> str:
    """Mark a sentence that stands in a table for the catalogue; whoever shows it passes it through `gettext`."""
    return message


def gettext(message: str) -> str:
    """Return `message` in the language of the reader, else of this process."""
    return _catalogue(current_language()).gettext(message)
