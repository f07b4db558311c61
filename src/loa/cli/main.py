"""The `loa` command: reads the words of the call and hands over to one command each."""

from __future__ import annotations


def main() -> int:
    """Run one command; 0 done, 1 refused, 2 wrong usage."""
    raise NotImplementedError
