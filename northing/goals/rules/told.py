"""How fields of a goal are told in amendments and in the log. Pure."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from northing.measures.measure import Measure
from northing.measures.numbers import plain


def changed_fields(before: Mapping[str, Any], wanted: Mapping[str, Any]) -> dict[str, Any]:
    """Those of the wanted values that differ from what is there, by field."""
    return {name: value for name, value in wanted.items() if before[name] != value}


def as_told(value: Any) -> Any:
    """A value as JSON keeps it: exact numbers as text, persons and teams by name."""
    if isinstance(value, Measure):
        return _measure_as_told(value)
    if isinstance(value, list | tuple):
        return [as_told(item) for item in value]
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, date):
        return value.isoformat()
    if value is None or isinstance(value, str | int | bool):
        return value
    return str(value)


def _measure_as_told(measure: Measure) -> dict[str, Any]:
    told: dict[str, Any] = {"kind": measure.kind.value, "unit": measure.unit}
    for name in ("baseline", "target", "lower", "upper"):
        value = getattr(measure, name)
        if value is not None:
            told[name] = plain(value)
    if measure.path:
        told["path"] = [[point.on.isoformat(), plain(point.value)] for point in measure.path]
    return told
