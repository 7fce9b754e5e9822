"""Charts that fit into a row of a table."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from markupsafe import Markup

from northing.web.charts import svg

_PAD = 4.0


def sparkline(
    readings: Sequence[tuple[date, Decimal]],
    start: date,
    due: date,
    target: Decimal | None = None,
    width: int = 112,
    height: int = 30,
) -> Markup:
    """History as a line against its target. It says nothing: the row has the words."""
    values = [float(value) for _, value in readings]
    aimed = None if target is None else float(target)
    low, high = _range(values if aimed is None else [*values, aimed])
    down = (height - 2 * _PAD) / (high - low)
    along = (width - 2 * _PAD) / max((due - start).days, 1)
    first, end = start.toordinal(), width - _PAD
    places = [
        (min(max(_PAD + (on.toordinal() - first) * along, _PAD), end), _PAD + (high - y) * down)
        for (on, _), y in zip(readings, values, strict=True)
    ]
    aim = "" if aimed is None else _level(_PAD + (high - aimed) * down, end)
    line = "L".join([f"{x:.1f} {y:.1f}" for x, y in places])
    history = f'<path class="history" d="M{line}"/>' if len(places) > 1 else ""
    dot = svg.circle("dot", *places[-1], 2.5) if places else ""
    size = f'viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
    tag = f'<svg class="chart chart--spark" {size} aria-hidden="true">'
    return svg.trusted((tag, aim, history, dot, "</svg>"))


def _level(y: float, end: float) -> str:
    return svg.line("grid", _PAD, y, end, y)


def _range(values: Sequence[float]) -> tuple[float, float]:
    low, high = min(values, default=0.0), max(values, default=1.0)
    size = max(abs(low), abs(high))
    if high - low > 1e-9 * size:
        return low, high
    # Of a number with 28 digits a half is lost in rounding.
    around = max(0.5, size / 2)
    return low - around, high + around


def bullet(
    covered: Fraction | Decimal | float | None,
    gone: Fraction | Decimal | float | None,
    width: int = 148,
) -> Markup:
    """The way covered as a bar, the time gone as a tick; shares of one, None when unknown."""
    way, time = _share(covered), _share(gone)
    words = "no data yet" if way is None else f"{_percent(way)} percent of the way"
    if time is not None:
        words += f", {_percent(time)} percent of time gone"
    room = width - 2 * _PAD
    bar = tick = ""
    if way is not None and way > 0:
        filled = f"{min(way, 1) * room:.1f}"
        bar = f'<rect class="covered" x="4" y="5" width="{filled}" height="4" rx="2"/>'
    if time is not None:
        x = f"{_PAD + min(max(time, 0), 1) * room:.1f}"
        tick = f'<line class="gone" x1="{x}" x2="{x}" y1="1" y2="13"/>'
    tag = (
        f'<svg class="chart" viewBox="0 0 {width} 14" width="{width}" height="14" role="img"'
        f' aria-label="{words}">'
        f'<rect class="track" x="4" y="5" width="{room:g}" height="4" rx="2"/>'
    )
    return svg.trusted((tag, bar, tick, "</svg>"))


def _share(share: Fraction | Decimal | float | None) -> float | None:
    return None if share is None else float(share)


def _percent(share: float) -> str:
    return f"{share * 100:.0f}".replace("-", "minus ")
