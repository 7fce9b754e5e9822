"""Every address of the product, walked from its URLconf."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from django.urls import URLPattern, URLResolver

from northing.config.urls import urlpatterns

_PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>")
ORGANIZATION = "<slug:organization>"


def routes() -> list[str]:
    """The routes as the URLconf writes them: "<slug:organization>/goals"."""
    return list(dict.fromkeys(_walk(urlpatterns, "")))


def is_inside(route: str) -> bool:
    """Whether a route lies in an organization."""
    return route.startswith(ORGANIZATION)


def parameters_of(route: str) -> list[str]:
    """The names of what a route takes beside the organization."""
    return [name for name in _PARAMETER.findall(route) if name != "organization"]


def filled(route: str, organization: str, values: Mapping[str, Any]) -> str:
    """The address of a route with values in it."""
    full = {"organization": organization, **values}
    return "/" + _PARAMETER.sub(lambda found: str(full[found[1]]), route)


def _walk(patterns: list[Any], before: str) -> Iterator[str]:
    for pattern in patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern.url_patterns, route)
        elif isinstance(pattern, URLPattern):
            yield route
