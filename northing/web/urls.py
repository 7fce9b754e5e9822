"""The addresses of the pages. Each module lists its own; a page lives under its organization."""

from django.urls import URLPattern, URLResolver

from northing.web import (
    alignment,
    alignment_map,
    check_ins,
    components,
    composer,
    cycles,
    demo,
    drafts,
    editing,
    goal_pages,
    goals,
    home,
    imports,
    mending,
    my_week,
    organization_admin,
    palette,
    password,
    past_imports,
    people,
    people_admin,
    picking,
    sign_in,
    steps,
    strategy,
    team_admin,
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
    drafts,
    editing,
    steps,
    goals,
    goal_pages,
    imports,
    past_imports,
    mending,
    palette,
    people,
    people_admin,
    team_admin,
    organization_admin,
    picking,
    alignment_map,
    check_ins,
    strategy,
    teams,
    my_week,
)

urlpatterns: list[URLPattern | URLResolver] = [
    pattern for module in _MODULES for pattern in module.urlpatterns
]
