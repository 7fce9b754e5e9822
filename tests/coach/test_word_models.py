"""How right the coach is on statements that its models never saw."""

from collections import Counter

import pytest

from northing.coach.rules.assessing import TOLD_BY_WORDS, assess
from northing.coach.rules.findings import State
from training.corpus import Labelled, labelled

_MARKS = {True: State.MET, False: State.NOT_MET}
_LEAST_F1 = {"en": 0.93, "de": 0.93}
_LEAST_RIGHT = 0.88


def _f1(counts: Counter[tuple[State, State]], state: State) -> float:
    hits = counts[state, state]
    said = sum(n for (_, got), n in counts.items() if got is state)
    wanted = sum(n for (want, _), n in counts.items() if want is state)
    return 2 * hits / (said + wanted)


@pytest.fixture(scope="module", params=sorted(_LEAST_F1))
def judged(request: pytest.FixtureRequest) -> tuple[str, dict[str, Counter[tuple[State, State]]]]:
    rows = [(row, assess(row.statement)) for row in labelled(request.param, apart=True)]
    counts: dict[str, Counter[tuple[State, State]]] = {}
    for criterion in TOLD_BY_WORDS:
        pairs = [(_wanted(row, criterion), found.criteria[criterion]) for row, found in rows]
        counts[criterion] = Counter((want, got) for want, got in pairs if want is not None)
    return request.param, counts


def _wanted(row: Labelled, criterion: str) -> State | None:
    mark = row.labels[criterion]
    return None if mark is None else _MARKS[mark]


def test_statements_kept_apart_are_judged_well(
    judged: tuple[str, dict[str, Counter[tuple[State, State]]]],
) -> None:
    language, counts = judged
    scores = [_f1(each, state) for each in counts.values() for state in _MARKS.values()]
    assert sum(scores) / len(scores) >= _LEAST_F1[language]


@pytest.mark.parametrize("criterion", TOLD_BY_WORDS)
def test_advice_is_right(
    criterion: str, judged: tuple[str, dict[str, Counter[tuple[State, State]]]]
) -> None:
    counts = judged[1][criterion]
    said = sum(n for (_, got), n in counts.items() if got is State.NOT_MET)
    assert counts[State.NOT_MET, State.NOT_MET] / said >= _LEAST_RIGHT
