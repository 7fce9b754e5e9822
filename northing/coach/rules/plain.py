"""Findings as plain values, for JSON: what is stored, printed and sent."""

from typing import Any

from northing.coach.rules.assessing import Assessment
from northing.coach.rules.findings import Finding


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
        "deliberate": finding.is_deliberate,
    }
    return {name: value for name, value in parts.items() if value not in ("", [], False)}


def plain_assessment(assessment: Assessment) -> dict[str, Any]:
    """An assessment: the version of the rules, the seven states that words tell, the findings."""
    return {
        "version": assessment.version,
        "language": assessment.language,
        "criteria": {str(name): str(state) for name, state in assessment.criteria.items()},
        "findings": [plain_finding(finding) for finding in assessment.findings],
    }
