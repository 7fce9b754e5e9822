"""The cells of goals as markup, made in Python: a macro for each cell of a row costs too much."""

from datetime import date
from decimal import Decimal
from functools import lru_cache
from uuid import UUID

from markupsafe import Markup, escape

from northing.goals.queries.rows import Gauge, GoalRow, Who
from northing.goals.rules.kinds import GoalState
from northing.measures.measure import Kind
from northing.measures.periods import Period, time_gone
from northing.people.rules import initials_of
from northing.web.charts.small import bullet
from northing.web.formats import SHORT_UNITS, amount, number, percent
from northing.web.icons import icon
from northing.web.marks import avatar_mark, says_mark

STATE_WORDS = {
    GoalState.DONE: "Done",
    GoalState.CARRIED: "Carried forward",
    GoalState.DROPPED: "Dropped",
    GoalState.POSTPONED: "Postponed",
}
NOT_YET = Markup('<span class="muted tiny">not yet</span>')
NO_DATA = Markup('<span class="muted small">no data yet</span>')
_ARROW = Markup("<i>→</i>")
_LONGEST_REPEATED = 3
_MOST_DIGITS = 12
_HELP = Markup('<span class="tag tag--help">{}Help wanted</span>').format(
    icon("help", size="small")
)


@lru_cache(maxsize=4096)
def _who(key: UUID, name: str, has_left: bool) -> Markup:
    title = f"{name}, has left" if has_left else name
    mark = avatar_mark(initials_of(name), key.int % 8, title)
    return Markup('{}<span class="visually-hidden">{}</span>').format(mark, title)


def who_mark(who: Who) -> Markup:
    """A person as an avatar; the name is there for those who do not see it, and on hovering."""
    return _who(who.key, who.name, who.has_left)


def hue(who: Who) -> int:
    """The hue of the person's avatar."""
    return who.key.int % 8


def lock_mark(row: GoalRow) -> Markup:
    """A lock for what not everybody sees."""
    if not row.is_restricted:
        return Markup("")
    return icon("lock", "Seen by its team" if row.visibility == "team" else "Private", "small")


def help_mark(row: GoalRow) -> Markup:
    """A small tag where the owner asked for help."""
    return _HELP if row.help_wanted and row.is_open else Markup("")


def says_cell(confidence: int | None) -> Markup:
    """The owner's odds, or that nothing was said yet."""
    return NOT_YET if confidence is None else says_mark(f"{confidence} in 10")


def way_cell(row: GoalRow, today: date, width: int = 148) -> Markup:
    """The way covered as a bar, against the time gone; a bound is inside or outside in words."""
    if row.gauge is not None and row.gauge.kind.is_bound:
        return bound_words(row)
    if row.gauge is not None and row.gauge.kind is Kind.BASELINE:
        return Markup("")
    gone = time_gone(Period(row.start, row.due), today) if row.is_open else None
    return bullet(row.progress, gone, width)


def bound_words(row: GoalRow) -> Markup:
    """Whether what is to be kept is kept."""
    if row.value is None:
        return NO_DATA
    return Markup('<span class="small">{}</span>').format("inside" if row.is_met else "outside")


def path_cell(row: GoalRow) -> Markup:
    """Start, now and target of a measured goal; of an objective, how much of the way."""
    if row.gauge is not None:
        return measured_path(row.gauge, row)
    if row.progress is None:
        return NO_DATA
    rest = ""
    if row.reporting != row.contributing:
        of = f"{row.reporting} of {row.contributing} reporting"
        rest = f' <span class="muted tiny">{of}</span>'
    return Markup(f'<span class="path"><b>{escape(percent(row.progress))}</b>{rest}</span>')


def measured_path(gauge: Gauge, row: GoalRow) -> Markup:
    """The numbers of a measure in the words of its kind."""
    now = escape(amount(row.value, gauge.unit))
    if gauge.kind is Kind.FROM_TO:
        parts = _from_to(gauge, row.value)
    elif gauge.kind is Kind.MILESTONES:
        parts = f"<b>{number(row.value or 0)}</b> of {number(gauge.target)}"
    elif gauge.kind is Kind.DONE:
        parts = "<b>done</b>" if row.is_met else '<span class="muted">not done yet</span>'
    elif gauge.kind is Kind.BASELINE:
        found = f"<b>{now}</b> found"
        parts = '<span class="muted">to be found out</span>' if row.value is None else found
    else:
        if _is_long(gauge.unit):
            now = escape(number(row.value))
        parts = f'<b>{now}</b> <span class="muted">keep {escape(bound_of(gauge))}</span>'
    return Markup(f'<span class="path">{parts}</span>')


def _from_to(gauge: Gauge, value: Decimal | None) -> str:
    """62 % → 74 % → 85 %; a long unit, or one of long numbers, is said once, at the end."""
    numbers = (gauge.baseline, value, gauge.target)
    is_long = _is_long(gauge.unit) or sum(len(number(one)) for one in numbers) > _MOST_DIGITS
    unit, once = ("", gauge.unit) if is_long else (gauge.unit, "")
    start, now, target = (escape(amount(each, unit)) for each in numbers)
    parts = f'<span class="muted">{start}</span>{_ARROW}<b>{now}</b>{_ARROW}<span>{target}</span>'
    if not once:
        return parts
    said = escape(once)
    return f'{parts} <span class="path-unit" title="{said}">{said}</span>'


def bound_of(gauge: Gauge) -> str:
    """ "at least 70 %", "4 to 5"."""
    if gauge.kind is Kind.BETWEEN:
        return f"{number(gauge.lower)} to {amount(gauge.upper, gauge.unit)}"
    words = "at least" if gauge.kind is Kind.AT_LEAST else "at most"
    return f"{words} {amount(gauge.target, gauge.unit)}"


def _is_long(unit: str) -> bool:
    return len(unit) > _LONGEST_REPEATED and unit not in SHORT_UNITS
