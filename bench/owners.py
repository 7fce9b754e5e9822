"""Many people, each with a key result and an open session: who checks in when a server is tried."""

from dataclasses import asdict, dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore

from northing.cycles.models import Cycle
from northing.goals.actions.goal_draft import GoalDraft, LinkDraft
from northing.goals.actions.reading import restand
from northing.goals.actions.writing import create_goal
from northing.goals.models import Goal
from northing.goals.rules.kinds import GoalKind
from northing.measures.measure import Kind, Measure
from northing.people.models import Account, Organization, Person

SLUG = "busy"
FAN_OUT = 5
TARGET = 100_000
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@dataclass(frozen=True, slots=True)
class Owner:
    """A session and the address that takes check-ins of this person's key result."""

    session: str
    check_in: str


def owners(number: int, today: date) -> list[dict[str, str]]:
    """Make an organization of so many people; all their key results roll up to one objective."""
    organization = Organization.objects.create(name="Busy", slug=SLUG, key="BU")
    start = today - timedelta(days=today.weekday(), weeks=5)
    cycle = Cycle.objects.create(
        organization=organization,
        name="Quarter",
        slug="quarter",
        start=start,
        due=start + timedelta(weeks=13, days=-1),
        state="active",
    )
    people = [_person(organization, place) for place in range(number)]
    objectives = _objectives(people, cycle, -(-number // FAN_OUT))
    goals = [
        _key_result(person, cycle, objectives[place // FAN_OUT])
        for place, person in enumerate(people)
    ]
    restand(organization, [goal.pk for goal in (*objectives, *goals)])
    return [
        asdict(Owner(session_of(goal.owner), f"/{SLUG}/goals/{goal.short_id}/check-ins"))
        for goal in goals
    ]


def _person(organization: Organization, place: int) -> Person:
    account = Account(email=f"owner-{place}@example.org")
    account.set_unusable_password()
    account.save()
    return Person.objects.create(
        organization=organization,
        account=account,
        name=f"Owner {place}",
        handle=f"owner-{place}",
        key=f"O{place}",
    )


def _objectives(people: list[Person], cycle: Cycle, leaves: int) -> list[Goal]:
    """The lowest objectives of a tree with fan-out 5."""
    widths = [leaves]
    while widths[0] > 1:
        widths.insert(0, -(-widths[0] // FAN_OUT))
    above: list[Goal] = []
    for width in widths:
        above = [
            _write(people[place], cycle, GoalKind.OBJECTIVE, above[place // FAN_OUT :][:1])
            for place in range(width)
        ]
    return above


def _key_result(person: Person, cycle: Cycle, objective: Goal) -> Goal:
    measure = Measure(Kind.FROM_TO, Decimal(0), Decimal(TARGET))
    return _write(person, cycle, GoalKind.KEY_RESULT, [objective], measure)


def _write(
    owner: Person, cycle: Cycle, kind: GoalKind, parents: list[Goal], measure: Measure | None = None
) -> Goal:
    links = [LinkDraft(parent) for parent in parents]
    draft = GoalDraft(kind, "What many wait for", owner, cycle, measure=measure, links=links)
    return create_goal(draft, owner, roll_up=False)


def session_of(person: Person) -> str:
    """A session in which somebody is signed in."""
    assert person.account is not None
    store = SessionStore()
    store[SESSION_KEY] = str(person.account.pk)
    store[BACKEND_SESSION_KEY] = BACKEND
    store[HASH_SESSION_KEY] = person.account.get_session_auth_hash()
    store.save()
    return str(store.session_key)
