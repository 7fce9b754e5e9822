"""What ties a viewer to a goal, for the rules of rights."""

from dataclasses import replace

from northing.goals.models import Contributor, Goal
from northing.goals.queries.viewer import Viewer
from northing.goals.rules.rights import Bond, NotAllowed, may_check_in, may_edit


def bond_of(viewer: Viewer, goal: Goal) -> Bond:
    """The viewer's bond with a goal whose owner and team are loaded. One statement at most."""
    bond = _bond_as_loaded(viewer, goal)
    if bond.owns:
        return bond
    helping = Contributor.objects.filter(goal=goal, person_id=viewer.person_id)
    return replace(bond, contributes=helping.exists())


def _bond_as_loaded(viewer: Viewer, goal: Goal) -> Bond:
    me = viewer.person_id
    return Bond(
        role=viewer.role,
        owns=goal.owner_id == me,
        leads=goal.team is not None and goal.team.lead_id == me,
        manages=goal.owner.manager_id == me,
    )


def require_edit(viewer: Viewer, goal: Goal) -> None:
    """Raise NotAllowed, naming who can, unless the viewer may edit the goal."""
    if not may_edit(bond_of(viewer, goal)):
        raise NotAllowed(
            f"Only {_who(goal)} and champions change this goal. Ask {goal.owner.name}."
        )


def require_check_in(viewer: Viewer, goal: Goal) -> None:
    """Raise NotAllowed, naming who can, unless the viewer may check in on the goal."""
    if may_check_in(_bond_as_loaded(viewer, goal)):
        return
    if not may_check_in(bond_of(viewer, goal)):
        raise NotAllowed(
            f"Only {_who(goal)}, contributors and champions check in here. Ask {goal.owner.name}."
        )


def _who(goal: Goal) -> str:
    lead = goal.team.lead if goal.team is not None else None
    if lead is None or lead.pk == goal.owner_id:
        return goal.owner.name
    return f"{goal.owner.name}, {lead.name}"
