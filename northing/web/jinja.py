"""The template engine of our own pages: strict, escaping, and with the few words that pages share.

Django loads it by `"environment": "northing.web.jinja.environment"`.
"""

from collections.abc import Callable, Mapping, MutableMapping
from functools import cache
from pathlib import Path
from typing import Any

from django.templatetags.static import static
from django.urls import reverse
from django_htmx.jinja import htmx_script
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from northing.web import charts, formats, icons, marks
from northing.web.shell_parts import shell_parts
from northing.web.wordings_place import language_model_host

TEMPLATES = Path(__file__).parent / "templates"

_FILTERS: Mapping[str, Callable[..., Any]] = {
    "number": formats.number,
    "amount": formats.amount,
    "percent": formats.percent,
    "tenths": formats.tenths,
    "long_day": formats.long_day,
    "short_day": formats.short_day,
    "day_of": formats.day_of,
    "age": formats.age,
    "due_in": formats.due_in,
    "machine_time": formats.machine_time,
    "moment": formats.moment,
    "initials": formats.initials,
    "plural": formats.plural,
}


def url(name: str, *args: Any, **kwargs: Any) -> str:
    """The address of a named page."""
    return reverse(name, args=args, kwargs=kwargs)


_GLOBALS: Mapping[str, Any] = {
    "static": cache(static),
    "url": url,
    "htmx_script": cache(htmx_script),
    "shell_parts": shell_parts,
    "language_model_host": language_model_host,
    "icon": icons.icon,
    "shape": icons.shape,
    "SPARK": icons.SPARK,
    "MARK": icons.MARK,
    "status_mark": marks.status_mark,
    "avatar_mark": marks.avatar_mark,
    "says_mark": marks.says_mark,
    "change": formats.change,
    "days_between": formats.days_between,
    "STATUS_WORDS": formats.STATUS_WORDS,
    "PACE_WORDS": formats.PACE_WORDS,
    "measure_chart": charts.measure_chart,
    "measure_table": charts.measure_table,
    "sparkline": charts.sparkline,
    "bullet": charts.bullet,
    "cycle_ruler": charts.cycle_ruler,
}


class _Environment(Environment):
    """Gives every template its globals as one plain dict.

    Jinja's own are a chain of two, and it walks that chain in Python at each `import` of each page.
    """

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        return {**self.globals, **(d or {})}


def environment(**options: Any) -> Environment:
    """An environment for Django's Jinja2 backend; every template is compiled once and kept."""
    options.setdefault("loader", FileSystemLoader(TEMPLATES))
    settings: dict[str, Any] = {
        **options,
        "autoescape": True,
        "undefined": StrictUndefined,
        "trim_blocks": True,
        "lstrip_blocks": True,
        "cache_size": -1,
        "extensions": ["jinja2.ext.do"],
    }
    made = _Environment(**settings)
    made.filters.update(_FILTERS)
    made.globals.update(_GLOBALS)
    return made
