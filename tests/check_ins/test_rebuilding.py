"""What is stored of a goal's standing is exactly what its records say."""

import random
from datetime import timedelta
from decimal import Decimal

import pytest

from northing.alignment.roll_up import Method
from northing.check_ins.actions.rebuilding import rebuild
from northing.check_ins.actions.recording import Answer, record
from northing.check_ins.models import CheckIn
from northing.goals.actions.aligning import align
from northing.goals.actions.amending import amend
from northing.goals.actions.goal_draft import LinkDraft, StepDraft
from northing.goals.actions.stepping import add_step, mark_step
from northing.goals.models import Goal, GoalMeasure, Step
from northing.goals.rules.kinds import AlignmentRefused, GoalKind, GoalState
from northing.measures.measure import Kind, Measure
from tests.cast import TODAY, Kestrel, key_result, measured, objective, said


def test_nothing_differs_in_a_fresh_plan(kestrel: Kestrel) -> None:
    assert rebuild(kestrel.organization) == []


def test_a_tampered_number_is_found_and_mended(kestrel: Kestrel) -> None:
    said(kestrel.repair_share, "73.5", 6)
    Goal.objects.filter(pk=kestrel.objective.pk).update(progress="0.500000000001")
    (found,) = rebuild(kestrel.organization)
    assert (found.short_id, found.column) == ("WN-1", "progress")
    assert (found.stored, found.computed) == ("0.500000000001", "0.500000000000")
    assert rebuild(kestrel.organization) == []


def test_checking_finds_but_mends_nothing(kestrel: Kestrel) -> None:
    said(kestrel.repair_share, "73.5", 6)
    Goal.objects.filter(pk=kestrel.repair_share.pk).update(value="99", help_wanted=True)
    first = rebuild(kestrel.organization, check=True)
    assert {difference.column for difference in first} == {"value", "help_wanted"}
    assert rebuild(kestrel.organization, check=True) == first


def test_a_lost_parent_row_follows_its_children(kestrel: Kestrel) -> None:
    said(kestrel.slot_wait, "4.35", 3)
    Goal.objects.filter(kind=GoalKind.OBJECTIVE).update(
        progress=None, confidence=None, expected_path=None, reporting=0, contributing=0
    )
    rebuild(kestrel.organization)
    kestrel.company.refresh_from_db()
    assert kestrel.company.progress == Decimal("0.5")
    assert rebuild(kestrel.organization) == []


def test_a_closed_goal_is_never_recomputed(kestrel: Kestrel) -> None:
    said(kestrel.repair_share, "73.5", 6)
    Goal.objects.filter(pk=kestrel.repair_share.pk).update(
        state=GoalState.DONE, progress="1", next_check_in_due=None
    )
    rebuild(kestrel.organization)
    kestrel.repair_share.refresh_from_db()
    assert kestrel.repair_share.progress == Decimal(1)


def test_the_number_of_statements_does_not_grow(
    kestrel: Kestrel, django_assert_max_num_queries: pytest.FixtureRequest
) -> None:
    for number in range(12):
        said(key_result(f"KR {number}", kestrel.aiko, kestrel.objective, "0", "9"), "3", 5)
    with django_assert_max_num_queries(12):  # type: ignore[operator]
        assert rebuild(kestrel.organization, check=True) == []


@pytest.mark.parametrize("seed", [1, 2])
def test_300_random_changes_leave_nothing_to_mend(kestrel: Kestrel, seed: int) -> None:
    player = Player(kestrel, random.Random(seed))
    for _ in range(300):
        player.play()
    assert rebuild(kestrel.organization, check=True) == []


