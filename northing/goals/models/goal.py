"""Any node of the plan: objective, key result or SMART goal. Kinds differ in rules, not here."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from northing.alignment.roll_up import Method
from northing.cycles.models import Cycle
from northing.cycles.rules import Cadence, next_due
from northing.goals.rules.kinds import Ambition, GoalKind, GoalState, Visibility, has_measure
from northing.measures.pace import Pace, PaceDays, pace_on
from northing.measures.periods import Period
from northing.measures.voices import Status, status_of
from northing.people.models import Organization, Person, Team
from northing.storage.fields import ExactDecimalField
from northing.storage.keys import new_key


class Goal(models.Model):
    """What a person or team wants to reach, and where it stands.

    The columns of the second half are its *standing*: what the rules decided at the last
    check-in or amendment, and the days on which that judgement changes by itself.
    """

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    organization = models.ForeignKey(Organization, models.CASCADE, related_name="goals")
    cycle = models.ForeignKey(Cycle, models.PROTECT, related_name="goals")
    kind = models.CharField(max_length=12, choices=[(k.value, k.value) for k in GoalKind])
    short_id = models.CharField(max_length=24)
    statement = models.CharField(max_length=400)
    why = models.TextField(blank=True)
    specific = models.TextField(blank=True)
    achievable = models.TextField(blank=True)
    relevant = models.TextField(blank=True)
    owner = models.ForeignKey(Person, models.PROTECT, related_name="owned_goals")
    team = models.ForeignKey(Team, models.PROTECT, null=True, related_name="goals")
    ambition = models.CharField(
        max_length=12,
        choices=[(a.value, a.value) for a in Ambition],
        default=Ambition.COMMITTED,
    )
    visibility = models.CharField(
        max_length=12,
        choices=[(v.value, v.value) for v in Visibility],
        default=Visibility.ORGANIZATION,
    )
    state = models.CharField(
        max_length=16, choices=[(s.value, s.value) for s in GoalState], default=GoalState.ACTIVE
    )
    start = models.DateField()
    due = models.DateField()
    roll_up = models.CharField(
        max_length=8, choices=[(m.value, m.value) for m in Method], default=Method.AVERAGE
    )
    tags = models.JSONField(default=list)
    external_id = models.CharField(max_length=200, blank=True)
    help_wanted = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(default=timezone.now)

    value = ExactDecimalField(null=True)
    progress = ExactDecimalField(null=True)
    is_met = models.BooleanField(default=False)
    confidence = models.PositiveSmallIntegerField(null=True)
    said_confidence = models.PositiveSmallIntegerField(null=True)
    expected_path = models.JSONField(null=True)
    early_until = models.DateField(null=True)
    behind_pace_from = models.DateField(null=True)
    far_behind_from = models.DateField(null=True)
    reporting = models.PositiveIntegerField(default=0)
    contributing = models.PositiveIntegerField(default=0)
    last_checked_in_on = models.DateField(null=True)
    last_check_in_id = models.UUIDField(null=True)
    next_check_in_due = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint("organization", "short_id", name="goal_short_id_once"),
            models.CheckConstraint(condition=Q(due__gte=F("start")), name="goal_due_after_start"),
        ]
        indexes = [
            models.Index("organization", "cycle", "id", name="goal_by_cycle"),
            models.Index("organization", "cycle", "kind", "id", name="goal_by_cycle_kind"),
            models.Index("organization", "cycle", "due", "id", name="goal_by_due"),
            models.Index("organization", "cycle", "confidence", "id", name="goal_by_confidence"),
            models.Index("organization", "cycle", "statement", "id", name="goal_by_statement"),
            # All that is counted team by team, so that counting reads no goal.
            models.Index(
                "organization",
                "cycle",
                "team",
                "visibility",
                "kind",
                "state",
                "confidence",
                "next_check_in_due",
                "help_wanted",
                name="goal_of_team",
            ),
            models.Index(
                "organization",
                "cycle",
                condition=Q(visibility__in=("team", "private")),
                name="goal_restricted",
            ),
            models.Index("organization", "owner", "state", "id", name="goal_by_owner"),
            models.Index("organization", "next_check_in_due", name="goal_by_next_check_in"),
            models.Index("organization", "external_id", name="goal_by_external_id"),
        ]

    def __str__(self) -> str:
        return f"{self.short_id} {self.statement}"

    @property
    def period(self) -> Period:
        return Period(self.start, self.due)

    @property
    def is_open(self) -> bool:
        return self.state == GoalState.ACTIVE

    @property
    def is_stretch(self) -> bool:
        return self.ambition == Ambition.ASPIRATIONAL

    @property
    def has_data(self) -> bool:
        return self.progress is not None or self.value is not None

    @property
    def status(self) -> Status:
        return status_of(self.confidence)

    @property
    def pace_days(self) -> PaceDays:
        return PaceDays(self.early_until, self.behind_pace_from, self.far_behind_from)

    def check_in_due_after(self, last: date | None) -> date | None:
        """When it is to be checked in after the day `last`. Objectives never have to."""
        if not has_measure(self.kind):
            return None
        cycle = self.cycle
        return next_due(self.period, Cadence(cycle.cadence), cycle.check_in_weekday, last)

    def pace(self, today: date) -> Pace:
        """The pace on a day, from the stored days alone."""
        return pace_on(self.pace_days, self.has_data, today)


class Contributor(models.Model):
    """Somebody who helps to reach a goal beside its owner."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    organization = models.ForeignKey(Organization, models.CASCADE)
    goal = models.ForeignKey(Goal, models.CASCADE, related_name="contributors")
    person = models.ForeignKey(Person, models.CASCADE, related_name="contributions")

    class Meta:
        constraints = [
            models.UniqueConstraint("organization", "goal", "person", name="contributor_once")
        ]

    def __str__(self) -> str:
        return f"{self.person_id} contributes to {self.goal_id}"


class Audience(models.Model):
    """Somebody named who may see a private goal."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    organization = models.ForeignKey(Organization, models.CASCADE)
    goal = models.ForeignKey(Goal, models.CASCADE, related_name="audience")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint("organization", "goal", "person", name="audience_once")
        ]

    def __str__(self) -> str:
        return f"{self.person_id} may see {self.goal_id}"
