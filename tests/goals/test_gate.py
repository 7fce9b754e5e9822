"""Who sees a goal: the rule as a table, and its two tellings held together."""

from random import Random

import pytest

from northing.goals.models import Audience, Contributor, Goal
from northing.goals.queries.gate import GoalNotFound, visible_goal, visible_to
from northing.goals.queries.seen import seen
from northing.goals.queries.viewer import Viewer
from northing.goals.rules.kinds import Visibility
from northing.people.models import Membership, Organization, Person, Team
from northing.people.rules import Role
from northing.storage import statements
from tests.cast import Kestrel, person

SEES = [
    ("everyone", Visibility.ORGANIZATION, {"ines", "aiko", "ruth", "tomas", "marijke", "helena"}),
    ("its team and the team's lead", Visibility.TEAM, {"ines", "aiko"}),
    ("its owner alone", Visibility.PRIVATE, {"aiko"}),
]


@pytest.mark.parametrize(("visibility", "who"), [s[1:] for s in SEES], ids=[s[0] for s in SEES])
def test_a_goal_is_seen_by(kestrel: Kestrel, visibility: Visibility, who: set[str]) -> None:
    Goal.objects.filter(pk=kestrel.slot_wait.pk).update(visibility=visibility)
    names = ("ines", "aiko", "ruth", "tomas", "marijke", "helena")
    assert {name for name in names if can_see(getattr(kestrel, name), kestrel.slot_wait)} == who


def test_contributors_and_named_people_see_a_private_goal(kestrel: Kestrel) -> None:
    goal = kestrel.slot_wait
    Goal.objects.filter(pk=goal.pk).update(visibility=Visibility.PRIVATE)
    for model, somebody in ((Contributor, kestrel.ruth), (Audience, kestrel.helena)):
        model.objects.create(organization=kestrel.organization, goal=goal, person=somebody)
    assert can_see(kestrel.ruth, goal)
    assert can_see(kestrel.helena, goal)
    assert not can_see(kestrel.marijke, goal)


def test_the_lead_of_the_team_above_sees_a_teams_goal(kestrel: Kestrel) -> None:
    Goal.objects.filter(pk=kestrel.slot_wait.pk).update(visibility=Visibility.TEAM)
    above = Team.objects.create(
        organization=kestrel.organization, name="Above", slug="above", key="AB", lead=kestrel.ruth
    )
    Team.objects.filter(pk=kestrel.workshop.pk).update(parent=above)
    assert can_see(kestrel.ruth, kestrel.slot_wait)


def test_nobody_of_another_organization_sees_anything(kestrel: Kestrel) -> None:
    other = Organization.objects.create(name="Other", slug="other", key="OT")
    stranger = person(other, "Sven Other", "SO", Role.OWNER)
    assert not visible_to(Viewer.of(stranger)).exists()
    assert not can_see(stranger, kestrel.company)


@pytest.mark.parametrize("seed", range(12))
def test_both_tellings_of_the_gate_agree(kestrel: Kestrel, seed: int) -> None:
    shuffle(kestrel, Random(seed))
    for somebody in Person.objects.all():
        viewer = Viewer.of(somebody)
        by_orm = set(visible_to(viewer).values_list("pk", flat=True))
        assert keys_by_hand(viewer) == by_orm


def shuffle(kestrel: Kestrel, random: Random) -> None:
    """Any visibility, team, owner, contributor, audience, membership and tree of teams."""
    people = list(Person.objects.order_by("handle"))
    teams = [kestrel.workshop, kestrel.care, None]
    organization = kestrel.organization
    for goal in Goal.objects.order_by("short_id"):
        goal.visibility = random.choice(list(Visibility))
        goal.team, goal.owner = random.choice(teams), random.choice(people)
        goal.save()
        for model in (Contributor, Audience):
            for somebody in random.sample(people, random.randint(0, 2)):
                model.objects.create(organization=organization, goal=goal, person=somebody)
    Membership.objects.filter(person=random.choice(people)).delete()
    kestrel.care.parent = random.choice([kestrel.workshop, None])
    kestrel.care.lead, kestrel.workshop.lead = random.choice(people), random.choice([None, *people])
    kestrel.care.save()
    kestrel.workshop.save()


def keys_by_hand(viewer: Viewer) -> set[object]:
    gate = seen(viewer)
    found = statements.rows(
        f"SELECT goal.short_id FROM goals_goal AS goal WHERE organization_id = %s AND {gate.text}",
        [statements.key(viewer.organization_id), *gate.parameters],
    )
    short_ids = [short_id for (short_id,) in found]
    return set(Goal.objects.filter(short_id__in=short_ids).values_list("pk", flat=True))


def can_see(somebody: Person, goal: Goal) -> bool:
    """By the page's gate, which is written by hand, and by the ORM's: they must say the same."""
    viewer = Viewer.of(somebody)
    by_orm = visible_to(viewer).filter(pk=goal.pk).exists()
    try:
        visible_goal(viewer, goal.short_id)
    except GoalNotFound:
        assert not by_orm
        return False
    assert by_orm
    return True
