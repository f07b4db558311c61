"""The sentences that a person may see, taken out of code and templates as `xgettext` would."""

from __future__ import annotations

import ast
import io
import re
import string
from collections.abc import Iterator
from pathlib import Path

from babel.messages.extract import extract
from django.utils.translation.template import templatize
from house import SOURCE

ONE_SENTENCE = ("_", "gettext", "gettext_noop", "marked", "gettext_lazy")
KEYWORDS: dict[str, tuple[int, ...] | None] = {**dict.fromkeys(ONE_SENTENCE), "ngettext": (1, 2)}
TRANSLATOR = "core/language.py"  # defines gettext itself and passes its argument on


def source_messages() -> dict[str, str]:
    """Each sentence of the source language, with the first place it stands at."""
    found: dict[str, str] = {}
    for path in [*sorted(SOURCE.rglob("*.py")), *sorted(SOURCE.rglob("*.html"))]:
        place = path.relative_to(SOURCE).as_posix()
        if place == TRANSLATOR:
            continue
        for line, message in _messages(path):
            found.setdefault(message, f"{place}:{line}")
    return found


def _messages(path: Path) -> Iterator[tuple[int, str]]:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        text = templatize(text)
    for line, message, _comments, _context in extract("python", io.BytesIO(text.encode()), keywords=KEYWORDS):
        one = message[0] if isinstance(message, tuple) else message  # a catalogue knows a plural by its singular
        if one:
            yield line, one


def calls_without_words(source: str) -> list[int]:
    """Lines where `_()` gets something else than one plain string: no catalogue can hold that."""
    return [
        node.lineno
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "_"
        and not (len(node.args) == 1 and isinstance(node.args[0], ast.Constant) and isinstance(node.args[0].value, str))
    ]


def placeholders(message: str) -> set[str]:
    """The named holes of a sentence, `{name}` or `{name:format}` in code and `%(name)s` in templates."""
    in_code = {name for _text, name, _format, _conversion in string.Formatter().parse(message) if name is not None}
    return in_code | set(re.findall(r"%\((\w+)\)s", message))
