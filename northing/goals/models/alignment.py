"""Links from a goal to what it serves."""

from django.db import models
from django.db.models import Q

from northing.goals.models.goal import Goal
from northing.goals.rules.kinds import LinkMode
from northing.people.models import Organization
from northing.storage.fields import ExactDecimalField
from northing.storage.keys import new_key
from northing.strategy.models import Pillar


class AlignmentLink(models.Model):
    """A child goal contributes to (counts) or supports (shows) a parent goal or a pillar."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    organization = models.ForeignKey(Organization, models.CASCADE)
    child = models.ForeignKey(Goal, models.CASCADE, related_name="links_up")
    parent = models.ForeignKey(Goal, models.CASCADE, null=True, related_name="links_down")
    pillar = models.ForeignKey(Pillar, models.CASCADE, null=True, related_name="links_down")
    mode = models.CharField(
        max_length=12, choices=[(m.value, m.value) for m in LinkMode], default=LinkMode.CONTRIBUTES
    )
    weight = ExactDecimalField(default="1")
    is_primary = models.BooleanField(default=True)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint("organization", "child", "parent", name="goal_link_once"),
            models.UniqueConstraint("organization", "child", "pillar", name="pillar_link_once"),
            models.UniqueConstraint(
                "organization", "child", condition=Q(is_primary=True), name="one_primary_parent"
            ),
            models.CheckConstraint(
                condition=Q(parent=None) ^ Q(pillar=None), name="link_to_goal_or_pillar"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.child_id} {self.mode} {self.parent_id or self.pillar_id}"
