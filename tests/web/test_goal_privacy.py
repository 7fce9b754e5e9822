"""What somebody may not see is nowhere: no title, no value, no count, no difference of a 404."""

from collections.abc import Callable

import pytest
from django.test import Client

from northing.goals.actions.goal_draft import LinkDraft
from northing.goals.actions.writing import create_goal
from northing.goals.models import Goal
from northing.goals.rules.kinds import GoalKind, LinkMode, Visibility
from northing.measures.measure import Kind, Measure
from northing.people.models import Person
from tests import cast
from tests.cast import Kestrel, said

SignIn = Callable[[Person], Client]
SECRET, VALUE = "Quietly prepare the sale of Ghent", "918273"
OBJECTIVE = "o/WN-1-broken-on-monday-riding-by-friday"
LISTS = (
    "goals",
    "goals?view=table",
    "goals?format=csv",
    "goals?root=WN-1",
    "goals?root=WN-1.1",
    "goals?owner=ines-okafor",
    "goals?owner=ines-okafor&view=table",
    "goals?kind=smart&view=table",
    "goals?kind=smart&format=csv",
    "goals?says=off_track&view=table",
    "goals?team=workshop-network&sort=says&view=table",
    "goals?q=918273",
)
PAGES = (OBJECTIVE, "o/KB-1-every-bike-back-on-the-street", "kr/WN-1.1", "s/IO-1")


@pytest.fixture(params=[Visibility.PRIVATE, Visibility.TEAM], ids=str)
def secret(request: pytest.FixtureRequest, kestrel: Kestrel) -> Goal:
    """A restricted SMART goal under a key result, an objective, and above a goal for everybody."""
    made = create_goal(
        cast.GoalDraft(
            kind=GoalKind.SMART,
            statement=SECRET,
            owner=kestrel.ines,
            cycle=kestrel.cycle,
            team=kestrel.workshop,
            visibility=request.param,
            measure=Measure(Kind.FROM_TO, cast.Decimal(0), cast.Decimal(VALUE)),
            definition=SECRET,
            links=[
                LinkDraft(parent=kestrel.repair_share, mode=LinkMode.SUPPORTS),
                LinkDraft(parent=kestrel.objective, mode=LinkMode.SUPPORTS),
            ],
        ),
        kestrel.ines,
    )
    said(made, VALUE, 2, note=SECRET)
    links = [
        LinkDraft(parent=made, mode=LinkMode.SUPPORTS),
        LinkDraft(parent=kestrel.objective, mode=LinkMode.SUPPORTS),
    ]
    draft = cast.GoalDraft(
        kind=GoalKind.SMART,
        statement="Seen by all",
        owner=kestrel.ines,
        cycle=kestrel.cycle,
        measure=Measure(Kind.DONE),
        links=links,
    )
    create_goal(draft, kestrel.ines)
    return made


def body(client: Client, path: str) -> str:
    answer = client.get(f"/kestrel/{path}")
    assert answer.status_code == 200
    parts = answer if answer.streaming else [answer.content]
    return b"".join(parts).decode()  # type: ignore[arg-type]


@pytest.mark.parametrize("who", ["ruth", "marijke", "helena"])
def test_lists_and_pages_do_not_know_it(
    kestrel: Kestrel, signed_in: SignIn, secret: Goal, who: str
) -> None:
    client = signed_in(getattr(kestrel, who))
    for path in (*LISTS, *PAGES, "s/IO-3", "goals/WN-1.1/log", "goals/IO-3/log"):
        text = body(client, path)
        assert SECRET not in text, path
        assert f">{secret.short_id}<" not in text, path
        shown = text if "q=" not in path else text.split("<main")[1].split("</form>")[1]
        assert VALUE not in shown, path


def test_a_search_for_its_words_finds_nothing(
    kestrel: Kestrel, signed_in: SignIn, secret: Goal
) -> None:
    client = signed_in(kestrel.ruth)
    for words in ("Quietly", secret.short_id, secret.short_id.lower()):
        for view in ("outline", "table"):
            assert "No goal fits" in body(client, f"goals?q={words}&view={view}")
        assert len(body(client, f"goals?q={words}&format=csv").splitlines()) == 1


def test_its_addresses_answer_as_those_of_nothing(
    kestrel: Kestrel, signed_in: SignIn, secret: Goal
) -> None:
    client = signed_in(kestrel.ruth)
    for path in ("s/{}", "kr/{}", "o/{}-quietly", "goals/{}/log", "goals?root={}"):
        hidden, unknown = (
            client.get(f"/kestrel/{path.format(short_id)}") for short_id in ("IO-2", "IO-999")
        )
        assert hidden.status_code == unknown.status_code == 404
        assert hidden.content == unknown.content, path
        assert dict(hidden.headers) == dict(unknown.headers)


def test_nothing_is_counted_that_is_not_seen(
    kestrel: Kestrel, signed_in: SignIn, secret: Goal
) -> None:
    outside, inside = body(signed_in(kestrel.ruth), "kr/WN-1.1"), ""
    assert "No SMART goal carries it" in outside
    inside = body(signed_in(kestrel.ines), "kr/WN-1.1")
    assert SECRET in inside
    assert "No SMART goal carries it" not in inside


def test_those_who_may_see_it_find_it_everywhere(
    kestrel: Kestrel, signed_in: SignIn, secret: Goal
) -> None:
    client = signed_in(kestrel.ines)
    for path in ("goals", "goals?q=quietly", "kr/WN-1.1", OBJECTIVE, "s/IO-2", "s/IO-3"):
        assert SECRET in body(client, path), path


def test_another_organization_is_another_world(
    kestrel: Kestrel, signed_in: SignIn, secret: Goal
) -> None:
    other = cast.Organization.objects.create(name="Other", slug="other", key="OT")
    stranger = cast.person(other, "Nobody Known", "NK")
    client = signed_in(stranger)
    for path in (*LISTS, *PAGES):
        assert client.get(f"/kestrel/{path}").status_code == 404
        foreign = client.get(f"/other/{path}")
        text = b"".join(foreign if foreign.streaming else [foreign.content]).decode()  # type: ignore[arg-type]
        assert "repair" not in text.split("<main")[-1], path
