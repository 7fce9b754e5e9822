"""A chart's twins for those who do not look at it: one sentence, and a table."""

from markupsafe import Markup, escape

from northing.web.charts import svg
from northing.web.charts.series import MeasureSeries
from northing.web.formats import amount, long_day, plural, short_day


def measure_sentence(series: MeasureSeries) -> str:
    """What the chart shows, said in one sentence."""
    parts = []
    if not series.readings:
        parts.append("no check-in yet")
    elif len(series.readings) == 1:
        parts.append(f"{amount(series.readings[0].value, series.unit)} at the first check-in")
    else:
        first, last = series.readings[0], series.readings[-1]
        count = plural(len(series.readings), "check-in")
        way = f"{amount(first.value, series.unit)} to {amount(last.value, series.unit)}"
        parts.append(f"{way} in {count}")
    if series.target is not None:
        parts.append(f"target {amount(series.target, series.unit)} by {long_day(series.due)}")
    if series.lower is not None:
        parts.append(f"to stay at or above {amount(series.lower, series.unit)}")
    if series.upper is not None:
        parts.append(f"to stay at or below {amount(series.upper, series.unit)}")
    if len(series.targets) > 1:
        parts.append(f"the first target was {amount(series.targets[0].value, series.unit)}")
    return f"{series.name}: {', '.join(parts)}"


def measure_table(series: MeasureSeries) -> Markup:
    """The readings and target changes in order of time, latest first."""
    rows = [
        (reading.on, amount(reading.value, series.unit), _note(reading.marker))
        for reading in series.readings
    ]
    rows += [
        (step.since, "", f"target {amount(step.value, series.unit)}") for step in series.targets
    ]
    rows.sort(key=lambda row: row[0], reverse=True)
    body = (
        f'<tr><th scope="row">{short_day(on, series.today)}</th>'
        f"<td>{escape(value)}</td><td>{escape(note)}</td></tr>"
        for on, value, note in rows
    )
    head = (
        '<table class="chart-table"><thead><tr><th scope="col">Day</th><th scope="col">Value</th>'
        '<th scope="col">Note</th></tr></thead><tbody>'
    )
    return svg.trusted([head, *body, "</tbody></table>"])


def _note(marker: int | None) -> str:
    return "" if marker is None else f"comment {marker}"
