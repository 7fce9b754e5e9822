"""Every form: who fills it in, how it is filled in rightly, and of what kind its fields are."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from tests.access import sending
from tests.access.town import Town

Filled = Callable[[Town, str], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Form:
    """A form by its address. Fields are named by what they hold; all others are left as filled."""

    place: str
    filled: Filled
    actor: str = "organization owner"
    texts: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    wholes: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.place

    def address(self, town: Town) -> str:
        """Where it is sent."""
        goals = town.goals["organization"]
        names = {
            "kr": goals.key_result.short_id,
            "objective": goals.objective.short_id,
            "smart": goals.smart.short_id,
            "step": goals.step.pk,
            "said": goals.check_in.pk,
            "file": town.file.pk,
            "imported": town.past_import.pk,
        }
        return "/" + self.place.format(**names)


def _smart(town: Town, asked: str) -> dict[str, Any]:
    return sending.new_goal(town, asked) | {
        "method": "smart",
        "m_kind": "from_to",
        "m_baseline": "0",
        "m_target": "12",
        "step0_title": "Call",
        "step0_due": "2027-03-01",
    }


def _objective_edit(town: Town, asked: str) -> dict[str, Any]:
    goal = town.goals["organization"].objective
    return {
        "statement": goal.statement,
        "owner": goal.owner.name,
        "team": "Workshop network",
        "roll_up": "average",
        "reason": "It was not clear",
        "version": str(goal.version),
    }


def _of(town_form: Filled) -> Filled:
    """The filled form of the goals that everybody sees."""
    return lambda town, asked: town_form(town, "organization")


def _sign_in(town: Town, asked: str) -> dict[str, Any]:
    return {"email": "aiko.sato@kestrel.example", "password": "wrong horse", "next": "/"}


def _password(town: Town, asked: str) -> dict[str, Any]:
    return {"password": "a long sentence that is new"}


_PEOPLE = ("owner", "team", "contributors", "audience")
_STEPS = ("m_unit", "m_milestones", "step0_title")
_ROWS = ("pillar0_name", "pillar0_meaning", "value0_name", "value0_meaning")
_MEASURE = ("baseline", "target", "lower", "upper")

FORMS = (
    Form(
        "kestrel/goals/new",
        sending.new_goal,
        texts=("statement", "why", "parent", *_PEOPLE, "kr0_statement", "kr0_unit"),
        numbers=tuple(f"kr0_{name}" for name in _MEASURE),
        days=("start", "due", "kr0_due"),
        words=("method", "cycle", "ambition", "visibility", "kr0_kind", "more"),
        keys=("pillar", "owner_id", "parent_id"),
    ),
    Form(
        "kestrel/goals/new?kind=smart",
        _smart,
        texts=(
            "statement",
            "specific",
            "achievable",
            "relevant",
            "definition",
            "m_unit",
            "step0_title",
            "m_milestones",
        ),
        numbers=tuple(f"m_{name}" for name in _MEASURE),
        days=("step0_due", "start", "due"),
        words=("m_kind",),
    ),
    Form(
        "kestrel/goals/new?kind=key_result",
        lambda town, asked: _smart(town, asked) | {"method": "key_result", "m_kind": "milestones"},
        texts=("m_milestones", "definition", "why"),
    ),
    Form(
        "kestrel/coach/wordings",
        sending.asked_wording,
        texts=("statement", "why"),
        words=("kind", "language", "open", "method", "wording_of", "more", "draft_key"),
    ),
    Form(
        "kestrel/goals/new/method",
        sending.method_answers,
        words=("scope", "effort", "nature", "choose", "back", "see"),
        texts=("draft_key",),
    ),
    Form(
        "kestrel/goals/new/suggestion",
        lambda town, asked: sending.new_goal(town, asked) | {"method_answers": "scope:me"},
        texts=("statement", "team", "method_answers", "said"),
        words=("method", "cycle"),
    ),
    Form(
        "kestrel/goals/coach",
        sending.new_goal,
        texts=("statement", "kr0_statement", "kr0_unit", "coach_deliberate", "coach_answers"),
        numbers=tuple(f"kr0_{name}" for name in _MEASURE),
        days=("start", "due", "kr0_due"),
        words=("method", "cycle", "ambition", "kr0_kind"),
        keys=("pillar", "owner_id"),
    ),
    Form(
        "kestrel/goals/new?kind=okr",
        lambda town, asked: sending.new_goal(town, asked) | {"check": "1"},
        texts=("check", "coach_deliberate", "coach_answers"),
    ),
    Form(
        "kestrel/goals/new?draft=goal-new",
        lambda town, asked: sending.new_goal(town, asked) | {"compare": "1"},
        texts=("statement", "draft_key", "method_answers"),
        words=("take", "method"),
    ),
    Form(
        "kestrel/goals/{kr}/edit",
        _of(sending.goal_edit),
        texts=("statement", "why", "definition", "reason", *_PEOPLE, "m_unit"),
        numbers=tuple(f"m_{name}" for name in _MEASURE),
        days=("start", "due"),
        wholes=("version",),
        words=("ambition", "visibility", "m_kind", "keep"),
        keys=("owner_id",),
    ),
    Form(
        "kestrel/goals/{objective}/edit",
        _objective_edit,
        texts=("statement", "why", "reason"),
        words=("roll_up", "visibility", "ambition"),
    ),
    Form(
        "kestrel/goals/{kr}/alignment",
        _of(sending.links),
        texts=("serves0",),
        numbers=("weight0",),
        words=("mode0",),
        keys=("pillar1", "serves0_id"),
    ),
    Form(
        "kestrel/goals/{kr}/check-ins",
        sending.check_in,
        texts=("note",),
        numbers=("value",),
        wholes=("confidence", "number", "of"),
        words=("skip", "help", "confirm", "keep", "back", "with_steps"),
        keys=("seen", "request_key", "steps"),
    ),
    Form(
        "kestrel/check-ins/{said}/correction",
        sending.check_in,
        texts=("note",),
        numbers=("value",),
        wholes=("confidence",),
        words=("skip", "help", "confirm"),
        keys=("seen", "request_key"),
    ),
    Form("kestrel/check-ins/{said}/acknowledgement", sending.nothing, texts=("note",)),
    Form("kestrel/goals/{smart}/steps/{step}/completion", sending.done, words=("done",)),
    Form(
        "kestrel/my/week/steps",
        _of(sending.planned_step),
        "owner",
        texts=("title", "goal"),
        days=("due",),
    ),
    Form(
        "kestrel/goals/{smart}/steps",
        sending.steps,
        texts=("step0_title", "step1_title"),
        days=("step0_due",),
        words=("more", "discard"),
        keys=("step0_key",),
    ),
    Form(
        "kestrel/strategy/edit",
        sending.strategy,
        texts=(
            "mission",
            "vision",
            "will_not_do",
            "pillar0_name",
            "pillar0_meaning",
            "value0_name",
            "value0_meaning",
        ),
        wholes=("version",),
        words=("keep", "more"),
        keys=("pillar0_key",),
    ),
    Form(
        "kestrel/cycles/new",
        sending.cycle,
        texts=("name", "parent"),
        days=("start", "due"),
        wholes=("check_in_weekday",),
        words=("cadence",),
    ),
    Form("kestrel/cycles/2027-q1/state", sending.cycle_state, words=("state",)),
    Form(
        "kestrel/admin/people",
        sending.newcomer,
        texts=("name", "email", "title", "manager", "team"),
        words=("role",),
        keys=("manager_id",),
    ),
    Form(
        "kestrel/admin/people/mila-novak",
        sending.person_facts,
        texts=("name", "title", "manager", "teams"),
        wholes=("version",),
        words=("role", "keep"),
        keys=("manager_id",),
    ),
    Form(
        "kestrel/admin/people/mila-novak/leave",
        sending.nothing,
        texts=("successor",),
        keys=("successor_id",),
    ),
    Form("kestrel/admin/people/mila-novak/link", sending.nothing, texts=("next",)),
    Form("kestrel/admin/people/lena-moss/return", sending.nothing, texts=("next",)),
    Form(
        "kestrel/admin/teams",
        sending.new_team,
        texts=("name", "key", "purpose", "lead", "parent"),
        keys=("lead_id",),
    ),
    Form(
        "kestrel/admin/teams/spare-wheels",
        sending.team_facts,
        texts=("name", "key", "purpose", "lead", "parent"),
        wholes=("version",),
        words=("keep",),
    ),
    Form("kestrel/admin/teams/spare-wheels/close", sending.nothing, texts=("next",)),
    Form(
        "kestrel/admin/organization",
        sending.organization_facts,
        texts=("name", "key", "time_zone"),
        wholes=("early", "behind", "far_behind", "version"),
        words=("keep",),
    ),
    Form(
        "kestrel/import/{file}/columns", sending.nothing, "admin", words=("map:plan.csv!A", "map:")
    ),
    Form(
        "kestrel/import/{file}/differences",
        sending.nothing,
        "admin",
        texts=("answer:owner", "other:owner", "answer:"),
    ),
    Form("kestrel/import/{file}/apply", sending.nothing, "admin", texts=("x",)),
    Form("kestrel/imports/{imported}/undo", sending.nothing, "admin", texts=("x",)),
    Form("sign-in", _sign_in, "nobody", texts=("email", "password", "next")),
    Form("sign-in/send-link", _sign_in, "nobody", texts=("email",)),
    Form("sign-in/link", sending.nothing, "nobody", texts=("token", "next")),
    Form("welcome", sending.nothing, "nobody", texts=("token",)),
    Form("set-password", _password, "member", texts=("password", "present", "next")),
)


def kinds_of(form: Form) -> Mapping[str, tuple[str, ...]]:
    """The form's fields by what they hold."""
    return {
        "texts": form.texts,
        "numbers": form.numbers,
        "days": form.days,
        "wholes": form.wholes,
        "words": form.words,
        "keys": form.keys,
    }
