"""A few rows to try importing with: what a file may look like, and nothing that must be asked."""

import csv
import io
from collections.abc import Mapping
from datetime import timedelta

from northing.measures.periods import Period
from northing.spreadsheets.rules.formulas import harmless

NAME = "northing-sample.csv"

_HEADINGS = (
    "ID",
    "Parent",
    "Type",
    "Title",
    "Owner",
    "Cycle",
    "Due",
    "Baseline",
    "Target",
    "Now",
    "Unit",
    "Confidence",
    "Note",
    "Tags",
)
_OBJECTIVE = {
    "ID": "S1",
    "Type": "Objective",
    "Title": "New customers feel at home from the first day",
    "Tags": "sample",
}
_KEY_RESULTS = (
    {
        "ID": "S1.1",
        "Parent": "S1",
        "Type": "Key result",
        "Title": "Share of customers who finish setting up",
        "Baseline": "62",
        "Target": "85",
        "Now": "68",
        "Unit": "%",
        "Confidence": "7",
        "Note": "The new guide helps",
        "Tags": "sample",
    },
    {
        "ID": "S1.2",
        "Parent": "S1",
        "Type": "Key result",
        "Title": "Days from order to first use",
        "Baseline": "9",
        "Target": "3",
        "Now": "8",
        "Unit": "days",
        "Confidence": "4",
        "Note": "Two suppliers are late",
        "Tags": "sample",
    },
)
_SMART_GOAL = {
    "ID": "S2",
    "Parent": "S1.1",
    "Type": "SMART goal",
    "Title": "Call 40 new customers in their first week and note what they miss",
    "Baseline": "0",
    "Target": "40",
    "Now": "12",
    "Unit": "calls",
    "Confidence": "8",
    "Tags": "sample",
}


def sample_rows(owner: str, cycle: str, period: Period) -> str:
    """An objective, its key results and a SMART goal, as CSV.

    `owner` is an e-mail address or a name that is known, `cycle` an open cycle with its `period`.
    """
    middle = period.start + timedelta(days=period.days // 2)
    shared = {"Owner": harmless(owner), "Cycle": harmless(cycle)}
    rows: list[Mapping[str, str]] = [
        _OBJECTIVE | shared,
        *(row | shared for row in _KEY_RESULTS),
        _SMART_GOAL | shared | {"Due": middle.isoformat()},
    ]
    text = io.StringIO()
    writer = csv.DictWriter(text, _HEADINGS)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()
