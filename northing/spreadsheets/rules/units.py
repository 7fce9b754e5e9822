"""Units, as far as a heading or a wording names them beyond doubt."""

import re

from northing.spreadsheets.rules.words import bracketed, compared

_KNOWN = frozenset(
    {
        "%", "percent", "prozent", "pp", "€", "$", "£", "k", "m", "mio", "mrd",
        "eur", "euro", "euros", "keur", "teur", "meur", "usd", "kusd", "gbp", "chf", "sfr",
        "hours", "hour", "hrs", "h", "std", "stunden", "stunde", "minutes", "minute", "min",
        "minuten", "seconds", "second", "sec", "s", "sekunden", "ms", "days", "day", "d", "tage",
        "tag", "weeks", "week", "wochen", "woche", "months", "month", "monate", "monat", "years",
        "year", "jahre", "points", "point", "punkte", "punkt", "pts", "people", "persons",
        "personen", "fte", "pieces", "stuck", "st", "stk", "items", "units", "nps",
        "kg", "g", "t", "km", "cm", "mm", "l", "kwh", "mwh", "co2", "tco2",
    }
)  # fmt: skip
_NO_UNIT = frozenset({"number", "numeric", "count", "anzahl", "zahl", "metric", "none"})
_AFTER_COMMA = re.compile(r",\s*([^,]{1,16})$")
_LONGEST = 40


def is_unit(text: str) -> bool:
    """Whether a short text is a unit that people write in sheets."""
    return compared(text) in _KNOWN or text.strip() in ("€", "$", "£", "%")


def unit_in(text: str) -> str:
    """The unit that a heading or wording names: `Overdue receivables, kEUR`, `… (days)`.

    Empty when it names none: any other last word is part of the sentence.
    """
    if (after := _AFTER_COMMA.search(text)) and is_unit(after[1]):
        return after[1].strip()
    for part in bracketed(text):
        if is_unit(part):
            return part
    return ""


def shortened(unit: str) -> str:
    """A unit as it is kept: `%` for its spellings, otherwise as written, at most 40 characters."""
    word = compared(unit)
    if word in _NO_UNIT:
        return ""
    return "%" if word in ("percent", "prozent", "in %") else unit.strip()[:_LONGEST]
