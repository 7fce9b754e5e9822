"""Rows that do not fit: which they are, why, and importing the rest without them. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from northing.goals.rules.kinds import GoalState
from northing.spreadsheets.rules.differences import Difference
from northing.spreadsheets.rules.drafts import Draft
from northing.spreadsheets.rules.entries import Skipped
from northing.spreadsheets.rules.plan import Plan
from northing.spreadsheets.rules.report import Findings, Option, Place, Problem, Severity

QUESTION = "unfit"
REPAIR, LEAVE_OUT = "repair", "leave_out"

Row = tuple[str, int | None]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that is not imported, or not before it is mended: what is wrong, and the cure."""

    place: Place
    wrong: str
    mend: str


def without_unfit_rows(plan: Plan, findings: Findings) -> Plan:
    """The plan as a person wants it: all or nothing, or without the rows that do not fit.

    Whatever stands under a row that is left out is left out with it. Asks only when a row does
    not fit; what is wrong with the whole file always stands in the way.
    """
    of_rows = {_row(problem.place) for problem in plan.errors} & _data_rows(plan)
    if not of_rows:
        return plan
    places = len(of_rows)
    answer = findings.ask(
        QUESTION,
        f"{'1 row does' if places == 1 else f'{places} rows do'} not fit. What becomes of them?",
        [
            Option(REPAIR, "They are repaired first: nothing is imported before"),
            Option(LEAVE_OUT, "They are left out, with what stands under them"),
        ],
        default=REPAIR,
    )
    asked = replace(plan, questions=tuple(findings.questions.values()))
    return _left_out(asked, of_rows) if answer == LEAVE_OUT else asked


def rejected_of(plan: Plan) -> list[Rejected]:
    """Everything that is wrong with rows of the file, and every row that is left out."""
    found = [
        Rejected(one.place, _in_words(one), one.cure)
        for one in (*plan.errors, *plan.unfit)
        if one.place.row is not None
    ]
    told = {_row(one.place) for one in found}
    found += [
        Rejected(one.place, one.reason, _cure(one))
        for one in plan.skipped
        if one.place.row is not None and _row(one.place) not in told
    ]
    return found


def warned_of(plan: Plan) -> list[Rejected]:
    """What is worth knowing of rows that are imported all the same."""
    return [
        Rejected(one.place, _in_words(one), one.cure)
        for one in plan.warnings
        if one.place.row is not None
    ]


def _left_out(plan: Plan, of_rows: set[Row]) -> Plan:
    going = _with_all_below(plan.differences, _unfit(plan, of_rows))
    kept = [each for each in plan.differences if each.draft.number not in going]
    out = [each for each in plan.differences if each.draft.number in going]
    gone = of_rows | {_row(each.draft.place) for each in out}
    stays = {_row(each.draft.place) for each in kept}
    drafts = [each.draft for each in kept]
    return replace(
        plan,
        differences=tuple(kept),
        left_out=tuple(out),
        problems=tuple(
            one for one in plan.problems if _row(one.place) not in gone or _stays(one, stays)
        ),
        unfit=tuple(one for one in plan.errors if _row(one.place) in gone),
        skipped=(*plan.skipped, *_skipped(plan, out, of_rows)),
        people=_named(plan.people, (p for d in drafts for p in (d.owner, *d.contributors))),
        teams=_named(plan.teams, (d.team for d in drafts)),
        cycles=_named(plan.cycles, (d.cycle for d in drafts)),
    )


def _stays(problem: Problem, rows: set[Row]) -> bool:
    """A warning about a row of which another goal is imported."""
    return problem.severity is Severity.WARNING and _row(problem.place) in rows


def _unfit(plan: Plan, of_rows: set[Row]) -> set[int]:
    """The drafts of rows that do not fit, and those of cycles that take no more goals.

    Where an objective and a key result share a row, a problem in another column than that of the
    objective is the key result's.
    """
    of_objectives = {(_row(one.place), one.place.column) for one in plan.errors}
    alone = _drafts_by_row(plan.differences)
    return {
        each.draft.number
        for each in plan.differences
        if not _takes_goals(each.draft)
        or (
            _row(each.draft.place) in of_rows
            and (
                each.draft.number == alone[_row(each.draft.place)]
                or (_row(each.draft.place), each.draft.place.column) in of_objectives
            )
        )
    }


def _drafts_by_row(differences: Iterable[Difference]) -> Mapping[Row, int]:
    """The last draft of each row: that of the key result, where there are two."""
    return {_row(each.draft.place): each.draft.number for each in differences}


def _takes_goals(draft: Draft) -> bool:
    return draft.cycle.is_open or draft.state is not GoalState.ACTIVE


def _with_all_below(differences: Sequence[Difference], unfit: set[int]) -> set[int]:
    going = set(unfit)
    while more := {
        each.draft.number
        for each in differences
        if each.draft.number not in going and any(one.draft in going for one in each.draft.links)
    }:
        going |= more
    return going


def _skipped(plan: Plan, out: Sequence[Difference], of_rows: set[Row]) -> list[Skipped]:
    reasons: dict[Row, str] = {}
    for problem in plan.errors:
        reasons.setdefault(_row(problem.place), f"It does not fit: {_in_words(problem)}.")
    found = []
    for each in out:
        place = each.draft.place
        reason = "It stands under a row that is left out."
        if not _takes_goals(each.draft):
            reason = f"{each.draft.cycle.name} is closed and takes no more goals."
        found.append(Skipped(place, each.draft.statement, reasons.get(_row(place), reason)))
    told = {_row(one.place) for one in found}
    for problem in plan.errors:
        row = _row(problem.place)
        if row in of_rows and row not in told:
            told.add(row)
            found.append(Skipped(problem.place, problem.found, reasons[row]))
    return found


def _named(all_of_them: tuple[T, ...], named: Iterable[T | None]) -> tuple[T, ...]:
    wanted = set(named)
    return tuple(one for one in all_of_them if one in wanted)


def _data_rows(plan: Plan) -> set[Row]:
    return {
        (columns.table.sheet.name, row) for columns in plan.tables for row in columns.table.rows
    }


def _row(place: Place) -> Row:
    return place.sheet, place.row


def _in_words(problem: Problem) -> str:
    found = f"“{problem.found[:200]}” stands there, expected: {problem.expected}"
    column = problem.place.column_name
    return f"{column}: {found}" if column else found


def _cure(skipped: Skipped) -> str:
    if skipped.reason.startswith("It has no wording"):
        return "Give it a wording, if it is a goal."
    if skipped.reason.startswith("It stands under"):
        return "Mend the row that it stands under."
    return "Nothing, unless it is a goal."
