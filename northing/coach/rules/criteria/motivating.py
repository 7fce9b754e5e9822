"""Motivating: asked, never judged. Source: Blanchard's SMART; Fowler."""

from northing.coach.rules.criteria.answers import answered
from northing.coach.rules.findings import Criterion, Finding
from northing.coach.rules.reading.case import Case


def judge(case: Case) -> Finding:
    """What its owner says."""
    return answered(case, Criterion.MOTIVATING, question="W1", yes="W0")
