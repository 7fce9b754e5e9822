"""The coach beside the composer: what it shows for what is typed, and what its buttons write."""

import html
import json
import re
from collections.abc import Callable

import pytest
from django.test import Client

from northing.coach.models import KeptAssessment
from northing.drafts.queries import draft_of
from northing.goals.models import Goal
from northing.people.models import Person
from tests.cast import Kestrel
from tests.counting import statements_of
from tests.web.test_composer import NEW, typed

SignIn = Callable[[Person], Client]
COACH = "/kestrel/goals/coach"


def shown(client: Client, **changes: str) -> str:
    """The panel, and what stands below the statements, for the fields of the composer."""
    answer = client.post(COACH, typed(**changes))
    assert answer.status_code == 200
    return html.unescape(answer.content.decode())


def marks(text: str, field: str) -> list[list[object]]:
    found = re.search(rf"data-fix-of=\"{field}\" data-marks='([^']*)'", text)
    assert found is not None
    places: list[list[object]] = json.loads(found[1])
    return places


def test_work_in_a_key_result_is_named_with_its_words_and_a_better_wording(
    kestrel: Kestrel, signed_in: SignIn
) -> None:
    text = shown(
        signed_in(kestrel.ruth),
        kr0_statement="Launch the call-back flow",
        kr0_baseline="",
        kr0_target="",
    )
    assert "“Launch” is a task" in text
    assert marks(text, "kr0_statement") == [[0, 6, "1"]]
    assert '<b class="blank">now?</b>' in text
    assert 'href="/kestrel/school/outcome_not_activity"' in text
    assert "ready</p>" in text


def test_a_better_wording_leaves_the_numbers_to_their_fields(
    kestrel: Kestrel, signed_in: SignIn
) -> None:
    text = shown(signed_in(kestrel.ruth), kr0_statement="Launch the call-back flow")
    sets = re.search(r"value=\"use:kr0\"[^>]*data-sets='([^']*)'", text)
    assert sets is not None
    assert "from" not in json.loads(sets[1])["kr0_statement"]


def test_what_is_met_is_ticked_with_the_words_that_meet_it(
    kestrel: Kestrel, signed_in: SignIn
) -> None:
    fields = {"method": "smart", "statement": "Train 12 mechanics by 15 March", "due": ""}
    text = shown(signed_in(kestrel.ines), **fields)
    assert '<b class="coach-letter">T</b><p>Says until when: “by 15 March”' in text
    assert '<b class="coach-letter">S</b>' in text


def test_a_written_part_of_a_smart_goal_answers_its_question(
    kestrel: Kestrel, signed_in: SignIn
) -> None:
    fields = {"method": "smart", "statement": "Train 12 mechanics by 15 March"}
    asks = "Is it within reach"
    assert asks in shown(signed_in(kestrel.ines), **fields)
    assert asks not in shown(signed_in(kestrel.ines), **fields, achievable="Two trainers are free")


@pytest.mark.parametrize(("new", "is_told"), [("on", True), ("", False)])
def test_whoever_is_new_to_it_is_told_to_learn_first(
    new: str, is_told: bool, kestrel: Kestrel, signed_in: SignIn
) -> None:
    words = "Win 3 games of the golf league by 30 June"
    text = shown(signed_in(kestrel.ruth), method="smart", statement=words, new_skill=new)
    assert ("a learning goal works better" in text) is is_told


def test_spans_count_code_points(kestrel: Kestrel, signed_in: SignIn) -> None:
    words = "Launch the 🚲🚲 flow and hire a writer"
    text = shown(signed_in(kestrel.ruth), kr0_statement=words)
    places = [tuple(mark[:2]) for mark in marks(text, "kr0_statement")]
    at = words.index("hire")
    assert (at, at + len("hire a writer")) in places


@pytest.mark.parametrize(
    "statement",
    [
        "",
        " \n ",
        "x" * 10_000,
        "launch " * 1_400,
        "12 34 56 %",
        "🚲🏳️‍🌈👩‍👩‍👧",
        "إطلاق خدمة جديدة by 15 March",
        "<script>alert(1)</script> Launch \"it\" & 'that' by May",
        "[[now?]] ] [ X to Y",
        "Launch\r\nthe flow\x00",
    ],
)
@pytest.mark.parametrize("method", ["okr", "smart", "healthy", "key_result", "nonsense"])
def test_any_text_gets_an_answer(
    kestrel: Kestrel, signed_in: SignIn, statement: str, method: str
) -> None:
    fields = typed(method=method, statement=statement, kr0_statement=statement)
    answer = signed_in(kestrel.ruth).post(COACH, fields)
    assert answer.status_code == 200
    assert b"<script" not in answer.content
    page = signed_in(kestrel.ruth).post(NEW, fields | {"check": "1"})
    assert page.status_code == 200
    assert b"<script>alert" not in page.content


