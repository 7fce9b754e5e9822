"""People change by admins: no circles of managers, always an owner, no lost edits."""

from dataclasses import replace

import pytest

from northing.activity.models import Entry
from northing.people.actions.changing import EditedMeanwhile, PersonFacts, change_person
from northing.people.actions.joining import NewPerson, add_person
from northing.people.models import Person
from northing.people.queries import NotFound, teams_of
from northing.people.rules import PersonRefused, RightMissing, Role
from tests import cast
from tests.cast import Kestrel


def facts_of(person: Person) -> PersonFacts:
    teams = tuple(teams_of(person))
    return PersonFacts(person.name, person.title, Role(person.role), person.manager, teams)


def test_what_changed_is_told_with_before_and_after(kestrel: Kestrel) -> None:
    wanted = replace(facts_of(kestrel.aiko), title="Repair quality", role=Role.CHAMPION)
    change_person(kestrel.aiko.pk, wanted, kestrel.marijke, 1)
    entry = Entry.objects.get(subject_id=kestrel.aiko.pk, verb="changed")
    assert entry.before == {"title": "", "role": "member"}
    assert entry.after == {"title": "Repair quality", "role": "champion"}


def test_saving_the_same_again_changes_nothing(kestrel: Kestrel) -> None:
    assert change_person(kestrel.aiko.pk, facts_of(kestrel.aiko), kestrel.marijke, 1).version == 1


def test_teams_are_exactly_those_named(kestrel: Kestrel) -> None:
    wanted = replace(facts_of(kestrel.aiko), teams=(kestrel.care,))
    change_person(kestrel.aiko.pk, wanted, kestrel.marijke, 1)
    assert teams_of(kestrel.aiko) == [kestrel.care]


def test_the_second_of_two_editors_is_told(kestrel: Kestrel) -> None:
    wanted = replace(facts_of(kestrel.aiko), title="One")
    change_person(kestrel.aiko.pk, wanted, kestrel.marijke, 1)
    with pytest.raises(EditedMeanwhile) as edited:
        change_person(kestrel.aiko.pk, replace(wanted, title="Two"), kestrel.marijke, 1)
    assert edited.value.current.title == "One"


def test_a_circle_of_managers_is_refused_and_spelled_out(kestrel: Kestrel) -> None:
    wanted = replace(facts_of(kestrel.tomas), manager=kestrel.aiko)
    with pytest.raises(PersonRefused, match="Tomas Lindqvist → Aiko Sato → Ines Okafor → Tomas"):
        change_person(kestrel.tomas.pk, wanted, kestrel.marijke, 1)


def test_nobody_manages_themselves(kestrel: Kestrel) -> None:
    wanted = replace(facts_of(kestrel.ines), manager=kestrel.ines)
    with pytest.raises(PersonRefused, match="circle"):
        change_person(kestrel.ines.pk, wanted, kestrel.marijke, 1)


def test_who_left_manages_nobody(kestrel: Kestrel) -> None:
    Person.objects.filter(pk=kestrel.ruth.pk).update(left_on=cast.TODAY)
    kestrel.ruth.refresh_from_db()
    wanted = replace(facts_of(kestrel.aiko), manager=kestrel.ruth)
    with pytest.raises(PersonRefused, match="has left"):
        change_person(kestrel.aiko.pk, wanted, kestrel.marijke, 1)


def test_the_last_owner_stays_owner(kestrel: Kestrel) -> None:
    wanted = replace(facts_of(kestrel.marijke), role=Role.ADMIN)
    with pytest.raises(PersonRefused, match="last owner"):
        change_person(kestrel.marijke.pk, wanted, kestrel.marijke, 1)


def test_one_of_two_owners_may_step_down(kestrel: Kestrel) -> None:
    add_person(kestrel.organization, NewPerson("Jan", "jan@kestrel.example", Role.OWNER))
    wanted = replace(facts_of(kestrel.marijke), role=Role.MEMBER)
    assert change_person(kestrel.marijke.pk, wanted, kestrel.marijke, 1).role == Role.MEMBER


def test_an_admin_does_not_touch_an_owner(kestrel: Kestrel) -> None:
    admin = add_person(
        kestrel.organization, NewPerson("Priit", "priit@kestrel.example", Role.ADMIN)
    )
    with pytest.raises(RightMissing, match="owners"):
        change_person(kestrel.marijke.pk, facts_of(kestrel.marijke), admin, 1)


def test_people_of_other_organizations_are_not_found(kestrel: Kestrel) -> None:
    other = add_person(
        cast.Organization.objects.create(name="Other", slug="other", key="OT"),
        NewPerson("Eve", "eve@other.example", Role.OWNER),
    )
    with pytest.raises(NotFound):
        change_person(kestrel.ines.pk, facts_of(kestrel.ines), other, 1)
