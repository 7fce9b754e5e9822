"""A library of goals to start from, on one shelf a function: engineering, health care, sales, …"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from northing.coach.rules.language import FOLDER, LanguageUnknown
from northing.coach.rules.statements import Fields, Kind, Statement


@dataclass(frozen=True, slots=True)
class TemplateMeasure:
    """How a template is measured: what its form is filled with. None: this kind has no such end."""

    kind: str
    unit: str
    source: str
    baseline: Decimal | None = None
    target: Decimal | None = None
    lower: Decimal | None = None
    upper: Decimal | None = None

    @property
    def fields(self) -> Fields:
        """The same as the fields that the coach looks at."""
        return Fields(
            measure=self.kind,
            baseline=self.baseline,
            target=self.target,
            lower=self.lower,
            upper=self.upper,
            unit=self.unit,
            source=self.source,
        )


@dataclass(frozen=True, slots=True)
class KeyResultTemplate:
    """A key result below its objective. Without one: a number to keep healthy."""

    statement: str
    measure: TemplateMeasure


@dataclass(frozen=True, slots=True)
class ObjectiveTemplate:
    """An objective, why it is worth having, and its key results."""

    statement: str
    why: str
    pillar_hint: str
    key_results: tuple[KeyResultTemplate, ...]


@dataclass(frozen=True, slots=True)
class SmartTemplate:
    """A SMART goal with its reasons and steps."""

    statement: str
    specific: str
    achievable: str
    relevant: str
    measure: TemplateMeasure
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shelf:
    """The templates of one function."""

    language: str
    slug: str
    title: str
    summary: str
    order: int
    objectives: tuple[ObjectiveTemplate, ...]
    smart_goals: tuple[SmartTemplate, ...]
    healthy: tuple[KeyResultTemplate, ...]

    @property
    def statements(self) -> Iterator[Statement]:
        """Every goal of the shelf as the coach is asked about it, with its fields filled."""
        for objective in self.objectives:
            yield Statement(objective.statement, Kind.OBJECTIVE, language=self.language)
            yield from (self._asked(each, Kind.KEY_RESULT) for each in objective.key_results)
        yield from (self._asked(each, Kind.SMART_GOAL) for each in self.smart_goals)
        yield from (self._asked(each, Kind.KEY_RESULT) for each in self.healthy)

    def _asked(self, goal: KeyResultTemplate | SmartTemplate, kind: Kind) -> Statement:
        return Statement(goal.statement, kind, goal.measure.fields, self.language)


@cache
def templates(code: str) -> tuple[Shelf, ...]:
    """The shelves of a language in their order. Raises LanguageUnknown."""
    folders = {path.parent.name: path for path in FOLDER.glob("*/templates")}
    if code not in folders:
        known = ", ".join(sorted(folders))
        raise LanguageUnknown(f"There are templates in {known}, not in {code[:20]!r}.")
    found = (_read(code, path) for path in folders[code].glob("*.toml"))
    return tuple(sorted(found, key=lambda shelf: shelf.order))


def _read(code: str, path: Path) -> Shelf:
    import tomllib

    held = tomllib.loads(path.read_text(encoding="utf-8"))
    return Shelf(
        language=code,
        slug=path.stem,
        title=held["title"],
        summary=held["summary"],
        order=held["order"],
        objectives=tuple(map(_objective, held.get("okr", []))),
        smart_goals=tuple(map(_smart_goal, held.get("smart", []))),
        healthy=tuple(map(_key_result, held.get("healthy", []))),
    )


def _objective(held: Mapping[str, Any]) -> ObjectiveTemplate:
    key_results = tuple(map(_key_result, held["key_result"]))
    return ObjectiveTemplate(held["objective"], held["why"], held["pillar_hint"], key_results)


def _key_result(held: Mapping[str, Any]) -> KeyResultTemplate:
    return KeyResultTemplate(held["statement"], _measure(held))


def _smart_goal(held: Mapping[str, Any]) -> SmartTemplate:
    reasons = (held["specific"], held["achievable"], held["relevant"])
    return SmartTemplate(held["statement"], *reasons, _measure(held), tuple(held["steps"]))


def _measure(held: Mapping[str, Any]) -> TemplateMeasure:
    ends = {
        name: Decimal(held[name])
        for name in ("baseline", "target", "lower", "upper")
        if name in held
    }
    return TemplateMeasure(held["measure"], held["unit"], held["source"], **ends)
