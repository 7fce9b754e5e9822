"""Why the organization exists and what it chose: mission, vision, values, pillars."""

from django.db import models

from northing.people.models import Organization
from northing.storage.keys import new_key


class Strategy(models.Model):
    """One a organization: the sentences that everything else answers to."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    organization = models.OneToOneField(Organization, models.CASCADE, related_name="strategy")
    mission = models.TextField(blank=True)
    vision = models.TextField(blank=True)
    will_not_do = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)

    def __str__(self) -> str:
        return self.mission


class CoreValue(models.Model):
    """A value the organization lives by."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    organization = models.ForeignKey(Organization, models.CASCADE, related_name="core_values")
    name = models.CharField(max_length=200)
    meaning = models.TextField(blank=True)
    position = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return self.name


class Pillar(models.Model):
    """A lasting strategic priority. Goals align to it."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    organization = models.ForeignKey(Organization, models.CASCADE, related_name="pillars")
    name = models.CharField(max_length=200)
    meaning = models.TextField(blank=True)
    position = models.PositiveIntegerField(default=0)
    retired_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)

    def __str__(self) -> str:
        return self.name
