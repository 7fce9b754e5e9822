"""What one may not see answers like what does not exist: same status, same words, same length."""

import re
from uuid import UUID

import pytest

from tests.access import sending
from tests.access.policy import POLICY, Row
from tests.access.routes import filled, is_inside, parameters_of, routes
from tests.access.town import HERE, THERE, Town
from tests.access.visiting import Answer, ask

NO_KEY = UUID("01890000-0000-7000-8000-000000000000")
NONE = {"short_id": "WN-987", "name": "WN-987", "key": NO_KEY, "handle": "no-one", "slug": "none"}
_TOKEN = re.compile(r"[a-zA-Z0-9]{64}")
WHO = ("member", "organization owner")


def _with_parameters() -> list[str]:
    return [route for route in routes() if is_inside(route) and parameters_of(route)]


def _told(answer: Answer, *names: str) -> tuple[int, str, dict[str, str]]:
    """Status, words and headers, without the name that was asked for."""

    def without(text: str) -> str:
        for name in names:
            text = text.replace(name, "NAME")
        return _TOKEN.sub("TOKEN", text)

    headers = {key: without(str(value)) for key, value in answer.headers.items()}
    headers.pop("Content-Length", "")
    return answer.status, without(answer.text), headers


def _asked(town: Town, actor: str, row: Row, path: str, asked: str) -> list[Answer]:
    sent = {"GET": None, "POST": row.sends(town, asked)}
    options = {"content_type": "application/json"} if row.is_json else {}
    return [
        ask(town, actor, path, sent[method], method=method, **(options if method == "POST" else {}))
        for method in row.methods
        if method in sent
    ]


@pytest.mark.parametrize("route", _with_parameters())
def test_hidden_foreign_and_missing_look_the_same(route: str, town: Town) -> None:
    row = POLICY[route]
    nothing = {**row.at(town, row.asked[0]), **{name: NONE[name] for name in parameters_of(route)}}
    hidden = [asked for asked in ("private", "foreign") if asked in (*row.asked, "foreign")]
    for actor in WHO if "drafts" not in route else ():
        path = filled(route, HERE, nothing)
        expected = [_told(one) for one in _asked(town, actor, row, path, row.asked[0])]
        for asked in hidden:
            path = filled(route, HERE, row.at(town, asked))
            told = [_told(one) for one in _asked(town, actor, row, path, asked)]
            assert told == expected, (actor, asked)


@pytest.mark.parametrize("route", [route for route in routes() if is_inside(route)])
def test_another_organization_looks_like_none(route: str, town: Town) -> None:
    row = POLICY[route]
    values = row.at(town, "foreign")
    for actor in ("nobody", "organization owner"):
        there = _asked(town, actor, row, filled(route, THERE, values), "foreign")
        nowhere = _asked(town, actor, row, filled(route, "nowhere", values), "foreign")
        assert [_told(one, THERE) for one in there] == [_told(one, "nowhere") for one in nowhere]


@pytest.mark.parametrize("actor", WHO)
def test_forms_name_no_goal_that_is_hidden(actor: str, town: Town) -> None:
    mine = town.goals["organization"].key_result.short_id
    hidden = [
        town.goals["private"].objective.short_id,
        town.goals["private"].key_result.short_id,
        town.rival_goals.objective.short_id,
    ]
    forms = {
        "goals/new": lambda name: sending.new_goal(town, "") | {"parent": f"{name} words"},
        "my/week/steps": lambda name: {"goal": name, "title": "Do it"},
        f"goals/{mine}/alignment": lambda name: {"serves0": f"{name} words"},
    }
    for place, form in forms.items():
        told = [_told(ask(town, actor, f"/{HERE}/{place}", form("WN-987")), "WN-987")]
        told += [_told(ask(town, actor, f"/{HERE}/{place}", form(one)), one) for one in hidden]
        assert [one[:2] for one in told] == [told[0][:2]] * len(told), place


@pytest.mark.parametrize("actor", WHO)
@pytest.mark.parametrize(
    "path",
    [
        "goals?root={}",
        "map?root={}",
        "my/week/check-in?goal={}",
        "goals/new?parent={}",
        "pick/goals?q={}",
        "palette?q={}",
        "goals?q={}",
        "goals?format=csv&q={}",
        "o/{}",
        "o/{}-some-words",
        "teams/workshop-network?kr={}",
    ],
)
def test_addresses_tell_nothing_of_a_hidden_goal(actor: str, path: str, town: Town) -> None:
    hidden = town.goals["private"]
    goals = (hidden.objective, hidden.key_result, hidden.smart, town.rival_goals.objective)
    names = ["WN-987", *(goal.short_id for goal in goals)]
    answers = [ask(town, actor, f"/{HERE}/{path.format(name)}") for name in names]
    told = [_told(answer, name)[:2] for answer, name in zip(answers, names, strict=True)]
    assert told == [told[0]] * len(told)
