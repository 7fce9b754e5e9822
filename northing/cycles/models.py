"""Cycles: the periods in which goals are set, tracked and closed."""

from django.db import models
from django.db.models import F, Q

from northing.cycles.rules import Cadence, CycleState
from northing.measures.periods import Period
from northing.people.models import Organization
from northing.storage.keys import new_key


class Cycle(models.Model):
    """A period with a cadence of check-ins and a state. Cycles nest: a year holds quarters."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    organization = models.ForeignKey(Organization, models.CASCADE, related_name="cycles")
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="subcycles")
    name = models.CharField(max_length=100)
    slug = models.SlugField(max_length=60)
    start = models.DateField()
    due = models.DateField()
    state = models.CharField(
        max_length=10,
        choices=[(state.value, state.value) for state in CycleState],
        default=CycleState.PLANNING,
    )
    cadence = models.CharField(
        max_length=20,
        choices=[(cadence.value, cadence.value) for cadence in Cadence],
        default=Cadence.WEEKLY,
    )
    check_in_weekday = models.PositiveSmallIntegerField(default=0, help_text="0 is Monday")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint("organization", "slug", name="cycle_slug_once"),
            models.CheckConstraint(condition=Q(due__gte=F("start")), name="cycle_ends_after_start"),
        ]
        indexes = [models.Index("organization", "state", "start", name="cycle_by_state")]

    def __str__(self) -> str:
        return self.name

    @property
    def period(self) -> Period:
        return Period(self.start, self.due)

    @property
    def is_open(self) -> bool:
        return self.state != CycleState.CLOSED
