"""The console inside Granian's worker process, which must not outlive the process that started it."""

from __future__ import annotations

from loa.cli import lifeline
from loa.config.wsgi import application

lifeline.follow_parent()

__all__ = ["application"]
