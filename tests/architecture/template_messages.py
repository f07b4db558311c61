"""Lets Babel take sentences out of Django's templates: each becomes the Python calls it stands for."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import IO, Any

from babel.messages.extract import extract_python
from django.utils.translation.template import templatize


def extract(file: IO[bytes], keywords: Any, comment_tags: Any, options: Any) -> Iterator[Any]:
    """A Babel extractor for templates; src/loa/locale/babel.cfg names it."""
    python = templatize(file.read().decode())
    return extract_python(io.BytesIO(python.encode()), keywords, comment_tags, options)
