"""The append-only log. No foreign keys: an entry outlives its subject and its actor."""

from django.db import models
from django.utils import timezone

from northing.storage.keys import new_key


class Entry(models.Model):
    """Who did what to what, from what, to what, and why."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    organization_id = models.UUIDField()
    at = models.DateTimeField(default=timezone.now)
    actor_id = models.UUIDField(null=True)
    actor_name = models.CharField(max_length=200, blank=True)
    verb = models.CharField(max_length=60)
    subject_kind = models.CharField(max_length=40)
    subject_id = models.UUIDField()
    subject_label = models.CharField(max_length=400)
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    reason = models.TextField(blank=True)

    class Meta:
        indexes = [
            models.Index("organization_id", "subject_id", "at", name="entry_by_subject"),
            models.Index("organization_id", "at", name="entry_by_time"),
        ]

    def __str__(self) -> str:
        return f"{self.actor_name} {self.verb} {self.subject_label}"
