"""Giving short ids. A number is given once and never again."""

from northing.goals.models import Goal
from northing.goals.rules.kinds import GoalKind
from northing.people.models import Organization, Person, ShortId, Team


def next_short_id(
    organization: Organization,
    kind: GoalKind,
    owner: Person,
    team: Team | None,
    objective: Goal | None,
) -> str:
    """The next id: "WN-12" for an objective of team WN, "WN-12.3" for its third key result,
    "IO-4" for the fourth SMART goal of a person whose key is IO."""
    if kind == GoalKind.KEY_RESULT and objective is not None:
        return f"{objective.short_id}.{_next(organization, objective.short_id + '.')}"
    if kind == GoalKind.SMART:
        prefix = owner.key
    else:
        prefix = team.key if team is not None else organization.key
    return f"{prefix}-{_next(organization, prefix)}"


def _next(organization: Organization, prefix: str) -> int:
    row, _ = ShortId.objects.select_for_update(no_key=True).get_or_create(
        organization=organization, prefix=prefix
    )
    row.last += 1
    row.save(update_fields=["last"])
    return row.last
