"""Drafts, files, deep plans and extreme numbers: what comes in by other ways than one field."""

import io
import json
from time import process_time
from typing import Any

import pytest

from northing.goals.models import AlignmentLink, Goal
from northing.storage.keys import new_key
from tests.access import hostile, sending
from tests.access.town import HERE, Town
from tests.access.visiting import ask, browser_of, undone

DEEP = 1_500
BODIES: dict[str, Any] = {
    "half a pair": '{"fields": {"statement": ["a\\ud800b"]}}',
    "half a pair as a name": '{"fields": {"\\udfff": ["a"]}}',
    "null": '{"fields": {"statement": ["a\\u0000b"]}}',
    "no number": '{"fields": {"a": [NaN]}}',
    "a list": "[]",
    "a number": "1e1000000",
    "digits": '{"fields": {"a": [' + "9" * 5_000 + "]}}",
    "deep lists": "[" * 100_000,
    "deep objects": '{"a":' * 50_000,
    "nothing": "",
    "no UTF-8": b"\xff\xfe\x00",
    "a text": '{"fields": {"a": "x"}}',
    "huge": json.dumps({"fields": {"a": ["x" * 200_000]}}),
    "larger than read": "x" * 2_000_000,
    "many": json.dumps({"fields": {str(number): ["x" * 20] for number in range(9_000)}}),
}
CELLS = {
    "long": "x" * 30_000,
    "dots": "1." * 4_000,
    "dashes": "-" * 8_000,
    "addresses": "a@" + "b." * 4_000,
    "commas": ", " * 4_000,
    "days": "2027-" * 1_600,
    "markup": hostile.TEXTS["markup"],
    "direction": hostile.TEXTS["right to left"],
    "formula": "=1+1",
    "too large": "1e400",
    "no number": "NaN",
    "far away": "9999-12-31",
}
HEADINGS = ("Objective", "Key result", "Owner", "Start", "Target", "Current", "Unit", "Due")
HEADINGS += ("Confidence", "Note", "Tags", "Team", "Cycle", "ID", "Weight", "Status", "Why")


@pytest.mark.parametrize("body", BODIES)
def test_what_is_no_draft_is_refused_in_words(body: str, town: Town) -> None:
    for key in ("goal-new", "check-in-WN-2.1"):
        answer = ask(
            town, "owner", f"/{HERE}/drafts/{key}", BODIES[body], content_type="application/json"
        )
        assert (answer.status in (413, 422), answer.wrote) == (True, False)
        assert json.loads(answer.text)["message"]


@pytest.mark.parametrize("text", ["{{7*7}}", "\u202e\u2066", "9" * 1_000, "<b>", "none", "²"])
def test_a_page_bears_whatever_its_draft_holds(text: str, town: Town) -> None:
    key_result = town.goals["organization"].key_result.short_id
    pages = {
        "goal-new": "goals/new",
        f"check-in-{key_result}": f"goals/{key_result}/check-ins",
        f"goal-edit-{key_result}": f"goals/{key_result}/edit",
        f"goal-steps-{key_result}": f"goals/{key_result}/steps",
    }
    names = {"statement", "method", "kr0_kind", "kr99_kind", "step0_title", "step0_due", "owner"}
    names |= {"owner_id", "version", "visibility", "m_kind", "value", "confidence", "note"}
    names |= {"steps", "with_steps", "start", "due", "cycle", "team", "pillar", "ambition"}
    for key, place in pages.items():
        with undone():
            browser = browser_of(town, "owner")
            draft = json.dumps({"fields": {name: [text, text] for name in names}})
            kept = browser.post(f"/{HERE}/drafts/{key}", draft, content_type="application/json")
            shown = [browser.get(f"/{HERE}/{one}").status_code for one in (place, "my/week")]
        assert (kept.status_code, shown) == (200, [200, 200]), key


