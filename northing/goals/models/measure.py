"""How a goal is measured: exactly one for a key result and a SMART goal, none for an objective."""

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q

from northing.goals.models.goal import Goal
from northing.measures.measure import Kind, Measure, PathPoint
from northing.measures.numbers import exact, plain
from northing.people.models import Organization
from northing.storage.fields import ExactDecimalField
from northing.storage.keys import new_key


class GoalMeasure(models.Model):
    """The stored form of `northing.measures.measure.Measure`."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    organization = models.ForeignKey(Organization, models.CASCADE)
    goal = models.OneToOneField(Goal, models.CASCADE, related_name="measure")
    kind = models.CharField(max_length=12, choices=[(k.value, k.value) for k in Kind])
    unit = models.CharField(max_length=40, blank=True)
    baseline = ExactDecimalField(null=True)
    target = ExactDecimalField(null=True)
    lower = ExactDecimalField(null=True)
    upper = ExactDecimalField(null=True)
    planned_path = models.JSONField(default=list)
    definition = models.TextField(blank=True)

    class Meta:
        indexes = [
            # Few measures are bounds: a list of what is to be kept begins with them.
            models.Index(
                "organization",
                "goal",
                condition=Q(kind__in=("at_least", "at_most", "between")),
                name="measure_of_bound",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.baseline} {self.target} {self.unit}"

    def as_rule(self) -> Measure:
        """The measure as the pure rules take it."""
        return Measure(
            kind=Kind(self.kind),
            baseline=self.baseline,
            target=self.target,
            lower=self.lower,
            upper=self.upper,
            unit=self.unit,
            path=path_from_json(self.planned_path),
        )


def columns_of(measure: Measure) -> dict[str, Any]:
    """The columns that keep a measure."""
    return {
        "kind": measure.kind.value,
        "unit": measure.unit,
        "baseline": measure.baseline,
        "target": measure.target,
        "lower": measure.lower,
        "upper": measure.upper,
        "planned_path": [[point.on.isoformat(), plain(point.value)] for point in measure.path],
    }


def path_from_json(points: list[list[str]]) -> tuple[PathPoint, ...]:
    """A planned path as stored: pairs of ISO date and plain number."""
    return tuple(PathPoint(date.fromisoformat(day), exact(value)) for day, value in points)
