"""Trackable: where the number comes from, and who looks. Source: Blanchard's SMART."""

from northing.coach.rules.findings import Criterion, Finding
from northing.coach.rules.reading.case import Case
from northing.coach.rules.telling import asked, met

_IT = Criterion.TRACKABLE


def judge(case: Case) -> Finding:
    """Met by a source, or by steps to be ticked; else asked."""
    if case.fields.source.strip() or case.fields.measure in ("milestones", "done"):
        return met(case, "X0", _IT)
    return asked(case, "X1", _IT)
