"""An amount with what it counts: "10 %", "5 times", "£42", "12 of 14 teams"."""

from northing.coach.rules.findings import Span
from northing.coach.rules.reading.sentence import Sentence


def with_unit(sentence: Sentence, amount: Span) -> Span:
    """The amount and the sign or words after it that say what it counts."""
    found = sentence.language.pattern("quantity", "unit").match(sentence.low, amount.end)
    return Span(amount.start, found.end()) if found else amount


def unit_after(sentence: Sentence, amount: Span) -> str:
    """What the amount counts, as it is written; its currency sign where nothing follows it."""
    whole = with_unit(sentence, amount)
    sign = sentence.text[amount.start : amount.start + 1]
    return sentence.text[amount.end : whole.end].strip() or ("" if sign.isalnum() else sign)


def both_ends(sentence: Sentence) -> Span | None:
    """The words of a way from one number to another: "from 58 % to 85 %"."""
    found = sentence.language.pattern("baseline", "both_ends").search(sentence.low)
    if found is None:
        return None
    last = Span(found.start(), found.end())
    return Span(found.start(), with_unit(sentence, last).end)
