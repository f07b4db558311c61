"""Every named address of the console, as the URL configuration itself has them: no list to keep."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from django.urls import URLPattern, URLResolver, get_resolver

CONSOLE = "loa.console."


@dataclass(frozen=True, slots=True)
class Route:
    """One address: its name, and the type of each parameter (`int`, `uuid`, `str`, `slug`) by the parameter's name."""

    name: str
    parameters: Mapping[str, str] = field(default_factory=dict)


def console_routes() -> list[Route]:
    """All named routes whose view lives in the console, each name once, in the order of the configuration."""
    return list({route.name: route for route in _walk(get_resolver().url_patterns, above=Route(""))}.values())


def _walk(patterns: Iterable[URLPattern | URLResolver], *, above: Route) -> Iterator[Route]:
    for pattern in patterns:
        parameters = {**above.parameters, **_parameters(pattern)}
        if isinstance(pattern, URLResolver):
            space = f"{above.name}{pattern.namespace}:" if pattern.namespace else above.name
            yield from _walk(pattern.url_patterns, above=Route(space, parameters))
        elif pattern.name and pattern.callback.__module__.startswith(CONSOLE):
            yield Route(f"{above.name}{pattern.name}", parameters)


def _parameters(pattern: URLPattern | URLResolver) -> dict[str, str]:
    converters = getattr(pattern.pattern, "converters", {})
    return {name: type(converter).__name__.removesuffix("Converter").lower() for name, converter in converters.items()}
