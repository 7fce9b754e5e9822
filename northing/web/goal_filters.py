"""What the address of a list of goals asks for. Every filter stands in the address."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from northing.cycles.models import Cycle
from northing.cycles.queries import CycleNotFound, cycle_by_slug, recent_cycles
from northing.goals.queries.filters import (
    HEALTH,
    KINDS,
    SAYS,
    WORRYING,
    GoalFilter,
    is_little_kept,
    is_rarely_said,
    rare_word_of,
)
from northing.goals.queries.listing import Order, Place, Sort
from northing.goals.rules.words import typed_words
from northing.measures.pace import Pace
from northing.measures.voices import Status
from northing.people.models import Person, Team
from northing.people.queries import NotFound, named_person, named_team, people_in
from northing.web.formats import PACE_WORDS, STATUS_WORDS, short_day
from northing.web.page import PageRequest, frame_of

KIND_CHOICES = (
    ("objective", "Objectives"),
    ("key_result", "Key results"),
    ("smart", "SMART goals"),
    ("health", "Keep healthy"),
)
DUE_CHOICES = (("past", "Past due"), ("week", "Within a week"), ("month", "Within a month"))
SAYS_CHOICES = (
    (WORRYING, "At risk or off track"),
    *((status.value, STATUS_WORDS[status.value]) for status in Status),
)
PACE_CHOICES = tuple((pace.value, PACE_WORDS[pace.value]) for pace in Pace)
VIEWS = ("outline", "table")
_DUE_DAYS = {"week": 7, "month": 30}
_LONGEST_WORDS = 100


@dataclass(slots=True)
class Asked:
    """A list of goals as its address asks for it, with what could not be understood."""

    organization_id: UUID
    view: str = "outline"
    cycles: Sequence[Cycle] = ()
    cycle: Cycle | None = None
    team: Team | None = None
    owner: Person | None = None
    typed: Mapping[str, str] = field(default_factory=dict)
    wanted: GoalFilter = field(default_factory=GoalFilter)
    order: Order = field(default_factory=Order)
    place: Place | None = None
    root: str = ""
    problems: dict[str, str] = field(default_factory=dict)

    def parts(self) -> dict[str, str]:
        """What the address says, in its plainest form, without the place of a page."""
        parts = {
            "view": "table" if self.view == "table" else "",
            "cycle": self.typed.get("cycle", "") if self.cycle else "",
            "team": self.team.slug if self.team else "",
            "owner": self.owner.handle if self.owner else "",
            "kind": self.wanted.kind,
            "says": self.wanted.says,
            "pace": self.wanted.pace,
            "due": self.typed.get("due", "") if "due" not in self.problems else "",
            "q": self.typed.get("q", "")[:_LONGEST_WORDS],
            "sort": written_order(self.order),
        }
        return {name: value for name, value in parts.items() if value}

    def query(self, **changes: str) -> str:
        """The query of a neighbouring list: an empty change drops a part."""
        parts = {**self.parts(), **changes}
        kept = {name: value for name, value in parts.items() if value}
        return f"?{urlencode(kept)}" if kept else "?"


def asked_for(request: PageRequest) -> Asked:
    """Read the address. One statement for cycles, one more for each of team and owner."""
    typed = {
        name: value.replace("\x00", "").strip()
        for name, value in request.GET.items()
        if isinstance(value, str)
    }
    asked = Asked(request.organization.pk, typed=typed, root=typed.get("root", ""))
    asked.view = typed.get("view", "") if typed.get("view") in VIEWS else "outline"
    asked.cycles = recent_cycles(request.organization.pk)
    _read(asked, "cycle", lambda text: _cycle(asked, request, text))
    if asked.cycle is None and "cycle" not in asked.problems:
        asked.cycle = frame_of(request).cycle or next(iter(asked.cycles), None)
    _read(asked, "team", lambda text: _team(asked, request, text))
    _read(asked, "owner", lambda text: _owner(asked, request, text))
    asked.wanted = _wanted(asked, request.today)
    asked.order = _order(asked)
    _read(asked, "after", lambda text: _place(asked, text, is_backwards=False))
    _read(asked, "before", lambda text: _place(asked, text, is_backwards=True))
    return asked


def _read(asked: Asked, name: str, understand: Callable[[str], None]) -> None:
    text = asked.typed.get(name, "")
    if not text:
        return
    try:
        understand(text)
    except (NotFound, CycleNotFound, ValueError) as problem:
        asked.problems[name] = str(problem)


def _cycle(asked: Asked, request: PageRequest, slug: str) -> None:
    known = next((cycle for cycle in asked.cycles if cycle.slug == slug), None)
    try:
        asked.cycle = known or cycle_by_slug(request.organization.pk, slug)
    except CycleNotFound:
        raise ValueError(f"There is no cycle “{slug[:60]}”. Choose one from the list.") from None


def _team(asked: Asked, request: PageRequest, text: str) -> None:
    asked.team = named_team(request.organization, text)


def _owner(asked: Asked, request: PageRequest, text: str) -> None:
    chosen = asked.typed.get("owner_id", "")
    if text == "me":
        asked.owner = request.person
    elif chosen:
        asked.owner = people_in(request.organization).filter(pk=_key(chosen)).first()
    if asked.owner is None:
        asked.owner = named_person(request.organization, text)


def _wanted(asked: Asked, today: date) -> GoalFilter:
    due_by, overdue_on = None, None
    due = asked.typed.get("due", "")
    if due == "past":
        overdue_on = today
    elif due in _DUE_DAYS:
        due_by = today + timedelta(days=_DUE_DAYS[due])
    elif due:
        due_by = _day(asked, due)
    text = asked.typed.get("q", "")[:_LONGEST_WORDS]
    # Signs alone are no word of any goal: nothing is found.
    words = typed_words(text) or tuple(text.split()[:1])
    is_narrow = asked.team is not None or asked.owner is not None
    rare_word = "" if is_narrow else rare_word_of(asked.organization_id, words)
    says, kind = _word(asked, "says", SAYS), _word(asked, "kind", KINDS)
    may_be_rare = not is_narrow and not words
    return GoalFilter(
        team_id=asked.team.pk if asked.team else None,
        owner_id=asked.owner.pk if asked.owner else None,
        kind=kind,
        says=says,
        pace=_word(asked, "pace", [pace.value for pace in Pace]),
        due_by=due_by,
        overdue_on=overdue_on,
        words=words,
        rare_word=rare_word,
        says_is_rare=may_be_rare and _is_rare(asked, says),
        health_is_rare=may_be_rare and kind == HEALTH and is_little_kept(asked.organization_id),
    )


def _is_rare(asked: Asked, says: str) -> bool:
    if not says or asked.cycle is None:
        return False
    return is_rarely_said(asked.organization_id, asked.cycle.pk, says)


def _word(asked: Asked, name: str, allowed: Sequence[str]) -> str:
    word = asked.typed.get(name, "")
    if word in allowed or not word:
        return word
    asked.problems[name] = f"“{word[:40]}” is not one of: {', '.join(allowed)}."
    return ""


def _day(asked: Asked, text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        asked.problems["due"] = f"“{text[:40]}” is not a day. Write it as 2027-03-31."
        return None


def _order(asked: Asked) -> Order:
    text = asked.typed.get("sort", "")
    name = text.removeprefix("-")
    if not text or name not in list(Sort):
        if text:
            asked.problems["sort"] = f"“{text[:40]}” is not one of: {', '.join(Sort)}."
        return Order()
    return Order(Sort(name), text.startswith("-"))


def written_order(order: Order) -> str:
    """An order as the address writes it: "due", "-due"; nothing for the usual one."""
    if order == Order():
        return ""
    return f"-{order.by.value}" if order.is_reversed else order.by.value


def written_place(place: Place) -> str:
    """A place as the address writes it: the goal's key, then what sorts it."""
    value = "" if place.value is None else f"~{place.value}"
    return f"{place.key.hex}{value}"


