"""What is asked where no text can tell, whatever was answered."""

from collections.abc import Mapping

from northing.coach.rules.findings import Criterion
from northing.coach.rules.telling import messages

# The rule that asks about a criterion. Questions without one are settled in a field.
_ASKS: Mapping[Criterion, str] = {
    Criterion.INSPIRING: "I1",
    Criterion.MOTIVATING: "W1",
    Criterion.ATTAINABLE: "A2",
    Criterion.CONTROLLABLE: "C2",
}


def is_answered_with_yes_or_no(criterion: Criterion) -> bool:
    """Whether somebody's yes or not yet settles the criterion."""
    return criterion in _ASKS


def question_about(criterion: Criterion, language: str) -> str:
    """The question that is answered with yes or not yet, in a language that the coach speaks."""
    return str(messages(language)[_ASKS[criterion]]["question"])
