"""The people of the demo organization."""

from collections import Counter

from northing.demo.cast import GUIDES, PEOPLE, TEAMS
from northing.people.rules import Role

BY_HANDLE = {member.handle: member for member in PEOPLE}


def test_there_are_64_people_with_names_and_handles_of_their_own() -> None:
    assert len(PEOPLE) == 64
    assert len({member.name for member in PEOPLE}) == len(BY_HANDLE) == 64


def test_there_are_5_teams_two_of_which_hold_a_team() -> None:
    top = [team for team in TEAMS if not team.parent]
    assert [team.name for team in top] == [
        "Workshop network",
        "Owner care",
        "Ride platform",
        "Supply",
        "People",
    ]
    assert {team.parent for team in TEAMS if team.parent} == {"OC", "PE"}


def test_every_team_is_led_by_one_of_its_members() -> None:
    for team in TEAMS:
        assert BY_HANDLE[team.lead].team == team.key


def test_every_role_occurs_and_there_is_one_owner() -> None:
    roles = Counter(member.role for member in PEOPLE)
    assert roles.keys() == set(Role)
    assert roles[Role.OWNER] == 1


def test_every_line_of_managers_ends_at_the_owner_of_the_organization() -> None:
    for member in PEOPLE:
        if member.role != Role.VIEWER:
            top = member
            while top.manager:
                top = BY_HANDLE[top.manager]
            assert top.role == Role.OWNER


def test_six_guides_each_say_in_a_sentence_who_they_are() -> None:
    assert len({guide.handle for guide in GUIDES}) == 6
    for guide in GUIDES:
        assert guide.handle in BY_HANDLE
        assert guide.sentence.endswith(".")
    assert {BY_HANDLE[guide.handle].role for guide in GUIDES} == set(Role) - {Role.VIEWER}


def test_ines_reports_to_tomas() -> None:
    assert BY_HANDLE["ines.okafor"].manager == "tomas.lindqvist"
