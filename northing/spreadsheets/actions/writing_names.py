"""The people, teams and cycles that a plan adds before its goals."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from northing.cycles.actions.planning import CycleDraft, CycleRefused, create_cycle
from northing.cycles.models import Cycle
from northing.cycles.rules import CycleState
from northing.people.actions.mentioned import add_mentioned, add_mentioned_team
from northing.people.models import Organization, Person, Team
from northing.people.rules import PersonRefused
from northing.spreadsheets.actions.refusing import RowRefused
from northing.spreadsheets.rules.drafts import CycleRef, PersonRef, TeamRef
from northing.spreadsheets.rules.plan import Plan
from northing.spreadsheets.rules.report import Place


@dataclass(frozen=True, slots=True)
class Names:
    """People, teams and cycles by what a draft calls them."""

    people: dict[PersonRef, Person]
    teams: dict[TeamRef, Team]
    cycles: dict[CycleRef, Cycle]


def write_names(accepted: Plan, by: Person, today: date) -> Names:
    """Add who and what is missing, load the rest. Call inside the import's transaction."""
    organization = by.organization
    try:
        named = [(ref.name, ref.email) for ref in accepted.people]
        people = dict(zip(accepted.people, add_mentioned(organization, named, by), strict=True))
        teams = {ref: add_mentioned_team(organization, ref.name, by) for ref in accepted.teams}
        cycles = {ref: _add_cycle(organization, ref, by, today) for ref in accepted.cycles}
    except (PersonRefused, CycleRefused) as refusal:
        words = "; ".join(refusal.problems.values())
        raise RowRefused(Place(""), accepted.name, words) from refusal
    return _with_known(accepted, organization, Names(people, teams, cycles))


def _with_known(accepted: Plan, organization: Organization, names: Names) -> Names:
    drafts = [each.draft for each in accepted.differences]
    people = {person for draft in drafts for person in (draft.owner, *draft.contributors)}
    teams = {draft.team for draft in drafts if draft.team is not None}
    cycles = {draft.cycle for draft in drafts}
    of_here = Person.objects.filter(organization=organization)
    by_key = of_here.in_bulk([UUID(ref.key) for ref in people if ref.key])
    names.people.update({ref: by_key[UUID(ref.key)] for ref in people if ref.key})
    team_rows = Team.objects.filter(organization=organization)
    teams_by_key = team_rows.in_bulk([UUID(ref.key) for ref in teams if ref.key])
    names.teams.update({ref: teams_by_key[UUID(ref.key)] for ref in teams if ref.key})
    cycle_rows = Cycle.objects.filter(organization=organization).select_related("organization")
    cycles_by_key = cycle_rows.in_bulk([UUID(ref.key) for ref in cycles if ref.key])
    names.cycles.update({ref: cycles_by_key[UUID(ref.key)] for ref in cycles if ref.key})
    return names


def _add_cycle(organization: Organization, ref: CycleRef, by: Person, today: date) -> Cycle:
    """A cycle in the state of its dates; a past one waits for its close."""
    state = CycleState.ACTIVE
    if today < ref.period.start:
        state = CycleState.PLANNING
    elif today > ref.period.due:
        state = CycleState.CLOSING
    draft = CycleDraft(ref.name, ref.period.start, ref.period.due, state=state)
    return create_cycle(organization, draft, by)
