"""One row for each route: which methods it takes, from whom, and a form that would be taken."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from tests.access import rules, sending
from tests.access.routes import ORGANIZATION
from tests.access.rules import Outcome, Rule
from tests.access.town import Goals, Town

GOALS = ("organization", "team", "private")
ANYTHING = ("anything",)
Values = Callable[[Town, str], Mapping[str, Any]]


def _nothing(town: Town, asked: str) -> Mapping[str, Any]:
    return {}


@dataclass(frozen=True, slots=True)
class Row:
    """A route's methods with their rules. `at` gives the values of its address for what is asked.

    `sends` fills the form of POST so that it is taken. `is_quiet`: taking it writes nothing.
    """

    get: Rule | None = None
    post: Rule | None = None
    delete: Rule | None = None
    at: Values = _nothing
    sends: Callable[[Town, str], Any] = sending.nothing
    asked: tuple[str, ...] = ANYTHING
    is_json: bool = False
    is_quiet: bool = False

    @property
    def methods(self) -> dict[str, Rule]:
        """The rules by method."""
        every = {"GET": self.get, "POST": self.post, "DELETE": self.delete}
        return {method: rule for method, rule in every.items() if rule is not None}


def goals(town: Town, asked: str) -> Goals:
    """The goals that are asked for; those of the other organization as "foreign"."""
    return town.goals.get(asked, town.rival_goals)


def _objective(town: Town, asked: str) -> Mapping[str, Any]:
    goal = goals(town, asked).objective
    return {"name": f"{goal.short_id}-{goal.statement}"}


def _key_result(town: Town, asked: str) -> Mapping[str, Any]:
    return {"short_id": goals(town, asked).key_result.short_id}


def _smart(town: Town, asked: str) -> Mapping[str, Any]:
    return {"short_id": goals(town, asked).smart.short_id}


def _step(town: Town, asked: str) -> Mapping[str, Any]:
    return {**_smart(town, asked), "key": goals(town, asked).step.pk}


def _check_in(town: Town, asked: str) -> Mapping[str, Any]:
    return {"key": goals(town, asked).check_in.pk}


def _lesson(town: Town, asked: str) -> Mapping[str, Any]:
    return {"slug": "no-such-lesson" if asked == "foreign" else "measurable"}


def _shelf(town: Town, asked: str) -> Mapping[str, Any]:
    return {"slug": "no-such-shelf" if asked == "foreign" else "support"}


def _file(town: Town, asked: str) -> Mapping[str, Any]:
    return {"key": (town.rival_file if asked == "foreign" else town.file).pk}


def _import(town: Town, asked: str) -> Mapping[str, Any]:
    return {"key": (town.rival_import if asked == "foreign" else town.past_import).pk}


def _member(town: Town, asked: str) -> Mapping[str, Any]:
    return {"handle": "olga-pike" if asked == "foreign" else "mila-novak"}


def _leaver(town: Town, asked: str) -> Mapping[str, Any]:
    return {"handle": "olga-pike" if asked == "foreign" else "lena-moss"}


def _team(town: Town, asked: str) -> Mapping[str, Any]:
    return {"slug": (town.rival_team if asked == "foreign" else town.empty_team).slug}


def _cycle(town: Town, asked: str) -> Mapping[str, Any]:
    return {"slug": "2027-q9" if asked == "foreign" else town.kestrel.cycle.slug}


def _draft(town: Town, asked: str) -> Mapping[str, Any]:
    return {"key": "goal-new"}


_READ = Row(rules.everybody)
_ADMIN_FILE = rules.own("admin", among=rules.ADMINS)
_GOAL = {"asked": GOALS, "at": _key_result}
_NOT_HERE = rules.always(Outcome.NOT_FOUND)

_INSIDE: dict[str, Row] = {
    "": _READ,
    "/": _READ,
    "/my/week": _READ,
    "/my/week/check-in": _READ,
    "/my/week/steps": Row(post=rules.speakers, sends=sending.planned_step, asked=GOALS),
    "/goals": _READ,
    "/goals/new": Row(rules.writers, rules.writers, sends=sending.new_goal),
    # Drafts are no part of the plan: what is answered there writes nothing yet.
    "/goals/new/method": Row(
        rules.writers, rules.writers, sends=sending.method_answers, is_quiet=True
    ),
    "/goals/new/suggestion": Row(post=rules.writers, sends=sending.new_goal, is_quiet=True),
    "/goals/coach": Row(post=rules.writers, sends=sending.new_goal, is_quiet=True),
    # No language model is set here: whoever writes goals is told so.
    "/coach/wordings": Row(post=rules.writers, sends=sending.asked_wording, is_quiet=True),
    "/goals/<str:short_id>/edit": Row(
        rules.editors, rules.editors, sends=sending.goal_edit, **_GOAL
    ),
    "/goals/<str:short_id>/steps": Row(rules.editors, rules.editors, sends=sending.steps, **_GOAL),
    "/goals/<str:short_id>/alignment": Row(
        rules.editors, rules.editors, sends=sending.links, **_GOAL
    ),
    "/goals/<str:short_id>/check-ins": Row(
        rules.speakers, rules.speakers, sends=sending.check_in, **_GOAL
    ),
    "/goals/<str:short_id>/figure": Row(rules.sees, **_GOAL),
    "/goals/<str:short_id>/log": Row(rules.sees, **_GOAL),
    "/goals/<str:short_id>/assessment": Row(post=rules.editors, sends=sending.meant_so, **_GOAL),
    "/goals/<str:short_id>/steps/<uuid:key>/completion": Row(
        post=rules.speakers, sends=sending.done, asked=GOALS, at=_step
    ),
    "/check-ins/<uuid:key>/correction": Row(
        rules.speakers, rules.speakers, sends=sending.check_in, asked=GOALS, at=_check_in
    ),
    "/check-ins/<uuid:key>/acknowledgement": Row(post=rules.sees, asked=GOALS, at=_check_in),
    "/o/<str:name>": Row(rules.sees, asked=GOALS, at=_objective),
    "/kr/<str:short_id>": Row(rules.sees, **_GOAL),
    "/s/<str:short_id>": Row(rules.sees, asked=GOALS, at=_smart),
    "/map": _READ,
    "/map/inspect/<str:short_id>": Row(rules.sees, **_GOAL),
    "/palette": _READ,
    "/pick/people": _READ,
    "/pick/goals": _READ,
    "/pick/teams": _READ,
    "/people/<str:handle>": Row(rules.everybody, at=_member),
    "/teams": _READ,
    "/teams/<slug:slug>": Row(rules.everybody, at=_team),
    "/school": _READ,
    "/school/<slug:slug>": Row(rules.everybody, rules.everybody, at=_lesson, is_quiet=True),
    "/templates": _READ,
    "/templates/<slug:slug>": Row(rules.everybody, at=_shelf),
    "/strategy": _READ,
    "/strategy/edit": Row(rules.champions, rules.champions, sends=sending.strategy),
    "/cycles": _READ,
    "/cycles/new": Row(rules.champions, rules.champions, sends=sending.cycle),
    "/cycles/<slug:slug>": Row(rules.everybody, at=_cycle),
    "/cycles/<slug:slug>/plan": Row(rules.everybody, at=_cycle),
    "/plan": _READ,
    "/cycles/<slug:slug>/state": Row(post=rules.champions, sends=sending.cycle_state, at=_cycle),
    "/drafts/<str:key>": Row(
        rules.own("owner"), rules.everybody, rules.everybody, _draft, sending.draft, is_json=True
    ),
    "/import": Row(rules.admins, rules.admins, sends=sending.rows),
    "/import/sample": Row(rules.admins),
    "/import/<uuid:key>/columns": Row(_ADMIN_FILE, _ADMIN_FILE, at=_file),
    "/import/<uuid:key>/differences": Row(_ADMIN_FILE, _ADMIN_FILE, at=_file),
    "/import/<uuid:key>/apply": Row(post=_ADMIN_FILE, at=_file),
    "/import/<uuid:key>/done": Row(_ADMIN_FILE, at=_file),
    "/import/<uuid:key>/to-mend": Row(_ADMIN_FILE, at=_file),
    "/imports/<uuid:key>/to-mend": Row(_ADMIN_FILE, at=_import),
    "/imports/<uuid:key>": Row(rules.admins, at=_import),
    "/imports/<uuid:key>/undo": Row(rules.admins, rules.admins, at=_import),
    "/admin/people": Row(rules.admins, rules.admins, sends=sending.newcomer),
    "/admin/people/<str:handle>": Row(
        rules.admins, rules.admins, at=_member, sends=sending.person_facts
    ),
    "/admin/people/<str:handle>/link": Row(post=rules.admins, at=_member),
    "/admin/people/<str:handle>/leave": Row(post=rules.admins, at=_member),
    "/admin/people/<str:handle>/return": Row(post=rules.admins, at=_leaver),
    "/admin/teams": Row(rules.admins, rules.admins, sends=sending.new_team),
    "/admin/teams/<slug:slug>": Row(rules.admins, rules.admins, at=_team, sends=sending.team_facts),
    "/admin/teams/<slug:slug>/close": Row(post=rules.admins, at=_team),
    "/admin/organization": Row(rules.admins, rules.admins, sends=sending.organization_facts),
}

_OUTSIDE: dict[str, Row] = {
    "": Row(rules.home),
    "healthz": Row(rules.always(Outcome.IN)),
    "sign-in": Row(rules.always(Outcome.IN), rules.always(Outcome.IN), is_quiet=True),
    "sign-in/send-link": Row(post=rules.always(Outcome.IN), is_quiet=True),
    "sign-in/link": Row(rules.always(Outcome.GONE), rules.always(Outcome.GONE), is_quiet=True),
    "sign-out": Row(post=rules.always(Outcome.SIGN_IN), is_quiet=True),
    "set-password": Row(rules.home, rules.home, is_quiet=True),
    "welcome": Row(rules.always(Outcome.GONE), rules.always(Outcome.GONE), is_quiet=True),
    # There is no demo here, and DEBUG is off.
    "demo": Row(_NOT_HERE),
    "demo/see-as": Row(post=_NOT_HERE),
    "demo/remove": Row(post=_NOT_HERE),
    "components": Row(_NOT_HERE),
}

POLICY = _OUTSIDE | {ORGANIZATION + rest: row for rest, row in _INSIDE.items()}
