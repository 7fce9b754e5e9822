"""The plan's tables: goals, their measures, links, steps, amendments and audiences."""

from northing.goals.models.alignment import AlignmentLink
from northing.goals.models.changes import Amendment
from northing.goals.models.goal import Audience, Contributor, Goal
from northing.goals.models.measure import GoalMeasure
from northing.goals.models.search import SearchWord
from northing.goals.models.step import Step

__all__ = [
    "AlignmentLink",
    "Amendment",
    "Audience",
    "Contributor",
    "Goal",
    "GoalMeasure",
    "SearchWord",
    "Step",
]
