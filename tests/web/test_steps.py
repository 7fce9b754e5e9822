"""The page on which a goal's steps are planned anew."""

from collections.abc import Callable

import pytest
from django.test import Client

from northing.drafts.actions import keep
from northing.goals.models import Step
from northing.people.models import Person
from tests.cast import Kestrel

SignIn = Callable[[Person], Client]
STEPS = "/kestrel/goals/IO-1/steps"


@pytest.fixture
def ines(kestrel: Kestrel, signed_in: SignIn) -> Client:
    return signed_in(kestrel.ines)


def typed(**changes: str) -> dict[str, str]:
    """The form as it comes, with changes."""
    fields: dict[str, str] = {}
    for number, step in enumerate(Step.objects.order_by("position")):
        fields[f"step{number}_key"] = str(step.pk)
        fields[f"step{number}_title"] = step.title
        fields[f"step{number}_due"] = str(step.due)
    return fields | changes


def titles() -> list[str]:
    return list(Step.objects.order_by("position").values_list("title", flat=True))


def test_a_step_is_dated_anew_taken_out_and_added(kestrel: Kestrel, ines: Client) -> None:
    changes = {"step1_due": "2027-02-26", "step2_title": "", "step4_title": "Celebrate"}
    answer = ines.post(STEPS, typed(**changes))
    assert answer["Location"] == "/kestrel/s/IO-1"
    expected = ["Choose the twelve", "Book the trainer", "All twelve certified", "Celebrate"]
    assert titles() == expected
    assert str(Step.objects.get(title="Book the trainer").due) == "2027-02-26"
    assert "Saved" in ines.get("/kestrel/s/IO-1").content.decode()
    told = ines.get("/kestrel/goals/IO-1/log").content.decode()
    assert "<ins>Book the trainer by 26 February 2027, Celebrate</ins>" in told
    assert "Choose the twelve" not in told


def test_a_day_outside_the_goal_is_told_at_its_field(kestrel: Kestrel, ines: Client) -> None:
    answer = ines.post(STEPS, typed(step1_due="2028-01-01", step0_title=""))
    assert answer.status_code == 422
    text = answer.content.decode()
    assert 'id="id_step1_due-error"' in text
    assert 'value="2028-01-01"' in text


def test_another_row_keeps_what_was_typed(kestrel: Kestrel, ines: Client) -> None:
    text = ines.post(STEPS, typed(more="1", step0_title="Choose ten")).content.decode()
    assert 'value="Choose ten"' in text
    assert 'name="step4_title"' in text
    assert titles()[0] == "Choose the twelve"


def test_a_draft_comes_back_and_can_be_discarded(kestrel: Kestrel, ines: Client) -> None:
    keep(kestrel.ines, "goal-steps-IO-1", {"step0_title": ["Half a thought"]})
    assert "Half a thought" in ines.get(STEPS).content.decode()
    ines.post(STEPS, {"discard": "1"})
    assert "Half a thought" not in ines.get(STEPS).content.decode()


def test_whoever_may_not_edit_is_refused(kestrel: Kestrel, signed_in: SignIn) -> None:
    assert signed_in(kestrel.ruth).get(STEPS).status_code == 403
    assert "/steps" not in signed_in(kestrel.ruth).get("/kestrel/s/IO-1").content.decode()
