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
    """History as a line against its target, over the whole period. Says nothing: the row has words."""
    values = [float(value) for _, value in readings]
    aimed = None if target is None else float(target)
    low, high = _range(values if aimed is None else [*values, aimed])
    down = (height - 2 * _PAD) / (high - low)
    along = (width - 2 * _PAD) / max((due - start).days, 1)
    parts = [svg.opening("chart chart--spark", width, height, "")]
    if aimed is not None:
        y = _PAD + (high - aimed) * down
        parts.append(svg.line("grid", _PAD, y, width - _PAD, y))
    points = [
        (min(max(_PAD + (on - start).days * along, _PAD), width - _PAD), _PAD + (high - y) * down)
        for (on, _), y in zip(readings, values, strict=True)
    ]
    if len(points) > 1:
        parts.append(svg.path("history", points))
    if points:
        parts.append(svg.circle("dot", *points[-1], 2.5))
    parts.append("</svg>")
    return svg.trusted(parts)


def _range(values: Sequence[float]) -> tuple[float, float]:
    low, high = min(values, default=0.0), max(values, default=1.0)
    return (low, high) if high > low else (low - 0.5, high + 0.5)


def bullet(
    covered: Fraction | Decimal | float | None,
    gone: Fraction | Decimal | float | None,
    width: int = 148,
) -> Markup:
    """The way covered as a bar, the time gone as a tick; shares of one, None when unknown."""
    room = width - 2 * _PAD
    words = [] if covered is None else [f"{_percent(covered)} percent of the way"]
    words += [] if gone is None else [f"{_percent(gone)} percent of time gone"]
    label = ", ".join(words) if covered is not None else ", ".join(["no data yet", *words])
    parts = [
        svg.opening("chart", width, 14, label),
        f'<rect class="track" x="4" y="5" width="{svg.px(room)}" height="4" rx="2"/>',
    ]
    if covered is not None and (share := _clamped(covered)) > 0:
        filled = svg.px(share * room)
        parts.append(f'<rect class="covered" x="4" y="5" width="{filled}" height="4" rx="2"/>')
    if gone is not None:
        x = _PAD + _clamped(gone) * room
        parts.append(svg.line("gone", x, 1, x, 13))
    parts.append("</svg>")
    return svg.trusted(parts)


def _clamped(share: Fraction | Decimal | float) -> float:
    return min(max(float(share), 0.0), 1.0)


def _percent(share: Fraction | Decimal | float) -> str:
    return f"{float(share) * 100:.0f}".replace("-", "minus ")
