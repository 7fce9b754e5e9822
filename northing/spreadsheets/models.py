"""What imports keep: files on their way in, and what each imported goal was told to be."""

from django.db import models
from django.utils import timezone

from northing.goals.models import Goal
from northing.people.models import Organization, Person
from northing.storage.keys import new_key


class Import(models.Model):
    """A file that was written into the plan: by whom, when, and what came of it.

    `added` are the people, teams and cycles that came with it: `[kind, key, name]` each.
    `rejected` are the rows that were left out or had problems, as compressed CSV. `undone` says
    what undoing it did, in counts and words.
    """

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    organization = models.ForeignKey(Organization, models.CASCADE)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    name = models.CharField(max_length=255)
    created = models.PositiveIntegerField(default=0)
    updated = models.PositiveIntegerField(default=0)
    unchanged = models.PositiveIntegerField(default=0)
    added = models.JSONField(default=list)
    rejected = models.BinaryField(default=bytes)
    rejected_rows = models.PositiveIntegerField(default=0)
    undone_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    undone = models.JSONField(default=dict)

    class Meta:
        indexes = [models.Index("organization", "at", name="import_by_time")]

    def __str__(self) -> str:
        return self.name

    @property
    def is_undone(self) -> bool:
        return self.undone_at is not None


class ImportTrace(models.Model):
    """What an import did to one goal, so that it can be undone. It outlives its goal.

    `before` and `after` hold the fields that it changed of a goal that was there, `remembered`
    what the import before had said of it (None: nothing). `entries` and `undo_entries` count the
    lines of the log that the import and its undoing wrote about the goal: whatever else stands
    there, people did. `withdrawn` holds every row that undoing moved out of the plan.
    """

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    organization = models.ForeignKey(Organization, models.CASCADE)
    of = models.ForeignKey(Import, models.CASCADE, related_name="traces")
    goal_key = models.UUIDField()
    label = models.CharField(max_length=430)
    is_new = models.BooleanField(default=False)
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    remembered = models.JSONField(null=True)
    check_in_key = models.UUIDField(null=True)
    entries = models.PositiveIntegerField(default=0)
    undo_entries = models.PositiveIntegerField(default=0)
    withdrawn = models.JSONField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint("organization", "of", "goal_key", name="trace_once")]
        indexes = [models.Index("organization", "goal_key", name="trace_by_goal")]

    def __str__(self) -> str:
        return self.label


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
    became = models.ForeignKey(Import, models.SET_NULL, null=True, related_name="files")

    class Meta:
        indexes = [models.Index("organization", "person", "uploaded_at", name="file_by_person")]

    def __str__(self) -> str:
        return self.name

    @property
    def is_applied(self) -> bool:
        return self.applied_at is not None


class RememberedMapping(models.Model):
    """How columns were read that somebody mapped by hand, for files with the same headings.

    `headings` is the key of all headings of a table, `fields` maps headings to fields.
    """

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    organization = models.ForeignKey(Organization, models.CASCADE)
    headings = models.CharField(max_length=64)
    fields = models.JSONField(default=dict)
    kept_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint("organization", "headings", name="mapping_once_for_headings")
        ]

    def __str__(self) -> str:
        return ", ".join(f"{heading}: {field}" for heading, field in self.fields.items())


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
