"""The weeks of a cycle as a ruler: past, now, ahead."""

from collections.abc import Sequence

from markupsafe import Markup

from northing.web.charts import svg

_GAP = 3.0


def cycle_ruler(
    week: int, of: int, width: int = 188, labels: Sequence[tuple[int, str]] = ()
) -> Markup:
    """Week `week` of `of` (0 before the first, more than `of` after the last).

    `labels` are (week, words) under the ruler, for wide ones: ((1, "4 Jan"), (7, "now")).
    """
    shown = max(of, 1)
    step = (width - 2) / shown
    parts = [svg.opening("chart", width, 34 if labels else 14, f"Week {week} of {of}")]
    for number in range(1, shown + 1):
        x = 2 + (number - 1) * step
        kind = "past" if number < week else "now" if number == week else "ahead"
        y, height = (2, 10) if kind == "now" else (5, 4)
        size = f'width="{svg.px(max(step - _GAP, 1))}" height="{height}"'
        parts.append(f'<rect class="week-{kind}" x="{svg.px(x)}" y="{y}" {size} rx="1.5"/>')
    parts += [_label(number, words, step, width) for number, words in labels]
    parts.append("</svg>")
    return svg.trusted(parts)


def _label(number: int, words: str, step: float, width: int) -> str:
    x = 2 + (number - 1) * step
    if x + len(words) * svg.LETTER > width:
        return svg.text(words, width - 2, 29, "end")
    return svg.text(words, x, 29)
