"""The goals of the two organizations. Every text of them is a string that is nowhere else."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING
from zlib import compress

from northing.cycles.models import Cycle
from northing.cycles.rules import CycleState
from northing.drafts.actions import keep
from northing.goals.actions.aligning import align
from northing.goals.actions.amending import amend
from northing.goals.actions.goal_draft import GoalDraft, LinkDraft, StepDraft
from northing.goals.actions.writing import create_goal
from northing.goals.models import AlignmentLink, Goal, Step
from northing.goals.rules.kinds import GoalKind, LinkMode, Visibility
from northing.measures.measure import Kind, Measure
from northing.people.models import Membership, Organization, Person, Team
from northing.spreadsheets.actions.uploading import take_in
from northing.spreadsheets.models import Import, ImportedFile, ImportTrace
from northing.storage.keys import new_key
from northing.strategy.models import Pillar
from tests.cast import TODAY, Kestrel, said, team

if TYPE_CHECKING:
    from tests.access.town import Goals


VALUES = {
    "organization": "735319281",
    "team": "735319282",
    "private": "735319283",
    "rival": "735319284",
}


def secret(what: str) -> str:
    """A string to look for: "canary-private-why"."""
    return f"canary-{what.replace(' ', '-')}"


def place_in_teams(kestrel: Kestrel, people: dict[str, Person]) -> None:
    """The Workshop gets a member without other ties, and a team above it with its own lead."""
    above = team(kestrel.organization, "Field operations", "FO", people["lead above"], ())
    kestrel.workshop.parent = above
    kestrel.workshop.save()
    Membership.objects.filter(person=kestrel.aiko).delete()
    for name in ("team member", "left", "deactivated"):
        Membership.objects.create(
            organization=kestrel.organization, team=kestrel.workshop, person=people[name]
        )


def goals_seen_by(visibility: Visibility, kestrel: Kestrel, people: dict[str, Person]) -> "Goals":
    """Kestrel's goals of one visibility, with the same people around them."""
    helping = [people[name] for name in ("contributor", "viewing contributor", "left")]
    frame = GoalDraft(
        kind=GoalKind.OBJECTIVE,
        statement=secret(f"{visibility} objective"),
        owner=people["owner"],
        cycle=kestrel.cycle,
        team=kestrel.workshop,
        visibility=visibility,
        contributors=[*helping, people["deactivated"]],
        audience=[people["named"]] if visibility is Visibility.PRIVATE else [],
    )
    return _goals(frame, visibility.value, kestrel.pillar)


def tie_together(goals: Mapping[str, "Goals"]) -> None:
    """Goals of every visibility serve each other: whoever looks up or down passes hidden ones."""
    everybodys = goals["organization"]
    for of in ("team", "private"):
        _serve_also(everybodys.smart, goals[of].key_result)
        _serve_also(goals[of].smart, everybodys.key_result)
        _serve_also(goals[of].key_result, everybodys.objective)
        _serve_also(goals[of].objective, everybodys.objective)


def _serve_also(goal: Goal, parent: Goal) -> None:
    links = AlignmentLink.objects.filter(child=goal).order_by("-is_primary", "id")
    there = [LinkDraft(one.parent, one.pillar, LinkMode(one.mode)) for one in links]
    align(goal, [*there, LinkDraft(parent=parent, mode=LinkMode.SUPPORTS)], goal.owner)


def goals_of(owner: Person, cycle: Cycle, its_team: Team, pillar: Pillar) -> "Goals":
    """The other organization's goals: everybody there may see them, and nobody else."""
    frame = GoalDraft(
        kind=GoalKind.OBJECTIVE,
        statement=secret("rival objective"),
        owner=owner,
        cycle=cycle,
        team=its_team,
    )
    return _goals(frame, "rival", pillar)


def quarter_of(organization: Organization) -> Cycle:
    """The running quarter of an organization."""
    return Cycle.objects.create(
        organization=organization,
        name=secret("rival quarter"),
        slug="2027-q1",
        start=date(2027, 1, 4),
        due=date(2027, 4, 4),
        state=CycleState.ACTIVE,
    )


def upload_of(person: Person) -> ImportedFile:
    """A file on its way in, which only its uploader may open."""
    words = secret(f"upload of {person.name.split()[0].lower()}")
    rows = f"Objective,Key result,Start,Target\n{words},Sell more,0,12\n"
    return take_in("plan.csv", rows.encode(), person)


def import_by(person: Person) -> Import:
    """An import that can be undone, of a goal that is not there any more."""
    here = person.organization
    whose = person.name.split()[0].lower()
    rows = f"Objective\n{secret('upload of ' + whose)}\n"
    imported = Import.objects.create(
        organization=here,
        by=person,
        name=f"of {whose}.csv",
        created=1,
        rejected=compress(rows.encode()),
        rejected_rows=1,
    )
    ImportTrace.objects.create(
        organization=here, of=imported, goal_key=new_key(), label="Gone", is_new=True
    )
    return imported


def _goals(frame: GoalDraft, of: str, pillar: Pillar) -> "Goals":
    from tests.access.town import Goals

    objective = create_goal(
        _under(frame, of, GoalKind.OBJECTIVE, LinkDraft(pillar=pillar)), frame.owner
    )
    link = LinkDraft(parent=objective)
    key_result = create_goal(_under(frame, of, GoalKind.KEY_RESULT, link), frame.owner)
    link = LinkDraft(parent=key_result, mode=LinkMode.SUPPORTS)
    smart = create_goal(_under(frame, of, GoalKind.SMART, link), frame.owner)
    said(smart, "700000009", confidence=6, note=secret(f"{of} smart note"))
    said(key_result, "710000000", confidence=5, on=date(2027, 2, 1))
    note = secret(f"{of} note")
    check_in = said(key_result, VALUES[of], confidence=2, note=note, help_wanted=True)
    _amend(key_result, of)
    keep(frame.owner, "goal-new", {"statement": [secret("draft of " + frame.owner.key.lower())]})
    for goal in (objective, key_result, smart):
        goal.refresh_from_db()
    return Goals(objective, key_result, smart, Step.objects.get(goal=smart), check_in)


def _under(frame: GoalDraft, of: str, kind: GoalKind, link: LinkDraft) -> GoalDraft:
    measure = None
    if kind != GoalKind.OBJECTIVE:
        measure = Measure(
            Kind.FROM_TO, Decimal(700000000), Decimal(800000000), unit=secret(f"{of} unit")
        )
    steps = [StepDraft(secret(f"{of} step"), date(2027, 3, 1))] if kind == GoalKind.SMART else []
    return GoalDraft(
        kind=kind,
        statement=secret(f"{of} {kind.value}"),
        why=secret(f"{of} why"),
        specific=secret(f"{of} specific"),
        achievable=secret(f"{of} achievable"),
        relevant=secret(f"{of} relevant"),
        definition=secret(f"{of} definition"),
        owner=frame.owner,
        cycle=frame.cycle,
        team=frame.team,
        visibility=frame.visibility,
        contributors=frame.contributors,
        audience=frame.audience,
        measure=measure,
        steps=steps,
        links=[link],
    )


def _amend(goal: Goal, of: str) -> None:
    goal.refresh_from_db()
    amend(
        goal.pk,
        {"statement": secret(f"{of} restated")},
        goal.owner,
        reason=secret(f"{of} reason"),
        today=TODAY,
        seen_version=goal.version,
    )
