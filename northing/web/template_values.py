"""A template of the library as the values of the composer's fields."""

from collections.abc import Sequence

from northing.coach.rules.templates import KeyResultTemplate as Healthy
from northing.coach.rules.templates import (
    ObjectiveTemplate,
    Shelf,
    SmartTemplate,
    TemplateMeasure,
    templates,
)
from northing.measures.numbers import plain
from northing.web.school_words import languages

_MOST_DIGITS = 2
_ENDS = ("baseline", "target", "lower", "upper")
Template = ObjectiveTemplate | SmartTemplate | Healthy


def template_key(shelf: Shelf, kind: str, number: int) -> str:
    """How an address names a template: "en.support.okr.0"."""
    return f"{shelf.language}.{shelf.slug}.{kind}.{number}"


def template_values(key: str) -> dict[str, str]:
    """The composer's fields filled from a template; none where the key names no template."""
    template = _named(key)
    if isinstance(template, ObjectiveTemplate):
        return _of_objective(template)
    if isinstance(template, SmartTemplate):
        return _of_smart_goal(template)
    return _of_healthy(template) if template else {}


def _named(key: str) -> Template | None:
    code, slug, kind, number = (*key.split("."), "", "", "", "")[:4]
    shelves = templates(code) if code in languages() else ()
    shelf = next((each for each in shelves if each.slug == slug), None)
    if shelf is None or not number.isdecimal() or len(number) > _MOST_DIGITS:
        return None
    kept: dict[str, Sequence[Template]] = {
        "okr": shelf.objectives,
        "smart": shelf.smart_goals,
        "healthy": shelf.healthy,
    }
    return next(iter(kept.get(kind, ())[int(number) :]), None)


def _of_objective(template: ObjectiveTemplate) -> dict[str, str]:
    values = {"method": "okr", "statement": template.statement, "why": template.why}
    for n, key_result in enumerate(template.key_results):
        values[f"kr{n}_statement"] = key_result.statement
        values |= _of_measure(key_result.measure, f"kr{n}_")
    return values


def _of_smart_goal(template: SmartTemplate) -> dict[str, str]:
    values = {"method": "smart", "ambition": "committed", "statement": template.statement}
    values |= {name: getattr(template, name) for name in ("specific", "achievable", "relevant")}
    values |= {f"step{n}_title": step for n, step in enumerate(template.steps)}
    return values | _of_measure(template.measure, "m_", "definition")


def _of_healthy(template: Healthy) -> dict[str, str]:
    values = {"method": "healthy", "ambition": "committed", "statement": template.statement}
    return values | _of_measure(template.measure, "m_", "definition")


def _of_measure(measure: TemplateMeasure, prefix: str, source: str = "") -> dict[str, str]:
    values = {f"{prefix}kind": measure.kind, f"{prefix}unit": measure.unit}
    for name in _ENDS:
        number = getattr(measure, name)
        if number is not None:
            values[f"{prefix}{name}"] = plain(number)
    return values | ({source: measure.source} if source else {})
