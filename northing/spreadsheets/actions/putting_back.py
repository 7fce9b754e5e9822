"""Putting a goal back to what it was before an import: by records, like every change."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from northing.check_ins.actions.history import Told, record_history
from northing.check_ins.actions.recording import Answer, facts_of
from northing.check_ins.models import CheckIn
from northing.check_ins.queries.effective import effective
from northing.check_ins.rules import CheckInRefused, refuse_problems
from northing.goals.actions.aligning import align
from northing.goals.actions.amending import amend
from northing.goals.actions.goal_draft import LinkDraft
from northing.goals.actions.reading import restand
from northing.goals.models import Goal
from northing.goals.models.measure import path_from_json
from northing.goals.rules.amending import AMENDED_FIELDS, AmendmentRefused
from northing.goals.rules.drafting import GoalRefused
from northing.goals.rules.kinds import AlignmentRefused, LinkMode
from northing.measures.measure import Kind, Measure
from northing.measures.numbers import exact
from northing.people.models import Organization, Person, Team
from northing.spreadsheets.models import ImportTrace
from northing.spreadsheets.rules.undoing import PutBack
from northing.strategy.models import Pillar


class NotPutBack(Exception):
    """A goal that its rules do not let go back; says why. Nothing of it was changed."""


@dataclass(frozen=True, slots=True)
class Back:
    """What went back and is to be rolled up: goals that stand otherwise, a check-in to be made."""

    moved: frozenset[UUID]
    told: Told | None


def put_back(trace: ImportTrace, planned: PutBack, reason: str, by: Person, today: date) -> Back:
    """Amend and link so that the goal is as before. Call inside a transaction.

    `let_stand` what goes back afterwards, once for all. Raises NotPutBack; the caller rolls back
    what was done of this goal.
    """
    before = {name: trace.before[name] for name in planned.fields}
    moved, told = {trace.goal_key}, None
    try:
        _amend_back(trace.goal_key, before, reason, by, today)
        if "parents" in before:
            moved.update(_link_back(trace.goal_key, before["parents"], by))
        if planned.goal.check_in is not None:
            told = _taken_back(trace.goal_key, planned.goal.check_in, reason, by, today)
    except (GoalRefused, CheckInRefused) as refusal:
        raise NotPutBack(" ".join(refusal.problems.values())) from refusal
    except (AlignmentRefused, AmendmentRefused) as refusal:
        raise NotPutBack(str(refusal)) from refusal
    return Back(frozenset(moved), told)


def let_stand(organization: Organization, done: Iterable[Back], today: date) -> None:
    """Record the check-ins of what went back and roll all of it up. Call in its transaction."""
    every = list(done)
    told = [one.told for one in every if one.told is not None]
    if told:
        record_history(organization, told, today)
    known = {one.goal.pk for one in told}
    silent = sorted({key for one in every for key in one.moved} - known)
    if silent:
        restand(organization, silent)


def _amend_back(key: UUID, before: Mapping[str, Any], reason: str, by: Person, today: date) -> None:
    changes = {name: _revived(name, kept) for name, kept in before.items() if name != "parents"}
    if not changes:
        return
    told = reason if set(changes) & set(AMENDED_FIELDS) else ""
    version = Goal.objects.values_list("version", flat=True).get(pk=key)
    amend(key, changes, by, reason=told, today=today, seen_version=version, roll_up=False)


def _revived(name: str, kept: Any) -> Any:
    """A field as `states_of` keeps it, as `amend` takes it."""
    if name == "owner":
        return Person.objects.get(pk=kept)
    if name == "contributors":
        people = Person.objects.in_bulk([UUID(key) for key in kept])
        return [people[UUID(key)] for key in kept if UUID(key) in people]
    if name == "team":
        return Team.objects.filter(pk=kept).first() if kept else None
    if name in ("start", "due"):
        return date.fromisoformat(kept)
    if name == "measure":
        return _measure(kept)
    return kept


def _measure(kept: Mapping[str, Any]) -> Measure:
    def number(name: str) -> Decimal | None:
        return None if kept[name] is None else exact(kept[name])

    return Measure(
        kind=Kind(kept["kind"]),
        baseline=number("baseline"),
        target=number("target"),
        lower=number("lower"),
        upper=number("upper"),
        unit=kept["unit"],
        path=path_from_json(kept["planned_path"]),
    )


def _link_back(key: UUID, links: list[list[Any]], by: Person) -> list[UUID]:
    goal = Goal.objects.select_related("organization", "cycle").get(pk=key)
    parents = Goal.objects.select_related("organization").in_bulk(
        [UUID(link[0]) for link in links if link[0]]
    )
    pillars = Pillar.objects.in_bulk([UUID(link[1]) for link in links if link[1]])
    wanted = [
        LinkDraft(
            parents.get(UUID(parent)) if parent else None,
            pillars.get(UUID(pillar)) if pillar else None,
            LinkMode(mode),
            exact(weight),
        )
        for parent, pillar, mode, weight in links
    ]
    if any(link.parent is None and link.pillar is None for link in wanted):
        raise NotPutBack("What it served before is not there any more.")
    return align(goal, wanted, by, roll_up=False)


def _taken_back(key: UUID, said: UUID, reason: str, by: Person, today: date) -> Told:
    """A check-in that says nothing, in place of one and on the day of the one before that."""
    goal = Goal.objects.select_related("organization", "cycle").get(pk=key)
    mine = CheckIn.objects.get(pk=said)
    others = effective(goal.organization_id).filter(goal=goal).exclude(pk=said)
    last = others.order_by("-on", "-at").first()
    answer = Answer(
        skipped=True,
        note=reason,
        supersedes=said,
        on=last.on if last is not None else mine.on,
        help_wanted=last.help_wanted if last is not None else False,
        is_brought=True,
    )
    refuse_problems(facts_of(goal, None, answer, today))
    return Told(goal, answer, by)
