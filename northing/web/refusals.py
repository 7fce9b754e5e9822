"""One place that turns the refusals of actions and queries into answers with a status.

Views catch the refusals that belong to their form (and keep what was typed); what passes them
ends here as a plain page, never as a 500.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from northing.alignment.roll_up import RollUpRefused
from northing.check_ins.rules import CheckInRefused
from northing.coach.rules.answering import NotAsked
from northing.cycles.actions.planning import CycleRefused
from northing.cycles.queries import CycleNotFound
from northing.drafts.rules import DraftRefused
from northing.goals.actions.stepping import StepNotFound
from northing.goals.queries.gate import GoalNotFound
from northing.goals.rules.amending import AmendmentRefused
from northing.goals.rules.drafting import GoalRefused
from northing.goals.rules.kinds import AlignmentRefused
from northing.goals.rules.rights import NotAllowed
from northing.measures.measure import MeasureRefused
from northing.measures.numbers import NumberRefused
from northing.people.actions.changing import EditedMeanwhile
from northing.people.queries import NotFound
from northing.people.rules import PersonRefused, RightMissing
from northing.strategy.queries import PillarNotFound
from northing.strategy.rules import StrategyRefused

_STATUS: tuple[tuple[type[Exception], int], ...] = (
    (GoalNotFound, 404),
    (StepNotFound, 404),
    (NotFound, 404),
    (CycleNotFound, 404),
    (PillarNotFound, 404),
    (NotAllowed, 403),
    (RightMissing, 403),
    (EditedMeanwhile, 409),
    (PersonRefused, 422),
    (GoalRefused, 422),
    (CheckInRefused, 422),
    (AmendmentRefused, 422),
    (AlignmentRefused, 422),
    (MeasureRefused, 422),
    (NumberRefused, 422),
    (RollUpRefused, 422),
    (DraftRefused, 422),
    (CycleRefused, 422),
    (StrategyRefused, 422),
    (NotAsked, 422),
)


class RefusalMiddleware:
    """Answers 403, 404 or 422 with the refusal's own words."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        # PostgreSQL knows no null character: nothing is found under such an address.
        if "\x00" in request.path_info:
            return refusal_page(request, 404, "")
        return self._get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        for kind, status in _STATUS:
            if isinstance(exception, kind):
                return refusal_page(request, status, str(exception))
        return None


def refusal_page(request: HttpRequest, status: int, message: str) -> HttpResponse:
    """A page that says what is wrong and how to go on. A 404 never says why."""
    context = {"message": "" if status == 404 else message}
    response = render(request, f"errors/{status}.html", context, status=status)
    response["Cache-Control"] = "private, no-store"
    return response
