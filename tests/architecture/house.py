"""The order of the house, read from the file that import-linter obeys."""

from __future__ import annotations

from configparser import ConfigParser
from pathlib import Path

from django.apps import apps
from django.db import models

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "loa"


def contracts() -> ConfigParser:
    parser = ConfigParser(interpolation=None)
    parser.read(ROOT / ".importlinter", encoding="utf-8")
    return parser


def lines_of(section: str, key: str) -> list[str]:
    return [line.strip() for line in contracts()[f"importlinter:contract:{section}"][key].splitlines() if line.strip()]


def ranks() -> dict[str, int]:
    """The height of each app: a higher one may import a lower one."""
    floors = reversed(lines_of("order", "layers"))
    return {name.strip(" ()"): height for height, floor in enumerate(floors) for name in floor.split("|")}


def app_of(model: type[models.Model]) -> str:
    return model.__module__.split(".")[1]


def loa_models() -> list[type[models.Model]]:
    """Every model of ours, the automatic ones of many-to-many fields included."""
    return [model for model in apps.get_models(include_auto_created=True) if model.__module__.startswith("loa.")]
