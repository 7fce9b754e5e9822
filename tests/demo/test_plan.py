"""The demo's goals with their dates."""

import itertools
from collections import Counter
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from northing.demo.cast import PEOPLE, TEAMS
from northing.demo.dated import DatedGoal
from northing.demo.plan import plan_for
from northing.demo.strategy import PILLARS
from northing.goals.rules.kinds import GoalKind, GoalState, Visibility, check_kinds
from northing.measures.measure import check
from northing.measures.periods import Period

Plan = tuple[DatedGoal, ...]
DAYS = st.dates(date(2025, 1, 1), date(2030, 12, 31))


def test_the_same_day_gives_an_equal_plan() -> None:
    assert plan_for(date(2027, 2, 15)) == plan_for(date(2027, 2, 15))


def test_the_running_quarter_holds_61_key_results_and_30_smart_goals(plan: Plan) -> None:
    kinds = Counter(goal.kind for goal in plan if goal.state is GoalState.ACTIVE)
    assert kinds == {GoalKind.OBJECTIVE: 21, GoalKind.KEY_RESULT: 61, GoalKind.SMART: 30}


def test_the_closed_quarters_hold_about_as_many(plan: Plan) -> None:
    counts = Counter((goal.span.slug, goal.kind) for goal in plan if goal.span.state == "closed")
    assert len(counts) == 6
    for (_, kind), count in counts.items():
        lowest, highest = {"objective": (18, 22), "key_result": (55, 65), "smart": (28, 34)}[kind]
        assert lowest <= count <= highest


@settings(max_examples=20)
@given(DAYS)
def test_nothing_lies_in_the_future(today: date) -> None:
    for goal in plan_for(today):
        days = [one.on for one in goal.check_ins] + [one.on for one in goal.amendments]
        days += [step.done_on for step in goal.steps if step.done_on is not None]
        assert all(goal.span.start <= day <= today for day in days)


def test_check_ins_and_steps_of_a_goal_lie_in_its_dates(plan: Plan) -> None:
    for goal in plan:
        assert goal.span.start <= goal.due <= goal.span.due
        assert all(goal.span.start <= step.due <= goal.due for step in goal.steps)
        assert [one.on for one in goal.check_ins] == sorted(one.on for one in goal.check_ins)


def test_every_measure_can_be_used_before_and_after_its_amendments(plan: Plan) -> None:
    for goal in plan:
        if goal.measure is not None:
            check(goal.measure, Period(goal.span.start, goal.due))
        for amendment in goal.amendments:
            if amendment.measure is not None:
                check(amendment.measure, Period(goal.span.start, amendment.due or goal.due))


def test_statements_are_unique_within_a_quarter_and_parents_exist(plan: Plan) -> None:
    pillars = {pillar.name for pillar in PILLARS}
    for slug in {goal.span.slug for goal in plan}:
        goals = [goal for goal in plan if goal.span.slug == slug]
        by_statement = {goal.statement: goal for goal in goals}
        assert len(by_statement) == len(goals)
        for goal in goals:
            for link in goal.links:
                if link.statement not in pillars:
                    mode = "supports" if link.is_support else "contributes"
                    check_kinds(goal.kind, by_statement[link.statement].kind, mode)


def test_everybody_named_is_one_of_the_cast(plan: Plan) -> None:
    handles = {member.handle for member in PEOPLE}
    keys = {team.key for team in TEAMS} | {""}
    for goal in plan:
        named = {goal.owner, *(one.by for one in goal.check_ins)}
        named |= {*getattr(goal.written, "contributors", ()), *getattr(goal.written, "seen_by", ())}
        assert named <= handles
        assert goal.team in keys


def test_what_was_carried_forward_goes_on_from_where_it_ended(plan: Plan) -> None:
    slugs = list(dict.fromkeys(goal.span.slug for goal in plan))
    by_quarter = {slug: {g.statement: g for g in plan if g.span.slug == slug} for slug in slugs}
    for before, after in itertools.pairwise(slugs):
        for goal in by_quarter[before].values():
            if goal.state is GoalState.CARRIED:
                assert goal.statement in by_quarter[after], goal.statement


def test_a_from_to_number_carried_forward_begins_at_its_last_value(plan: Plan) -> None:
    last = {}
    for goal in plan:
        is_number = goal.measure is not None and goal.measure.kind == "from_to"
        if is_number and goal.kind is GoalKind.KEY_RESULT:
            if goal.statement in last:
                assert goal.measure is not None
                assert goal.measure.baseline == last.pop(goal.statement), goal.statement
            if goal.state is GoalState.CARRIED:
                last[goal.statement] = goal.check_ins[-1].value


def test_closed_goals_ended_done_carried_forward_dropped_or_postponed(plan: Plan) -> None:
    states = Counter(goal.state for goal in plan if goal.span.state == "closed")
    assert states.keys() == set(GoalState) - {GoalState.ACTIVE}


def test_every_closed_measured_goal_has_a_last_check_in(plan: Plan) -> None:
    for goal in plan:
        if goal.span.state == "closed" and goal.measure is not None:
            assert goal.check_ins[-1].on > goal.due - timedelta(days=7), goal.statement


def test_every_kind_of_measure_is_there_and_one_path_is_planned(plan: Plan) -> None:
    active = [g.measure for g in plan if g.state is GoalState.ACTIVE and g.measure is not None]
    assert len({measure.kind for measure in active}) == 7
    assert sum(1 for measure in active if measure.path) == 1


def test_some_goals_are_private_and_some_for_their_team(plan: Plan) -> None:
    active = [goal for goal in plan if goal.state is GoalState.ACTIVE]
    circles = Counter(goal.visibility for goal in active)
    assert circles[Visibility.PRIVATE] == 3
    assert circles[Visibility.TEAM] == 2
    for goal in active:
        if goal.visibility is Visibility.PRIVATE:
            assert getattr(goal.written, "seen_by", ())
        if goal.visibility is not Visibility.ORGANIZATION:
            assert all(link.is_support for link in goal.links)


def test_some_goals_have_two_parents_and_two_smart_goals_have_none(plan: Plan) -> None:
    active = [goal for goal in plan if goal.state is GoalState.ACTIVE]
    assert sum(1 for goal in active if len(goal.links) == 2) >= 5
    assert sum(1 for goal in active if not goal.links) == 2
