"""A statement as it is read: what its parts are, each found once and only when asked for."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from northing.coach.rules.findings import Span
from northing.coach.rules.language import Language, detected, language_of
from northing.coach.rules.reading.words import Word, lowered, words_of
from northing.coach.rules.statements import Kind, Statement

# As long as a goal's statement may be; what follows is not read, so that no text takes long.
MOST_READ = 400
# How many sentences are remembered as read: those on the desk.
ON_THE_DESK = 16
# More digits than any amount has: a serial number or a cat on the keyboard.
_LONG_NUMBER = re.compile(r"\d{16,}")


class Sentence:
    """The words of a statement and what they are: dates, rhythms, amounts, names, baselines."""

    def __init__(self, statement: Statement) -> None:
        self.text = statement.text[:MOST_READ]
        self.kind: Kind = statement.kind
        code = statement.language
        self.language: Language = language_of(code) if code else detected(self.text)
        self.low = _LONG_NUMBER.sub(lambda found: "\0" * len(found[0]), lowered(self.text))

    @cached_property
    def words(self) -> tuple[Word, ...]:
        return words_of(self.text)

    @cached_property
    def compared(self) -> tuple[Span, ...]:
        """Named periods that something is compared with: not a date to reach it by."""
        return self._found("time", "compared", self.low)

    @cached_property
    def cadences(self) -> tuple[Span, ...]:
        """How often: "twice a week". A rhythm is no end."""
        return self._found("time", "cadence", masked(self.low, self.compared))

    @cached_property
    def deadlines(self) -> tuple[Span, ...]:
        """End dates and bounded periods."""
        aside = [*self.compared, *self.cadences, *self.service_levels, *self.clocks]
        return self._found("time", "deadline", masked(self.low, aside))

    @cached_property
    def service_levels(self) -> tuple[Span, ...]:
        """How quickly something is done: "within 24 hours"."""
        return self._found("time", "service_level", self.low)

    @cached_property
    def clocks(self) -> tuple[Span, ...]:
        """Times of day."""
        return self._found("time", "clock", self.low)

    @cached_property
    def habits(self) -> tuple[Span, ...]:
        """Rhythms that can be counted off, as a habit is."""
        return self._found("time", "habit", masked(self.low, self.compared))

    @cached_property
    def baselines(self) -> tuple[Span, ...]:
        """Where the number starts, or what it is compared with."""
        aside = self._found("baseline", "not_from", self.low)
        return self._found("baseline", "stated", masked(self.low, aside))

    @cached_property
    def names(self) -> tuple[Span, ...]:
        """Digits that are part of a name: "Q2", "v0.5", "Fortune 500"."""
        return self._found("quantity", "names", self.low)

    @cached_property
    def confidences(self) -> tuple[Span, ...]:
        """How sure somebody is: "(8/10)" is no amount."""
        return self._found("quantity", "confidence", self.low)

    @cached_property
    def amounts(self) -> tuple[Span, ...]:
        """Numbers that say how much or how many."""
        aside = [
            *self.confidences,
            *self.names,
            *self.deadlines,
            *self.clocks,
            *self.compared,
        ]
        return tuple(_spans(self.language.part("amount").finditer(masked(self.low, aside))))

    @cached_property
    def percents(self) -> tuple[Span, ...]:
        return self._found("quantity", "percent", self.low)

    @cached_property
    def first_finite_verb(self) -> Span | None:
        """The first verb that has a subject before it: "customers *can* …"."""
        found = self._found("opening", "finite", self.low)
        if self.language.verb_is_last:
            found = tuple(span for span in found if self.text[span.start].islower())
        return found[0] if found else None

    @property
    def has_finite_verb(self) -> bool:
        return self.first_finite_verb is not None

    def quantity(self, name: str) -> tuple[Span, ...]:
        """What a pattern of the group "quantity" finds outside dates and confidences."""
        return self._found("quantity", name, masked(self.low, [*self.confidences, *self.deadlines]))

    def quoted(self, span: Span) -> str:
        """The words of a span as they were written."""
        return self.text[span.start : span.end]

    def _found(self, group: str, name: str, low: str) -> tuple[Span, ...]:
        return tuple(_spans(self.language.pattern(group, name).finditer(low)))


def masked(low: str, spans: Iterable[Span]) -> str:
    """The text with the spans blanked, all places kept."""
    signs = list(low)
    for span in spans:
        signs[span.start : span.end] = "\0" * (span.end - span.start)
    return "".join(signs)


def _spans(found: Iterable[re.Match[str]]) -> Iterator[Span]:
    return (Span(each.start(), each.end()) for each in found if each.end() > each.start())
