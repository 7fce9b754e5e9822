"""Inspiring: asked, never judged. A word list that seemed to know was right 4 times in 10."""

from northing.coach.rules.criteria.answers import answered
from northing.coach.rules.findings import Criterion, Finding
from northing.coach.rules.reading.case import Case

_IT = Criterion.INSPIRING


def judge(case: Case) -> Finding:
    """What its author says."""
    return answered(case, _IT, question="I1", yes="W0")
