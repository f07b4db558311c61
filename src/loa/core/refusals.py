"""A refusal is a clear "no" to a person: what happened, what is safe, what to do."""

from __future__ import annotations


class Refusal(Exception):
    """Base of every refusal. Its text is one line in the language of the process."""

    def __init__(self, message: str) -> None:
        super().__init__(" ".join(message.split()))

    @property
    def message(self) -> str:
        return str(self)
