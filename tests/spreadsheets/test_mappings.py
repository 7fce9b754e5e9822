"""Mappings made by hand: files with the same headings are read so the next time."""

import pytest

from northing.goals.models import Goal
from northing.people.models import Organization
from northing.spreadsheets.actions.importing import import_upload
from northing.spreadsheets.models import RememberedMapping
from northing.spreadsheets.rules.cells import Upload
from northing.spreadsheets.rules.fields import Field
from northing.spreadsheets.rules.planning import Wishes
from tests.cast import TODAY, Kestrel, person
from tests.spreadsheets.importing import csv_upload, look_at

_HEAD = "Objective,Key result,Chief,Memo"


def _file(name: str, head: str = _HEAD, row: str = "Grow,Sell,Ines Okafor,x") -> Upload:
    return csv_upload(f"{head}\n{row}\n", name)


@pytest.fixture
def mapped(kestrel: Kestrel) -> Kestrel:
    """The organization after a file whose column Chief was mapped by hand."""
    wishes = Wishes(mapping={"a.csv!C": "owner", "a.csv!D": "note"})
    import_upload(_file("a.csv"), wishes, kestrel.marijke, TODAY)
    return kestrel


def _fields(kestrel: Kestrel, upload: Upload) -> list[Field]:
    return [use.field for use in look_at(upload, kestrel.marijke).tables[0].uses]


def test_the_same_headings_are_read_as_last_time(mapped: Kestrel) -> None:
    shown = look_at(_file("b.csv", row="Learn,Read,Aiko Sato,y"), mapped.marijke)
    assert [each.draft.owner.name for each in shown.new if each.draft.statement == "Read"] == [
        "Aiko Sato"
    ]
    assert [use.is_remembered for use in shown.tables[0].uses] == [False, False, True, True]


def test_in_whatever_order_and_spelling_they_stand(mapped: Kestrel) -> None:
    moved = _file("b.csv", "CHIEF,memo,Objective,Key Result", "Ines Okafor,x,Grow,Sell")
    assert _fields(mapped, moved)[:2] == [Field.OWNER, Field.NOTE]


def test_other_headings_are_read_as_proposed(mapped: Kestrel) -> None:
    more = _file("b.csv", f"{_HEAD},Team", "Grow,Sell,Ines Okafor,x,Owner care")
    assert _fields(mapped, more)[2] is Field.KEEP


def test_a_mapping_by_hand_comes_before_what_is_remembered(mapped: Kestrel) -> None:
    shown = look_at(_file("b.csv"), mapped.marijke, mapping={"b.csv!C": "tags"})
    assert [use.field for use in shown.tables[0].uses][2:] == [Field.TAGS, Field.NOTE]


def test_what_is_read_as_proposed_again_is_forgotten(mapped: Kestrel) -> None:
    back = Wishes(mapping={"b.csv!C": "keep", "b.csv!D": "keep"})
    import_upload(_file("b.csv"), back, mapped.marijke, TODAY)
    assert not RememberedMapping.objects.exists()


def test_a_file_read_as_proposed_leaves_nothing_to_remember(kestrel: Kestrel) -> None:
    import_upload(csv_upload("Objective,KR\nGrow,Sell\n"), Wishes(), kestrel.marijke, TODAY)
    assert Goal.objects.filter(statement="Sell").exists()
    assert not RememberedMapping.objects.exists()


def test_other_organizations_know_nothing_of_it(mapped: Kestrel) -> None:
    other = Organization.objects.create(name="Magpie", slug="magpie", key="MP")
    owner = person(other, "Olga Pike", "OP", role="owner")  # type: ignore[arg-type]
    assert look_at(_file("b.csv"), owner).tables[0].uses[2].field is Field.KEEP
