"""The matrix: every route, every method, everybody, for what is theirs and what is not."""

from collections.abc import Iterator
from typing import NamedTuple

import pytest

from northing.web.urls import urlpatterns
from tests.access.policy import GOALS, POLICY, Row
from tests.access.routes import filled, is_inside, parameters_of, routes
from tests.access.rules import ACTORS, IN, Outcome, outcome_of
from tests.access.town import HERE, THERE, Town
from tests.access.visiting import NOBODY, Answer, ask

METHODS = ("GET", "POST", "DELETE", "PUT", "PATCH", "OPTIONS", "TRACE", "PROPFIND")
STRANGERS = ("left", "deactivated", "outsider")
FEW = (NOBODY, "member", *STRANGERS)
# Where nothing hangs on a goal, one of each role stands for all.
ROLES = (NOBODY, "viewer", "member", "champion", "admin", "organization owner", "twin", *STRANGERS)


class Cell(NamedTuple):
    """One request of the matrix, and how it must end."""

    method: str
    actor: str
    path: str
    asked: str
    expected: Outcome


def test_every_route_has_a_row_and_every_row_a_route() -> None:
    assert set(routes()) == set(POLICY)
    assert len(urlpatterns) == len(routes())


@pytest.mark.parametrize("route", routes())
def test_a_route_lets_in_whom_its_row_says_and_nobody_else(route: str, town: Town) -> None:
    row = POLICY[route]
    wrong = []
    for cell in cells_of(route, town):
        answer = _ask(cell, row, town)
        found = outcome_of(answer)
        if found is not cell.expected or not _wrote_as_it_should(cell, row, answer):
            wrong.append((*cell, found, answer.status, "wrote" if answer.wrote else "wrote not"))
    assert wrong == []


@pytest.mark.parametrize("route", routes())
def test_a_route_takes_no_other_method(route: str, town: Town) -> None:
    row = POLICY[route]
    path = filled(route, HERE, row.at(town, row.asked[0]))
    others = [method for method in METHODS if method not in row.methods]
    who = ("organization owner", NOBODY)
    statuses = {
        (method, actor): ask(town, actor, path, "", method=method).status
        for method in others
        for actor in who
    }
    assert statuses == dict.fromkeys(statuses, 405)


def test_the_matrix_is_large(town: Town) -> None:
    asked = sum(1 for route in routes() for _ in cells_of(route, town))
    other_methods = sum(len(METHODS) - len(row.methods) for row in POLICY.values())
    assert asked + 2 * other_methods >= 2000


def cells_of(route: str, town: Town) -> Iterator[Cell]:
    """The cells of one route."""
    row = POLICY[route]
    for method, rule in row.methods.items():
        for asked in row.asked:
            path = filled(route, HERE, row.at(town, asked))
            for actor in _who_tries(route, row):
                yield Cell(method, actor, path, asked, rule(actor, asked))
        if is_inside(route):
            yield from _elsewhere(route, method, row, town)


def _who_tries(route: str, row: Row) -> tuple[str, ...]:
    if not is_inside(route):
        return FEW
    return ACTORS if row.asked == GOALS or "drafts" in route else ROLES


def _elsewhere(route: str, method: str, row: Row, town: Town) -> Iterator[Cell]:
    """What belongs to the other organization, by its own address and under ours."""
    values = row.at(town, "foreign")
    for actor in (NOBODY, "member", "champion", "organization owner", "left"):
        refused = Outcome.SIGN_IN if actor == NOBODY else Outcome.NOT_FOUND
        yield Cell(method, actor, filled(route, THERE, values), "foreign", refused)
    if not parameters_of(route) or "drafts" in route:
        return
    for actor in ("admin", "organization owner", "twin"):
        rule = row.methods[method]
        expected = rule(actor, "foreign" if len(row.asked) > 1 else row.asked[0])
        nothing = Outcome.NOT_FOUND if expected is IN else expected
        yield Cell(method, actor, filled(route, HERE, values), "foreign", nothing)


def _ask(cell: Cell, row: Row, town: Town) -> Answer:
    if cell.method == "GET":
        return ask(town, cell.actor, cell.path)
    options = {"content_type": "application/json"} if row.is_json else {}
    sent = row.sends(town, cell.asked) if cell.method == "POST" else None
    return ask(town, cell.actor, cell.path, sent, method=cell.method, **options)


def _wrote_as_it_should(cell: Cell, row: Row, answer: Answer) -> bool:
    """Only what is taken writes, and it does; reading may move a kept form into a draft."""
    if cell.method == "GET" or cell.expected is not IN:
        return not answer.wrote
    return answer.wrote or row.is_quiet