def test_numbers_that_do_not_fit_count_as_none(kestrel: Kestrel, signed_in: SignIn) -> None:
    fields = {"kr0_baseline": "x", "kr0_target": "1e99999", "start": "soon", "kr0_kind": "none"}
    assert "Coach" in shown(signed_in(kestrel.ruth), **fields)


def test_checking_saves_nothing_and_keeps_what_was_typed(
    kestrel: Kestrel, signed_in: SignIn
) -> None:
    before = Goal.objects.count()
    fields = typed(check="1", kr0_statement="Launch the call-back flow")
    answer = signed_in(kestrel.ruth).post(NEW, fields)
    text = html.unescape(answer.content.decode())
    assert answer.status_code == 200
    assert "“Launch” is a task" in text
    assert ">\nLaunch the call-back flow</textarea>" in text
    assert Goal.objects.count() == before


def test_a_wording_is_taken_without_scripts(kestrel: Kestrel, signed_in: SignIn) -> None:
    fields = typed(check="use:kr0", kr0_statement="Launch the call-back flow")
    text = html.unescape(signed_in(kestrel.ruth).post(NEW, fields).content.decode())
    assert "who use the call-back flow every week</textarea>" in text


def test_two_things_become_two_lines(kestrel: Kestrel, signed_in: SignIn) -> None:
    fields = typed(check="split:kr0", kr0_statement="Hire a writer and cut churn to 3 %")
    text = html.unescape(signed_in(kestrel.ruth).post(NEW, fields).content.decode())
    assert ">\nHire a writer</textarea>" in text
    assert ">\nCut churn to 3 %</textarea>" in text


def test_a_number_in_an_objective_moves_to_a_key_result(
    kestrel: Kestrel, signed_in: SignIn
) -> None:
    fields = typed(check="down:statement", statement="Increase recommendations by 20 %")
    text = html.unescape(signed_in(kestrel.ruth).post(NEW, fields).content.decode())
    assert ">\nIncrease recommendations</textarea>" in text
    assert ">\nIncrease recommendations by 20 %</textarea>" in text


def test_what_is_meant_so_is_remembered_for_that_line_and_can_be_taken_back(
    kestrel: Kestrel, signed_in: SignIn
) -> None:
    work = {"kr0_statement": "Launch the flow", "kr1_statement": "Launch the other flow"}
    ruth = signed_in(kestrel.ruth)
    text = ruth.post(NEW, typed(**work, check="mean:kr0:O1")).content.decode()
    assert 'name="coach_deliberate" value="kr0:O1"' in text
    meant = shown(ruth, **work, coach_deliberate="kr0:O1")
    assert "Said by you" in meant
    assert meant.count('data-coach-finding="kr0:O1"') == 0
    assert meant.count('data-coach-finding="kr1:O1"') == 1
    back = ruth.post(NEW, typed(**work, coach_deliberate="kr0:O1", check="unmean:kr0:O1"))
    assert 'name="coach_deliberate" value=""' in back.content.decode()


def test_what_is_meant_so_of_all_goals_together_can_be_taken_back(
    kestrel: Kestrel, signed_in: SignIn
) -> None:
    alone = {f"kr{number}_statement": "" for number in range(1, 5)}
    text = shown(signed_in(kestrel.ruth), **alone)
    assert 'value="mean:set:Set2"' in text
    meant = shown(signed_in(kestrel.ruth), **alone, coach_deliberate="set:Set2")
    assert 'value="mean:set:Set2"' not in meant
    assert 'value="unmean:set:Set2"' in meant
    assert "(meant so)" in meant


def test_blanks_that_wait_are_not_ready(kestrel: Kestrel, signed_in: SignIn) -> None:
    text = shown(signed_in(kestrel.ruth), statement="[who?] can do more through the new flow")
    assert "“[who?]” waits for your words" in text
    assert marks(text, "statement") == [[0, 6, "1"]]


def test_a_day_that_the_cycle_says_already_is_not_offered(
    kestrel: Kestrel, signed_in: SignIn
) -> None:
    of_cycle = shown(signed_in(kestrel.ruth), kr0_statement="Raise it by the end of the quarter")
    of_its_own = shown(signed_in(kestrel.ruth), kr0_statement="Raise it by 1 February 2027")
    assert "offer:kr0" not in of_cycle
    assert "offer:kr0" in of_its_own


def test_german_is_answered_in_german(kestrel: Kestrel, signed_in: SignIn) -> None:
    fields = {"method": "smart", "statement": "Ich will mehr Sport machen", "due": ""}
    text = shown(signed_in(kestrel.ines), **fields, m_baseline="", m_target="")
    assert 'Ich will mehr Sport machen von <b class="blank">Stand?</b> auf' in text
    assert "Where from" not in text
    assert "„machen“" in text


