"""What a strategy may hold. Pure."""

from dataclasses import dataclass

LONGEST_SENTENCE = 1_000
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
    long = [w for w in (*words.pillars, *words.values) if len(w.name) > 200]
    if long:
        problems["pillars"] = (
            f"“{long[0].name[:40]}…” is too long for a name. Use the meaning below."
        )
    if problems:
        raise StrategyRefused(problems)
