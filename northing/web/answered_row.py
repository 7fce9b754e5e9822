"""What a check-in becomes, as markup made in Python: my week has many, and a macro costs more."""

from collections.abc import Callable

from markupsafe import Markup, escape

from northing.web.charts.small import sparkline
from northing.web.check_in_forms import Answered
from northing.web.icons import SPARK, icon
from northing.web.marks import status_mark


def answered_row(row: Answered, at: Callable[[str], str]) -> Markup:
    """A closed box with what was said and a link to it; `at` gives the organization's addresses."""
    goal, said, statement = row.goal, escape(row.said), escape(row.goal.statement)
    status, computed, line = status_mark(goal.status.value), "", ""
    if row.computed:
        computed = f' <span class="computed">{SPARK}{escape(row.computed)}</span>'
    if len(row.values) > 1:
        line = sparkline(row.values, goal.start, goal.due, None, 104)
    return Markup(
        f'<details class="check-in check-in--answered" name="check-in"'
        f' id="check-in-{escape(row.ids)}" data-check-in data-answered="1">\n'
        f'<summary><span class="check-in-place">{icon("check", "Checked in")}</span>'
        f'<span class="row-text"><b>{statement}</b><span class="tiny muted">{said}{computed}</span>'
        f'</span><span class="desktop-only">{line}</span>{status}</summary>\n'
        f'<p class="check-in-more small"><b>{statement}</b> {said}.'
        f' <a class="link" href="{escape(at(row.address))}">See it, or correct it</a></p>\n'
        f"</details>"
    )
