"""What a person signed in from, in two words and no more: nothing that tells one machine from another. Pure."""

from __future__ import annotations

from loa.core.language import gettext as _

# The first that stands in the user agent counts: Edge and Cốc Cốc name Chrome too, Chrome names Safari.
_BROWSERS = (
    ("Edg", "Edge"),
    ("coc_coc", "Cốc Cốc"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
_SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("CrOS", "ChromeOS"),
    ("Macintosh", "macOS"),
    ("Linux", "Linux"),
)


def device_of(user_agent: str) -> str:
    """`Chrome/Windows`: the browser and the system that a user agent names, either part empty where unknown."""
    return f"{_first(_BROWSERS, user_agent)}/{_first(_SYSTEMS, user_agent)}"


def device_words(device: str) -> str:
    """`Chrome trên Windows` for what `device_of` gave."""
    browser, _slash, system = device.partition("/")
    if browser and system:
        return _("{browser} trên {system}").format(browser=browser, system=system)
    return browser or system or _("Thiết bị chưa rõ")


def _first(names: tuple[tuple[str, str], ...], user_agent: str) -> str:
    return next((name for mark, name in names if mark in user_agent), "")
