"""Amendments: numbered, reasoned changes to an active goal. Appended, never edited."""

from django.db import models
from django.utils import timezone

from northing.goals.models.goal import Goal
from northing.people.models import Organization, Person
from northing.storage.keys import new_key


class Amendment(models.Model):
    """What changed (fields with their old and new values), by whom, when and why."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    organization = models.ForeignKey(Organization, models.CASCADE)
    goal = models.ForeignKey(Goal, models.CASCADE, related_name="amendments")
    number = models.PositiveIntegerField()
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    on = models.DateField()
    reason = models.TextField()
    before = models.JSONField()
    after = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint("organization", "goal", "number", name="amendment_number_once")
        ]

    def __str__(self) -> str:
        return f"{self.goal_id} v{self.number}"
