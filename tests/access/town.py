"""Two organizations with everybody whom a rule of access tells apart, made once for all tests.

Kestrel's goals of each visibility belong to one owner; nobody is tied to them in two ways. Strings
that only some may see are marked by `secret()`: see canaries.py.
"""

from dataclasses import dataclass, field
from datetime import timedelta

from northing.check_ins.models import CheckIn
from northing.cycles.models import Cycle
from northing.goals.models import Goal, Step
from northing.goals.rules.kinds import Visibility
from northing.people.models import Account, Organization, Person, Team
from northing.people.rules import Role
from northing.spreadsheets.models import Import, ImportedFile
from northing.strategy.models import Pillar
from tests import cast
from tests.access import plans
from tests.cast import TODAY, Kestrel, person

HERE = "kestrel"
THERE = "magpie"


@dataclass(slots=True)
class Goals:
    """The goals of one visibility: an objective, its key result, and what carries that."""

    objective: Goal
    key_result: Goal
    smart: Goal
    step: Step
    check_in: CheckIn


@dataclass(slots=True)
class Town:
    """Both organizations. `people` are Kestrel's by what ties them to the goals."""

    kestrel: Kestrel
    people: dict[str, Person]
    goals: dict[str, Goals]
    file: ImportedFile
    past_import: Import
    empty_team: Team
    rival: Organization
    rival_people: dict[str, Person]
    rival_goals: Goals
    rival_team: Team
    rival_cycle: Cycle
    rival_file: ImportedFile
    rival_import: Import
    rival_pillar: Pillar
    cookies: dict[str, str] = field(default_factory=dict)

    def account_of(self, actor: str) -> Account:
        """The account that an actor signs in with, as it is now."""
        person = {**self.people, **self.rival_people}[actor]
        return Account.objects.get(pk=person.account_id)


def build() -> Town:
    """Make everything, by the actions that the product uses."""
    kestrel = cast.kestrel()
    people = _people(kestrel)
    goals = {v.value: plans.goals_seen_by(v, kestrel, people) for v in Visibility}
    plans.tie_together(goals)
    _leave(people)
    rival, rival_people = _rival(people["twin"])
    cycle = plans.quarter_of(rival)
    team = cast.team(rival, "Night owls", "NO", rival_people["outsider"], ())
    pillar = Pillar.objects.create(organization=rival, name=plans.secret("rival pillar"))
    return Town(
        kestrel=kestrel,
        people=people,
        goals=goals,
        file=plans.upload_of(people["admin"]),
        past_import=plans.import_by(people["admin"]),
        empty_team=cast.team(kestrel.organization, "Spare wheels", "SW", people["manager"], ()),
        rival=rival,
        rival_people=rival_people,
        rival_goals=plans.goals_of(rival_people["outsider"], cycle, team, pillar),
        rival_team=team,
        rival_cycle=cycle,
        rival_file=plans.upload_of(rival_people["outsider"]),
        rival_import=plans.import_by(rival_people["outsider"]),
        rival_pillar=pillar,
    )


def _people(kestrel: Kestrel) -> dict[str, Person]:
    here = kestrel.organization
    manager = person(here, "Milan Horak", "MH")
    kestrel.aiko.manager = manager
    kestrel.aiko.save()
    people = {
        "viewer": kestrel.helena,
        "member": person(here, "Mila Novak", "MN"),
        "owner": kestrel.aiko,
        "contributor": person(here, "Cora Lund", "CL"),
        "viewing contributor": person(here, "Vera Stone", "VS", Role.VIEWER),
        "team member": person(here, "Tim Baker", "TB"),
        "lead": kestrel.ines,
        "lead above": person(here, "Paula Reis", "PR"),
        "manager": manager,
        "named": person(here, "Nadia Roy", "NR"),
        "champion": kestrel.tomas,
        "admin": person(here, "Adem Kaya", "AK", Role.ADMIN),
        "organization owner": kestrel.marijke,
        "twin": person(here, "Bo Twin", "BT"),
        "left": person(here, "Lena Moss", "LM"),
        "deactivated": person(here, "Dora Finn", "DF"),
    }
    plans.place_in_teams(kestrel, people)
    return people


def _leave(people: dict[str, Person]) -> None:
    people["left"].left_on = TODAY - timedelta(days=1)
    people["left"].save()
    account = people["deactivated"].account
    assert account is not None
    account.is_active = False
    account.save()


def _rival(twin: Person) -> tuple[Organization, dict[str, Person]]:
    rival = Organization.objects.create(name="Magpie Locks", slug=THERE, key="ML")
    outsider = person(rival, "Olga Pike", "OP", Role.OWNER)
    there = Person.objects.create(
        organization=rival,
        account=twin.account,
        name=plans.secret("rival person"),
        handle="bo-twin",
        key="BT",
        role=Role.OWNER,
    )
    return rival, {"outsider": outsider, "twin there": there}
