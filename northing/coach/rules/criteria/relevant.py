"""Relevant: what it serves. Source: SMART; the rule of alignment."""

from northing.coach.rules.findings import Criterion, Finding
from northing.coach.rules.reading.case import Case
from northing.coach.rules.telling import asked, met

_IT = Criterion.RELEVANT


def judge(case: Case) -> Finding:
    """Met by a link to a goal above or a pillar; else asked."""
    if case.fields.has_parent or case.fields.answers.get(_IT) == "yes":
        return met(case, "R0", _IT)
    return asked(case, "R1", _IT)
