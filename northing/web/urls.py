"""The addresses of the pages. Each module lists its own; a page lives under its organization."""

from django.urls import URLPattern, URLResolver

from northing.web import alignment, composer, cycles, editing, strategy, teams

_MODULES = (
    alignment,
    composer,
    cycles,
    editing,
    strategy,
    teams,
)

urlpatterns: list[URLPattern | URLResolver] = [
    pattern for module in _MODULES for pattern in module.urlpatterns
]
