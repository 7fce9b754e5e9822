"""Opening, changing and moving cycles through their states."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.text import slugify

from northing.activity.actions import Happening, record
from northing.cycles.models import Cycle
from northing.cycles.rules import Cadence, CycleState, may_become
from northing.people.models import Organization, Person
from northing.people.rules import free_slug, says_nothing


class CycleRefused(ValueError):
    """A cycle that does not fit. `problems` maps a field to what is wrong and the cure."""

    def __init__(self, problems: dict[str, str]) -> None:
        super().__init__("; ".join(f"{name}: {text}" for name, text in problems.items()))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class CycleDraft:
    """A cycle as somebody wants it. `check_in_weekday` 0 is Monday."""

    name: str
    start: date
    due: date
    cadence: Cadence = Cadence.WEEKLY
    check_in_weekday: int = 0
    parent: Cycle | None = None
    state: CycleState = CycleState.PLANNING


@transaction.atomic
def create_cycle(organization: Organization, draft: CycleDraft, by: Person | None) -> Cycle:
    """Write a new cycle. Raises CycleRefused with problems by field."""
    slug = _refuse_problems(organization, draft)
    cycle = Cycle.objects.create(
        organization=organization,
        parent=draft.parent,
        name=draft.name.strip(),
        slug=slug,
        start=draft.start,
        due=draft.due,
        cadence=draft.cadence,
        check_in_weekday=draft.check_in_weekday,
        state=draft.state,
    )
    _tell(cycle, by, "planned", {}, {"start": cycle.start, "due": cycle.due})
    return cycle


@transaction.atomic
def set_state(cycle: Cycle, state: CycleState, by: Person, *, at: datetime | None = None) -> Cycle:
    """Move a cycle to its next state; `at` dates the log entry in the past.

    Raises CycleRefused for a jump that is not allowed.
    """
    locked = Cycle.objects.select_for_update(of=("self",), no_key=True).get(pk=cycle.pk)
    old = CycleState(locked.state)
    if not may_become(old, state):
        raise CycleRefused({"state": f"A cycle that is {old} cannot become {state}."})
    locked.state = state
    locked.version += 1
    locked.save(update_fields=["state", "version"])
    _tell(locked, by, f"set to {state}", {"state": old}, {"state": state}, at)
    return locked


def _refuse_problems(organization: Organization, draft: CycleDraft) -> str:
    slug = _slug_of(organization, draft.name)
    problems = _name_problems(organization, draft.name.strip(), slug) | _day_problems(draft)
    parent = draft.parent
    if parent is not None and not (parent.start <= draft.start and draft.due <= parent.due):
        problems["parent"] = (
            f"{parent.name} runs from {parent.start} to {parent.due}: "
            "the cycle must lie inside it, or stand on its own."
        )
    if draft.check_in_weekday not in range(7):
        problems["check_in_weekday"] = "Choose a day of the week."
    if problems:
        raise CycleRefused(problems)
    return slug


def _name_problems(organization: Organization, name: str, slug: str) -> dict[str, str]:
    if not slug:
        return {"name": "Name the cycle, such as Q1 2027."}
    if len(name) > LONGEST_NAME:
        return {"name": f"Keep the name under {LONGEST_NAME} characters, such as Q1 2027."}
    if Cycle.objects.filter(organization=organization, slug=slug).exists():
        return {"name": f"There is already a cycle called {name}."}
    return {}


def _day_problems(draft: CycleDraft) -> dict[str, str]:
    problems = {}
    for field, day in (("start", draft.start), ("due", draft.due)):
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            problems[field] = f"{day} is too far away. Choose a year, {FIRST_YEAR} to {LAST_YEAR}."
    if draft.due < draft.start:
        problems["due"] = f"{draft.due} is before the start, {draft.start}. Choose a later day."
    if (draft.due - draft.start).days > LONGEST_DAYS:
        problems["due"] = "A cycle lasts ten years at most. Choose an earlier day."
    return problems


def _slug_of(organization: Organization, name: str) -> str:
    """From the name; numbered for one without Latin letters, empty for one without any."""
    slug = slugify(name)[:60]
    if slug and slug != "new":
        return slug
    if says_nothing(name):
        return ""
    taken = Cycle.objects.filter(organization=organization).values_list("slug", flat=True)
    return free_slug("", {*taken, "new"}, "cycle")


LONGEST_DAYS = 3653
LONGEST_NAME = 100
# Beyond them the days around a cycle, such as those of the next one, could not be reckoned.
FIRST_YEAR, LAST_YEAR = 1900, 2999


def _tell(
    cycle: Cycle,
    by: Person | None,
    verb: str,
    before: dict[str, object],
    after: dict[str, object],
    at: datetime | None = None,
) -> None:
    record(
        Happening(
            organization_id=cycle.organization_id,
            verb=verb,
            subject_kind="cycle",
            subject_id=cycle.pk,
            subject_label=cycle.name,
            actor_id=by.pk if by else None,
            actor_name=by.name if by else "",
            before=before,
            after=after,
            at=at,
        )
    )
