"""The further pages of importing, which are there only after a file was read."""

from datetime import date
from itertools import count

from playwright.sync_api import Page

from tests.browser.signing_in import PRIIT
from tests.browser.tour import HERE, Stop

_TIMES = count(1)
_HEAD = "Objective|Key result|Chief|Team|Start date|Due date|Baseline|Target|Now|Status"
# One question for two columns, two rows that do not fit for the same reason, a new team.
_ROWS = (
    "Riders trust us {n}|Repairs in time|Ines Okafor|Workshop network|{dates}|71|95|74|on track",
    "|Loan bikes handed over within an hour|Aiko Sato||{dates}|40|90|52|at risk",
    "|Promises broken without a call|Nora Berg||{dates}|12|12||off track",
    "The floor runs itself {n}|Shifts run alone|Jonas Wolf|Nights|{dates}|20|80|35|on track",
    "|Hand-overs written down|Jonas Wolf|Nights|{dates}|0|0||tbd",
)


def rows() -> str:
    """The rows as they are copied from a spreadsheet, each time other goals of this month."""
    today = date.today()  # noqa: DTZ011 (the demo is of today)
    day, later = [n for n in range(2, 6) if n != today.month][:2]
    dates = f"0{day}/{today:%m/%Y}|0{later}/{today:%m/%Y}"
    number = next(_TIMES)
    lines = [_HEAD, *(row.format(n=number, dates=dates) for row in _ROWS)]
    return "\n".join(lines).replace("|", "\t")


def to_columns(page: Page) -> None:
    """Paste the rows: what do the columns hold?"""
    page.fill("textarea", rows())
    page.get_by_role("button", name="Read it").click()
    page.wait_for_url("**/columns")


def to_differences(page: Page) -> None:
    """Go on with the columns as proposed: what would change, and what must be asked."""
    to_columns(page)
    page.get_by_role("button", name="Show the differences").first.click()
    page.wait_for_url("**/differences")


def to_what_fits(page: Page) -> None:
    """Answer for all columns, leave out what does not fit: what is left to import."""
    to_differences(page)
    page.get_by_label("Day first").check()
    page.get_by_role("button", name="Answer").click()
    page.get_by_role("button", name="Leave these rows out").click()
    page.get_by_role("button", name="Import 5 goals").wait_for()


def to_done(page: Page) -> None:
    """Import what fits."""
    to_what_fits(page)
    page.get_by_role("button", name="Import 5 goals").click()
    page.wait_for_url("**/done")


def to_past(page: Page) -> None:
    """Look at the import afterwards."""
    to_done(page)
    page.get_by_role("link", name="This import can be undone").click()
    page.wait_for_url("**/imports/*")


def to_undo(page: Page) -> None:
    """Ask what undoing would do."""
    to_past(page)
    page.get_by_role("link", name="Undo this import").click()
    page.wait_for_url("**/undo")


def to_undone(page: Page) -> None:
    """Undo it."""
    to_undo(page)
    page.get_by_role("button", name="Undo this import").click()
    page.wait_for_url("**/imports/*")


_IMPORT = f"{HERE}/import"
IMPORTING = (
    Stop("import-columns", _IMPORT, PRIIT, through=to_columns),
    Stop("import-differences", _IMPORT, PRIIT, through=to_differences),
    Stop("import-what-fits", _IMPORT, PRIIT, through=to_what_fits),
    Stop("import-done", _IMPORT, PRIIT, through=to_done),
    Stop("import-past", _IMPORT, PRIIT, through=to_past),
    Stop("import-undo", _IMPORT, PRIIT, through=to_undo),
    Stop("import-undone", _IMPORT, PRIIT, through=to_undone),
)
