"""The addresses of the pages. Each module lists its own; a page lives under its organization."""

from django.urls import URLPattern, URLResolver

from northing.web import (
    alignment,
    alignment_map,
    components,
    composer,
    cycles,
    demo,
    editing,
    goals,
    home,
    password,
    sign_in,
    strategy,
    teams,
    welcome,
)

_MODULES = (
    home,
    sign_in,
    password,
    welcome,
    demo,
    alignment,
    components,
    composer,
    cycles,
    editing,
    goals,
    alignment_map,
    strategy,
    teams,
)

urlpatterns: list[URLPattern | URLResolver] = [
    pattern for module in _MODULES for pattern in module.urlpatterns
]
