"""What was found in the words of a goal, and what people answered. Appended, never edited."""

from django.db import models
from django.utils import timezone

from northing.coach.rules.answering import Reply
from northing.goals.models import Goal
from northing.people.models import Organization, Person
from northing.storage.keys import new_key


class KeptAssessment(models.Model):
    """What the coach found when a goal was saved. Of a goal's assessments the newest counts.

    `findings` are those of `plain_finding`, in the language and by the rules of that day;
    `told` is the state of each criterion in one line (see rules/keeping.py), so that lists count
    without reading findings. `ready` of `of` criteria were met or missed on purpose.
    """

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    organization = models.ForeignKey(Organization, models.CASCADE, db_index=False)
    goal = models.ForeignKey(Goal, models.CASCADE, related_name="assessments", db_index=False)
    goal_version = models.PositiveIntegerField()
    statement = models.CharField(max_length=400)
    kind = models.CharField(max_length=12)
    language = models.CharField(max_length=12)
    rules_version = models.CharField(max_length=20)
    findings = models.JSONField()
    told = models.CharField(max_length=500)
    ready = models.PositiveSmallIntegerField()
    of = models.PositiveSmallIntegerField()
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = [models.Index("goal", "id", "told", name="assessment_of_goal")]

    def __str__(self) -> str:
        return f"{self.goal_id} v{self.goal_version}: {self.ready} of {self.of}"


class Deliberate(models.Model):
    """That somebody means what a rule found. It holds for the statement of that hash alone."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    organization = models.ForeignKey(Organization, models.CASCADE)
    goal = models.ForeignKey(Goal, models.CASCADE, related_name="meant", db_index=False)
    rule = models.CharField(max_length=12)
    statement_hash = models.CharField(max_length=64)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint("goal", "rule", "statement_hash", name="deliberate_once")
        ]

    def __str__(self) -> str:
        return f"{self.goal_id} {self.rule}"


class CoachAnswer(models.Model):
    """What somebody answered about a goal where no text can tell. The newest one counts."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    organization = models.ForeignKey(Organization, models.CASCADE)
    goal = models.ForeignKey(Goal, models.CASCADE, related_name="coach_answers", db_index=False)
    criterion = models.CharField(max_length=24)
    answer = models.CharField(max_length=8, choices=[(reply.value, reply.value) for reply in Reply])
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = [models.Index("goal", "criterion", "id", name="coach_answer_by_goal")]

    def __str__(self) -> str:
        return f"{self.goal_id} {self.criterion}: {self.answer}"
