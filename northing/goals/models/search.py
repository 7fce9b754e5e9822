"""The words under which goals are found: a copy of what their statements say."""

from django.db import models

from northing.goals.models.goal import Goal
from northing.people.models import Organization


class SearchWord(models.Model):
    """One word of one goal. Written with the goal; `northing rebuild` writes them all anew.

    The database does not watch over `goal`: for every goal that goes it would read all words.
    """

    organization = models.ForeignKey(Organization, models.CASCADE, db_index=False)
    goal = models.ForeignKey(Goal, models.CASCADE, db_index=False, db_constraint=False)
    word = models.CharField(max_length=24)

    class Meta:
        constraints = [
            models.UniqueConstraint("organization", "goal", "word", name="search_word_once")
        ]
        indexes = [
            # Words are looked up by how they begin; PostgreSQL needs to be told so.
            models.Index(
                fields=["organization", "word", "goal"],
                name="goal_by_word",
                opclasses=["uuid_ops", "varchar_pattern_ops", "uuid_ops"],
            )
        ]

    def __str__(self) -> str:
        return self.word
