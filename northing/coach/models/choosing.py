"""What somebody answered when they chose the method of a goal."""

from django.db import models
from django.utils import timezone

from northing.goals.models import Goal
from northing.people.models import Organization, Person
from northing.storage.keys import new_key


class MethodAnswers(models.Model):
    """The answers behind a goal's method, what they decided, and what was chosen.

    `answers` maps rows of the contrasts to what was answered; `decision` is a Method, `chosen`
    one of the composer's kinds. `overruled`: the person took something else than was decided.
    """

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    organization = models.ForeignKey(Organization, models.CASCADE)
    goal = models.OneToOneField(Goal, models.CASCADE, related_name="method_answers")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    answers = models.JSONField()
    decision = models.CharField(max_length=20)
    chosen = models.CharField(max_length=20)
    overruled = models.BooleanField(default=False)
    created_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"{self.goal_id}: {self.decision}"