class Player:
    """Somebody who does whatever the product allows, in any order."""

    def __init__(self, kestrel: Kestrel, dice: random.Random) -> None:
        self.dice = dice
        self.kestrel = kestrel
        mid = objective("Hands that can do more", kestrel.aiko, kestrel.cycle, kestrel.workshop,
                        [kestrel.company, kestrel.objective], roll_up=Method.AVERAGE)  # fmt: skip
        kept = Measure(Kind.AT_MOST, target=Decimal(25))
        between = Measure(Kind.BETWEEN, lower=Decimal(4), upper=Decimal(5))
        self.measured = [
            kestrel.repair_share,
            kestrel.slot_wait,
            kestrel.training,
            measured("Open complaints", kestrel.ines, mid, kept, "0.7"),
            measured("Mood in the workshop", kestrel.ines, mid, between),
            measured("Second bay opened", kestrel.aiko, mid, Measure(Kind.DONE), "3"),
            measured("What a bay costs", kestrel.aiko, mid, Measure(Kind.BASELINE)),
            key_result("Hub motors opened", kestrel.aiko, mid, "0", "30"),
            measured("Four stands", kestrel.aiko, kestrel.objective, Measure(Kind.MILESTONES),
                     steps=[StepDraft(f"Stand {n}", weight=Decimal(n)) for n in (1, 2, 3)]),
        ]  # fmt: skip
        self.objectives = [kestrel.objective, kestrel.company, mid]
        self.moves = [self.check_in] * 8 + [self.step] * 3 + [self.correct] * 2
        self.moves += [self.amend, self.move, self.speak_for_an_objective]

    def play(self) -> None:
        self.dice.choice(self.moves)()

    def check_in(self) -> None:
        goal = self.fresh(self.dice.choice(self.measured))
        kind = GoalMeasure.objects.get(goal=goal).kind
        skipped = self.dice.random() < 0.1
        number = Decimal(self.dice.randrange(-50, 1200)) / 10
        value = Decimal(self.dice.randrange(2)) if kind == Kind.DONE else number
        said_nothing = skipped or kind == Kind.MILESTONES or self.dice.random() < 0.2
        answer = Answer(
            value=None if said_nothing else value,
            confidence=None if skipped else self.dice.randrange(1, 10),
            note="As every week",
            help_wanted=self.dice.random() < 0.2,
            skipped=skipped,
            on=TODAY - timedelta(days=self.dice.choice([0, 0, 0, 3, 10, 40])),
        )
        record(goal, answer, goal.owner, TODAY)

    def correct(self) -> None:
        rows = CheckIn.objects.filter(superseded_by=None, goal__kind=GoalKind.KEY_RESULT)
        found = list(rows.exclude(goal__measure__kind=Kind.DONE).order_by("at", "id"))
        if found:
            row = self.dice.choice(found)
            value = None if row.skipped else Decimal(self.dice.randrange(100))
            answer = Answer(value, self.dice.randrange(1, 10), on=row.on, supersedes=row.pk)
            record(self.fresh(row.goal), answer, row.by, TODAY)

    def step(self) -> None:
        goal = self.fresh(self.kestrel.training)
        steps = list(Step.objects.filter(goal__measure__kind=Kind.MILESTONES))
        step = self.dice.choice(steps)
        done_on = None if step.is_done else TODAY
        if len(steps) < 12 and self.dice.random() < 0.1:
            add_step(goal, StepDraft("One more", weight=Decimal("0.5")), goal.owner)
        mark_step(self.fresh(step.goal), step.pk, done_on, goal.owner)

    def amend(self) -> None:
        goal = self.fresh(self.dice.choice([self.kestrel.repair_share, self.kestrel.slot_wait]))
        rule = GoalMeasure.objects.get(goal=goal).as_rule()
        target = Decimal(self.dice.randrange(200, 400))
        changes = {
            "measure": Measure(rule.kind, rule.baseline, target, unit=rule.unit),
            "due": goal.due - timedelta(days=1) if self.dice.random() < 0.2 else goal.due,
        }
        amend(goal.pk, changes, goal.owner, reason="Learnt more", today=TODAY,
              seen_version=goal.version)  # fmt: skip

    def move(self) -> None:
        goal = self.fresh(self.dice.choice(self.measured[5:8]))
        parents = self.dice.sample(self.objectives, self.dice.randrange(1, 3))
        weights = [Decimal(self.dice.randrange(0, 30)) / 10 for _ in parents]
        links = [
            LinkDraft(parent=self.fresh(p), weight=w) for p, w in zip(parents, weights, strict=True)
        ]
        try:
            align(goal, links, goal.owner)
        except AlignmentRefused:
            return

    def speak_for_an_objective(self) -> None:
        goal = self.fresh(self.dice.choice(self.objectives))
        record(goal, Answer(confidence=self.dice.randrange(1, 10)), goal.owner, TODAY)

    @staticmethod
    def fresh(goal: Goal) -> Goal:
        return Goal.objects.select_related("organization", "cycle", "owner").get(pk=goal.pk)
