"""History: how far goals here have come that aimed as far. Facts to think about, no judgement."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from northing.coach.rules.findings import Criterion, Finding, State
from northing.coach.rules.history import EarlierGains
from northing.coach.rules.reading.case import Case
from northing.coach.rules.telling import messages, tell
from northing.measures.numbers import plain

_IT = Criterion.ATTAINABLE


def judge(case: Case, gains: EarlierGains | None) -> list[Finding]:
    """H1, from the organization's own closed goals.

    Nothing without enough of them, or when the person has answered whether it can be reached.
    It asks where fewer than half came as far; what is marked as a stretch may be far.
    """
    if gains is None or case.fields.answers.get(_IT):
        return []
    rule, state, offers = _said(case, gains)
    found = tell(case, rule, _IT, state, offers=offers)
    facts = _facts(case, gains, offers)
    return [
        replace(
            found,
            title=_filled(found.title, facts),
            reason=_filled(found.reason, facts),
            cure=_filled(found.cure, facts),
        )
    ]


def _said(case: Case, gains: EarlierGains) -> tuple[str, State, dict[str, str]]:
    if not gains.is_far:
        return "H1_met", State.MET, {}
    if case.fields.is_stretch:
        return "H1_stretch", State.MET, {}
    if gains.suggested is None:
        return "H1", State.CANT_TELL, {}
    return "H1_nearer", State.CANT_TELL, {"target": plain(gains.suggested)}


def _facts(case: Case, gains: EarlierGains, offers: Mapping[str, str]) -> dict[str, str]:
    said = messages(case.sentence.language.code)["H1"]
    points, share = (f" {said['points']}", "") if gains.is_points else (" %", " %")
    return {
        "way": _with_unit(
            f"{plain(gains.baseline)} {said['to']} {plain(gains.target)}", gains.unit
        ),
        "aimed": str(gains.aimed),
        "reached": str(gains.reached),
        "least": _signed(gains.least) + points,
        "median": _signed(gains.median) + share,
        "suggested": _with_unit(offers.get("target", ""), gains.unit),
    }


def _filled(text: str, facts: dict[str, str]) -> str:
    for name, fact in facts.items():
        text = text.replace(f"{{{name}}}", fact)
    return text


def _signed(change: Decimal) -> str:
    sign = "−" if change < 0 else "+"
    return f"{sign}{plain(abs(change))}"


def _with_unit(text: str, unit: str) -> str:
    return f"{text} {unit.strip()}".strip()
