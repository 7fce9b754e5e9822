"""Time-bound: an end, not a rhythm and not a speed. Source: Doran 1981."""

from northing.coach.rules.findings import Criterion, Finding
from northing.coach.rules.reading.case import Case
from northing.coach.rules.rewriting import with_date
from northing.coach.rules.telling import asked, met, not_met

_IT = Criterion.TIME_BOUND


def judge(case: Case) -> Finding:
    """Met by a due day, by its cycle, or by a date in the words."""
    fields, sentence = case.fields, case.sentence
    if _is_outside(case):
        return not_met(case, "T4", _IT, sentence.deadlines[:1])
    if sentence.deadlines:
        return met(case, "T0", _IT, sentence.deadlines[:1])
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


def _is_outside(case: Case) -> bool:
    fields = case.fields
    if fields.due is None:
        return False
    too_late = fields.cycle_due is not None and fields.due > fields.cycle_due
    too_early = fields.start is not None and fields.due < fields.start
    return too_late or too_early
