"""Drafts: what somebody has typed and not yet sent."""

from django.db import models
from django.utils import timezone

from northing.people.models import Organization, Person
from northing.storage.keys import new_key


class Draft(models.Model):
    """The fields of one form as one person left them."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    organization = models.ForeignKey(Organization, models.CASCADE)
    person = models.ForeignKey(Person, models.CASCADE)
    key = models.CharField(max_length=120)
    fields = models.JSONField(default=dict)
    saved_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint("organization", "person", "key", name="draft_once")]

    def __str__(self) -> str:
        return self.key
