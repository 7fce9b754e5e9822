"""What the words say that the form could hold: offered, never filled in without being asked.

Offers map names of fields to what would be typed there: numbers with a point, days as 2027-06-27.
A day without a year falls into the cycle, or is the first such day after its start.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta

from northing.coach.rules.findings import Span
from northing.coach.rules.language import Language
from northing.coach.rules.reading.case import Case
from northing.coach.rules.reading.sentence import Sentence
from northing.coach.rules.reading.units import unit_after, with_unit
from northing.coach.rules.reading.words import Word, words_of
from northing.coach.rules.statements import Fields

Offers = dict[str, str]
_DECEMBER = 12
_MOST_DAYS = 31
_MID = 15
_ISO = r"\b(\d{4})-(\d{2})-(\d{2})\b"
_DOTTED = r"\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b"
_QUARTER = r"\bq ?([1-4])\b"
_YEAR = r"\b(?:19|20)\d\d\b"
_NUMBER = r"\d[\d.,  ]*\d|\d"
_TIMES = {"k": 1_000, "m": 1_000_000, "bn": 1_000_000_000}


def measure_offered(case: Case) -> Offers:
    """Kind of measure, target or bounds, and unit; nothing where the form has a measure."""
    fields = case.fields
    if fields.target is not None or fields.lower is not None or fields.upper is not None:
        return {}
    found = next((made for way in _WAYS if (made := way(case.sentence))), {})
    if fields.unit:
        found.pop("unit", None)
    found.pop("baseline", None)
    return found


def baseline_offered(case: Case) -> Offers:
    """The number of today: "from 58 %", "(now 58 %)"; nothing where the form has one."""
    if case.fields.baseline is not None:
        return {}
    both = _from_to(case.sentence)
    if both:
        return {"baseline": both["baseline"]}
    found = _first(case.sentence, "now")
    return {"baseline": _value(case.sentence, found)} if found else {}


def due_offered(case: Case) -> Offers:
    """The day of the words, where one can be told; nothing where the form has one."""
    if case.fields.due is not None:
        return {}
    due = due_in_words(case)
    return {"due": due.isoformat()} if due else {}


def due_in_words(case: Case) -> date | None:
    """The last day that the first date of the words allows; None where it names none."""
    for span in case.sentence.deadlines:
        words = case.sentence.low[span.start : span.end]
        day = _day_of(words, case.sentence.language, case.fields)
        if day is not None:
            return day
    return None


# ── Amounts ──────────────────────────────────────────────────────────────────────────────────────


def _from_to(sentence: Sentence) -> Offers:
    found = sentence.language.pattern("baseline", "both_ends").search(sentence.low)
    if found is None:
        return {}
    first, second = (n for n, each in enumerate(found.groups(), 1) if each is not None)
    start = _amount_at(sentence, found.start(first))
    target = _amount_at(sentence, found.end(second))
    if start is None or target is None:
        return {}
    unit = _unit(sentence, target) or _unit(sentence, start)
    return _made(
        measure="from_to",
        baseline=_value(sentence, start),
        target=_value(sentence, target),
        unit=unit,
    )


def _between(sentence: Sentence) -> Offers:
    found = sentence.language.pattern("offers", "between").search(sentence.low)
    inside = [a for a in sentence.amounts if found and found.start() <= a.start < found.end()]
    if len(inside) < 2:
        return {}
    lower, upper = inside[:2]
    return _made(
        measure="between",
        lower=_value(sentence, lower),
        upper=_value(sentence, upper),
        unit=_unit(sentence, upper),
    )


def _bound(kind: str) -> Callable[[Sentence], Offers]:
    def offered(sentence: Sentence) -> Offers:
        held = _first(sentence, kind)
        if held is None:
            return {}
        value, unit = _value(sentence, held), _unit(sentence, held)
        return _made(measure=kind, target=value, unit=unit)

    return offered


def _habit(sentence: Sentence) -> Offers:
    """ "5 times a week": at least so often, counted in times a week."""
    for amount in sentence.amounts:
        found = sentence.language.pattern("offers", "rhythm").match(sentence.low, amount.end)
        if found:
            unit = sentence.text[amount.end : found.end()].strip()
            return _made(measure="at_least", target=_value(sentence, amount), unit=unit)
    return {}


def _target(sentence: Sentence) -> Offers:
    """The one amount that the words hold; nothing where there are several, or a way "by 10 %"."""
    amounts = [
        a
        for a in sentence.amounts
        if not any(s.start <= a.start < s.end for s in sentence.baselines)
        and not _is_step(sentence, a)
    ]
    if len(amounts) != 1:
        return {}
    return _made(target=_value(sentence, amounts[0]), unit=_unit(sentence, amounts[0]))


def _is_step(sentence: Sentence, amount: Span) -> bool:
    """ "by 20 people": how far, not where to."""
    before = sentence.low[: amount.start].split()[-1:]
    return bool(before) and before[0] in sentence.language.one("offers", "by_words")


# The first that finds something is taken.
_WAYS: tuple[Callable[[Sentence], Offers], ...] = (
    _from_to,
    _between,
    _bound("at_least"),
    _bound("at_most"),
    _habit,
    _target,
)


def _made(**fields: str) -> Offers:
    """The fields; none at all where a number of words could not be read."""
    numbers = [fields[n] for n in ("baseline", "target", "lower", "upper") if n in fields]
    return {name: each for name, each in fields.items() if each} if all(numbers) else {}


def _first(sentence: Sentence, name: str) -> Span | None:
    """The amount that a pattern of the offers stands before or after."""
    for found in sentence.language.pattern("offers", name).finditer(sentence.low):
        inside = [a for a in sentence.amounts if found.start() <= a.start < found.end()]
        if inside:
            return inside[0]
    return None


def _amount_at(sentence: Sentence, place: int) -> Span | None:
    return next((a for a in sentence.amounts if a.start <= place <= a.end), None)


def _value(sentence: Sentence, amount: Span) -> str:
    """Digits as a number; "k" and its kin multiply; "" for what is no number of digits."""
    found = re.search(_NUMBER, sentence.low[amount.start : amount.end])
    if found is None:
        return sentence.language.counted(sentence.low[amount.start : amount.end])
    value = sentence.language.number(found[0])
    value *= _TIMES.get(_scale(sentence, amount), 1)
    return f"{value.normalize():f}"


def _scale(sentence: Sentence, amount: Span) -> str:
    """The "k" of "$40k", where money or a bare thousand is meant."""
    found = re.match(r" ?(k|m|bn)\b", sentence.low[amount.end :])
    has_sign = not sentence.low[amount.start].isalnum()
    if found is None or (found[1] == "m" and not has_sign):
        return ""
    return found[1]


def _unit(sentence: Sentence, amount: Span) -> str:
    """What the amount counts, with its rhythm: "calls a month"."""
    sign = sentence.text[amount.start : amount.start + 1]
    unit = unit_after(sentence, amount)
    if scale := _scale(sentence, amount):
        unit = unit.removeprefix(scale).strip() if sign.isalnum() else sign
    end = with_unit(sentence, amount).end
    rhythm = sentence.language.pattern("offers", "a_rhythm").match(sentence.low, end)
    if rhythm and unit:
        return f"{unit} {sentence.text[rhythm.start() : rhythm.end()].strip()}"
    return unit


# ── Days ─────────────────────────────────────────────────────────────────────────────────────────


def _day_of(words: str, language: Language, fields: Fields) -> date | None:
    written = re.search(_ISO, words) or re.search(_DOTTED, words)
    if written is not None:
        numbers = [int(each) for each in written.groups()]
        return _date(*(numbers if len(written[1]) == 4 else numbers[::-1]))
    cut = words_of(words.replace("-", " "))
    found_year = re.search(_YEAR, words)
    year = int(found_year[0]) if found_year else None
    edge = _edge(cut, language)
    named = [months[word.low] for word in cut if word.low in (months := language.months())]
    if named:
        return _placed(_day_number(cut), named[0], year, edge, fields)
    quarter = re.search(_QUARTER, words)
    if quarter is not None:
        return _placed(None, _month_of(edge, 3 * int(quarter[1]) - 2, 3), year, edge, fields)
    if year is not None:
        return _placed(None, _month_of(edge, 1, _DECEMBER), year, edge, fields)
    ends_here = language.pattern("offers", "this_cycle").search(words)
    return fields.cycle_due if ends_here and not edge else None


def _edge(words: tuple[Word, ...], language: Language) -> str:
    """ "before", "start" or "mid" where the words say so; "" for the end, which is usual."""
    lows = {word.low for word in words}
    names = ("before", "start", "mid")
    return next((name for name in names if lows & language.one("offers", name)), "")


def _day_number(words: tuple[Word, ...]) -> int | None:
    numbers = [int(w.low) for w in words if w.is_number and w.low.isdecimal()]
    return next((n for n in numbers if 1 <= n <= _MOST_DAYS), None)


def _month_of(edge: str, first: int, months: int) -> int:
    """The month that an edge of a longer period lies in: its first, a middle or its last one."""
    return {"": first + months - 1, "mid": first + months // 2}.get(edge, first)


def _placed(
    day: int | None, month: int, year: int | None, edge: str, fields: Fields
) -> date | None:
    if year is not None:
        return _in_year(day, month, year, edge)
    begin = fields.cycle_start or fields.start
    if begin is None:
        return None
    made = (_in_year(day, month, begin.year + more, edge) for more in (0, 1))
    return next((each for each in made if each is not None and each >= begin), None)


def _in_year(day: int | None, month: int, year: int, edge: str) -> date | None:
    if day is not None:
        made = _date(year, month, day)
        return made - timedelta(days=1) if made and edge == "before" else made
    first = _date(year, month, 1)
    if first is None:
        return None
    if edge == "mid":
        return first.replace(day=_MID)
    if edge == "start":
        return first
    if edge == "before":
        return first - timedelta(days=1)
    following = _date(year + month // _DECEMBER, month % _DECEMBER + 1, 1)
    return following - timedelta(days=1) if following else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
