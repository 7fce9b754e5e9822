"""The icons, drawn once: 16 by 16, one stroke, the colour of the text around them."""

from functools import cache

from markupsafe import Markup, escape

_STROKES: dict[str, str] = {
    "search": '<circle cx="7" cy="7" r="4"/><path d="M10 10l3.5 3.5"/>',
    "week": '<rect x="2.5" y="3.5" width="11" height="10" rx="1.5"/>'
    '<path d="M2.5 6.5h11M5.5 2v3M10.5 2v3"/>',
    "strategy": '<path d="M3.5 14V2.5h8.2L10 5.5l1.7 3H3.5"/>',
    "goals": '<circle cx="8" cy="8" r="5.5"/><circle cx="8" cy="8" r="2"/>',
    "map": '<rect x="2" y="6" width="4" height="4" rx="1"/>'
    '<rect x="10" y="2.5" width="4" height="4" rx="1"/>'
    '<rect x="10" y="9.5" width="4" height="4" rx="1"/>'
    '<path d="M6 8h2M8 4.5h2M8 11.5h2M8 4.5v7"/>',
    "school": '<path d="M1.5 6L8 3l6.5 3L8 9z"/><path d="M4 7.3v3.2c0 .9 1.8 2 4 2s4-1.100 4-2V7.300"/><path d="M14.500 6v3.500"/>',
    "cycles": '<path d="M13 8a5 5 0 1 1-1.6-3.7"/><path d="M13.2 2v2.8h-2.8"/>',
    "team": '<circle cx="6" cy="5.5" r="2.2"/><path d="M2 13c.3-2.6 1.8-4 4-4s3.7 1.4 4 4"/>'
    '<path d="M10.3 3.5a2.2 2.2 0 0 1 0 4M11.5 9.3c1.4.5 2.3 1.8 2.5 3.7"/>',
    "people": '<circle cx="8" cy="5.2" r="2.5"/><path d="M3 13.5c.4-3 2.3-4.5 5-4.5s4.6 1.5 5 4.5"/>',
    "plus": '<path d="M8 3v10M3 8h10"/>',
    "minus": '<path d="M3 8h10"/>',
    "close": '<path d="M4 4l8 8M12 4l-8 8"/>',
    "check": '<path d="M3 8.5l3.2 3L13 4.8"/>',
    "more": '<circle cx="3.5" cy="8" r=".8"/><circle cx="8" cy="8" r=".8"/><circle cx="12.5" cy="8" r=".8"/>',
    "link": '<path d="M6.5 9.5l3-3M7 4.5l1-1a2.8 2.8 0 0 1 4 4l-1 1M9 11.5l-1 1a2.8 2.8 0 0 1-4-4l1-1"/>',
    "right": '<path d="M6 4l4 4-4 4"/>',
    "left": '<path d="M10 4l-4 4 4 4"/>',
    "down": '<path d="M5 6.5l3 3 3-3"/>',
    "up": '<path d="M5 9.5l3-3 3 3"/>',
    "lock": '<rect x="3.5" y="7" width="9" height="6" rx="1.2"/><path d="M5.5 7V5.2a2.5 2.5 0 0 1 5 0V7"/>',
    "eye": '<path d="M1.5 8S4 3.8 8 3.8 14.5 8 14.5 8 12 12.2 8 12.2 1.5 8 1.5 8z"/><circle cx="8" cy="8" r="1.8"/>',
    "chart": '<path d="M2.5 2.5v11h11"/><path d="M5 10.5l2.5-3 2 1.5 3.5-4.5"/>',
    "table": '<rect x="2.5" y="3" width="11" height="10" rx="1"/><path d="M2.5 6.5h11M2.5 9.8h11M6.5 6.5V13"/>',
    "outline": '<path d="M2.5 4h4M5.5 8h8M5.5 12h8M9 4h4.5"/>',
    "import": '<path d="M8 2.5v7M5 7l3 3 3-3"/><path d="M2.5 10.5v2a1 1 0 0 0 1 1h9a1 1 0 0 0 1-1v-2"/>',
    "export": '<path d="M8 10V2.8M5 5.5l3-3 3 3"/><path d="M2.5 10.5v2a1 1 0 0 0 1 1h9a1 1 0 0 0 1-1v-2"/>',
    "edit": '<path d="M3 13l.6-2.8L10.8 3a1.4 1.4 0 0 1 2.2 2.2L5.8 12.4z"/><path d="M9.5 4.3l2.2 2.2"/>',
    "move": '<path d="M3 3.5v6a1.5 1.5 0 0 0 1.5 1.5H13"/><path d="M10 8l3 3-3 3"/>',
    "moon": '<path d="M13 9.6A5.5 5.5 0 1 1 6.4 3a4.5 4.5 0 0 0 6.6 6.6z"/>',
    "sun": '<circle cx="8" cy="8" r="2.8"/><path d="M8 1.5v1.5M8 13v1.5M1.5 8H3M13 8h1.5M3.4 3.4l1 1M11.6 11.6l1 1M3.4 12.6l1-1M11.6 4.4l1-1"/>',
    "keyboard": '<rect x="1.5" y="4" width="13" height="8.5" rx="1.2"/><path d="M4.3 6.8h.01M7 6.8h.01M9.7 6.8h.01M12 6.8h.01M4.5 9.8h7"/>',
    "printer": '<path d="M4.5 6V2.5h7V6M4.5 11.5h-1a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1h9a1 1 0 0 1 1 1v3.5a1 1 0 0 1-1 1h-1"/><path d="M4.5 9.5h7v4h-7z"/>',
    "leave": '<path d="M6.5 13.5h-3a1 1 0 0 1-1-1v-9a1 1 0 0 1 1-1h3M10.5 11l3-3-3-3M13.2 8H6"/>',
    "help": '<circle cx="8" cy="8" r="5.8"/><path d="M6.3 6.3a1.8 1.8 0 1 1 2.5 1.7c-.6.3-.8.6-.8 1.2M8 11.4h.01"/>',
    "history": '<path d="M3 8a5 5 0 1 0 1.6-3.7"/><path d="M2.8 2v2.8h2.8M8 5.3V8l1.8 1.3"/>',
    "filter": '<path d="M2.5 4h11M4.5 8h7M6.5 12h3"/>',
}

