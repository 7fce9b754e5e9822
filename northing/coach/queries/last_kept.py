"""What is kept about one goal, for its page: the newest assessment, the newest answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from northing.coach.models import KeptAssessment
from northing.goals.models import Goal
from northing.goals.queries.seen import seen
from northing.goals.queries.viewer import Viewer
from northing.storage import statements
from northing.storage.statements import RowReader


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer to a question of the coach: "yes" or "not_yet", and whose it is."""

    answer: str
    by: str


@dataclass(frozen=True, slots=True)
class LastKept:
    """The assessment that was kept last, by whom, and what was answered, by criterion.

    `assessment` is None when nothing is kept, or not for this viewer. `steps` counts those of the
    goal.
    """

    assessment: KeptAssessment | None = None
    keeper: str = ""
    answers: Mapping[str, Answered] = field(default_factory=dict)
    steps: int = 0


def last_kept(viewer: Viewer, goal: Goal) -> LastKept:
    """What was found and answered about a goal, as far as the viewer may see it. One
    statement.
    """
    gate = seen(viewer)
    rows = statements.rows(
        f"{_LAST_KEPT} AND {gate.text}",
        [statements.key(viewer.organization_id), statements.key(goal.pk), *gate.parameters],
    )
    if not rows:
        return LastKept()
    width, first = _KEPT.width, rows[0]
    assessment = _KEPT.read([first[:width]])[0] if first[0] is not None else None
    answers = {row[width + 2]: Answered(*row[width + 3 :]) for row in rows if row[width + 2]}
    return LastKept(assessment, first[width] or "", answers, first[width + 1])


_KEPT = RowReader(KeptAssessment)
# One row for each question that was answered, with its newest answer; one row at least.
_LAST_KEPT = f"""
    SELECT {_KEPT.columns("kept")}, keeper.name,
        (SELECT COUNT(*) FROM goals_step AS step WHERE step.goal_id = goal.id),
        said.criterion, said.answer, speaker.name
    FROM goals_goal AS goal
    LEFT JOIN coach_keptassessment AS kept ON kept.id = (
        SELECT newest.id FROM coach_keptassessment AS newest
        WHERE newest.goal_id = goal.id ORDER BY newest.id DESC LIMIT 1)
    LEFT JOIN people_person AS keeper ON keeper.id = kept.person_id
    LEFT JOIN coach_coachanswer AS said ON said.goal_id = goal.id AND NOT EXISTS (
        SELECT 1 FROM coach_coachanswer AS newer WHERE newer.goal_id = said.goal_id
            AND newer.criterion = said.criterion AND newer.id > said.id)
    LEFT JOIN people_person AS speaker ON speaker.id = said.person_id
    WHERE goal.organization_id = %s AND goal.id = %s
"""  # noqa: S608 (names of columns)
