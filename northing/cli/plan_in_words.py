"""A plan of an import as the terminal shows it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from northing.spreadsheets.rules.plan import Plan
    from northing.spreadsheets.rules.report import Place, Problem, Question

MOST_ROWS = 15


def lines_of(plan: "Plan", is_written: bool) -> list[str]:
    """What would happen, or what was written, with every problem and question."""
    return [
        *_goals(plan),
        *_added(plan),
        *_problems(plan),
        *([] if is_written else _questions(plan)),
        "",
        _verdict(plan, is_written),
    ]


def _goals(plan: "Plan") -> Iterator[str]:
    for title, rows in (
        ("Create", [f"{_where(d.draft.place)} {d.draft.statement}" for d in plan.new]),
        (
            "Update",
            [
                f"{d.goal.short_id if d.goal else ''} {d.draft.statement}: "
                + "; ".join(f"{c.field} {c.old or '–'} → {c.new}" for c in d.changes)
                for d in plan.updates
            ],
        ),
        ("Skip", [f"{_where(s.place)} {s.found[:60]}: {s.reason}" for s in plan.skipped]),
    ):
        if rows:
            yield f"{title}: {len(rows)}"
            yield from (f"  {row}" for row in rows[:MOST_ROWS])
            if len(rows) > MOST_ROWS:
                yield f"  and {len(rows) - MOST_ROWS} more"
    if plan.unchanged:
        yield f"Unchanged: {len(plan.unchanged)}"


def _added(plan: "Plan") -> Iterator[str]:
    for title, names in (
        ("Cycles", [f"{c.name} ({c.period.start} to {c.period.due})" for c in plan.cycles]),
        ("Teams", [team.name for team in plan.teams]),
        ("People, without a sign-in", [person.name for person in plan.people]),
    ):
        if names:
            yield f"{title} to add: {', '.join(names)}"


def _problems(plan: "Plan") -> Iterator[str]:
    for title, problems in (("Errors", plan.errors), ("Warnings", plan.warnings)):
        if problems:
            yield f"{title}: {len(problems)}"
            yield from (f"  {_problem(problem)}" for problem in problems)


def _problem(problem: "Problem") -> str:
    found = problem.found.replace("\n", " ")[:80]
    return f"{_where(problem.place)} found “{found}”, expected {problem.expected}. {problem.cure}"


def _questions(plan: "Plan") -> Iterator[str]:
    if plan.questions:
        yield f"Questions: {len(plan.questions)}, {len(plan.open_questions)} without an answer"
    for question in sorted(plan.questions, key=lambda each: not each.is_open):
        yield from _question(question)


def _question(question: "Question") -> Iterator[str]:
    if not question.is_open:
        labels = {option.value: option.label for option in question.options}
        taken = labels.get(question.decided or "", question.decided)
        yield f"  {question.text} Taken: {taken}. Another answer: --answer '{question.key}=…'"
        return
    yield f"  {question.text} An answer is needed."
    if question.found:
        yield f"    found: {', '.join(question.found[:8])}"
    for option in question.options:
        yield f"    --answer '{question.key}={option.value}'  {option.label}"
    if question.takes_text and not question.options:
        yield f"    --answer '{question.key}=…'"


def _where(place: "Place") -> str:
    parts = [place.sheet, f"row {place.row}" if place.row else "", place.column_name or ""]
    return ", ".join(part for part in parts if part) + ":"


def _verdict(plan: "Plan", is_written: bool) -> str:
    if is_written and not plan.new and not plan.updates:
        return "Nothing had changed: every goal of this file is here already."
    if is_written:
        return f"Imported: {len(plan.new)} created, {len(plan.updates)} updated."
    if plan.can_be_applied:
        return "Nothing was written. It can be applied."
    missing = [
        f"{len(items)} {name}{'' if len(items) == 1 else 's'}"
        for items, name in ((plan.errors, "error"), (plan.open_questions, "open question"))
        if items
    ]
    return f"Nothing was written: {' and '.join(missing) or 'no goals were found'}."
