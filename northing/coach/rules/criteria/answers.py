"""Criteria that no text can tell: the person's own answer counts."""

from northing.coach.rules.findings import Criterion, Finding
from northing.coach.rules.reading.case import Case
from northing.coach.rules.telling import asked, met, not_met


def answered(case: Case, criterion: Criterion, *, question: str, yes: str) -> Finding:
    """Met or not yet, as answered; asked where there is no answer."""
    answer = case.fields.answers.get(criterion, "")
    if answer == "yes":
        return met(case, yes, criterion)
    if answer == "not_yet":
        return not_met(case, question, criterion)
    return asked(case, question, criterion)
