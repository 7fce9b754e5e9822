"""A statement with the words that findings point at underlined, and lessons' bold words."""

import re
from collections.abc import Iterable

from markupsafe import Markup, escape

from northing.coach.rules.findings import Span

_BOLD = re.compile(r"\*\*(.+?)\*\*")
_UNDERLINED = Markup('<u class="pointed">{}</u>')
_STRONG = Markup("<strong>{}</strong>")


def underlined(text: str, spans: Iterable[Span]) -> Markup:
    """The text with its spans underlined; where two overlap, the first holds."""
    parts, place = [], 0
    for span in sorted(spans):
        if span.start < place or span.end > len(text):
            continue
        parts += [escape(text[place : span.start]), _UNDERLINED.format(text[span.start : span.end])]
        place = span.end
    return Markup("").join([*parts, escape(text[place:])])


def emphasized(text: str) -> Markup:
    """A paragraph of a lesson: **these words** are bold."""
    pieces = _BOLD.split(text)
    return Markup("").join(
        _STRONG.format(piece) if n % 2 else escape(piece) for n, piece in enumerate(pieces)
    )
