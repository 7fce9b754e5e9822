"""What a client has to know of a large organization: a session, and addresses of goals."""

from typing import Any

from bench.owners import session_of
from northing.goals.models import Goal
from northing.people.models import Person
from northing.web.addresses import goal_address

SOME = 200


def known_of(slug: str) -> dict[str, Any]:
    """A session of the first person, pages of objectives and key results, addresses of check-ins.

    Every address is below the organization's.
    """
    person = Person.objects.select_related("account").get(organization__slug=slug, handle="p-0")
    objectives, key_results = (_some(slug, kind) for kind in ("objective", "key_result"))
    return {
        "session": session_of(person),
        "objectives": [_address(goal) for goal in objectives],
        "key_results": [_address(goal) for goal in key_results],
        "check_ins": [f"goals/{goal.short_id}/check-ins" for goal in key_results],
    }


def _some(slug: str, kind: str) -> list[Goal]:
    goals = Goal.objects.filter(organization__slug=slug, kind=kind, visibility="organization")
    return list(goals.order_by("-pk")[:SOME])


def _address(goal: Goal) -> str:
    return goal_address(goal.kind, goal.short_id, goal.statement)
