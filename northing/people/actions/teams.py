"""Teams: making, changing and closing them."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from northing.activity.actions import Happening, record
from northing.alignment.loops import loop_closed_by
from northing.people.actions.changing import EditedMeanwhile, save_next_version
from northing.people.actions.joining import checked_name, taken_keys
from northing.people.actions.rights import require_admin
from northing.people.models import Membership, Person, Team
from northing.people.queries import NotFound
from northing.people.rules import PersonRefused, free_key, free_slug
from northing.storage.locks import change_structure

_KEY = re.compile(r"[A-Z][A-Z0-9]{1,3}")
LONGEST_PURPOSE = 400


@dataclass(frozen=True, slots=True)
class TeamFacts:
    """What an admin may say about a team. Without a key one is made from the name."""

    name: str
    key: str = ""
    purpose: str = ""
    lead: Person | None = None
    parent: Team | None = None


@transaction.atomic
def create_team(facts: TeamFacts, by: Person) -> Team:
    """Make a team. Raises RightMissing or PersonRefused."""
    require_admin(by)
    change_structure(by.organization_id)
    name = checked_name(facts.name)
    slugs = Team.objects.filter(organization=by.organization).values_list("slug", flat=True)
    team = Team(
        organization=by.organization,
        slug=free_slug(name, {*slugs, "new"}, "team"),
        position=len(slugs),
    )
    _put(team, facts, name)
    team.save()
    record(_told(team, by, "created", after=_as_told(team)))
    return team


@transaction.atomic
def change_team(key: UUID, facts: TeamFacts, by: Person, seen_version: int) -> Team:
    """Change a team. Raises RightMissing, PersonRefused, EditedMeanwhile or NotFound.

    Short ids that were given stay; a new key begins those to come.
    """
    require_admin(by)
    change_structure(by.organization_id)
    team = _held(key, by)
    if team.version != seen_version:
        raise EditedMeanwhile(team)
    before = _as_told(team)
    _check_parent(team, facts.parent)
    _put(team, facts, checked_name(facts.name))
    after = _as_told(team)
    changed = [name for name in after if before[name] != after[name]]
    if not changed:
        return team
    save_next_version(team)
    record(
        _told(
            team,
            by,
            "changed",
            before={name: before[name] for name in changed},
            after={name: after[name] for name in changed},
        )
    )
    return team


@transaction.atomic
def close_team(key: UUID, by: Person, today: date) -> Team:
    """Close a team in which nobody is. Raises PersonRefused naming what still hangs on it.

    Whether it has open goals is asked by goals.actions.handing_over, which calls this.
    """
    require_admin(by)
    team = _held(key, by)
    subteam = Team.objects.filter(parent=team, closed_on=None).first()
    if subteam is not None:
        raise PersonRefused({"team": f"{subteam.name} is a team of it. Move that one first."})
    there = Membership.objects.filter(team=team, person__left_on=None).select_related("person")
    names = [membership.person.name for membership in there[:3]]
    if names:
        raise PersonRefused({"team": f"Still in it: {', '.join(names)}. Take everybody out first."})
    team.closed_on = today
    save_next_version(team)
    record(_told(team, by, "closed"))
    return team


def _held(key: UUID, by: Person) -> Team:
    found = (
        Team.objects.select_for_update(of=("self",), no_key=True)
        .select_related("lead", "parent", "organization")
        .filter(organization_id=by.organization_id, pk=key, closed_on=None)
        .first()
    )
    if found is None:
        raise NotFound(str(key))
    return found


def _put(team: Team, facts: TeamFacts, name: str) -> None:
    if facts.lead is not None and facts.lead.has_left:
        raise PersonRefused({"lead": f"{facts.lead.name} has left. Choose somebody present."})
    team.name = name
    team.key = _checked_key(team, facts.key or team.key, name)
    team.purpose = facts.purpose.strip()
    if len(team.purpose) > LONGEST_PURPOSE:
        raise PersonRefused({"purpose": f"This is over {LONGEST_PURPOSE} characters. Shorten it."})
    team.lead = facts.lead
    team.parent = facts.parent


def _checked_key(team: Team, text: str, name: str) -> str:
    others = taken_keys(team.organization) - {team.key}
    if not text.strip():
        return free_key(name, others)
    key = text.strip().upper()
    if not _KEY.fullmatch(key):
        raise PersonRefused({"key": "A key has 2 to 4 letters or digits and begins with a letter."})
    if key in others:
        raise PersonRefused({"key": f"{key} begins other short ids already. Choose another."})
    return key


def _check_parent(team: Team, parent: Team | None) -> None:
    if parent is None or parent.pk == team.parent_id:
        return
    teams = Team.objects.filter(organization_id=team.organization_id, parent__isnull=False)
    parents = {key: (above,) for key, above in teams.values_list("pk", "parent_id")}
    loop = loop_closed_by(team.pk, parent.pk, parents)
    if loop is not None:
        names = dict(Team.objects.filter(pk__in=loop).values_list("pk", "name"))
        spelled = " → ".join(names[one] for one in loop)
        raise PersonRefused({"parent": f"That would be a circle: {spelled}. Choose another."})


def _told(team: Team, by: Person, verb: str, **change: Any) -> Happening:
    return Happening(
        organization_id=team.organization_id,
        verb=verb,
        subject_kind="team",
        subject_id=team.pk,
        subject_label=team.name,
        actor_id=by.pk,
        actor_name=by.name,
        **change,
    )


def _as_told(team: Team) -> dict[str, Any]:
    return {
        "name": team.name,
        "key": team.key,
        "purpose": team.purpose,
        "lead": team.lead.name if team.lead else "",
        "parent": team.parent.name if team.parent else "",
    }