_SHAPES: dict[str, str] = {
    "on_track": '<circle cx="6" cy="6" r="4.6" fill="currentColor"/>',
    "at_risk": '<path d="M6 .9l5.4 9.8H.6z" fill="currentColor"/>',
    "off_track": '<path d="M6 .4L11.6 6 6 11.6.4 6z" fill="currentColor"/>',
    "too_early": '<circle cx="6" cy="6" r="4.2" fill="none" stroke="currentColor"'
    ' stroke-width="1.5" stroke-dasharray="2 1.8"/>',
}


@cache
def icon(name: str, label: str = "", size: str = "") -> Markup:
    """An icon by its name; unknown names raise KeyError. A label makes it speak, else it is silent.

    `size` may be "small" (13 px); the usual size is 16 px.
    """
    extra = f" icon--{size}" if size else ""
    silent = ' aria-hidden="true"' if not label else f' role="img" aria-label="{escape(label)}"'
    return Markup(
        f'<svg class="icon{extra}" viewBox="0 0 16 16" fill="none" stroke="currentColor"'
        f' stroke-width="1.4" stroke-linecap="round" stroke-linejoin="round"{silent}>'
        f"{_STROKES[name]}</svg>"
    )


@cache
def shape(status: str) -> Markup:
    """The bare shape of a status: circle, triangle, diamond or a dashed ring. Say the word beside it."""
    return Markup(
        f'<svg class="shape" viewBox="0 0 12 12" aria-hidden="true">{_SHAPES[status]}</svg>'
    )


SPARK = Markup(
    '<svg class="spark" viewBox="0 0 14 14" aria-hidden="true"><path fill="currentColor"'
    ' d="M7 .8l1.5 4.2L13 7 8.5 8.9 7 13.2 5.5 8.9 1 7l4.5-2z"/></svg>'
)
"""The sign of everything that the system computed or suggests."""

MARK = Markup(
    '<span class="mark"><svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">'
    '<path d="M1 11L7 2l6 9-6-3z" fill="currentColor"/></svg></span>'
)


def icon_names() -> tuple[str, ...]:
    """Every name that `icon` knows."""
    return tuple(_STROKES)
