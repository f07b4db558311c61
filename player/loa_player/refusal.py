"""A "no" of the player to the person who set it up: one line, in Vietnamese."""

from __future__ import annotations


class PlayerRefusal(Exception):
    """What is wrong and what to do. The command ends with status 1."""
