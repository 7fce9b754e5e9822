"""The gate: a goal is reached only as somebody who may see it."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import BooleanField, Exists, OuterRef, Q, QuerySet
from django.db.models.expressions import RawSQL

from northing.goals.models import Audience, Contributor, Goal
from northing.goals.queries.seen import seen
from northing.goals.rules.kinds import Visibility
from northing.people.models import Membership, Person, Team
from northing.people.rules import Role


@dataclass(frozen=True, slots=True)
class Viewer:
    """The person who looks, as queries need them."""

    person_id: UUID
    organization_id: UUID
    role: Role

    @classmethod
    def of(cls, person: Person) -> "Viewer":
        return cls(person.id, person.organization_id, Role(person.role))


class GoalNotFound(LookupError):
    """No such goal, or not for this viewer: the two look alike from outside."""


def visible_to(viewer: Viewer) -> QuerySet[Goal]:
    """The goals of the viewer's organization that they may see."""
    return Goal.objects.filter(seen_by(viewer), organization_id=viewer.organization_id)


def seen_by(viewer: Viewer, prefix: str = "") -> Q:
    """The condition 'the viewer may see it', for a goal reached over `prefix` (e.g. "child__").

    Everybody sees goals of the organization; team goals are seen by members of the team and the
    leads of it and of its parent; private ones by contributors and named people; every goal by
    its owner. No role sees more: who administers does not thereby read private goals.
    """
    me, goal = viewer.person_id, f"{prefix}pk"
    in_team = Membership.objects.filter(
        organization_id=viewer.organization_id, person_id=me, team_id=OuterRef(f"{prefix}team_id")
    )
    leads = Team.objects.filter(
        Q(lead_id=me) | Q(parent__lead_id=me),
        organization_id=viewer.organization_id,
        pk=OuterRef(f"{prefix}team_id"),
    )
    named = [
        Exists(
            model.objects.filter(
                organization_id=viewer.organization_id, person_id=me, goal_id=OuterRef(goal)
            )
        )
        for model in (Contributor, Audience)
    ]
    restricted_to_team = Q(**{f"{prefix}visibility": Visibility.TEAM.value})
    return (
        Q(**{f"{prefix}visibility": Visibility.ORGANIZATION.value})
        | Q(**{f"{prefix}owner_id": me})
        | (restricted_to_team & (Exists(in_team) | Exists(leads)))
        | named[0]
        | named[1]
    )


def visible_goal(viewer: Viewer, short_id: str) -> Goal:
    """One goal by its short id, with measure, owner, team and cycle. Raises GoalNotFound."""
    return _one_visible(viewer, Q(short_id=short_id.upper()), short_id)


def visible_goal_by_key(viewer: Viewer, key: UUID) -> Goal:
    """One goal by its key, with measure, owner, team and cycle. Raises GoalNotFound."""
    return _one_visible(viewer, Q(pk=key), str(key))


def _one_visible(viewer: Viewer, which: Q, name: str) -> Goal:
    gate = seen(viewer, Goal._meta.db_table)
    goal = (
        Goal.objects.select_related("measure", "owner", "team", "cycle")
        .filter(
            which,
            RawSQL(gate.text, gate.parameters, output_field=BooleanField()),  # noqa: S611
            organization_id=viewer.organization_id,
        )
        .first()
    )
    if goal is None:
        raise GoalNotFound(name)
    return goal
