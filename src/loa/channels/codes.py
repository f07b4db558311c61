"""The code of an outlet: it names topics of the broker, folders and addresses. Pure."""

from __future__ import annotations

from collections.abc import Collection
from itertools import count

from loa.vietnamese.folding import slug

CODE_LETTERS = 60
NAMELESS = "diem-phat"


def code_for(name: str, *, taken: Collection[str]) -> str:
    """A slug made of `name` that is not among `taken`: `cum-loa-khu-9`, then `cum-loa-khu-9-2`."""
    stem = slug(name)[:CODE_LETTERS].strip("-") or NAMELESS
    if stem not in taken:
        return stem
    return next(code for number in count(2) if (code := _numbered(stem, number)) not in taken)


def _numbered(stem: str, number: int) -> str:
    ending = f"-{number}"
    return stem[: CODE_LETTERS - len(ending)].rstrip("-") + ending
