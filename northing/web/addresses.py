"""The addresses of goals, from their kind and short id."""

from functools import lru_cache

from django.utils.text import slugify

from northing.goals.rules.kinds import GoalKind

_FOLDER = {GoalKind.OBJECTIVE: "o", GoalKind.KEY_RESULT: "kr", GoalKind.SMART: "s"}


@lru_cache(maxsize=4096)
def goal_address(kind: str, short_id: str, statement: str = "") -> str:
    """The address within an organization: "o/WN-12-broken-on-monday", "kr/WN-12.3", "s/IO-4"."""
    folder = _FOLDER[GoalKind(kind)]
    if folder != "o" or not statement:
        return f"{folder}/{short_id}"
    slug = slugify(statement)[:60].strip("-")
    return f"o/{short_id}-{slug}" if slug else f"o/{short_id}"
