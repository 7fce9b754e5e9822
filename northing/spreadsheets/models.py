"""What imports keep: files on their way in, and what each imported goal was told to be."""

from django.db import models
from django.utils import timezone

from northing.goals.models import Goal
from northing.people.models import Organization, Person
from northing.storage.keys import new_key


class ImportedFile(models.Model):
    """A file that somebody uploaded, with the mapping and the answers given so far.

    `cells` are its sheets as read once by the child process, compressed: no page parses again.
    """

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    organization = models.ForeignKey(Organization, models.CASCADE)
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    name = models.CharField(max_length=255)
    cells = models.BinaryField()
    mapping = models.JSONField(default=dict)
    answers = models.JSONField(default=dict)
    uploaded_at = models.DateTimeField(default=timezone.now)
    applied_at = models.DateTimeField(null=True)
    outcome = models.JSONField(default=dict)

    class Meta:
        indexes = [models.Index("organization", "person", "uploaded_at", name="file_by_person")]

    def __str__(self) -> str:
        return self.name

    @property
    def is_applied(self) -> bool:
        return self.applied_at is not None


class ImportedGoal(models.Model):
    """What a file said of a goal at its last import, so that the next one tells what is new."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    organization = models.ForeignKey(Organization, models.CASCADE)
    goal = models.OneToOneField(Goal, models.CASCADE, related_name="imported")
    source = models.CharField(max_length=200)
    told = models.JSONField(default=dict)
    imported_at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = [models.Index("organization", "source", name="imported_by_source")]

    def __str__(self) -> str:
        return f"{self.goal_id} from {self.source}"
