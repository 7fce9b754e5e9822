"""The answers behind a goal's method, through the goal's gate."""

from northing.coach.models import MethodAnswers
from northing.goals.queries.gate import seen_by
from northing.goals.queries.viewer import Viewer


def method_answers_of(viewer: Viewer, short_id: str) -> MethodAnswers | None:
    """What was answered about a goal's method; None when nothing was, or not for this viewer."""
    return (
        MethodAnswers.objects.select_related("person", "goal")
        .filter(
            seen_by(viewer, "goal__"),
            organization_id=viewer.organization_id,
            goal__organization_id=viewer.organization_id,
            goal__short_id=short_id.upper(),
        )
        .first()
    )
