"""Importing a file in a test, as the page and the command do it."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path

from northing.people.models import Person
from northing.spreadsheets.actions.importing import Outcome, import_upload, plan_for
from northing.spreadsheets.files import read_file
from northing.spreadsheets.rules.cells import Upload
from northing.spreadsheets.rules.plan import Plan
from northing.spreadsheets.rules.planning import Wishes
from tests.cast import TODAY

SAMPLES = Path(__file__).parent / "samples"
PUBLIC_PLAN = "public-plan-2018q4-2019q1.xlsx"
TRACKER = "tracker-as-people-keep-it.xlsx"
ZIELE = "ziele-2027.csv"


@cache
def sample(name: str) -> Upload:
    """A sample file, read."""
    return read_file(name, (SAMPLES / name).read_bytes())


def csv_upload(text: str, name: str = "plan.csv") -> Upload:
    """A CSV file, read."""
    return read_file(name, text.encode())


def bring_in(
    upload: Upload, by: Person, today: date = TODAY, answers: Mapping[str, str] | None = None
) -> Outcome:
    """Import an upload."""
    return import_upload(upload, Wishes(answers=answers or {}), by, today)


def look_at(
    upload: Upload,
    by: Person,
    today: date = TODAY,
    answers: Mapping[str, str] | None = None,
    mapping: Mapping[str, str] | None = None,
    sheets: Sequence[str] = (),
) -> Plan:
    """The plan of an upload, without writing."""
    wishes = Wishes(sheets, mapping or {}, answers or {})
    return plan_for(upload, wishes, by, today)
