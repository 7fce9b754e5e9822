"""A plan of an import as its page shows it: problems by repair, goals as an outline."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from northing.measures.measure import Kind, Measure
from northing.spreadsheets.rules.columns import Columns
from northing.spreadsheets.rules.differences import Difference
from northing.spreadsheets.rules.fields import LABELS, Field
from northing.spreadsheets.rules.plan import Plan
from northing.spreadsheets.rules.report import ASKED_OF_MANY, Option, Problem, Question
from northing.spreadsheets.rules.told import FIELD_LABELS, measure_in_words
from northing.web.formats import amount, number

MOST_PLACES = 6
MOST_GOALS = 300
MOST_EXAMPLES = 8
SURE_FROM = 0.9
NOT_RECOGNISED = frozenset({Field.KEEP.value, Field.IGNORE.value})

# One question about many columns, and what its answers say of all of them.
_OF_MANY = {
    "dates": "{cells} dates in {places} columns are written day first or month first: which?",
    "decimals": "{cells} numbers in {places} columns can be read in two ways: which?",
    "percent": "{cells} numbers in {places} columns are shares or percentages: which?",
    "confidence": "{places} columns of confidences have the same unclear scale. Which is it?",
    "baseline": "Goals of {places} tables have a target and no start value: which is it?",
}
_FOR_ALL = {
    "dates": (
        Option("day", "Day first: 01/02 is 1 February"),
        Option("month", "Month first: 01/02 is 2 January"),
    ),
    "decimals": (
        Option("point", "A point stands before decimals: 1,250 is 1250"),
        Option("comma", "A comma stands before decimals: 1,250 is 1.25"),
    ),
    "percent": (
        Option("shares", "Shares: 0.44 is 44 %"),
        Option("percent", "Percentages: 0.44 is 0.44 %"),
    ),
}
KIND_WORDS = {"objective": "Objective", "key_result": "Key result", "smart": "SMART goal"}


@dataclass(frozen=True, slots=True)
class Repair:
    """Problems that one repair cures: what to do, and where each was found."""

    cure: str
    expected: str
    places: tuple[tuple[str, str], ...]
    more: int
    count: int


@dataclass(frozen=True, slots=True)
class OneForMany:
    """Questions that are the same but for their place, and one question for all of them."""

    kind: str
    text: str
    options: tuple[Option, ...]
    questions: tuple[Question, ...]

    @property
    def examples(self) -> list[str]:
        """Some of the cells that are asked about."""
        found = (word for question in self.questions for word in question.found)
        return list(dict.fromkeys(found))[:MOST_EXAMPLES]


@dataclass(frozen=True, slots=True)
class NewGoal:
    """A goal to be created as a row of the outline."""

    depth: int
    kind: str
    statement: str
    where: str
    facts: tuple[str, ...]


def repairs(problems: Iterable[Problem]) -> list[Repair]:
    """Problems grouped by their cure, in the order in which they were found."""
    groups: dict[tuple[str, str], list[Problem]] = {}
    for problem in problems:
        groups.setdefault((_whatever_stands_there(problem), problem.expected), []).append(problem)
    return [_repair(alike, expected) for (_, expected), alike in groups.items()]


def one_for_many(questions: Iterable[Question]) -> tuple[list[OneForMany], list[Question]]:
    """Questions that one answer settles together, and those that stand alone."""
    by_kind: dict[tuple[str, tuple[str, ...]], list[Question]] = {}
    for question in questions:
        values = tuple(option.value for option in question.options)
        by_kind.setdefault((question.kind, values), []).append(question)
    together, alone = [], []
    for (kind, _), alike in by_kind.items():
        if kind in ASKED_OF_MANY and len(alike) > 1:
            cells = sum(question.count for question in alike)
            text = _OF_MANY[kind].format(cells=cells, places=len(alike))
            options = _FOR_ALL.get(kind) or alike[0].options
            together.append(OneForMany(kind, text, options, tuple(alike)))
        else:
            alone += alike
    return together, alone


def outline(created: Sequence[Difference]) -> list[NewGoal]:
    """The goals to create, each under its parent in the file; at most 300."""
    under: dict[int | None, list[Difference]] = {}
    numbers = {each.draft.number for each in created}
    for each in created:
        first = each.draft.links[0].draft if each.draft.links else None
        under.setdefault(first if first in numbers else None, []).append(each)
    rows: list[NewGoal] = []
    waiting = [(0, each) for each in reversed(under.get(None, []))]
    while waiting and len(rows) < MOST_GOALS:
        depth, each = waiting.pop()
        rows.append(_row(depth, each))
        below = under.get(each.draft.number, [])
        waiting += [(depth + 1, child) for child in reversed(below)]
    return rows


def updates(plan: Plan) -> list[dict[str, Any]]:
    """The goals to update with old and new per field; at most 300."""
    return [
        {
            "short_id": each.goal.short_id if each.goal else "",
            "statement": each.draft.statement,
            "changes": [
                (FIELD_LABELS[change.field], change.old or "–", change.new)
                for change in each.changes
            ],
        }
        for each in plan.updates[:MOST_GOALS]
    ]


def column_rows(columns: Columns) -> list[dict[str, Any]]:
    """The columns of a table with their choice of fields."""
    return [
        {
            "name": f"map:{columns.table.column_key(use.column)}",
            "letter": use.letter,
            "heading": use.heading,
            "samples": use.samples,
            "field": use.field.value,
            "remembered": use.is_remembered,
            "sure": use.is_by_hand or use.confidence >= SURE_FROM,
        }
        for use in columns.uses
        if use.heading or use.samples
    ]


def field_choices() -> list[tuple[str, str]]:
    """Every field that a column may hold, in words."""
    return [(field.value, LABELS[field]) for field in Field]


def _whatever_stands_there(problem: Problem) -> str:
    """The cure without the words that were found: it is the same for others."""
    return problem.cure.replace(f"“{problem.found[:40]}”", "“…”")


def _repair(alike: Sequence[Problem], expected: str) -> Repair:
    first = alike[0].cure
    is_the_same = all(problem.cure == first for problem in alike)
    cure = first if is_the_same else _whatever_stands_there(alike[0]).replace("“…”", "This", 1)
    found = [(_where(problem), problem.found) for problem in alike]
    more = max(0, len(found) - MOST_PLACES)
    return Repair(cure, expected, tuple(found[:MOST_PLACES]), more, len(found))


def _row(depth: int, each: Difference) -> NewGoal:
    draft = each.draft
    facts = [draft.owner.name]
    if draft.team:
        facts.append(draft.team.name)
    facts += _numbers(draft.measure, draft.value)
    if draft.confidence is not None:
        facts.append(f"{draft.confidence} in 10")
    where = f"row {draft.place.row}"
    return NewGoal(min(depth, 7), KIND_WORDS[draft.kind], draft.statement, where, tuple(facts))


def _numbers(measure: Measure | None, value: Decimal | None) -> list[str]:
    """From where to where, and where it stands now."""
    if measure is None:
        return []
    if measure.kind is Kind.DONE:
        return ["done" if value else "not done yet"]
    if measure.kind is Kind.FROM_TO:
        words = f"{number(measure.baseline)} → {amount(measure.target, measure.unit)}"
    else:
        words = measure_in_words(measure)
    return [words] if value is None else [words, f"now {number(value)}"]


def _where(problem: Problem) -> str:
    place = problem.place
    parts = [place.sheet, f"row {place.row}" if place.row else "", place.column_name or ""]
    return ", ".join(part for part in parts if part)
