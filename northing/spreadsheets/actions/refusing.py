"""A row that does not fit after all."""

from collections.abc import Iterator
from contextlib import contextmanager

from northing.check_ins.rules import CheckInRefused
from northing.goals.actions.amending import EditConflict
from northing.goals.rules.amending import AmendmentRefused
from northing.goals.rules.drafting import GoalRefused
from northing.goals.rules.kinds import AlignmentRefused
from northing.spreadsheets.rules.drafts import Draft
from northing.spreadsheets.rules.report import Place


class RowRefused(Exception):
    """What the plan's rules refused while writing, with the row. Everything is rolled back."""

    def __init__(self, place: Place, found: str, words: str) -> None:
        super().__init__(words)
        self.place = place
        self.found = found


@contextmanager
def naming(draft: Draft) -> Iterator[None]:
    """Tell the row of whatever the rules of goals refuse: raises RowRefused."""
    try:
        yield
    except (GoalRefused, CheckInRefused) as refusal:
        words = " ".join(refusal.problems.values())
        raise RowRefused(draft.place, draft.statement, words) from refusal
    except (AlignmentRefused, AmendmentRefused, EditConflict) as refusal:
        raise RowRefused(draft.place, draft.statement, str(refusal)) from refusal
