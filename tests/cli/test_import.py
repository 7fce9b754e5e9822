"""`northing import`: what it prints, and the status it ends with."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from northing.activity.models import Entry
from northing.cli import importing
from northing.cli.program import Refused, app
from northing.goals.models import Goal
from tests.cast import Kestrel
from tests.spreadsheets.importing import SAMPLES, TRACKER, ZIELE

pytestmark = pytest.mark.usefixtures("kestrel")


def _run(file: Path, *options: str) -> Result:
    assert importing
    return CliRunner().invoke(app, ["import", str(file), *options])


def _written(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "plan.csv"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_dry_run_as_json_prints_the_plan_and_writes_nothing(kestrel: Kestrel) -> None:
    before = Goal.objects.count()
    ended = _run(SAMPLES / TRACKER, "--dry-run", "--json")
    plan = json.loads(ended.stdout)
    assert ended.exit_code == 0
    assert list(plan) == ["create", "update", "skip", "problems", "questions"]
    assert len(plan["create"]) == 14
    assert Goal.objects.count() == before


def test_a_problem_has_its_place_what_was_found_and_the_cure() -> None:
    plan = json.loads(_run(SAMPLES / TRACKER, "--dry-run", "--json").stdout)
    undecided = next(problem for problem in plan["problems"] if problem["found"] == "tbd")
    assert undecided == {
        "sheet": "Q1 FY27",
        "row": 11,
        "column": "D (Who)",
        "found": "tbd",
        "expected": "an e-mail address or a name",
        "cure": "Taken for now: Marijke van Dalen. Name the owner when it is decided.",
        "severity": "warning",
    }


def test_an_import_writes_and_says_so() -> None:
    ended = _run(SAMPLES / ZIELE)
    assert ended.exit_code == 0
    assert "Imported: 7 created, 0 updated." in ended.stdout
    assert "7 of 7 goals" in ended.stderr
    assert Goal.objects.filter(cycle__name="2027").count() == 7


def test_an_open_question_keeps_the_file_out_until_it_is_answered(tmp_path: Path) -> None:
    file = _written(
        tmp_path, 'Objective,Key result,Baseline,Target\nGrow,Revenue,0,"1,250"\n'
    )  # fmt: skip
    ended = _run(file)
    assert ended.exit_code == 1
    assert "decimals:plan.csv!D=point" in ended.stdout
    assert not Goal.objects.filter(statement="Revenue").exists()
    assert _run(file, "--answer", "decimals:plan.csv!D=point").exit_code == 0
    assert Goal.objects.get(statement="Revenue").measure.target == 1250


def test_columns_are_mapped_by_hand(tmp_path: Path) -> None:
    file = _written(tmp_path, "Objective,Key result,Chief\nGrow,Revenue,Ines Okafor\n")
    assert _run(file, "--map", "Chief=owner").exit_code == 0
    assert Goal.objects.get(statement="Revenue").owner.name == "Ines Okafor"


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--map", "Who=boss"), "“boss” is no field"),
        (("--map", "Nobody=owner"), "a column of the file"),
        (("--sheet", "Other"), "one of: Q1 FY27, Notes"),
        (("--answer", "people=perhaps"), "one of: create, me"),
    ],
)
def test_a_wish_that_fits_nothing_is_told(options: tuple[str, str], words: str) -> None:
    ended = _run(SAMPLES / TRACKER, "--dry-run", *options)
    assert ended.exit_code == 1
    assert words in ended.stdout


def test_a_file_that_is_no_table_ends_with_1_and_says_why(tmp_path: Path) -> None:
    file = tmp_path / "plan.xlsx"
    file.write_bytes(b"%PDF-1.7")
    ended = _run(file, "--dry-run", "--json")
    assert ended.exit_code == 1
    assert json.loads(ended.stdout)["problems"][0]["found"] == "This is a PDF document."


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--as", "aiko.sato@kestrel.example"), "Only admins and owners"),
        (("--as", "nobody@example.org"), "Nobody here is called"),
        (("--organization", "acme"), "Say which organization"),
        (("--map", "Who"), "is not KEY=VALUE"),
    ],
)
def test_who_may_not_import_is_told(options: tuple[str, str], words: str) -> None:
    ended = _run(SAMPLES / ZIELE, *options)
    assert isinstance(ended.exception, Refused)
    assert words in str(ended.exception)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    ended = _run(tmp_path / "none.csv")
    assert isinstance(ended.exception, Refused)
    assert "cannot be read" in str(ended.exception)


def test_rows_that_do_not_fit_are_written_to_a_file_to_mend(tmp_path: Path) -> None:
    file = _written(tmp_path, "Objective,Key result,Baseline,Target\nGrow,Sell,1,9\n,Win,7,7\n")
    to = tmp_path / "plan - to mend.csv"
    assert _run(file, "--dry-run", "--rejected", str(to)).exit_code == 1
    assert "The target equals the baseline" in to.read_text(encoding="utf-8")
    assert _run(file, "--answer", "unfit=leave_out", "--rejected", str(to)).exit_code == 0
    assert _run(to, "--rejected", str(tmp_path / "none" / "x.csv")).exit_code == 1
    mended = to.read_text(encoding="utf-8").replace("Win,7,7", "Win,7,9")
    to.write_text(mended, encoding="utf-8")
    ended = _run(to)
    assert "Imported: 1 created, 0 updated." in ended.stdout
    assert Goal.objects.get(statement="Win").links_up.get().parent.statement == "Grow"


def _id_of_the_import() -> str:
    [listed] = json.loads(CliRunner().invoke(app, ["import", "--list", "--json"]).stdout)
    return str(listed["id"])


def test_an_import_is_undone_by_its_id() -> None:
    ended = _run(SAMPLES / ZIELE)
    key = _id_of_the_import()
    assert f"northing import --undo {key}" in ended.stderr
    assert "7 created, 0 updated" in CliRunner().invoke(app, ["import", "--list"]).stdout
    planned = CliRunner().invoke(app, ["import", "--undo", key, "--dry-run"])
    assert "would be: 7 withdrawn, 0 put back." in planned.stdout
    assert Goal.objects.filter(cycle__name="2027").count() == 7
    undone = json.loads(CliRunner().invoke(app, ["import", "--undo", key, "--json"]).stdout)
    assert (undone["withdrawn"], undone["left"], undone["hidden"]) == (7, [], 0)
    assert not Goal.objects.filter(cycle__name="2027").exists()
    assert "undone 20" in CliRunner().invoke(app, ["import", "--list"]).stdout


def test_what_undoing_leaves_is_named(kestrel: Kestrel) -> None:
    _run(SAMPLES / ZIELE)
    goal = Goal.objects.filter(cycle__name="2027", kind="key_result")[0]
    Entry.objects.create(
        organization_id=goal.organization_id,
        subject_id=goal.pk,
        subject_kind=goal.kind,
        subject_label=goal.statement,
        verb="changed",
        actor_name="Ines Okafor",
    )
    ended = CliRunner().invoke(app, ["import", "--undo", _id_of_the_import()])
    assert ended.exit_code == 0
    assert "Ines Okafor has changed it since." in ended.stdout


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--undo", "7"), "7 is no ID"),
        (("--undo", "01a21f9a-989f-7145-a66a-8a80f7c5cdfc"), "There is no import 01a21f9a"),
        ((), "Name the file"),
    ],
)
def test_what_cannot_be_undone_is_told(options: tuple[str, ...], words: str) -> None:
    ended = CliRunner().invoke(app, ["import", *options])
    assert isinstance(ended.exception, Refused)
    assert words in str(ended.exception)


def test_undoing_twice_and_by_members_is_refused() -> None:
    _run(SAMPLES / ZIELE)
    key = _id_of_the_import()
    member = CliRunner().invoke(app, ["import", "--undo", key, "--as", "aiko.sato@kestrel.example"])
    assert "Only admins and owners" in str(member.exception)
    CliRunner().invoke(app, ["import", "--undo", key])
    again = CliRunner().invoke(app, ["import", "--undo", key])
    assert "undone already" in str(again.exception)
