"""What a page weighs: sheets, scripts and fonts stay small."""

import gzip
import time
from pathlib import Path

import django_htmx

from northing.web.component_samples import sample
from northing.web.jinja import TEMPLATES, environment

STATIC = TEMPLATES.parent / "static"
SHARED_SHEETS = ("base", "shell", "control", "content", "chart", "overlay")

ROW = """
{% import "macros/status.html" as st %}{% import "macros/person.html" as who %}
{% import "macros/measure.html" as m %}
{% for row in rows %}<tr><td>{{ st.status(row.status) }}<a href="#">{{ row.name }}</a></td>
<td>{{ m.path(row.start, row.now, row.target, row.unit) }}</td>
<td>{{ m.way_covered(row.covered, gone) }}</td>
<td>{{ sparkline(row.spark, series.start, series.due, row.target) }}</td>
<td>{{ m.owner_says(row.says) }}</td><td>{{ m.numbers_say("5 in 10") }}</td>
<td>{{ who.person_age("Ines Okafor", row.owner[0], row.owner[1], "2 d") }}</td></tr>{% endfor %}
"""


def compressed(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 9))


def test_the_shared_sheets_weigh_at_most_14_kilobytes() -> None:
    sheets = [STATIC / "css" / f"{name}.css" for name in SHARED_SHEETS]
    assert sum(map(compressed, sheets)) <= 14 * 1024


def test_all_scripts_and_htmx_weigh_at_most_40_kilobytes() -> None:
    htmx = Path(django_htmx.__file__).parent / "static" / "django_htmx" / "htmx-2.min.js"
    assert sum(map(compressed, [htmx, *(STATIC / "js").glob("*.js")])) <= 40 * 1024


def test_modules_do_not_import_each_other() -> None:
    # A module loaded under a hashed and a plain name would run twice.
    for path in (STATIC / "js").glob("*.js"):
        assert not any(line.startswith("import ") for line in path.read_text().splitlines())


def test_fonts_come_with_their_licences() -> None:
    assert {path.name for path in (STATIC / "fonts").iterdir()} == {
        "inter.woff2",
        "newsreader.woff2",
        "OFL-inter.txt",
        "OFL-newsreader.txt",
    }


def test_sheets_use_colours_by_their_tokens_only() -> None:
    for name in ("shell", "content", "chart"):
        sheet = (STATIC / "css" / f"{name}.css").read_text().replace("#fff", "")  # paper is white
        assert "#" not in sheet


def test_fifty_rows_of_goals_render_in_a_few_milliseconds() -> None:
    values = sample()
    values["rows"] = (values["rows"] * 13)[:50]
    template, spent = environment().from_string(ROW), []
    for _ in range(15):
        started = time.process_time()
        template.render(**values)
        spent.append(time.process_time() - started)
    assert min(spent) < 0.012  # 3.5 ms on a quiet machine
