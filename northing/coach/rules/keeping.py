"""An assessment in one line, and many of them counted by criterion."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from northing.coach.rules.findings import Criterion, Finding, State

_DELIBERATE = "deliberate"


@dataclass(frozen=True, slots=True)
class CriterionCount:
    """How many goals meet a criterion, miss it, miss it on purpose, or were asked about it."""

    criterion: Criterion
    met: int = 0
    not_met: int = 0
    asked: int = 0
    deliberate: int = 0

    @property
    def goals(self) -> int:
        """How many goals the criterion was put to."""
        return self.met + self.not_met + self.asked + self.deliberate


def in_one_line(findings: Sequence[Finding]) -> str:
    """The state of each criterion: "measurable=met time_bound=not_met"."""
    return " ".join(f"{finding.criterion}={_word(finding)}" for finding in findings)


def counted(lines: Iterable[tuple[str, int]]) -> tuple[CriterionCount, ...]:
    """Lines, each with the number of goals that have it, by criterion in the order of criteria."""
    totals: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for line, goals in lines:
        for part in line.split():
            criterion, _, word = part.partition("=")
            totals[criterion][word] += goals
    return tuple(
        CriterionCount(
            criterion,
            met=totals[criterion][State.MET],
            not_met=totals[criterion][State.NOT_MET],
            asked=totals[criterion][State.CANT_TELL],
            deliberate=totals[criterion][_DELIBERATE],
        )
        for criterion in Criterion
        if criterion in totals
    )


def _word(finding: Finding) -> str:
    if finding.is_deliberate and finding.state is not State.MET:
        return _DELIBERATE
    return str(finding.state)
