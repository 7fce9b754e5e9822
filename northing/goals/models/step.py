"""Steps: planned, dated pieces of a goal's path."""

from django.db import models

from northing.goals.models.goal import Goal
from northing.people.models import Organization
from northing.storage.fields import ExactDecimalField
from northing.storage.keys import new_key


class Step(models.Model):
    """A step of a SMART goal, or a milestone of a goal measured by milestones."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    organization = models.ForeignKey(Organization, models.CASCADE)
    goal = models.ForeignKey(Goal, models.CASCADE, related_name="steps")
    title = models.CharField(max_length=300)
    due = models.DateField(null=True)
    weight = ExactDecimalField(default="1")
    done_on = models.DateField(null=True)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        indexes = [models.Index("organization", "goal", "position", name="step_by_goal")]

    def __str__(self) -> str:
        return self.title

    @property
    def is_done(self) -> bool:
        return self.done_on is not None
