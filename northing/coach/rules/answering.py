"""What people may tell the coach: answers to what no text can tell, and what they mean so."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from hashlib import sha256

from northing.coach.rules.findings import Criterion
from northing.coach.rules.language import USUAL
from northing.coach.rules.telling import messages


class Reply(StrEnum):
    """An answer to a question of the coach."""

    YES = "yes"
    NOT_YET = "not_yet"


class NotAsked(ValueError):
    """The coach has no such rule, criterion or answer; the message says which."""


def known_replies(answers: Mapping[str, str]) -> dict[str, str]:
    """Those of the answers that are answers, by criterion; what a form adds is left out."""
    return {
        str(criterion): str(reply)
        for criterion, reply in answers.items()
        if criterion in set(Criterion) and reply in set(Reply)
    }


def known_rules(rules: Iterable[str]) -> frozenset[str]:
    """Those of the ids that are ids of rules."""
    told = {name.partition("_")[0] for name in messages(USUAL)} - {"rewrites"}
    return frozenset(told.intersection(rules))


def check_rule(rule: str) -> None:
    """Raise NotAsked for the id of no rule."""
    if not known_rules([rule]):
        raise NotAsked(f"The coach has no rule {rule[:20]!r}.")


def check_reply(criterion: str, reply: str) -> None:
    """Raise NotAsked for what is no criterion or no answer."""
    if not known_replies({criterion: reply}):
        raise NotAsked(f"{reply[:20]!r} about {criterion[:30]!r} is no answer to the coach.")


def fingerprint(statement: str) -> str:
    """What tells one statement from another, as 64 signs; blanks at the ends do not count."""
    return sha256(statement.strip().encode("utf-8", "replace")).hexdigest()
