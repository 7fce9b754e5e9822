"""The fields of a measure in a form, from typed words to the rule's value and back."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from northing.measures.measure import Kind, Measure
from northing.measures.numbers import plain
from northing.web.forms import Typed

# In the words of a sentence: "Same-week repair share goes from 62 to 85 %".
KINDS: tuple[tuple[Kind, str], ...] = (
    (Kind.FROM_TO, "goes"),
    (Kind.AT_LEAST, "stays at or above"),
    (Kind.AT_MOST, "stays at or below"),
    (Kind.BETWEEN, "stays between"),
    (Kind.MILESTONES, "is reached by milestones"),
    (Kind.DONE, "is done or not"),
    (Kind.BASELINE, "is found out"),
)


@dataclass(frozen=True, slots=True)
class MeasureFields:
    """What the template shows of a measure: the prefix of its field names and what was typed."""

    prefix: str
    kind: str
    baseline: str
    target: str
    lower: str
    upper: str
    unit: str
    milestones: str


def read_measure(typed: Typed, prefix: str, default: Kind = Kind.FROM_TO) -> Measure:
    """The measure that was typed under a prefix; problems are noted under its field names."""
    kind = Kind(typed.choice(f"{prefix}kind", Kind, default))
    unit = typed.text(f"{prefix}unit")
    if len(unit) > LONGEST_UNIT:
        typed.problems[f"{prefix}unit"] = f"Keep the unit under {LONGEST_UNIT} characters."

    def number(name: str) -> Decimal | None:
        return typed.number(f"{prefix}{name}", unit)

    match kind:
        case Kind.FROM_TO:
            return Measure(kind, baseline=number("baseline"), target=number("target"), unit=unit)
        case Kind.AT_LEAST | Kind.AT_MOST:
            return Measure(kind, target=number("target"), unit=unit)
        case Kind.BETWEEN:
            return Measure(kind, lower=number("lower"), upper=number("upper"), unit=unit)
        case _:
            return Measure(kind, unit=unit)


LONGEST_UNIT = 40


def read_milestones(typed: Typed, prefix: str) -> list[str]:
    """The titles of milestones, one a line."""
    lines = typed.text(f"{prefix}milestones").splitlines()
    return [line.strip() for line in lines if line.strip()]


def typed_fields(values: Mapping[str, str], prefix: str, default: Kind) -> MeasureFields:
    """The fields as they were typed."""
    names = ("baseline", "target", "lower", "upper", "unit", "milestones")
    typed = {name: values.get(f"{prefix}{name}", "") for name in names}
    return MeasureFields(prefix, values.get(f"{prefix}kind", default.value), **typed)


def shown_values(measure: Measure, prefix: str) -> dict[str, str]:
    """The words that a form shows for a stored measure."""
    values = {f"{prefix}kind": measure.kind.value, f"{prefix}unit": measure.unit}
    for name in ("baseline", "target", "lower", "upper"):
        number = getattr(measure, name)
        values[f"{prefix}{name}"] = "" if number is None else plain(number)
    return values
