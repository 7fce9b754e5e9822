"""What the plan around a goal tells the coach: its owner's load, goals like it, earlier ends."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from uuid import UUID

from northing.coach.queries.earlier import earlier_gains
from northing.coach.queries.surroundings import Surroundings, surroundings
from northing.coach.rules.history import EarlierGains
from northing.cycles.models import Cycle
from northing.web.coach_reading import Line
from northing.web.forms import Typed
from northing.web.page import PageRequest

# The database is asked for the boldest only: their way is the one to think about.
_MOST_COMPARED = 2


@dataclass(frozen=True, slots=True)
class Around:
    """The surroundings, and by line how goals ended that aimed as far. None: not looked up."""

    surroundings: Surroundings | None = None
    gains: Mapping[str, EarlierGains] = field(default_factory=dict)
    owner: str = ""


def around(
    request: PageRequest,
    values: Mapping[str, str],
    lines: Sequence[Line],
    cycle: Cycle | None,
    goal: UUID | None = None,
) -> Around:
    """What the person who writes may know of it. `goal` is the one that is being changed."""
    if not lines:
        return Around()
    owner = Typed(values).key("owner_id") or request.person.pk
    found = surroundings(
        request.viewer,
        owner,
        cycle.pk if cycle is not None else None,
        [line.statement.text for line in lines],
        goal,
        kind=lines[0].statement.kind,
    )
    return Around(found, _gains(request, lines), values.get("owner", "").strip())


def _gains(request: PageRequest, lines: Sequence[Line]) -> Mapping[str, EarlierGains]:
    compared = {}
    for line in sorted(lines, key=_boldness, reverse=True)[:_MOST_COMPARED]:
        fields = line.statement.fields
        if fields.measure == "from_to":
            ended = earlier_gains(request.viewer, fields.unit, fields.baseline, fields.target)
            if ended is not None:
                compared[line.key] = ended
    return compared


def _boldness(line: Line) -> Decimal:
    """How far the number is to move, seen from where it starts; from nothing it is farthest."""
    fields = line.statement.fields
    if fields.baseline is None or fields.target is None:
        return Decimal(-1)
    way = abs(fields.target - fields.baseline)
    return way / abs(fields.baseline) if fields.baseline else way
