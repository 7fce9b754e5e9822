"""The plan of an import: what would happen, and what stands in the way. Shown, then applied."""

from dataclasses import dataclass
from typing import Any

from northing.measures.numbers import plain
from northing.spreadsheets.rules.columns import Columns
from northing.spreadsheets.rules.differences import Difference
from northing.spreadsheets.rules.drafts import CycleRef, Draft, PersonRef, TeamRef
from northing.spreadsheets.rules.entries import Skipped
from northing.spreadsheets.rules.report import Problem, Question, Severity
from northing.spreadsheets.rules.told import measure_in_words


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that an import of a file with some mapping and answers would do.

    `left_out` are goals of rows that a person wants left out, `unfit` what is wrong with them.
    """

    name: str
    source: str
    tables: tuple[Columns, ...] = ()
    differences: tuple[Difference, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    people: tuple[PersonRef, ...] = ()
    teams: tuple[TeamRef, ...] = ()
    cycles: tuple[CycleRef, ...] = ()
    problems: tuple[Problem, ...] = ()
    questions: tuple[Question, ...] = ()
    left_out: tuple[Difference, ...] = ()
    unfit: tuple[Problem, ...] = ()

    @property
    def errors(self) -> list[Problem]:
        """The problems that stand in the way."""
        return [problem for problem in self.problems if problem.severity is Severity.ERROR]

    @property
    def warnings(self) -> list[Problem]:
        """The problems that are only told."""
        return [problem for problem in self.problems if problem.severity is Severity.WARNING]

    @property
    def open_questions(self) -> list[Question]:
        """The questions without an answer or a default."""
        return [question for question in self.questions if question.is_open]

    @property
    def can_be_applied(self) -> bool:
        """Whether nothing stands in the way and there are goals at all."""
        return not self.errors and not self.open_questions and bool(self.differences)

    @property
    def new(self) -> list[Difference]:
        """The goals to create."""
        return [each for each in self.differences if each.is_new]

    @property
    def updates(self) -> list[Difference]:
        """The goals to update."""
        return [each for each in self.differences if each.is_update]

    @property
    def unchanged(self) -> list[Difference]:
        """The goals that stay as they are."""
        return [each for each in self.differences if not each.is_new and not each.is_update]

    def as_json(self) -> dict[str, list[dict[str, Any]]]:
        """The plan as `northing import --dry-run --json` prints it."""
        return {
            "create": [_created(each.draft) for each in self.new],
            "update": [_updated(each) for each in self.updates],
            "skip": [_kept(each) for each in self.unchanged] + [_left_out(s) for s in self.skipped],
            "problems": [problem.as_json() for problem in self.problems],
            "questions": [question.as_json() for question in self.questions],
        }


def refused(name: str, problem: Problem) -> Plan:
    """The plan of a file that could not be read."""
    return Plan(name=name, source="", problems=(problem,))


def _created(draft: Draft) -> dict[str, Any]:
    measure = draft.measure
    return {
        "sheet": draft.place.sheet,
        "row": draft.place.row,
        "id": draft.external_id,
        "kind": draft.kind.value,
        "statement": draft.statement,
        "parents": [
            {"label": link.label, "mode": link.mode.value, "weight": plain(link.weight)}
            for link in draft.links
        ],
        "cycle": draft.cycle.name,
        "start": draft.start.isoformat(),
        "due": draft.due.isoformat(),
        "owner": draft.owner.name,
        "owner_email": draft.owner.email,
        "contributors": [person.name for person in draft.contributors],
        "team": draft.team.name if draft.team else None,
        "measure": None
        if measure is None
        else {
            "kind": measure.kind.value,
            "baseline": _number(measure.baseline),
            "target": _number(measure.target),
            "lower": _number(measure.lower),
            "upper": _number(measure.upper),
            "unit": measure.unit,
            "in_words": measure_in_words(measure),
        },
        "value": _number(draft.value),
        "confidence": draft.confidence,
        "note": draft.note,
        "checked_in_on": draft.checked_on.isoformat()
        if draft.checked_on and draft.says_where_it_stands
        else None,
        "tags": list(draft.tags),
        "why": draft.why,
        "visibility": draft.visibility.value,
        "ambition": draft.ambition.value,
        "state": draft.state.value,
    }


def _updated(each: Difference) -> dict[str, Any]:
    return _kept(each) | {
        "changes": [
            {"field": change.field, "old": change.old, "new": change.new} for change in each.changes
        ]
    }


def _kept(each: Difference) -> dict[str, Any]:
    record: dict[str, Any] = {
        "sheet": each.draft.place.sheet,
        "row": each.draft.place.row,
        "goal": each.goal.short_id if each.goal else None,
        "statement": each.draft.statement,
    }
    return record if each.is_update else record | {"reason": each.reason}


def _left_out(skipped: Skipped) -> dict[str, Any]:
    return {
        "sheet": skipped.place.sheet,
        "row": skipped.place.row,
        "goal": None,
        "statement": skipped.found,
        "reason": skipped.reason,
    }


def _number(value: Any) -> str | None:
    return None if value is None else plain(value)
