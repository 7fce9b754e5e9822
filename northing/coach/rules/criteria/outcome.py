"""Outcome, not activity: what is different afterwards. Source: Google's OKR playbook."""

from northing.coach.rules.findings import Criterion, Finding, Span, State
from northing.coach.rules.reading.case import Case
from northing.coach.rules.reading.opening import Opening
from northing.coach.rules.reading.things import sorts_of
from northing.coach.rules.rewriting import with_direction, with_effect
from northing.coach.rules.statements import Kind
from northing.coach.rules.telling import asked, met, not_met

_IT = Criterion.OUTCOME


def judge(case: Case) -> Finding:
    """Work is a fault in a key result and an objective, and a fine SMART goal."""
    state = case.state(_IT)
    if case.kind is Kind.SMART_GOAL:
        return _of_smart_goal(case, state)
    if _is_gauge(case):
        spans = (Span(0, len(case.sentence.text.rstrip())),)
        return not_met(case, "O6", _IT, spans, rewrite=with_direction(case))
    if state is State.MET:
        return met(case, "O0", _IT)
    if state is State.CANT_TELL:
        return asked(case, "O1", _IT, _opening(case))
    return _missed(case)


def _of_smart_goal(case: Case, state: State) -> Finding:
    if state is State.CANT_TELL:
        return met(case, "O0_smart", _IT)
    if state is State.MET:
        return met(case, "O0", _IT)
    habit = case.sentence.habits
    return met(case, "O5", _IT, habit[:1]) if habit else met(case, "O0_smart", _IT)


def _missed(case: Case) -> Finding:
    rule, spans = _what_it_is(case)
    return not_met(case, rule, _IT, spans, rewrite=with_effect(case))


def _what_it_is(case: Case) -> tuple[str, tuple[Span, ...]]:
    """Which sort of work it is, and the words that say so."""
    opening, words = case.opening, case.sentence.language.words
    finished = _finished(case)
    if opening.kind is not Opening.VERB and finished is not None:
        return "O3", (finished,)
    outputs = _outputs(case)
    if outputs is not None:
        return "O4", (outputs,)
    if case.kind is Kind.OBJECTIVE:
        return "O7", _opening(case)
    if opening.lemma in words("verbs_hollow"):
        return "O2", _opening(case)
    return "O1", _opening(case)


def _opening(case: Case) -> tuple[Span, ...]:
    span = case.opening.span
    return (span,) if span is not None else ()


def _finished(case: Case) -> Span | None:
    """A participle or "is live", "exists": the thing is there."""
    found = case.sentence.language.pattern("opening", "finished").search(case.sentence.low)
    return Span(found.start(), found.end()) if found else None


def _outputs(case: Case) -> Span | None:
    """ "5 posts": an amount of things that one makes."""
    for amount in case.sentence.amounts:
        for word in case.sentence.words:
            if amount.end <= word.start <= amount.end + 24:
                if "artefacts" in sorts_of(case.sentence, word):
                    return Span(amount.start, word.end)
                if not word.is_word:
                    break
    return None


def _is_gauge(case: Case) -> bool:
    """A metric's name alone: no verb, no amount, no direction."""
    sentence = case.sentence
    names = [word for word in sentence.words if word.is_word]
    if case.opening.kind is not Opening.NOUN or not 1 <= len(names) <= 4 or sentence.amounts:
        return False
    last = sorts_of(sentence, names[-1])
    return "metrics" in last and not sentence.has_finite_verb
