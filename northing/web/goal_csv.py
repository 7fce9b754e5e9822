"""Goals as CSV: exact numbers, and no text that a spreadsheet program would take for a formula."""

import csv
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from django.http import StreamingHttpResponse

from northing.goals.queries.rows import GoalRow
from northing.measures.numbers import plain
from northing.spreadsheets.rules.formulas import harmless

HEADINGS = (
    "id",
    "kind",
    "statement",
    "owner",
    "status",
    "confidence",
    "measure",
    "unit",
    "start value",
    "current value",
    "target",
    "lower bound",
    "upper bound",
    "progress",
    "pace",
    "start",
    "due",
    "checked in on",
    "next check-in",
    "state",
)


class _Echo:
    """A file that hands back what is written into it."""

    def write(self, text: str) -> str:
        return text


def goals_as_csv(rows: Iterable[GoalRow], name: str, today: date) -> StreamingHttpResponse:
    """A file that is sent while it is being made, however long the list is."""
    response = StreamingHttpResponse(_lines(rows, today), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response


def _lines(rows: Iterable[GoalRow], today: date) -> Iterator[str]:
    writer = csv.writer(_Echo())
    yield "\ufeff"
    yield writer.writerow(HEADINGS)
    for row in rows:
        yield writer.writerow(_cells(row, today))


def _cells(row: GoalRow, today: date) -> list[str]:
    gauge = row.gauge
    return [
        harmless(row.short_id),
        row.kind,
        harmless(row.statement),
        harmless(row.owner.name),
        row.status.value,
        "" if row.confidence is None else str(row.confidence),
        gauge.kind.value if gauge else "",
        harmless(gauge.unit) if gauge else "",
        _number(gauge.baseline if gauge else None),
        _number(row.value),
        _number(gauge.target if gauge else None),
        _number(gauge.lower if gauge else None),
        _number(gauge.upper if gauge else None),
        _number(row.progress),
        row.pace(today).value if row.is_open else "",
        row.start.isoformat(),
        row.due.isoformat(),
        row.checked_in_on.isoformat() if row.checked_in_on else "",
        row.next_due.isoformat() if row.next_due else "",
        row.state,
    ]


def _number(value: Decimal | None) -> str:
    """All digits, and none that nobody entered; a number is never taken for a formula."""
    return "" if value is None else plain(value)
