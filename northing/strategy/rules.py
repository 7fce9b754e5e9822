"""What a strategy may hold. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

LONGEST_SENTENCE = 1_000
LONGEST_NAME = 200
MOST_PILLARS = 12
MOST_VALUES = 12


class StrategyRefused(ValueError):
    """Words that do not fit. `problems` maps a field to what is wrong and the cure."""

    def __init__(self, problems: dict[str, str]) -> None:
        super().__init__("; ".join(f"{name}: {text}" for name, text in problems.items()))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Words:
    """A value or a pillar: its name, what it means, and the key it already has, if any."""

    name: str
    meaning: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class StrategyWords:
    """The whole strategy as somebody wants it to read."""

    mission: str
    vision: str = ""
    will_not_do: str = ""
    values: tuple[Words, ...] = ()
    pillars: tuple[Words, ...] = ()


def refuse_problems(words: StrategyWords) -> None:
    """Raise StrategyRefused for texts that are too long, too many, or two pillars of one name."""
    problems: dict[str, str] = {}
    for field in ("mission", "vision", "will_not_do"):
        text: str = getattr(words, field)
        if len(text) > LONGEST_SENTENCE:
            problems[field] = (
                f"Keep it under {LONGEST_SENTENCE:,} characters: one sentence says it."
            )
    if len(words.pillars) > MOST_PILLARS:
        problems["pillars"] = f"At most {MOST_PILLARS} pillars: a strategy is also what one leaves."
    if len(words.values) > MOST_VALUES:
        problems["values"] = f"At most {MOST_VALUES} values, so that people can name them."
    names = [pillar.name.casefold() for pillar in words.pillars]
    if len(set(names)) < len(names):
        problems["pillars"] = "Two pillars have the same name. Rename one of them."
    problems |= _long_ones("pillars", words.pillars) | _long_ones("values", words.values)
    if problems:
        raise StrategyRefused(problems)


def _long_ones(field: str, rows: Sequence[Words]) -> dict[str, str]:
    for row in rows:
        shown = f"“{row.name[:40]}{'…' if len(row.name) > 40 else ''}”"
        if len(row.name) > LONGEST_NAME:
            return {field: f"{shown} is too long for a name. Use the meaning beside it."}
        if len(row.meaning) > LONGEST_SENTENCE:
            return {field: f"What {shown} means is over {LONGEST_SENTENCE:,} characters."}
    return {}
