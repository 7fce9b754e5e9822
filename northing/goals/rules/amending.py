"""What may be changed of an active goal, by whom, and what it takes. Pure."""

from northing.goals.rules.drafting import LONGEST_TEXT
from northing.goals.rules.kinds import GoalKind
from northing.people.rules import Role, is_at_least


class AmendmentRefused(ValueError):
    """A change that the rules of the methods do not allow. `field` names where."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


# Changes of these are amendments: numbered, with a reason. The rest (owner, team, tags, people
# who see it) is recorded in the activity log only.
AMENDED_FIELDS = (
    "statement",
    "why",
    "specific",
    "achievable",
    "relevant",
    "start",
    "due",
    "ambition",
    "roll_up",
    "measure",
    "weight",
)


def check_amendment(kind: str, changed: set[str], role: str, reason: str) -> None:
    """Refuse an amendment that breaks a rule of the methods: raises AmendmentRefused.

    An objective keeps its wording while the cycle runs: only a champion may restate it. Every
    amendment says why.
    """
    restated = kind == GoalKind.OBJECTIVE and "statement" in changed
    if restated and not is_at_least(role, Role.CHAMPION):
        raise AmendmentRefused(
            "statement",
            "An objective keeps its wording while its cycle runs. "
            "Ask a champion to restate it, or change its key results.",
        )
    if len(reason) > LONGEST_TEXT:
        raise AmendmentRefused("reason", f"Keep it under {LONGEST_TEXT:,} characters.")
    if changed.intersection(AMENDED_FIELDS) and not reason.strip():
        raise AmendmentRefused(
            "reason", "Say in one sentence why it changes: everyone who follows the goal reads it."
        )
