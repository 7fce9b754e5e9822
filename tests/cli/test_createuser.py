"""`northing createuser`: the first organization, further people, and refusals with the cure."""

import pytest
from typer.testing import CliRunner

from northing.cli import accounts
from northing.cli.program import Refused, app
from northing.cycles.models import Cycle
from northing.people.models import Organization, Person
from northing.people.rules import Role
from tests.cast import Kestrel

pytestmark = pytest.mark.usefixtures("db")


def run(*arguments: str) -> str:
    assert accounts
    ended = CliRunner().invoke(app, ["createuser", *arguments], catch_exceptions=False)
    assert ended.exit_code == 0
    return ended.stdout


def test_the_first_user_owns_a_new_organization_with_its_cycles() -> None:
    said = run("ines@k.example", "--name", "Ines Okafor", "--organization", "Kestrel Bikes")
    person = Person.objects.get()
    assert (person.role, person.organization.slug) == (Role.OWNER, "kestrel-bikes")
    assert Cycle.objects.count() == 5
    assert "/sign-in/link?token=" in said


def test_further_users_are_members_unless_said(kestrel: Kestrel) -> None:
    run("noor@k.example", "--name", "Noor Rahimi")
    run("priit@k.example", "--name", "Priit Saar", "--role", "admin")
    roles = dict(Person.objects.values_list("email", "role"))
    assert (roles["noor@k.example"], roles["priit@k.example"]) == ("member", "admin")


def test_somebody_known_only_gets_a_new_link(kestrel: Kestrel) -> None:
    people = Person.objects.count()
    assert "token=" in run(kestrel.ines.email)
    assert Person.objects.count() == people


@pytest.mark.parametrize(
    ("arguments", "cure"),
    [
        (("noor@k.example",), "--name"),
        (("noor@k.example", "--name", "Noor", "--role", "king"), "Choose one of"),
        (("noor@k.example", "--name", "Noor", "--organization", "Kestral"), "There is: kestrel"),
        (("nonsense", "--name", "Noor"), "not an e-mail address"),
        (("ines.okafor@kestrel.example", "--role", "owner"), "people page"),
    ],
)
def test_what_does_not_fit_is_refused_with_the_cure(
    kestrel: Kestrel, arguments: tuple[str, ...], cure: str
) -> None:
    with pytest.raises(Refused, match=cure):
        run(*arguments)


def test_another_organization_is_made_only_when_asked(kestrel: Kestrel) -> None:
    run("eve@o.example", "--name", "Eve", "--organization", "Other", "--create")
    assert set(Organization.objects.values_list("slug", flat=True)) == {"kestrel", "other"}
