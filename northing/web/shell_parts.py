"""The frame's markup, kept by the values it shows: most pages show one that was shown before."""

from functools import lru_cache
from typing import NamedTuple

from jinja2 import Environment, pass_environment
from markupsafe import Markup

from northing.web.shell import Shell

MOST_KEPT = 256


class ShellParts(NamedTuple):
    """What stands beside the content of a page. Nothing in it belongs to one request."""

    sidebar: Markup
    tabs: Markup
    menu: Markup
    dialogs: Markup


@pass_environment
@lru_cache(maxsize=MOST_KEPT)
def shell_parts(environment: Environment, shell: Shell) -> ShellParts:
    """The parts for a shell. Rendering them takes as long as reading all that the frame shows."""

    def part(name: str) -> Markup:
        return Markup(environment.get_template(f"shell/{name}.html").render(shell=shell))

    return ShellParts(part("sidebar"), part("tabs"), part("menu"), part("dialogs"))
