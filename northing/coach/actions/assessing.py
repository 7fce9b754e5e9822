"""Keeping what the coach finds in goals, and what people tell it about them."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from northing.activity.actions import Happening, record
from northing.coach.models import CoachAnswer, Deliberate, KeptAssessment
from northing.coach.queries.statements import statements_of
from northing.coach.rules.answering import (
    check_reply,
    check_rule,
    fingerprint,
    known_replies,
    known_rules,
)
from northing.coach.rules.assessing import assess
from northing.coach.rules.keeping import in_one_line
from northing.coach.rules.plain import plain_finding
from northing.coach.rules.statements import Statement
from northing.goals.models import Goal
from northing.goals.queries.bonds import require_edit
from northing.goals.queries.gate import visible_goal_by_key
from northing.goals.queries.viewer import Viewer
from northing.goals.rules.rights import NotAllowed
from northing.people.models import Person
from northing.people.rules import may_write_goals
from northing.storage import statements

_AT_ONCE = 500


@transaction.atomic
def keep_assessment(
    goal: Goal,
    by: Person,
    deliberate: Collection[str] = frozenset(),
    answers: Mapping[str, str] | None = None,
) -> KeptAssessment:
    """Keep what the coach finds in a goal as it now stands in its columns.

    Call inside the transaction that wrote, changed or linked the goal, whose entry in the log
    tells of it. `deliberate` holds ids of rules that are meant so in this statement, `answers`
    what was answered by criterion ("yes", "not_yet"); both are added to what is kept, and what
    the coach does not know is left out. Raises NotAllowed for those who only read.
    """
    _require_writing(goal, by)
    _keep_answers(goal, answers or {}, by)
    _keep_deliberate(goal, deliberate, by)
    [kept] = _keep([goal], by, None)
    return kept


@transaction.atomic
def keep_assessments(
    goals: Sequence[Goal], by: Person | None = None, at: datetime | None = None
) -> int:
    """Keep what the coach finds in many goals of one organization; returns how many there are.

    Seven statements for each 500 goals. Without `by` each goal's owner saved it;
    `at` dates the assessments in the past (a demo). Raises NotAllowed as `keep_assessment` does.
    """
    for goal in goals:
        if by is not None:
            _require_writing(goal, by)
    for first in range(0, len(goals), _AT_ONCE):
        _keep(goals[first : first + _AT_ONCE], by, at)
    return len(goals)


@transaction.atomic
def mark_deliberate(goal: Goal, rule: str, by: Person) -> KeptAssessment:
    """Remember that what a rule found is meant so, for this statement; assesses anew.

    Raises NotAsked for a rule that there is not, GoalNotFound and NotAllowed.
    """
    check_rule(rule)
    goal = _editable(goal, by)
    if _keep_deliberate(goal, [rule], by):
        record(_happening(goal, by, "meant what the coach asked about in", {"rule": rule}))
    [kept] = _keep([goal], by, None)
    return kept


@transaction.atomic
def take_back(goal: Goal, rule: str, by: Person) -> KeptAssessment:
    """Forget that what a rule found is meant so in this statement; assesses anew.

    Raises NotAsked for a rule that there is not, GoalNotFound and NotAllowed.
    """
    check_rule(rule)
    goal = _editable(goal, by)
    this = Deliberate.objects.filter(
        organization_id=goal.organization_id,
        goal=goal,
        rule=rule,
        statement_hash=fingerprint(goal.statement),
    )
    if this.delete()[0]:
        record(_happening(goal, by, "took back what was meant so in", {"rule": rule}))
    [kept] = _keep([goal], by, None)
    return kept


@transaction.atomic
def answer(goal: Goal, criterion: str, answer: str, by: Person) -> KeptAssessment:
    """Keep an answer ("yes" or "not_yet") to what no text can tell; assesses anew.

    Raises NotAsked for what is no criterion or no answer, GoalNotFound and NotAllowed.
    """
    check_reply(criterion, answer)
    goal = _editable(goal, by)
    if _keep_answers(goal, {criterion: answer}, by):
        told = {"criterion": criterion, "answer": answer}
        record(_happening(goal, by, "answered the coach about", told))
    [kept] = _keep([goal], by, None)
    return kept


def _require_writing(goal: Goal, by: Person) -> None:
    if by.organization_id != goal.organization_id or not may_write_goals(by.role):
        raise NotAllowed("Only those who write goals have them assessed. Ask a champion.")


def _editable(goal: Goal, by: Person) -> Goal:
    """The goal as it is now, through its gate."""
    viewer = Viewer.of(by)
    found = visible_goal_by_key(viewer, goal.pk)
    require_edit(viewer, found)
    return found


def _keep_answers(goal: Goal, answers: Mapping[str, str], by: Person) -> int:
    """Append what is answered otherwise than before; returns how much that is."""
    wanted = known_replies(answers)
    if not wanted:
        return 0
    rows = CoachAnswer.objects.filter(organization_id=goal.organization_id, goal=goal)
    there = dict(rows.order_by("id").values_list("criterion", "answer"))
    new = {name: reply for name, reply in wanted.items() if there.get(name) != reply}
    CoachAnswer.objects.bulk_create(
        CoachAnswer(
            organization_id=goal.organization_id,
            goal=goal,
            criterion=criterion,
            answer=reply,
            person=by,
        )
        for criterion, reply in new.items()
    )
    return len(new)


def _keep_deliberate(goal: Goal, rules: Collection[str], by: Person) -> int:
    """Add rules that are meant so in this statement; returns how many were not yet."""
    wanted = known_rules(rules)
    if not wanted:
        return 0
    this = fingerprint(goal.statement)
    rows = Deliberate.objects.filter(
        organization_id=goal.organization_id, goal=goal, statement_hash=this
    )
    new = sorted(wanted.difference(rows.values_list("rule", flat=True)))
    Deliberate.objects.bulk_create(
        (
            Deliberate(
                organization_id=goal.organization_id,
                goal=goal,
                rule=rule,
                statement_hash=this,
                person=by,
            )
            for rule in new
        ),
        ignore_conflicts=True,
    )
    return len(new)


def _keep(
    goals: Sequence[Goal], by: Person | None, at: datetime | None
) -> Sequence[KeptAssessment]:
    read = statements_of(goals)
    kept = [_kept(goal, read[goal.pk], by, at) for goal in goals]
    statements.insert(kept)
    return kept


def _kept(
    goal: Goal, statement: Statement, by: Person | None, at: datetime | None
) -> KeptAssessment:
    found = assess(statement)
    return KeptAssessment(
        organization_id=goal.organization_id,
        goal=goal,
        goal_version=goal.version,
        statement=statement.text,
        kind=goal.kind,
        language=found.language,
        rules_version=found.version,
        findings=[plain_finding(finding) for finding in found.findings],
        told=in_one_line(found.findings),
        ready=found.ready,
        of=len(found.findings),
        person_id=by.pk if by is not None else goal.owner_id,
        created_at=at or timezone.now(),
    )


def _happening(goal: Goal, by: Person, verb: str, told: Mapping[str, str]) -> Happening:
    return Happening(
        organization_id=goal.organization_id,
        verb=verb,
        subject_kind=goal.kind,
        subject_id=goal.pk,
        subject_label=f"{goal.short_id} {goal.statement}",
        actor_id=by.pk,
        actor_name=by.name,
        after=told,
    )
