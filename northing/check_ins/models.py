"""Check-ins: immutable records. A mistake is corrected by a later one that supersedes it."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils import timezone

from northing.goals.models import Goal
from northing.people.models import Organization, Person
from northing.storage.fields import ExactDecimalField
from northing.storage.keys import new_key


class RecordIsImmutable(TypeError):
    """A check-in was about to be changed. Record another one that supersedes it."""


class CheckIn(models.Model):
    """What the owner said on a day: the value, the odds in tenths, and what changed."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    organization = models.ForeignKey(Organization, models.CASCADE)
    goal = models.ForeignKey(Goal, models.CASCADE, related_name="check_ins")
    by = models.ForeignKey(Person, models.PROTECT, related_name="check_ins")
    on = models.DateField()
    at = models.DateTimeField(default=timezone.now)
    value = ExactDecimalField(null=True)
    confidence = models.PositiveSmallIntegerField(null=True)
    note = models.TextField(blank=True)
    help_wanted = models.BooleanField(default=False)
    skipped = models.BooleanField(default=False)
    supersedes = models.OneToOneField(
        "self", models.PROTECT, null=True, related_name="superseded_by"
    )
    request_key = models.UUIDField(default=new_key)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                "organization", "goal", "request_key", name="check_in_asked_once"
            ),
            models.CheckConstraint(
                condition=Q(confidence=None) | Q(confidence__range=(1, 9)),
                name="confidence_in_tenths",
            ),
        ]
        indexes = [models.Index("organization", "goal", "on", "at", name="check_in_by_goal")]

    def __str__(self) -> str:
        return f"{self.goal_id} {self.on} {self.value}"

    def save(self, *args: Any, **options: Any) -> None:
        """Insert it. Raises RecordIsImmutable for one that is already recorded."""
        if not self._state.adding:
            raise RecordIsImmutable("A check-in is never changed: supersede it.")
        super().save(*args, **options)


class Acknowledgement(models.Model):
    """Somebody let the owner know that a check-in was read."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    organization = models.ForeignKey(Organization, models.CASCADE)
    check_in = models.ForeignKey(CheckIn, models.CASCADE, related_name="acknowledgements")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint("organization", "check_in", "by", name="acknowledged_once")
        ]

    def __str__(self) -> str:
        return f"{self.by_id} read {self.check_in_id}"
