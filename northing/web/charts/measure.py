"""The chart of one measure: what was said, what was expected, what is aimed at."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from northing.web.charts import svg
from northing.web.charts.axis import Scale, round_steps, short, spread, week_ticks
from northing.web.charts.series import MeasureSeries, Reading
from northing.web.charts.table import measure_sentence
from northing.web.formats import short_day

SIZES = {"full": (1120, 340), "wide": (704, 300), "card": (432, 232), "phone": (334, 220)}
"""Each is drawn at its own width, so that type stays readable: never scale one into another."""

_TOP, _FOOT, _LINE_END_GAP = 14, 24, 14


def measure_chart(series: MeasureSeries, size: str = "wide") -> Markup:
    """The chart as SVG with a sentence for screen readers; `size` is full, wide, card or phone.

    Put `measure_table` beside it: the same numbers as a table.
    """
    frame = _frame(series, *SIZES[size])
    parts = [svg.opening(f"chart chart--{size}", *SIZES[size], measure_sentence(series))]
    parts += _grid(frame)
    parts += _days(series, frame)
    parts += _bounds(series, frame)
    parts += _fan(series, frame)
    parts += _expected(series, frame)
    parts += _targets(series, frame)
    parts += _history(series, frame)
    parts += _markers(series, frame)
    parts += _line_ends(series, frame)
    return svg.trusted([*parts, "</svg>"])


# The first day is written under the left end of the axis, half of it beyond.
_HALF_A_DAY = 22.0


@dataclass(frozen=True, slots=True)
class _Frame:
    x: Scale
    y: Scale
    steps: list[float]

    def day(self, on: date) -> float:
        return self.x.at(on.toordinal())


class _End(NamedTuple):
    y: float
    words: str
    kind: str


def _frame(series: MeasureSeries, width: int, height: int) -> _Frame:
    steps = round_steps(*_range(series), wanted=6 if height > 250 else 5)
    fineness = steps[1] - steps[0]
    left = max(10 + max(len(short(step, fineness)) for step in steps) * svg.LETTER, _HALF_A_DAY)
    ends = [len(end.words) for end in _ends(series, None)]
    right = 14 + max(ends, default=2) * svg.LETTER
    first = min([series.start, *(reading.on for reading in series.readings[:1])])
    last = max([series.due, *(reading.on for reading in series.readings[-1:])])
    x = Scale(first.toordinal(), last.toordinal(), left, width - right)
    y = Scale(steps[0], steps[-1], height - _FOOT - 8, _TOP)
    return _Frame(x, y, steps)


def _range(series: MeasureSeries) -> tuple[float, float]:
    values = [float(reading.value) for reading in series.readings]
    values += [float(step.value) for step in series.targets]
    values += [value for _, value in series.expected]
    values += [float(bound) for bound in (series.lower, series.upper) if bound is not None]
    if series.fan:
        values += [edge for point in series.fan.points for edge in (point[1], point[5])]
    return (min(values), max(values)) if values else (0.0, 1.0)


def _grid(frame: _Frame) -> list[str]:
    fineness = frame.steps[1] - frame.steps[0]
    parts = []
    for step in frame.steps:
        y = frame.y.at(step)
        parts.append(svg.line("grid", frame.x.from_px, y, frame.x.to_px, y))
        parts.append(svg.text(short(step, fineness), frame.x.from_px - 8, y + 4, "end"))
    return parts


def _days(series: MeasureSeries, frame: _Frame) -> list[str]:
    axis = frame.y.from_px + 8
    first, last = date.fromordinal(int(frame.x.low)), date.fromordinal(int(frame.x.high))
    parts = [
        svg.line("axis", frame.day(on), axis, frame.day(on), axis + (5 if on == first else 3))
        for on in week_ticks(first, last)
    ]
    parts.append(svg.line("axis", frame.x.to_px, axis, frame.x.to_px, axis + 5))
    shown = [(first, first), (last, last)]
    if min(abs(frame.day(series.today) - frame.day(on)) for on, _ in shown) > 46:
        shown.insert(1, (series.today, first))
    parts += [
        svg.text(short_day(on, other), frame.day(on), axis + 17, "middle") for on, other in shown
    ]
    return parts


def _bounds(series: MeasureSeries, frame: _Frame) -> list[str]:
    if series.lower is None and series.upper is None:
        return []
    high = frame.y.high if series.upper is None else float(series.upper)
    low = frame.y.low if series.lower is None else float(series.lower)
    left, right = frame.x.from_px, frame.x.to_px
    top, bottom = frame.y.at(high), frame.y.at(low)
    corners = [(left, top), (right, top), (right, bottom), (left, bottom)]
    return [svg.path("bound", corners, closed=True)]


def _fan(series: MeasureSeries, frame: _Frame) -> list[str]:
    if not series.fan:
        return []
    days = [frame.day(point[0]) for point in series.fan.points]
    edges = zip(*(point[1:] for point in series.fan.points), strict=True)
    p10, p25, p50, p75, p90 = (
        [(x, frame.y.at(value)) for x, value in zip(days, edge, strict=True)] for edge in edges
    )
    return [
        svg.path("fan-80", [*p10, *reversed(p90)], closed=True),
        svg.path("fan-50", [*p25, *reversed(p75)], closed=True),
        svg.path("median", p50),
    ]


def _expected(series: MeasureSeries, frame: _Frame) -> list[str]:
    points = [(frame.day(on), frame.y.at(value)) for on, value in series.expected]
    return [svg.path("expected", points)] if len(points) > 1 else []


def _targets(series: MeasureSeries, frame: _Frame) -> list[str]:
    if series.target is None:
        return []
    x, y = frame.day(series.due), frame.y.at(float(series.target))
    parts = [svg.line("target", x - 10, y, x + 4, y), svg.circle("dot", x, y, 3.5)]
    if len(series.targets) == 1:
        return parts
    corners: list[tuple[float, float]] = []
    for step in series.targets:
        at = (frame.day(max(step.since, series.start)), frame.y.at(float(step.value)))
        corners += [(at[0], corners[-1][1]), at] if corners else [at]
        if step is not series.targets[-1]:
            parts.append(svg.text(f"was {short(step.value)}", at[0] + 4, at[1] - 5))
    return [svg.path("target-past", [*corners, (x, y)]), *parts]


def _history(series: MeasureSeries, frame: _Frame) -> list[str]:
    points = [_place(reading, frame) for reading in series.readings]
    if not points:
        return []
    parts = [svg.path("history", points)] if len(points) > 1 else []
    if len(points) < 2 or (points[-1][0] - points[0][0]) / (len(points) - 1) >= 7:
        parts += [svg.circle("point", x, y, 2.6) for x, y in points[:-1]]
    return [*parts, svg.circle("now", *points[-1], 5)]


def _place(reading: Reading, frame: _Frame) -> tuple[float, float]:
    return frame.day(reading.on), frame.y.at(float(reading.value))


def _markers(series: MeasureSeries, frame: _Frame) -> list[str]:
    parts, before = [], (-99.0, 0.0)
    for reading in series.readings:
        if reading.marker is None:
            continue
        x, y = _place(reading, frame)
        y += -16 if y > 26 else 18
        if x - before[0] < 17 and abs(y - before[1]) < 17:
            y = before[1] + (-17 if before[1] > 26 else 17)
        before = (x, y)
        parts.append(svg.circle("marker", x, y, 8))
        parts.append(svg.text(str(reading.marker), x, y + 4, "middle", "marker-number"))
    return parts


def _line_ends(series: MeasureSeries, frame: _Frame) -> list[str]:
    ends = _ends(series, frame)
    heights = spread([end.y for end in ends], _LINE_END_GAP, _TOP, frame.y.from_px)
    return [
        svg.text(end.words, frame.x.to_px + 10, y + 4, "", end.kind)
        for end, y in zip(ends, heights, strict=True)
    ]


def _ends(series: MeasureSeries, frame: _Frame | None) -> list[_End]:
    def height(value: float) -> float:
        return frame.y.at(value) if frame else 0.0

    ends = []
    if series.target is not None:
        words = f"{short(series.target)} target"
        ends.append(_End(height(float(series.target)), words, "label"))
    for bound, name in ((series.lower, "at least"), (series.upper, "at most")):
        if bound is not None:
            ends.append(_End(height(float(bound)), f"{name} {short(bound)}", "label"))
    if series.fan:
        median = series.fan.points[-1][3]
        fineness = (frame.steps[1] - frame.steps[0]) / 10 if frame else 0.1
        ends.append(_End(height(median), f"{short(median, fineness)} likely", "computed"))
    return ends
