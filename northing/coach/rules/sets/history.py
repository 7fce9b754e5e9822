"""History: how far goals here have come that aimed as far. Asked, never judged."""

from northing.coach.rules.findings import Criterion, Finding
from northing.coach.rules.history import EarlierGains
from northing.coach.rules.reading.case import Case

_IT = Criterion.ATTAINABLE


def judge(case: Case, gains: EarlierGains | None) -> list[Finding]:
    """H1: nothing without ten goals to compare with."""
    return []
