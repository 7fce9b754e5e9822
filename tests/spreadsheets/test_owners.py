"""Owners by e-mail or name, new ones added, near ones asked about, nobody guessed."""

import pytest

from northing.spreadsheets.rules.people_index import PeopleIndex, name_of
from northing.spreadsheets.rules.plan import Plan
from northing.spreadsheets.rules.snapshot import KnownPerson, Snapshot
from tests.spreadsheets.sheets import ANN, BO, ME, QUARTER, SALES, drafts_of, open_keys, plan_of


def _plan(*owners: str, **options: object) -> Plan:
    rows = [["Objective", "Key result", "Owner"], ["Grow", "Result 0", owners[0]]]
    rows += [["", f"Result {number}", owner] for number, owner in enumerate(owners[1:], 1)]
    return plan_of(rows, **options)  # type: ignore[arg-type]


def _owner(text: str, **options: object) -> str:
    return _plan(text, **options).differences[1].draft.owner.name


@pytest.mark.parametrize(
    "text", ["Ann Lee", "ann lee", "  ANN   LEE ", "ann@example.org", "Ann Lee <ANN@example.org>"]
)
def test_somebody_who_is_here_is_found(text: str) -> None:
    plan = _plan(text)
    assert plan.differences[1].draft.owner.key == "ann"
    assert plan.people == ()


def test_somebody_new_is_added_by_default_and_once() -> None:
    plan = _plan("Dee New", "dee new", "eve.of@example.org")
    assert [(person.name, person.email) for person in plan.people] == [
        ("Dee New", ""),
        ("Eve Of", "eve.of@example.org"),
    ]
    assert plan.can_be_applied


def test_a_name_and_its_address_in_one_file_are_one_person() -> None:
    (person,) = _plan("Dee New", "dee.new@example.org").people
    assert (person.name, person.email) == ("Dee New", "dee.new@example.org")


def test_one_answer_keeps_all_new_people_out() -> None:
    plan = _plan("Dee New", "Eve Of", answers={"people": "me"})
    assert plan.people == ()
    assert {each.draft.owner.name for each in plan.differences} == {"Vera Admin"}


@pytest.mark.parametrize("text", ["Ann Leh", "Anne Lee", "Ann"])
def test_somebody_nearly_here_is_asked_about(text: str) -> None:
    plan = _plan(text)
    key = f"person:{text.casefold()}"
    assert open_keys(plan) == [key]
    assert _owner(text, answers={key: "ann@example.org"}) == "Ann Lee"
    assert _owner(text, answers={key: "create"}) == text


def test_two_people_of_one_name_are_asked_about() -> None:
    other = KnownPerson("ann2", "Ann Lee", "ann.lee@example.org")
    snapshot = Snapshot(ME, (ME, ANN, other), (SALES,), (QUARTER,))
    plan = _plan("Ann Lee", snapshot=snapshot)
    assert open_keys(plan) == ["person:ann lee"]
    options = [option.value for option in plan.questions[0].options]
    assert options == ["ann@example.org", "ann.lee@example.org", "create", "me"]


def test_somebody_who_left_is_asked_about() -> None:
    plan = _plan("Cy Gone")
    assert plan.open_questions[0].text == "Cy Gone has left."


@pytest.mark.parametrize("text", ["tbd", "?", "TBA", "noch offen", "unassigned"])
def test_an_undecided_owner_is_the_importing_person_for_now_and_told(text: str) -> None:
    plan = _plan(text)
    assert plan.differences[1].draft.owner.key == "me"
    assert (plan.warnings[0].place.column_name, plan.warnings[0].found) == ("C (Owner)", text)


def test_several_names_are_an_owner_and_contributors() -> None:
    draft = _plan("Ann Lee & Bo Berg").differences[1].draft
    assert (draft.owner.name, [person.name for person in draft.contributors]) == (
        "Ann Lee",
        ["Bo Berg"],
    )


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ann Lee", ["Ann Lee"]),
        ("Ann Lee, Bo Berg", ["Ann Lee", "Bo Berg"]),
        ("Ann Lee und Bo Berg", ["Ann Lee", "Bo Berg"]),
        ("Ann Lee; Bo Berg / Cy Gone", ["Ann Lee", "Bo Berg", "Cy Gone"]),
        ("Berg, Bo", ["Bo Berg"]),
        ("a@x.org, b@x.org", ["a@x.org", "b@x.org"]),
    ],
)
def test_names_in_a_cell_are_told_apart(text: str, names: list[str]) -> None:
    assert PeopleIndex((ANN, BO)).named_in(text) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("tom.berg@example.org", "Tom Berg"),
        ("j.brandt@example.org", "J. Brandt"),
        ("Tom Berg <tom@example.org>", "Tom Berg"),
        ("o'neil@example.org", "O'neil"),
    ],
)
def test_an_address_gives_a_name(text: str, name: str) -> None:
    assert name_of(text) == name


def test_an_objective_without_an_owner_goes_to_whoever_owns_all_below_it() -> None:
    drafts = {d.statement: d for d in drafts_of([
        ["Objective", "Key result", "Owner"],
        ["Grow", "Sell", "Ann Lee"],
        ["", "Win", "Ann Lee"],
        ["Learn", "Read", "Ann Lee"],
        ["", "Write", "Bo Berg"],
    ])}  # fmt: skip
    assert (drafts["Grow"].owner.name, drafts["Learn"].owner.name) == ("Ann Lee", "Vera Admin")


def test_a_table_without_owners_asks_once_with_a_default() -> None:
    rows = [["Objective", "Key result"], ["Grow", "Sell"], ["Learn", "Read"]]
    plan = plan_of(rows)
    assert [question.key for question in plan.questions if question.key.startswith("owner")] == [
        "owner:Plan"
    ]
    assert plan.warnings == []
    assert drafts_of(rows, answers={"owner:Plan": "bo@example.org"})[0].owner.name == "Bo Berg"


def test_teams_are_found_by_name_or_letters_and_new_ones_added() -> None:
    rows = [
        ["Objective", "Key result", "Team"],
        ["Grow", "Sell", "sales"],
        ["", "Win", "SA"],
        ["", "Fair", "Marketing"],
    ]
    plan = plan_of(rows)
    teams = [each.draft.team.key for each in plan.differences[1:] if each.draft.team]
    assert teams == ["sales", "sales", None]
    assert [team.name for team in plan.teams] == ["Marketing"]


def test_a_team_nearly_here_is_asked_about() -> None:
    rows = [["Objective", "Key result", "Team"], ["Grow", "Sell", "Saless"]]
    assert open_keys(plan_of(rows)) == ["team:saless"]


@pytest.mark.parametrize(
    ("word", "visibility"),
    [("Everyone", "organization"), ("privat", "private"), ("Öffentlich", "organization")],
)
def test_visibility_is_understood(word: str, visibility: str) -> None:
    rows = [["Objective", "Key result", "Visibility"], ["Grow", "Sell", word]]
    assert drafts_of(rows)[1].visibility == visibility


@pytest.mark.parametrize("word", ["Confidential", "Manager", "Internal", "Restricted"])
def test_a_word_for_who_sees_it_is_never_guessed(word: str) -> None:
    rows = [["Objective", "Key result", "Visibility"], ["Grow", "Sell", word]]
    assert open_keys(plan_of(rows)) == [f"visibility:{word.casefold()}"]