def test_an_answer_counts(kestrel: Kestrel, signed_in: SignIn) -> None:
    ruth = signed_in(kestrel.ruth)
    asked = "Would you be proud to tell a friend"
    assert asked in shown(ruth)
    yes = shown(ruth, coach_answers="statement:inspiring=yes")
    assert asked not in yes
    assert "You would be proud to tell a friend" in yes
    assert 'value="unsay:statement:inspiring"' in yes
    not_yet = shown(ruth, coach_answers="statement:inspiring=not_yet")
    assert asked in not_yet
    assert 'aria-pressed="true">Not yet' in not_yet


def test_work_moves_to_a_smart_goal_and_the_rest_waits(kestrel: Kestrel, signed_in: SignIn) -> None:
    ruth = signed_in(kestrel.ruth)
    fields = typed(check="smart:kr0", kr0_statement="Launch the call-back flow")
    answer = ruth.post(NEW, fields | {"draft_key": "goal-new"})
    assert answer.status_code == 303
    page = ruth.get(answer["Location"]).content.decode()
    assert re.search(r'value="smart"[^>]* checked', page)
    assert ">\nLaunch the call-back flow</textarea>" in page
    left = draft_of(kestrel.ruth, "goal-new")
    assert left is not None
    assert left.fields["statement"] == [fields["statement"]]
    assert left.fields["kr0_statement"] == [""]


def test_a_button_that_is_not_there_does_nothing(kestrel: Kestrel, signed_in: SignIn) -> None:
    fields = typed(check="use:kr99")
    assert signed_in(kestrel.ruth).post(NEW, fields).status_code == 200


def test_the_panel_asks_the_database_little(kestrel: Kestrel, signed_in: SignIn) -> None:
    ruth = signed_in(kestrel.ruth)
    assert statements_of(lambda: ruth.post(COACH, typed())) <= 8


def test_what_was_told_is_kept_with_the_goals_when_they_are_shared(
    kestrel: Kestrel, signed_in: SignIn
) -> None:
    fields = typed(
        kr1_statement="Launch the call-back flow",
        kr1_kind="done",
        coach_deliberate="kr1:O1 statement:R1 kr0:nonsense",
        coach_answers="statement:inspiring=yes set:coverage=not_yet",
    )
    assert signed_in(kestrel.ruth).post(NEW, fields).status_code == 303
    launch = Goal.objects.get(statement="Launch the call-back flow")
    objective = Goal.objects.get(statement=fields["statement"])
    assert set(launch.meant.values_list("rule", flat=True)) == {"O1"}
    assert dict(objective.coach_answers.values_list("criterion", "answer")) == {
        "inspiring": "yes",
        "coverage": "not_yet",
    }
    assert KeptAssessment.objects.filter(goal__in=[launch, objective]).count() == 2


def test_the_load_of_its_owner_and_goals_like_it_are_named(
    kestrel: Kestrel, signed_in: SignIn
) -> None:
    text = shown(signed_in(kestrel.ruth), owner_id=str(kestrel.ruth.pk))
    assert "Ruth carries" in text
    alike = shown(signed_in(kestrel.ruth), kr0_statement=kestrel.slot_wait.statement)
    assert f"Close to {kestrel.slot_wait.short_id}" in alike


def test_private_goals_of_others_are_never_near(kestrel: Kestrel, signed_in: SignIn) -> None:
    Goal.objects.filter(pk=kestrel.slot_wait.pk).update(visibility="private")
    text = shown(signed_in(kestrel.ruth), kr0_statement=kestrel.slot_wait.statement)
    assert kestrel.slot_wait.short_id not in text


def test_the_page_of_changes_has_the_panel_for_its_statement(
    kestrel: Kestrel, signed_in: SignIn
) -> None:
    aiko = signed_in(kestrel.aiko)
    place = f"/kestrel/goals/{kestrel.slot_wait.short_id}/edit"
    page = aiko.get(place).content.decode()
    assert "data-coach-panel" in page
    assert "Close to" not in page
    sent = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page))
    fields = sent | {"statement": "Launch the slot board", "m_kind": "done", "owner": "Aiko Sato"}
    checked = aiko.post(place, fields | {"check": "1"})
    assert "is a task" in html.unescape(checked.content.decode())
    live = aiko.post(COACH, fields)
    assert 'form="editor"' in live.content.decode()
    assert "Move it there" not in live.content.decode()
    meant = fields | {"coach_deliberate": "statement:O1", "reason": "A board at last"}
    assert aiko.post(place, meant).status_code == 303
    assert set(kestrel.slot_wait.meant.values_list("rule", flat=True)) == {"O1"}
    assert 'value="statement:O1"' in aiko.get(place).content.decode()
