"""Who may do what, and what day it is for an organization."""

import re
import unicodedata
from collections.abc import Container, Iterable, Mapping
from datetime import date, datetime
from enum import StrEnum
from itertools import chain, count
from zoneinfo import ZoneInfo


class Role(StrEnum):
    """What a person may do in an organization, weakest first."""

    VIEWER = "viewer"
    MEMBER = "member"
    CHAMPION = "champion"
    ADMIN = "admin"
    OWNER = "owner"


_RANK = {role: rank for rank, role in enumerate(Role)}


def is_at_least(role: str, least: Role) -> bool:
    """Whether a role is the given one or a stronger one."""
    return _RANK[Role(role)] >= _RANK[least]


def may_write_goals(role: str) -> bool:
    """Members and stronger roles write goals; viewers read."""
    return is_at_least(role, Role.MEMBER)


def may_run_cycles(role: str) -> bool:
    """Champions open and close cycles and restate objectives."""
    return is_at_least(role, Role.CHAMPION)


def may_edit_strategy(role: str) -> bool:
    """Champions and stronger roles write mission, vision, values and pillars."""
    return is_at_least(role, Role.CHAMPION)


def may_administer(role: str) -> bool:
    """Admins and owners invite people, change roles and teams, and import."""
    return is_at_least(role, Role.ADMIN)


def may_give_role(giver: str, old: str, new: str) -> bool:
    """Nobody gives, or takes away, a role stronger than their own."""
    return may_administer(giver) and all(is_at_least(giver, Role(role)) for role in (old, new))


def today_in(zone: str, now: datetime) -> date:
    """The day on the organization's calendar at the moment `now` (an aware time)."""
    return now.astimezone(ZoneInfo(zone)).date()


def initials_of(name: str) -> str:
    """Up to two letters for a name: of its first and last word."""
    words = [word for word in name.split() if word[0].isalpha()]
    if not words:
        return "?"
    letters = words[0][0] + (words[-1][0] if len(words) > 1 else "")
    return letters.upper()


_EMPTY_BRAILLE = "\u2800"


class RightMissing(PermissionError):
    """The person may not do this; says who can."""


class PersonRefused(ValueError):
    """Facts about a person, team or organization that do not fit. `problems` is by field."""

    def __init__(self, problems: Mapping[str, str]) -> None:
        super().__init__("; ".join(f"{name}: {text}" for name, text in problems.items()))
        self.problems = dict(problems)


def says_nothing(text: str) -> bool:
    """Whether nobody would see anything of a text: blanks, marks without width, controls."""
    return not any(
        unicodedata.category(sign)[0] in "LNPS" and sign != _EMPTY_BRAILLE for sign in text
    )


def slug_of(name: str, longest: int = 60) -> str:
    """A name as addresses hold it: "Élodie de Wit" is "elodie-de-wit"; may be empty."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain))[:longest].strip("-")


def free_slug(name: str, taken: Container[str], otherwise: str) -> str:
    """The slug of a name that nobody has yet: with -2, -3 … when it is taken."""
    slug = slug_of(name, 56) or otherwise
    candidates: Iterable[str] = chain([slug], (f"{slug}-{number}" for number in count(2)))
    return next(one for one in candidates if one not in taken)


def free_key(name: str, taken: Container[str], longest: int = 4) -> str:
    """Two to `longest` letters and digits that begin short ids: "Workshop network" is WN.

    Of one word its first two letters; when taken, more letters of the last word, then digits.
    """
    words = re.findall(r"[A-Z0-9]+", slug_of(name).upper()) or ["X"]
    first = words[0][:1] if len(words) > 1 else ""
    last = words[-1]
    by_letters = (first + last[:length] for length in range(2 - len(first), longest))
    by_number = ((first + last[:1])[: longest - len(str(n))] + str(n) for n in count(2))
    candidates: Iterable[str] = chain(by_letters, by_number)
    return next(one for one in candidates if 2 <= len(one) <= longest and one not in taken)
