"""A statement on the coach's desk: its words as read, its fields, and what the words alone tell."""

from functools import cached_property

from northing.coach.rules.findings import Criterion, State
from northing.coach.rules.reading.features import features
from northing.coach.rules.reading.opening import Opened, Opening, opened
from northing.coach.rules.reading.parts import doubles
from northing.coach.rules.reading.sentence import Sentence
from northing.coach.rules.reading.things import sorts_of
from northing.coach.rules.statements import Fields, Kind, Statement
from northing.coach.rules.word_model import word_models


class Case:
    """What every criterion looks at."""

    def __init__(self, statement: Statement) -> None:
        self.statement = statement
        self.sentence = Sentence(statement)
        self.fields: Fields = statement.fields
        self.kind: Kind = statement.kind

    @cached_property
    def opening(self) -> Opened:
        return opened(self.sentence)

    @property
    def has_words(self) -> bool:
        """Whether there is anything to judge: letters, not only signs or digits."""
        return any(word.is_word for word in self.sentence.words)

    def state(self, criterion: Criterion) -> State:
        """What the words alone tell about one of the seven criteria that words can tell."""
        if not self.has_words:
            return State.CANT_TELL
        if criterion in (Criterion.TIME_BOUND, Criterion.BASELINE):
            return _met(bool(self._of_time(criterion)))
        model = word_models(self.sentence.language.code).get(criterion)
        if model is None:
            return _by_rule(self, criterion)
        if criterion is Criterion.MEASURABLE and self.reaches_a_standard:
            return State.MET
        if criterion is Criterion.MEASURABLE and self._has_only_a_date:
            return State.NOT_MET
        return model.state(self._features)

    @property
    def reaches_a_standard(self) -> bool:
        """ "Achieve ISO 14001": a grade that others have set is a measure."""
        reaches = self.sentence.language.one("quantity", "reaches")
        return self.opening.lemma in reaches and bool(self.sentence.quantity("standard"))

    @property
    def _has_only_a_date(self) -> bool:
        """ "Raise bread sales by 30 June": a direction, and its only numbers are when."""
        sentence, opening = self.sentence, self.opening
        if opening.lemma not in sentence.language.words("verbs_direction"):
            return False
        counted = any(sentence.quantity(n) for n in ("coverage", "none_of", "multiple"))
        if counted or sentence.amounts or sentence.baselines or sentence.habits:
            return False
        numbers = [word for word in sentence.words if word.is_number]
        dates = sentence.deadlines
        inside = (any(d.start <= n.start < d.end for d in dates) for n in numbers)
        return bool(numbers) and all(inside)

    def _of_time(self, criterion: Criterion) -> object:
        is_time = criterion is Criterion.TIME_BOUND
        return self.sentence.deadlines if is_time else self.sentence.baselines

    @cached_property
    def _features(self) -> frozenset[str]:
        return features(self.sentence)


def _met(is_met: bool) -> State:
    return State.MET if is_met else State.NOT_MET


def _by_rule(case: Case, criterion: Criterion) -> State:
    """A plainer answer for a language that has no word model yet: sure cases only."""
    sentence, opening = case.sentence, case.opening
    words = sentence.language.words
    if criterion is Criterion.MEASURABLE:
        counted = sentence.quantity("coverage") or sentence.quantity("multiple")
        return _met(bool(sentence.amounts or sentence.habits or counted))
    if criterion is Criterion.ACTION_VERB:
        return _met(opening.kind is Opening.VERB)
    if criterion is Criterion.SINGLE_FOCUS:
        return State.CANT_TELL if doubles(sentence) else State.MET
    if criterion is Criterion.OUTCOME:
        if opening.lemma in words("verbs_outcome"):
            return State.MET
        return State.NOT_MET if opening.lemma in words("verbs_hollow") else State.CANT_TELL
    vague = any("umbrella" in sorts_of(sentence, word) for word in sentence.words)
    return State.CANT_TELL if vague else _met(len(sentence.words) > 3 or bool(sentence.amounts))
