"""How values are written for people. Pure; nothing here rounds a value that someone entered."""

from calendar import month_abbr, month_name
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction
from zoneinfo import ZoneInfo

NARROW_SPACE = "\u202f"
_SPACE = "\u00a0"
_SIGNS_IN_FRONT = frozenset("€$£¥₹")
SHORT_UNITS: Mapping[str, str] = {"percent": "%", "days": "d", "hours": "h", "minutes": "min"}

STATUS_WORDS: Mapping[str, str] = {
    "on_track": "On track",
    "at_risk": "At risk",
    "off_track": "Off track",
    "too_early": "Too early",
}
PACE_WORDS: Mapping[str, str] = {
    "no_data": "No data",
    "early": "Early",
    "on_pace": "On pace",
    "behind_pace": "Behind pace",
    "far_behind": "Far behind",
}


def number(value: Decimal | int | None) -> str:
    """All digits of a value, thousands parted by narrow spaces from 10 000 up; "–" for none.

    >>> number(Decimal("1250000.50"))
    '1 250 000.50'
    """
    if value is None:
        return "–"
    text = format(value, "f") if isinstance(value, Decimal) else str(value)
    sign, digits = ("−", text[1:]) if text.startswith("-") else ("", text)
    whole, point, part = digits.partition(".")
    if len(whole) > 4:
        head = len(whole) % 3
        groups = [whole[:head]] if head else []
        groups += [whole[i : i + 3] for i in range(head, len(whole), 3)]
        whole = NARROW_SPACE.join(groups)
    return f"{sign}{whole}{point}{part}"


def amount(value: Decimal | int | None, unit: str = "") -> str:
    """A value with its unit: "74 %", "4.7 d", "€12 000". The space does not break."""
    text = number(value)
    unit = SHORT_UNITS.get(unit, unit)
    if not unit or value is None:
        return text
    if unit in _SIGNS_IN_FRONT:
        return f"−{unit}{text[1:]}" if text.startswith("−") else f"{unit}{text}"
    return f"{text}{_SPACE}{unit}"


def change(before: Decimal | None, after: Decimal | None, unit: str = "") -> str:
    """The step from one value to the next with its sign: "+3 %", "−0.1 d", "no change"."""
    if before is None or after is None:
        return ""
    step = after - before
    if not step:
        return "no change"
    return amount(step, unit) if step < 0 else f"+{amount(step, unit)}"


def percent(share: Fraction | Decimal | float | None, digits: int = 0) -> str:
    """A share (0.52) in percent ("52 %"). What is under way never reads as nothing or as all."""
    if share is None:
        return "–"
    if isinstance(share, Decimal) and not digits:
        return _whole_percent(share.scaleb(2))
    if isinstance(share, Fraction) and not digits:
        return _whole_percent_of(share.numerator * 100, share.denominator)
    exact = Fraction(share) * 100
    step = Fraction(1, 10**digits)
    if 0 < exact < step:
        return f"<{_plain(step, digits)}{_SPACE}%"
    if 100 - step < exact < 100:
        return f"{_plain(100 - step, digits)}{_SPACE}%"
    return f"{_plain(exact, digits)}{_SPACE}%"


def _whole_percent(exact: Decimal) -> str:
    """The same for the shares that rows of tables hold, several times as fast."""
    if 0 < exact < 1:
        return f"<1{_SPACE}%"
    if 99 < exact < 100:
        return f"99{_SPACE}%"
    return f"{number(exact.to_integral_value(ROUND_HALF_EVEN))}{_SPACE}%"


def _whole_percent_of(part: int, whole: int) -> str:
    """The same for exact shares: arithmetic of fractions takes twenty times as long."""
    if 0 < part < whole:
        return f"<1{_SPACE}%"
    if 99 * whole < part < 100 * whole:
        return f"99{_SPACE}%"
    near, rest = divmod(part, whole)
    is_up = 2 * rest > whole or (2 * rest == whole and near % 2 == 1)
    return f"{number(near + is_up)}{_SPACE}%"


def _plain(exact: Fraction, digits: int) -> str:
    scaled = round(exact * 10**digits)
    return number(Decimal(scaled).scaleb(-digits))


def tenths(confidence: int | None) -> str:
    """An owner's confidence: "6 in 10"; "too early" when there is none yet."""
    return "too early" if confidence is None else f"{confidence} in 10"


# Looked up once: asking the calendar each time takes as long as the rest of a row of a feed.
_MONTHS, _SHORT_MONTHS = tuple(month_name), tuple(month_abbr)


def long_day(on: date | None, today: date | None = None) -> str:
    """ "4 April", with the year when `today` is given and lies in another one."""
    return _day(on, _MONTHS, today)


def short_day(on: date | None, today: date | None = None) -> str:
    """ "4 Apr", with the year when `today` is given and lies in another one."""
    return _day(on, _SHORT_MONTHS, today)


def _day(on: date | None, months: Sequence[str], today: date | None) -> str:
    if on is None:
        return "–"
    year = f" {on.year}" if today is not None and on.year != today.year else ""
    return f"{on.day} {months[on.month]}{year}"


def days_between(first: date, last: date) -> str:
    """A period in words: "15 to 21 February", "29 March to 4 April"."""
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {long_day(last)}"
    return f"{long_day(first, last)} to {long_day(last, first)}"


def day_of(on: date, today: date) -> str:
    """When something was said: "today", "Fri" within the last six days, else "5 Feb"."""
    past = (today - on).days
    if past == 0:
        return "today"
    return on.strftime("%a") if 0 < past < 7 else short_day(on, today)


def age(on: date | None, today: date) -> str:
    """How long ago: "today", "2 d", "3 w"; "never" for none."""
    if on is None:
        return "never"
    days = (today - on).days
    if days <= 0:
        return "today"
    return f"{days}{_SPACE}d" if days < 14 else f"{days // 7}{_SPACE}w"


def due_in(on: date, today: date) -> str:
    """When something is due: "today", "tomorrow", "in 3 d", "2 d ago"."""
    days = (on - today).days
    if days in (0, 1):
        return "today" if days == 0 else "tomorrow"
    return f"in {days}{_SPACE}d" if days > 0 else f"{-days}{_SPACE}d ago"


def machine_time(moment: date | datetime) -> str:
    """For `<time datetime>`: ISO 8601."""
    return moment.isoformat()


def moment(at: datetime, zone: str, today: date) -> str:
    """ "4 April, 09:15" as the clocks of a time zone show it; with the year in another year."""
    here = at.astimezone(ZoneInfo(zone))
    return f"{long_day(here.date(), today)}, {here:%H:%M}"


def initials(name: str) -> str:
    """At most two letters of a name: "Ines Okafor" is "IO"."""
    words = [word for word in name.split() if word[:1].isalnum()]
    if not words:
        return "?"
    letters = words[0][0] + (words[-1][0] if len(words) > 1 else words[0][1:2])
    return letters.upper()


def plural(count: int, one: str, many: str = "") -> str:
    """ "1 key result", "3 key results"."""
    return f"{number(count)} {one if count == 1 else many or one + 's'}"
