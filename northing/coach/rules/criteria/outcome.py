"""Outcome, not activity: what is different afterwards. Source: Google's OKR playbook."""

from northing.coach.rules.findings import Criterion, Finding, Span, State
from northing.coach.rules.reading.case import Case
from northing.coach.rules.reading.opening import Opening, finished, may_be_noun
from northing.coach.rules.reading.things import sorts_of
from northing.coach.rules.reading.units import with_unit
from northing.coach.rules.rewriting import with_direction, with_effect
from northing.coach.rules.statements import Kind
from northing.coach.rules.telling import asked, met, not_met

_IT = Criterion.OUTCOME
_NEAR = 24
_FEW = 4


def judge(case: Case) -> Finding:
    """Work is a fault in a key result and an objective, and a fine SMART goal."""
    if case.fields.measure == "baseline":
        return met(case, "O0_field", _IT)
    if _names_what_it_measures(case):
        return met(case, "O0_field", _IT)
    if is_gauge(case):
        begin = case.opening.word.start if case.opening.word else 0
        spans = (Span(begin, len(case.sentence.text.rstrip(" .;,"))),)
        rewrite = None if case.kind is Kind.OBJECTIVE else with_direction(case)
        return not_met(case, "O6", _IT, spans, rewrite=rewrite)
    state = case.state(_IT)
    if case.kind is Kind.SMART_GOAL:
        return _of_smart_goal(case, state)
    if state is State.MET:
        return met(case, "O0", _IT)
    if state is State.CANT_TELL or _may_name_what_it_measures(case):
        return asked(case, "O1", _IT, _opening(case))
    if case.kind is Kind.OBJECTIVE and (_says_a_state(case) or not _opens_with_verb(case)):
        return asked(case, "O7", _IT, _opening(case))
    if case.opening.lemma in case.sentence.language.words("verbs_upkeep"):
        return asked(case, "O1", _IT, _opening(case))
    return _missed(case)


def is_gauge(case: Case) -> bool:
    """A metric's name alone: no verb, no amount, no direction."""
    sentence = case.sentence
    names = [word for word in sentence.words if word.is_word]
    if not _is_named(case) or not 1 <= len(names) <= _FEW or sentence.amounts:
        return False
    if any("vague" in sorts_of(sentence, word) for word in names):
        return False
    last = sorts_of(sentence, names[-1])
    return "metrics" in last and not sentence.has_finite_verb


def _names_what_it_measures(case: Case) -> bool:
    """ "Calls answered by a person", whose form says from where to where."""
    is_named = _is_named(case)
    if may_be_noun(case.sentence, case.opening):
        is_named = finished(case.sentence) is not None
    return _is_measured(case) and is_named and _outputs(case) is None


def _may_name_what_it_measures(case: Case) -> bool:
    """ "Test bikes on the road", whose form says how many: a number's name, or work."""
    return _is_measured(case) and may_be_noun(case.sentence, case.opening)


def _is_measured(case: Case) -> bool:
    return case.kind is Kind.KEY_RESULT and case.fields.has_target


def _opens_with_verb(case: Case) -> bool:
    return case.opening.kind in (Opening.VERB, Opening.GERUND)


def _is_named(case: Case) -> bool:
    """Whether it opens with a noun, or with a word that is no verb of the lists."""
    verb = case.opening.kind is Opening.VERB
    return case.opening.kind is Opening.NOUN or (
        verb and case.opening.lemma not in case.sentence.language.base_verbs
    )


def _says_a_state(case: Case) -> bool:
    """ "Climb the hill without a rest": work in name, a state in truth."""
    return bool(case.sentence.language.pattern("opening", "state_said").search(case.sentence.low))


def _of_smart_goal(case: Case, state: State) -> Finding:
    if not case.has_words:
        return asked(case, "O1", _IT)
    if state is State.MET:
        return met(case, "O0", _IT)
    habit = case.sentence.habits
    if state is State.NOT_MET and habit:
        return met(case, "O5", _IT, habit[:1])
    return met(case, "O0_smart", _IT)


def _missed(case: Case) -> Finding:
    rule, spans = _what_it_is(case)
    return not_met(case, rule, _IT, spans, rewrite=with_effect(case))


def _what_it_is(case: Case) -> tuple[str, tuple[Span, ...]]:
    """Which sort of work it is, and the words that say so."""
    opening, words = case.opening, case.sentence.language.words
    done = finished(case.sentence)
    if opening.kind is not Opening.VERB and done is not None:
        return "O3", (done,)
    if case.kind is Kind.OBJECTIVE:
        return "O7", _opening(case)
    if opening.lemma in words("verbs_hollow"):
        return "O2", _opening(case)
    outputs = _outputs(case)
    if outputs is not None:
        return "O4", (outputs,)
    return ("O1" if _opens_with_verb(case) else "O1_thing"), _opening(case)


def _opening(case: Case) -> tuple[Span, ...]:
    span = case.opening.span
    return (span,) if span is not None else ()


def _outputs(case: Case) -> Span | None:
    """ "5 posts": an amount of things that one makes."""
    for amount in case.sentence.amounts:
        for word in case.sentence.words:
            if amount.end <= word.start <= amount.end + _NEAR:
                if not word.is_word:
                    break
                if "artefacts" in sorts_of(case.sentence, word):
                    end = max(word.end, with_unit(case.sentence, amount).end)
                    return Span(amount.start, end)
    return None
