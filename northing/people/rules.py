"""Who may do what, and what day it is for an organization."""

from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo


class Role(StrEnum):
    """What a person may do in an organization, weakest first."""

    VIEWER = "viewer"
    MEMBER = "member"
    CHAMPION = "champion"
    ADMIN = "admin"
    OWNER = "owner"


_RANK = {role: rank for rank, role in enumerate(Role)}


def is_at_least(role: str, least: Role) -> bool:
    """Whether a role is the given one or a stronger one."""
    return _RANK[Role(role)] >= _RANK[least]


def may_write_goals(role: str) -> bool:
    """Members and stronger roles write goals; viewers read."""
    return is_at_least(role, Role.MEMBER)


def may_run_cycles(role: str) -> bool:
    """Champions open and close cycles and restate objectives."""
    return is_at_least(role, Role.CHAMPION)


def may_edit_strategy(role: str) -> bool:
    """Champions and stronger roles write mission, vision, values and pillars."""
    return is_at_least(role, Role.CHAMPION)


def may_administer(role: str) -> bool:
    """Admins and owners invite people, change roles and teams, and import."""
    return is_at_least(role, Role.ADMIN)


def may_give_role(giver: str, old: str, new: str) -> bool:
    """Nobody gives, or takes away, a role stronger than their own."""
    return may_administer(giver) and all(is_at_least(giver, Role(role)) for role in (old, new))


def today_in(zone: str, now: datetime) -> date:
    """The day on the organization's calendar at the moment `now` (an aware time)."""
    return now.astimezone(ZoneInfo(zone)).date()


def initials_of(name: str) -> str:
    """Up to two letters for a name: of its first and last word."""
    words = [word for word in name.split() if word[0].isalpha()]
    if not words:
        return "?"
    letters = words[0][0] + (words[-1][0] if len(words) > 1 else "")
    return letters.upper()
