"""Choices among rows."""

from __future__ import annotations

from typing import Any

from django import forms


class DataSelect(forms.Select):
    """A choice among rows: their names are data, whatever language the reader has; the other words are ours."""

    def create_option(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option: dict[str, Any] = super().create_option(*args, **kwargs)
        if str(option["value"]).isdecimal():
            option["attrs"]["lang"] = "vi"
        return option