def _place(asked: Asked, text: str, *, is_backwards: bool) -> None:
    key, _, written = text.partition("~")
    try:
        asked.place = Place(UUID(key), _sorting_value(asked.order.by, written), is_backwards)
    except ValueError:
        raise ValueError(_CUT_OFF) from None


_CUT_OFF = "A part of the address was cut off. Start from the first page."


def _sorting_value(by: Sort, written: str) -> Any:
    if by is Sort.DUE:
        return date.fromisoformat(written)
    if by is Sort.SAYS:
        return _tenths(written) if written else None
    return written if by is Sort.STATEMENT else None


def _tenths(written: str) -> int:
    if written not in list("123456789"):
        raise ValueError(_CUT_OFF)
    return int(written)


def _key(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise ValueError(_CUT_OFF) from None


def chips_of(asked: Asked) -> Iterator[tuple[str, str]]:
    """Each filter that narrows the list, in words, with the query of the list without it."""
    words: dict[str, str] = {
        "team": asked.team.name if asked.team else "",
        "owner": asked.owner.name if asked.owner else "",
        "kind": dict(KIND_CHOICES).get(asked.wanted.kind, ""),
        "says": f"Says {dict(SAYS_CHOICES)[asked.wanted.says].lower()}"
        if asked.wanted.says
        else "",
        "pace": PACE_WORDS.get(asked.wanted.pace, ""),
        "due": _due_words(asked),
        "q": f"“{asked.parts()['q']}”" if asked.wanted.words else "",
    }
    for name, said in words.items():
        if said:
            yield said, asked.query(**{name: ""})


def _due_words(asked: Asked) -> str:
    known = dict(DUE_CHOICES).get(asked.typed.get("due", ""))
    if known:
        return known
    day = asked.wanted.due_by
    return f"Due by {short_day(day)} {day.year}" if day else ""
