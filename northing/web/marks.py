"""Small marks that stand in every row of a table, made once for each thing they can say."""

from functools import lru_cache

from markupsafe import Markup, escape

from northing.web.formats import STATUS_WORDS
from northing.web.icons import shape


@lru_cache(maxsize=256)
def status_mark(status: str, word: str = "", look: str = "") -> Markup:
    """A status as shape and word; `look` is "" (plain), "pill" or "shape" (a hidden word)."""
    said = escape(word or STATUS_WORDS[status])
    kind = f"status status--{status}{' pill' if look == 'pill' else ''}"
    if look == "shape":
        said = Markup('<span class="visually-hidden">{}</span>').format(said)
    return Markup('<span class="{}">{}{}</span>').format(kind, shape(status), said)


@lru_cache(maxsize=2048)
def avatar_mark(initials: str, hue: int, name: str = "", size: str = "") -> Markup:
    """Initials on a hue (0 to 7); `size` is "", "small" or "large". Silent: the name speaks."""
    kind = f"avatar hue-{hue}{f' avatar--{size}' if size else ''}"
    title = Markup(' title="{}"').format(name) if name else Markup("")
    return Markup('<span class="{}"{} aria-hidden="true">{}</span>').format(kind, title, initials)


@lru_cache(maxsize=64)
def says_mark(words: str, is_computed: bool = False) -> Markup:
    """ "6 in 10" with a big figure; in iris when it is computed."""
    kind = "says computed" if is_computed else "says"
    figure, _, rest = words.partition(" in ")
    small = Markup("<small>in {}</small>").format(rest) if rest else Markup("")
    return Markup('<span class="{}">{}{}</span>').format(kind, figure, small)
