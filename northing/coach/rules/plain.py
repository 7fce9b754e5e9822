"""Findings as plain values, for JSON: what is stored, printed and sent."""

from collections.abc import Iterable, Mapping
from typing import Any

from northing.coach.rules.assessing import Assessment
from northing.coach.rules.findings import Criterion, Finding, Rewrite, Severity, Span, State


def plain_finding(finding: Finding) -> dict[str, Any]:
    """One finding; spans as [start, end] in code points, empty parts left out."""
    parts = {
        "rule": finding.rule,
        "criterion": str(finding.criterion),
        "state": str(finding.state),
        "severity": str(finding.severity),
        "spans": [[span.start, span.end] for span in finding.spans],
        "title": finding.title,
        "reason": finding.reason,
        "cure": finding.cure,
        "question": finding.question,
        "example": list(finding.example or ()),
        "rewrite": finding.rewrite.text if finding.rewrite else "",
        "source": finding.source,
        "lesson": finding.lesson,
        "offers": dict(finding.offers),
        "deliberate": finding.is_deliberate,
    }
    return {name: value for name, value in parts.items() if value not in ("", [], {}, False)}


def plain_assessment(assessment: Assessment) -> dict[str, Any]:
    """An assessment: the version of the rules, the seven states that words tell, the findings."""
    return {
        "version": assessment.version,
        "language": assessment.language,
        "criteria": {str(name): str(state) for name, state in assessment.criteria.items()},
        "findings": [plain_finding(finding) for finding in assessment.findings],
    }


def findings_from_plain(held: Iterable[Mapping[str, Any]]) -> tuple[Finding, ...]:
    """Findings as they were kept. One about a criterion that is no longer known is left out."""
    return tuple(_finding(one) for one in held if one["criterion"] in set(Criterion))


def _finding(held: Mapping[str, Any]) -> Finding:
    example, rewrite = held.get("example"), held.get("rewrite")
    return Finding(
        rule=held["rule"],
        criterion=Criterion(held["criterion"]),
        state=State(held["state"]),
        spans=tuple(Span(start, end) for start, end in held.get("spans", ())),
        title=held.get("title", ""),
        reason=held.get("reason", ""),
        cure=held.get("cure", ""),
        question=held.get("question", ""),
        rewrite=Rewrite(rewrite) if rewrite else None,
        example=(example[0], example[1]) if example else None,
        severity=Severity(held.get("severity", Severity.TIP)),
        source=held.get("source", ""),
        lesson=held.get("lesson", ""),
        offers=held.get("offers", {}),
        is_deliberate=held.get("deliberate", False),
    )
