"""Who may change a goal. Pure."""

from dataclasses import dataclass

from northing.people.rules import Role, is_at_least


class NotAllowed(PermissionError):
    """The person may see the goal but not do this; says who can."""


@dataclass(frozen=True, slots=True)
class Bond:
    """What ties a person to a goal."""

    role: Role
    owns: bool = False
    contributes: bool = False
    leads: bool = False
    manages: bool = False


def may_check_in(bond: Bond) -> bool:
    """Owner, contributors, the team's lead, and champions; never a viewer."""
    return _may_write(bond) and (bond.contributes or may_edit(bond))


def may_edit(bond: Bond) -> bool:
    """Owner, the team's lead, the owner's manager, and champions; never a viewer."""
    if not _may_write(bond):
        return False
    tied = bond.owns or bond.leads or bond.manages
    return tied or is_at_least(bond.role, Role.CHAMPION)


def _may_write(bond: Bond) -> bool:
    return is_at_least(bond.role, Role.MEMBER)
