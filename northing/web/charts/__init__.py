"""Charts as SVG made on the server: pure functions of values. Colours come from chart.css alone."""

from northing.web.charts.measure import measure_chart
from northing.web.charts.ruler import cycle_ruler
from northing.web.charts.series import Fan, MeasureSeries, Reading, TargetStep, expected_line
from northing.web.charts.small import bullet, sparkline
from northing.web.charts.table import measure_sentence, measure_table

__all__ = [
    "Fan",
    "MeasureSeries",
    "Reading",
    "TargetStep",
    "bullet",
    "cycle_ruler",
    "expected_line",
    "measure_chart",
    "measure_sentence",
    "measure_table",
    "sparkline",
]
