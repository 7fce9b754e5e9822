"""The one place where text becomes trusted markup, and how coordinates are written."""

from collections.abc import Iterable

from markupsafe import Markup, escape

LETTER = 6.3
"""Width of an average letter of the charts' 11 px type, in px."""


def trusted(parts: Iterable[str]) -> Markup:
    """Joined parts as markup. Every text in them has gone through `text` or `attribute` before."""
    return Markup("".join(parts))


def px(length: float) -> str:
    """A coordinate with at most one decimal."""
    written = f"{length:.1f}"
    return written.removesuffix(".0")


def attribute(words: str) -> str:
    """Words fit for an attribute's value."""
    return str(escape(words))


def opening(kind: str, width: float, height: float, label: str) -> str:
    """An `<svg>` tag at its natural size; without a label it is hidden from screen readers."""
    said = f'role="img" aria-label="{attribute(label)}"' if label else 'aria-hidden="true"'
    size = f'viewBox="0 0 {px(width)} {px(height)}" width="{px(width)}" height="{px(height)}"'
    return f'<svg class="{kind}" {size} {said}>'


def line(kind: str, x1: float, y1: float, x2: float, y2: float) -> str:
    """A straight line."""
    return f'<line class="{kind}" x1="{px(x1)}" x2="{px(x2)}" y1="{px(y1)}" y2="{px(y2)}"/>'


def path(kind: str, points: Iterable[tuple[float, float]], *, closed: bool = False) -> str:
    """A line through points; closed, it becomes an area."""
    drawn = "L".join(f"{px(x)} {px(y)}" for x, y in points)
    return f'<path class="{kind}" d="M{drawn}{"Z" if closed else ""}"/>'


def circle(kind: str, x: float, y: float, radius: float) -> str:
    """A dot."""
    return f'<circle class="{kind}" cx="{px(x)}" cy="{px(y)}" r="{px(radius)}"/>'


def text(words: str, x: float, y: float, anchor: str = "", kind: str = "") -> str:
    """Words at a place; `anchor` is middle or end, empty for start."""
    held = f' text-anchor="{anchor}"' if anchor else ""
    named = f' class="{kind}"' if kind else ""
    return f'<text{named} x="{px(x)}" y="{px(y)}"{held}>{escape(words)}</text>'
