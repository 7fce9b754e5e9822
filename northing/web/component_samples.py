"""The values that the components page shows: a quarter of Kestrel Bikes, small and made up."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from northing.measures.working import Working
from northing.web import icons
from northing.web.charts import Fan, MeasureSeries, Reading, TargetStep
from northing.web.map_layout import MapNode, lay_out
from northing.web.shell import CycleRuler, Shell, TeamLink

START, DUE, TODAY = date(2027, 1, 4), date(2027, 4, 4), date(2027, 2, 16)


def sample() -> dict[str, Any]:
    """The values that the page shows."""
    return {
        "shell": _shell(),
        "today": TODAY,
        "series": _series("Same-week repair share", "62 63 66 65 69 71 74", 85, "%"),
        "kept": _kept(),
        "forecast": _forecast(),
        "rows": _rows(),
        "layout": (layout := lay_out(_map_nodes())),
        "contents": _contents(),
        "lineage": {"mission", "p2", "c3", "t4", "s2", "s3", "s4"},
        "map_size": len(layout.nodes),
        "icon_names": icons.icon_names(),
        "gone": Fraction(47, 100),
        "working": Working(
            "(value - baseline) ÷ (target - baseline) = (74 - 62) ÷ (85 - 62) ≈ 52.17 %",
            (("baseline", "62"), ("target", "85"), ("value", "74"), ("unit", "%")),
            ("Hub motors of 2024: left out, since it has no data yet.",),
        ),
    }


def _shell() -> Shell:
    teams = (
        TeamLink("Workshop network", "workshop-network", "at_risk"),
        TeamLink("Owner care", "owner-care", "on_track"),
        TeamLink("Ride platform", "ride-platform", "on_track"),
        TeamLink("Supply", "supply", "off_track"),
        TeamLink("People", "people", "too_early"),
    )
    return Shell(
        organization_name="Kestrel Bikes",
        organization_slug="kestrel",
        person_handle="ines",
        person_name="Ines Okafor",
        person_initials="IO",
        person_hue=0,
        here="my/week",
        due_count=3,
        teams=teams,
        cycle=CycleRuler("Q1 2027", "2027-q1", 7, 13),
        may_administer=True,
        may_import=True,
        is_demo=True,
    )


def _readings(values: str, markers: dict[int, int] | None = None) -> tuple[Reading, ...]:
    numbered = markers or {}
    days = [START + timedelta(days=7 * week) for week in range(6)] + [TODAY - timedelta(days=1)]
    return tuple(
        Reading(on, Decimal(value), numbered.get(place))
        for place, (on, value) in enumerate(zip(days, values.split(), strict=True))
    )


def _series(name: str, values: str, target: int, unit: str) -> MeasureSeries:
    readings = _readings(values)
    expected = ((START, float(readings[0].value)), (DUE, float(target)))
    steps = (TargetStep(START, Decimal(target)),)
    return MeasureSeries(name, START, DUE, TODAY, readings, unit, steps, expected)


def _kept() -> MeasureSeries:
    steps = (TargetStep(START, Decimal(4)), TargetStep(date(2027, 2, 1), Decimal(5)))
    return MeasureSeries(
        "Repeat repairs within 30 days",
        START,
        DUE,
        TODAY,
        _readings("9.1 9.0 9.3 8.8 8.9 8.7 8.8", {2: 1, 5: 2, 6: 3}),
        "%",
        steps,
        ((START, 9.1), (DUE, 5.0)),
    )


def _forecast() -> MeasureSeries:
    spreads = [(0, 0.0), (10, 2.6), (24, 5.8), (47, 11.5)]
    points = tuple(
        (
            TODAY + timedelta(days=days),
            74 + days * 0.23 - wide,
            74 + days * 0.23 - wide / 2,
            74 + days * 0.23,
            74 + days * 0.23 + wide / 2,
            74 + days * 0.23 + wide,
        )
        for days, wide in spreads
    )
    base = _series("Same-week repair share", "62 63 66 65 69 71 74", 85, "%")
    return replace(base, fan=Fan(points))


_ROWS = """
at_risk|Same-week repair share|62 63 66 65 69 71 74|85|%|52|6|IO|0
off_track|Median wait for a workshop slot|6.4 6.5 6.1 5.6 5.3 4.9 4.7|2.5|d|44|3|JM|1
at_risk|Repeat repairs within 30 days|9.1 9.0 9.3 8.8 8.9 8.7 8.8|5.0|%|7|5|AS|2
on_track|Mobile-mechanic visits a week|40 47 53 62 66 75 91|120||64|8|LF|3
"""


def _rows() -> list[dict[str, Any]]:
    return [_row(*line.split("|")) for line in _ROWS.strip().splitlines()]


def _row(
    status: str,
    name: str,
    values: str,
    target: str,
    unit: str,
    covered: str,
    says: str,
    initials: str,
    hue: str,
) -> dict[str, Any]:
    readings = _readings(values)
    return {
        "status": status,
        "name": name,
        "start": readings[0].value,
        "now": readings[-1].value,
        "target": Decimal(target),
        "unit": unit,
        "covered": Fraction(int(covered), 100),
        "says": int(says),
        "owner": (initials, int(hue)),
        "spark": [(reading.on, reading.value) for reading in readings],
    }


_MAP = """
mission mission - Make the car the second choice in our cities
p1 pillar mission Bikes that never let you down
c1 company p1 off_track 3 A bike that survives three winters
t1 team c1 at_risk 4 Warranty claims cut by a third
s1 smart t1 at_risk 6 Seal kit fitted on 900 bikes
t2 team c1 on_track 8 Winter test fleet in three cities
c2 company p1 off_track 2 Sold out of nothing we promised
t3 team c2 off_track 2 Batteries on the shelf in 45 days
p2 pillar mission Ownership without hassle
c3 company p2 at_risk 5 Every owner riding again this week
t4 team c3 at_risk 5 Broken on Monday, riding by Friday
s2 smart t4 on_track 7 Train 12 mechanics to level 3
s3 smart t4 at_risk 5 Torque checklist in 11 workshops
s4 smart t4 on_track 8 Two mobile vans in Ghent
t5 team c3 on_track 7 Answered by a human, the first time
c4 company p2 on_track 7 Grow without a single discount
t6 team c4 on_track 7 Test rides that end in keys
s5 smart t6 on_track 7 Certify 5 ride guides by March
t7 team c4 at_risk 5 Owners who bring a friend
p3 pillar mission A company people stay in
c5 company p3 too_early 8 Nobody leaves because of planning
t8 team c5 on_track 8 Slack in every plan
"""


def _map_facts() -> list[tuple[str, str, str | None, str, str, str]]:
    facts = []
    for line in _MAP.strip().splitlines():
        id_, kind, parent, rest = line.split(" ", 3)
        plain = kind in ("mission", "pillar")
        status, says, name = ("", "", rest) if plain else rest.split(" ", 2)
        facts.append((id_, kind, None if parent == "-" else parent, status, says, name))
    return facts


def _map_nodes() -> list[MapNode]:
    return [
        MapNode(id_, kind, parent, ("c3",) if id_ == "s5" else (), "", len(name))
        for id_, kind, parent, _, _, name in _map_facts()
    ]


def _contents() -> dict[str, tuple[str, str, str, str, str]]:
    return {
        id_: (name, f"#{id_}", status, f"says {says}" if says else "", "")
        for id_, _, _, status, says, name in _map_facts()
    }
