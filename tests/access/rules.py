"""Who may do what, said once more and in other words than the product says it.

A rule takes an actor and what is asked for (a visibility, for goals) and gives the outcome.
"""

from collections.abc import Callable
from enum import StrEnum

from tests.access.visiting import NOBODY, Answer


class Outcome(StrEnum):
    """How a request may end."""

    IN = "in"
    FORBIDDEN = "403"
    NOT_FOUND = "404"
    SIGN_IN = "sign in"
    GONE = "410"
    METHOD = "405"
    BROKEN = "broken"


IN, FORBIDDEN, NOT_FOUND, SIGN_IN = (
    Outcome.IN,
    Outcome.FORBIDDEN,
    Outcome.NOT_FOUND,
    Outcome.SIGN_IN,
)
Rule = Callable[[str, str], Outcome]

MEMBERS = {
    "member",
    "owner",
    "contributor",
    "team member",
    "lead",
    "lead above",
    "manager",
    "named",
    "twin",
}
VIEWERS = {"viewer", "viewing contributor"}
CHAMPIONS = {"champion", "admin", "organization owner"}
ADMINS = {"admin", "organization owner"}
PRESENT = MEMBERS | VIEWERS | CHAMPIONS
STRANGERS = {"outsider", "left", "deactivated"}
ACTORS = (NOBODY, *sorted(PRESENT), *sorted(STRANGERS))

AROUND = {"owner", "contributor", "viewing contributor"}
SEES = {
    "organization": PRESENT,
    "team": AROUND | {"team member", "lead", "lead above"},
    "private": AROUND | {"named"},
    "foreign": set[str](),
}
EDITS = {"owner", "lead", "manager"} | CHAMPIONS
CHECKS_IN = EDITS | {"contributor"}


def outcome_of(answer: Answer) -> Outcome:
    """How a request did end."""
    if answer.leads_to.startswith("/sign-in"):
        return SIGN_IN
    if answer.status in (403, 404, 405, 410):
        return Outcome(str(answer.status))
    return IN if answer.status < 500 and answer.status != 400 else Outcome.BROKEN


def only(those: set[str]) -> Rule:
    """Present people among those come in; the other present ones are told no."""

    def rule(actor: str, asked: str) -> Outcome:
        stopped = _stopped(actor, asked)
        return stopped or (IN if actor in those else FORBIDDEN)

    return rule


def sees(actor: str, asked: str) -> Outcome:
    """Who may see the goal; for all others there is none."""
    return _stopped(actor, asked) or (IN if actor in SEES[asked] else NOT_FOUND)


def tied(those: set[str]) -> Rule:
    """Who may see the goal and is among those; who only sees it is told no."""

    def rule(actor: str, asked: str) -> Outcome:
        seen = sees(actor, asked)
        return FORBIDDEN if seen is IN and actor not in those else seen

    return rule


def own(owner: str, *, among: set[str] = PRESENT) -> Rule:
    """What belongs to one person is not there for all others who come that far."""

    def rule(actor: str, asked: str) -> Outcome:
        ruled = only(among)(actor, asked)
        return NOT_FOUND if ruled is IN and actor != owner else ruled

    return rule


def always(outcome: Outcome) -> Rule:
    """The same for everybody, signed in or not."""
    return lambda actor, asked: outcome


def home(actor: str, asked: str) -> Outcome:
    """The address without a path: whoever has an account that works comes in."""
    return SIGN_IN if actor in (NOBODY, "deactivated") else IN


everybody = only(PRESENT)
writers = only(PRESENT - VIEWERS)
champions = only(CHAMPIONS)
admins = only(ADMINS)
editors = tied(EDITS)
speakers = tied(CHECKS_IN)


def _stopped(actor: str, asked: str) -> Outcome | None:
    """Before any question of rights: not signed in, not of this organization, not of this one."""
    if actor == NOBODY:
        return SIGN_IN
    return NOT_FOUND if actor in STRANGERS else None
