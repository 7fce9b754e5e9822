"""Time-bound: an end, not a rhythm and not a speed. Source: Doran 1981."""

from datetime import date, timedelta

from northing.coach.rules.findings import Criterion, Finding
from northing.coach.rules.offering import due_in_words, due_offered
from northing.coach.rules.reading.case import Case
from northing.coach.rules.rewriting import with_date
from northing.coach.rules.statements import Kind
from northing.coach.rules.telling import asked, met, not_met

_IT = Criterion.TIME_BOUND
_A_YEAR = timedelta(days=366)


def judge(case: Case) -> Finding:
    """Met by a due day, by its cycle, or by a date in the words."""
    fields, sentence = case.fields, case.sentence
    outside = _outside(case)
    if outside:
        return not_met(case, outside, _IT, sentence.deadlines[:1])
    if sentence.deadlines:
        return met(case, "T0", _IT, sentence.deadlines[:1], offers=due_offered(case))
    if fields.due is not None or fields.cycle_due is not None:
        rule = "T5" if fields.due in (None, fields.cycle_due) else "T0_field"
        return met(case, rule, _IT)
    if not case.has_words:
        return asked(case, "T1", _IT)
    if sentence.service_levels:
        return not_met(case, "T3", _IT, sentence.service_levels[:1], rewrite=with_date(case))
    if sentence.cadences:
        return not_met(case, "T2", _IT, sentence.cadences[:1], rewrite=with_date(case))
    return not_met(case, "T1", _IT, rewrite=with_date(case))


def _outside(case: Case) -> str:
    """Which variant of T4 is broken: "" for none. The due day counts, else the date in words."""
    fields = case.fields
    due = fields.due or due_in_words(case)
    if due is None:
        return ""
    if fields.cycle_due is not None and due > fields.cycle_due:
        return "T4"
    begin = fields.start or fields.cycle_start
    if begin is None:
        return ""
    return _from_start(case, begin, due)


def _from_start(case: Case, begin: date, due: date) -> str:
    if due < begin:
        return "T4_early"
    is_long = case.kind is Kind.SMART_GOAL and due - begin > _A_YEAR
    return "T4_long" if is_long else ""