@pytest.mark.parametrize("cell", CELLS)
def test_an_import_bears_a_hostile_cell_in_any_column(cell: str, town: Town) -> None:
    usual = {"Objective": "Grow", "Key result": "Sell more", "Start": "0", "Target": "12"}
    quoted = '"' + str(CELLS[cell]).replace('"', '""') + '"'
    rows = [
        ",".join(quoted if name == odd else usual.get(name, "") for name in HEADINGS)
        for odd in HEADINGS
    ]
    begun = process_time()
    with undone():
        browser = browser_of(town, "admin")
        pasted = "\n".join([",".join(HEADINGS), *rows])
        taken = browser.post(f"/{HERE}/import", {"pasted": pasted})
        place = taken["Location"].removesuffix("/columns")
        shown = [browser.get(f"{place}/{one}").status_code for one in ("columns", "differences")]
        applied = browser.post(f"{place}/apply").status_code
    assert (shown, applied in (303, 422)) == ([200, 200], True)
    assert process_time() - begun < 4


@pytest.mark.parametrize(
    "name", ["\u202efdp.exe", "../../x.csv", "x" * 300 + ".csv", "a\r\nb.csv", ""]
)
def test_no_file_name_breaks_the_upload(name: str, town: Town) -> None:
    with undone():
        file = io.BytesIO(sending.ROWS.encode())
        file.name = name or "\x00"
        answer = browser_of(town, "admin").post(f"/{HERE}/import", {"file": file})
    assert answer.status_code in (303, 422)


@pytest.mark.parametrize("numbers", [("0", "9" * 28), ("9" * 28, "-" + "9" * 28), ("0", "1e-27")])
@pytest.mark.parametrize("method", ["average", "sum", "by_size"])
def test_the_largest_numbers_are_shown_and_rolled_up(
    numbers: tuple[str, str], method: str, town: Town
) -> None:
    baseline, target = numbers
    fields = sending.new_goal(town, "")
    for row in ("kr0", "kr1"):
        words = {"statement": f"Of {row}", "kind": "from_to", "baseline": baseline}
        fields |= {f"{row}_{name}": one for name, one in (words | {"target": target}).items()}
    with undone():
        browser = browser_of(town, "owner")
        page = browser.post(f"/{HERE}/goals/new", fields)["Location"]
        objective = Goal.objects.get(short_id=page.split("/o/")[1][:4])
        objective.roll_up = method
        objective.save()
        for value in ("9" * 28, "1", "-" + "9" * 28):
            for row in objective.links_down.all():
                place = f"/{HERE}/goals/{row.child.short_id}/check-ins"
                said = browser.post(place, {"value": value, "confidence": "5", "confirm": value})
                assert said.status_code in (303, 422)
            for shown in (page, f"/{HERE}/my/week", f"/{HERE}/goals?view=table", place):
                assert browser.get(shown).status_code == 200


def test_a_plan_thousands_deep_breaks_nothing(town: Town) -> None:
    with undone():
        deepest, top = _dug(town), "DEEP-0"
        browser = browser_of(town, "organization owner")
        for place in (
            "goals",
            f"goals?q={deepest}",
            f"goals?root={deepest}",
            "map",
            f"o/{deepest}",
        ):
            assert browser.get(f"/{HERE}/{place}", follow=True).status_code == 200, place
        parent = sending.new_goal(town, "") | {"parent": deepest}
        assert browser.post(f"/{HERE}/goals/new", parent).status_code == 303
        links = {"serves0": deepest, "mode0": "contributes", "weight0": "1"}
        loop = browser.post(f"/{HERE}/goals/{top}/alignment", links)
        assert loop.status_code == 422
        assert "1489 more → DEEP-5" in loop.content.decode()


def _dug(town: Town) -> str:
    above = town.kestrel.company
    same = {"organization": above.organization, "cycle": above.cycle, "owner": above.owner}
    goals = [
        Goal(
            id=new_key(),
            kind="objective",
            short_id=f"DEEP-{level}",
            statement=f"Level {level}",
            start=above.start,
            due=above.due,
            **same,
        )
        for level in range(DEEP)
    ]
    Goal.objects.bulk_create(goals)
    AlignmentLink.objects.bulk_create(
        AlignmentLink(organization=above.organization, child=child, parent=parent)
        for parent, child in zip([above, *goals], goals, strict=False)
    )
    return goals[-1].short_id
