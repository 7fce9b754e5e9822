"""Which fields of a goal the file itself states: an update touches no others."""

from decimal import Decimal

from northing.spreadsheets.rules.entries import Entry
from northing.spreadsheets.rules.fields import Field

_GIVEN_BY = {
    "owner": (Field.OWNER,),
    "team": (Field.TEAM,),
    "start": (Field.START,),
    "due": (Field.DUE,),
    "why": (Field.WHY, Field.KEEP),
    "tags": (Field.TAGS,),
    "visibility": (Field.VISIBILITY,),
    "ambition": (Field.AMBITION,),
    "definition": (Field.DEFINITION,),
    "contributors": (Field.CONTRIBUTORS,),
    "measure": (Field.BASELINE, Field.TARGET),
    "value": (Field.CURRENT, Field.PERCENT_DONE, Field.STATUS),
    "confidence": (Field.CONFIDENCE, Field.STATUS),
    "note": (Field.NOTE,),
}


def given_fields(entry: Entry, weight: Decimal | None) -> frozenset[str]:
    """The names of the fields that the entry's own cells state."""
    found = {
        name
        for name, fields in _GIVEN_BY.items()
        if any(entry.text(field) for field in fields) or (name == "why" and entry.kept)
    }
    if entry.parents or entry.text(Field.PARENT) or weight is not None:
        found.add("parents")
    return frozenset(found | {"statement"})
