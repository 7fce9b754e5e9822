"""Many rows: an import asks the database no more often for them, and what it stores is right."""

from collections.abc import Callable, Iterator

import pytest

from northing.check_ins.actions.rebuilding import rebuild
from northing.check_ins.models import CheckIn
from northing.goals.actions.wording import put_all_words
from northing.goals.models import AlignmentLink, Goal, SearchWord
from northing.people.models import Person
from northing.spreadsheets.actions.undoing import undo_import
from northing.spreadsheets.models import Import
from tests.cast import TODAY, Kestrel
from tests.counting import statements_of
from tests.spreadsheets.importing import bring_in, csv_upload

_HEAD = "ID,Parent,Type,Title,Owner,Cycle,Baseline,Target,Now,Confidence,Note"
_FAN_OUT = 4
_FEW, _MANY = 40, 80
# What may come with one more lot of rows.
_A_LITTLE = 3
_OF_A_CHANGE = 16

Shape = Callable[[int], int]


def _under_one(number: int) -> int:
    return 0


def _in_a_tree(number: int) -> int:
    return (number - 1) // _FAN_OUT


_SHAPES = pytest.mark.parametrize("shape", [_under_one, _in_a_tree], ids=["wide", "tree"])


def _rows(size: int, shape: Shape, value: int = 12, target: int = 30) -> str:
    """A plan whose objectives are row 0 and whatever has rows below it; the rest is measured."""
    objectives = {0, *(shape(number) for number in range(1, size))}
    rows = [_HEAD]
    for number in range(size):
        parent = f"{size}-{shape(number)}" if number else ""
        title = f"{size}-{number},{parent},{{}},Stand {number} of {size},Ines Okafor,Q1 2027"
        if number in objectives:
            rows.append(f"{title.format('Objective')},,,,,")
        else:
            said = f"10,{target},{value + number % 7},{1 + number % 9},note {value}"
            rows.append(f"{title.format('KR')},{said}")
    return "\n".join(rows)


@pytest.fixture(autouse=True)
def _stays_right(kestrel: Kestrel) -> Iterator[None]:
    """Whatever is imported and undone: what is stored of every goal is what its records say."""
    yield
    assert rebuild(kestrel.organization, check=True) == []


def _import(text: str, kestrel: Kestrel, name: str) -> Import:
    return bring_in(csv_upload(text, f"{name}.csv"), kestrel.marijke).imported


def _growth(doing: Callable[[int], object]) -> int:
    """How many more statements many rows take than few."""
    few, many = [statements_of(lambda size=size: doing(size)) for size in (_FEW, _MANY)]
    return many - few


@_SHAPES
def test_more_rows_take_no_more_statements(shape: Shape, kestrel: Kestrel) -> None:
    def doing(size: int) -> None:
        assert _import(_rows(size, shape), kestrel, f"of {size}").created == size

    assert _growth(doing) <= _A_LITTLE


@_SHAPES
def test_what_many_rows_leave_is_what_the_records_say(shape: Shape, kestrel: Kestrel) -> None:
    _import(_rows(_MANY, shape), kestrel, "plan")
    assert rebuild(kestrel.organization, check=True) == []
    _import(_rows(_MANY, shape, value=15, target=40), kestrel, "plan")
    assert rebuild(kestrel.organization, check=True) == []
    top = Goal.objects.get(statement=f"Stand 0 of {_MANY}")
    below = AlignmentLink.objects.filter(parent=top).order_by("position")
    assert top.reporting == top.contributing == len(below)
    assert [link.position for link in below] == list(range(len(below)))
    assert all(link.is_primary for link in below)
    assert CheckIn.objects.filter(goal__statement__endswith=f"of {_MANY}").count() == 2 * (
        Goal.objects.filter(statement__endswith=f"of {_MANY}", kind="key_result").count()
    )


@_SHAPES
def test_goals_written_together_are_numbered_in_the_order_of_the_file(
    shape: Shape, kestrel: Kestrel
) -> None:
    _import(_rows(_MANY, shape), kestrel, "plan")
    goals = {goal.statement: goal for goal in Goal.objects.all()}
    below: dict[str, int] = {}
    for number in range(1, _MANY):
        goal = goals[f"Stand {number} of {_MANY}"]
        above = goals[f"Stand {shape(number)} of {_MANY}"].short_id
        if goal.kind == "key_result":
            below[above] = below.get(above, 0) + 1
            assert goal.short_id == f"{above}.{below[above]}"


def test_goals_written_together_are_found_by_their_words(kestrel: Kestrel) -> None:
    _import(_rows(_FEW, _in_a_tree), kestrel, "plan")
    kept = set(SearchWord.objects.values_list("goal", "word"))
    put_all_words(kestrel.organization)
    assert kept == set(SearchWord.objects.values_list("goal", "word"))


@_SHAPES
def test_new_values_of_more_rows_take_no_more_statements(shape: Shape, kestrel: Kestrel) -> None:
    for size in (_FEW, _MANY):
        _import(_rows(size, shape), kestrel, f"of {size}")

    def doing(size: int) -> None:
        _import(_rows(size, shape, value=15), kestrel, f"of {size}")

    assert _growth(doing) <= _A_LITTLE


@_SHAPES
def test_a_changed_row_takes_the_same_few_statements(shape: Shape, kestrel: Kestrel) -> None:
    for size in (_FEW, _MANY):
        _import(_rows(size, shape), kestrel, f"of {size}")

    def doing(size: int) -> None:
        again = _import(_rows(size, shape, value=15, target=40), kestrel, f"of {size}")
        imports.append(again)

    imports: list[Import] = []
    assert _growth(doing) <= _OF_A_CHANGE * (_MANY - _FEW)
    assert _growth(_undoing(imports, kestrel)) <= _OF_A_CHANGE * (_MANY - _FEW)


@_SHAPES
def test_undoing_more_rows_takes_no_more_statements(shape: Shape, kestrel: Kestrel) -> None:
    imports = [_import(_rows(size, shape), kestrel, f"of {size}") for size in (_FEW, _MANY)]
    assert _growth(_undoing(imports, kestrel)) <= _A_LITTLE
    assert not Goal.objects.filter(statement__startswith="Stand").exists()


def _undoing(imports: list[Import], kestrel: Kestrel) -> Callable[[int], object]:
    """Undoes the first of two imports for few rows, the second for many."""

    def doing(size: int) -> None:
        assert not undo_import(imports[size == _MANY], kestrel.marijke, TODAY).left

    return doing


def test_more_people_whom_nobody_knows_take_no_more_statements(kestrel: Kestrel) -> None:
    def doing(size: int) -> None:
        owned = _rows(size, _under_one).split("\n")
        for number in range(1, size + 1):
            owned[number] = owned[number].replace(
                "Ines Okafor", f"o{number}.{size}@kestrel.example"
            )
        outcome = bring_in(csv_upload("\n".join(owned), f"of {size}.csv"), kestrel.marijke)
        assert len(outcome.plan.people) == size

    assert _growth(doing) <= _A_LITTLE
    keys = Person.objects.values_list("key", flat=True)
    assert len(set(keys)) == len(keys)
