"""Choosing the method: the line in the composer, the contrasts, and no word lost between them."""

import re
from collections.abc import Callable

import pytest
from django.test import Client

from northing.coach.models import MethodAnswers
from northing.drafts.actions import keep
from northing.drafts.models import Draft
from northing.goals.models import Goal
from northing.people.models import Person
from tests.cast import Kestrel
from tests.web.test_composer import typed

SignIn = Callable[[Person], Client]
NEW = "/kestrel/goals/new"
METHOD = f"{NEW}/method"
SUGGESTION = f"{NEW}/suggestion"


def checked(text: str, name: str) -> list[str]:
    """The values of a row's radio buttons that are chosen."""
    return re.findall(rf'name="{name}" value="(\w+)"[^>]* checked', text)


def test_the_composer_says_what_the_words_speak_for(kestrel: Kestrel, signed_in: SignIn) -> None:
    keep(kestrel.ruth, "goal-new", {"statement": ["We answer every call sooner"]})
    text = signed_in(kestrel.ruth).get(NEW).content.decode()
    assert "You wrote about <b>a team</b> and <b>a change over a quarter</b>, so OKR fits." in text
    assert 'name="take"' not in text


def test_another_method_is_one_press_away(kestrel: Kestrel, signed_in: SignIn) -> None:
    client = signed_in(kestrel.ruth)
    fields = typed(statement="I learn to weld", method="okr")
    line = client.post(SUGGESTION, fields).content.decode()
    assert "<b>yourself</b> and <b>a skill</b>, so a SMART goal fits." in line
    assert '<button class="link" type="submit" name="take" value="smart">' in line
    text = client.post(NEW, {**fields, "take": "smart"}).content.decode()
    assert checked(text, "method") == ["smart"]
    assert "I learn to weld" in text
    assert "Calls answered within a minute" in text
    assert not Goal.objects.filter(statement="I learn to weld").exists()


def test_a_line_that_says_the_same_is_not_sent_again(kestrel: Kestrel, signed_in: SignIn) -> None:
    client = signed_in(kestrel.ruth)
    fields = typed(statement="I learn to weld")
    line = client.post(SUGGESTION, fields).content.decode()
    said = re.search(r'name="said" value="([^"]*)"', line)
    assert said is not None
    again = client.post(SUGGESTION, {**fields, "said": _unescaped(said[1])})
    assert again.status_code == 204


def _unescaped(text: str) -> str:
    from html import unescape

    return unescape(text)


@pytest.mark.parametrize(
    ("statement", "method", "said"),
    [
        ("", "okr", "Write it in your own words"),
        ("A new roof", "okr", None),
        ("Keep the queue under 8 minutes", "key_result", "Keep healthy fits"),
        ("We answer every call sooner", "key_result", None),
        ("Book the hall for the concert", "smart", "It needs no goal"),
        ("Wir verlieren weniger Pakete", "okr", 'lang="de"'),
        ("<b>We</b> lose fewer parcels <script>", "okr", "<b>a team</b>"),
    ],
)
def test_what_the_line_says(
    kestrel: Kestrel, signed_in: SignIn, statement: str, method: str, said: str | None
) -> None:
    fields = typed(statement=statement, method=method)
    line = signed_in(kestrel.ruth).post(SUGGESTION, fields).content.decode()
    assert (said in line) if said else ("<p" not in line)
    assert "<script" not in line


def test_nothing_is_lost_on_the_way_to_the_contrasts_and_back(
    kestrel: Kestrel, signed_in: SignIn
) -> None:
    client = signed_in(kestrel.ines)
    fields = typed(draft_key="goal-new:smart:WN-1.1", due="2027-03-31", step0_title="Book a room")
    there = client.post(NEW, {**fields, "compare": "1"})
    assert there.status_code == 303
    page = client.get(there["Location"]).content.decode()
    assert "Owners feel looked after from the first call" in page
    answers = {"scope": "me", "effort": "smart", "stretch": "smart"}
    key = {"draft_key": "goal-new:smart:WN-1.1"}
    back = client.post(METHOD, {**answers, **key, "choose": "smart"})
    assert back.cookies["northing_draft_done"].value == "goal-new:smart:WN-1.1"
    text = client.get(back["Location"]).content.decode()
    assert checked(text, "method") == ["smart"]
    assert 'name="method_answers" value="scope:me effort:smart stretch:smart"' in text
    for value in ("KB-1 Every bike back on the street", "2027-03-31", "Book a room", "58 %"):
        assert f'value="{value}"' in text
    assert "one in five who cancel say nobody picked up" in text
    assert 'data-draft="goal-new:smart:WN-1.1"' in text


def test_answers_are_kept_with_the_goal(kestrel: Kestrel, signed_in: SignIn) -> None:
    fields = typed(method_answers="scope:team clarity:okr effort:okr")
    signed_in(kestrel.ruth).post(NEW, fields)
    kept = MethodAnswers.objects.select_related("goal").get()
    assert kept.goal.statement == "Owners feel looked after from the first call"
    assert kept.answers == {"scope": "team", "effort": "okr", "clarity": "okr"}
    assert (kept.decision, kept.chosen, kept.overruled) == ("okr", "okr", False)


def test_the_log_of_a_goal_says_how_its_method_was_chosen(
    kestrel: Kestrel, signed_in: SignIn
) -> None:
    client = signed_in(kestrel.ruth)
    client.post(NEW, typed(method_answers="scope:teams stretch:okr"))
    goal = Goal.objects.filter(kind="objective").latest("created_at", "id")
    text = client.get(f"/kestrel/goals/{goal.short_id}/log").content.decode()
    assert "How its method was chosen" in text
    assert "Who carries it?" in text
    assert "How its method was chosen" not in client.get("/kestrel/goals/KB-1/log").content.decode()


def test_whoever_overrules_is_taken_at_their_word(kestrel: Kestrel, signed_in: SignIn) -> None:
    answers = "scope:team clarity:okr effort:okr"
    fields = typed(method="healthy", m_kind="at_most", m_target="25", method_answers=answers)
    signed_in(kestrel.ruth).post(NEW, fields)
    kept = MethodAnswers.objects.get()
    assert (kept.decision, kept.chosen, kept.overruled) == ("okr", "healthy", True)


def test_after_the_destination_comes_the_road(kestrel: Kestrel, signed_in: SignIn) -> None:
    client = signed_in(kestrel.ruth)
    both = client.post(NEW, typed(method_answers="scope:team effort:smart stretch:smart"))
    assert "add SMART goals under its key results" in client.get(both["Location"]).content.decode()
    one = client.post(NEW, typed(method_answers="scope:teams"))
    assert "add SMART goals" not in client.get(one["Location"]).content.decode()


def test_a_goal_that_is_refused_keeps_no_answers(kestrel: Kestrel, signed_in: SignIn) -> None:
    fields = typed(kr0_target="many", method_answers="scope:team")
    answer = signed_in(kestrel.ruth).post(NEW, fields)
    assert answer.status_code == 422
    assert 'name="method_answers" value="scope:team"' in answer.content.decode()
    assert not MethodAnswers.objects.exists()


def test_every_answer_is_kept_while_choosing(kestrel: Kestrel, signed_in: SignIn) -> None:
    client = signed_in(kestrel.ruth)
    live = client.post(METHOD, {"scope": "teams"}, headers={"HX-Request": "true"})
    text = live.content.decode()
    assert "<html" not in text
    assert "More than one team carries it." in text
    assert checked(client.get(METHOD).content.decode(), "scope") == ["teams"]


def test_without_scripts_the_page_is_sent_and_shown_again(
    kestrel: Kestrel, signed_in: SignIn
) -> None:
    client = signed_in(kestrel.ruth)
    answer = client.post(METHOD, {"scope": "me", "matter": "smart", "see": "1"})
    text = client.get(answer["Location"]).content.decode()
    assert "One person and one skill" in text
    assert 'name="choose" value="smart">Take SMART goal' in text


def test_going_back_keeps_the_answers_and_the_method(kestrel: Kestrel, signed_in: SignIn) -> None:
    client = signed_in(kestrel.ruth)
    keep(kestrel.ruth, "goal-new", {"statement": ["Half a thought"], "method": ["healthy"]})
    answer = client.post(METHOD, {"scope": "me", "back": "1"})
    text = client.get(answer["Location"]).content.decode()
    assert checked(text, "method") == ["healthy"]
    assert "Half a thought" in text
    assert 'value="scope:me"' in text
    assert "Your answers do not tell yet: SMART 2, OKR 0." in text


TAKEN = [
    ("okr", {"method": "smart", "ambition": "committed"}, {}, "aspirational", "from_to"),
    ("okr", {"ambition": "aspirational"}, {"stretch": "smart"}, "committed", "from_to"),
    ("smart", {"ambition": "aspirational"}, {"stretch": "okr"}, "committed", "from_to"),
    ("healthy", {"m_kind": "from_to"}, {}, "committed", "at_least"),
    ("healthy", {"m_kind": "at_most"}, {}, "committed", "at_most"),
    ("okr", {"method": "healthy", "m_kind": "at_least"}, {}, "aspirational", "from_to"),
]


@pytest.mark.parametrize(("taken", "before", "answers", "ambition", "kind"), TAKEN)
def test_what_is_usual_comes_with_the_method(
    kestrel: Kestrel,
    signed_in: SignIn,
    taken: str,
    before: dict[str, str],
    answers: dict[str, str],
    ambition: str,
    kind: str,
) -> None:
    keep(kestrel.ruth, "goal-new", {name: [value] for name, value in before.items()})
    signed_in(kestrel.ruth).post(METHOD, {**answers, "choose": taken})
    fields = Draft.objects.get(person=kestrel.ruth).fields
    assert (fields["method"], fields["ambition"], fields["m_kind"]) == ([taken], [ambition], [kind])


def test_a_task_needs_no_goal(kestrel: Kestrel, signed_in: SignIn) -> None:
    sent = {"nature": "once"}
    answer = signed_in(kestrel.ruth).post(METHOD, sent, headers={"HX-Request": "true"})
    text = answer.content.decode()
    assert "needs no goal" in text
    assert "button--primary" not in text
    assert text.count('name="choose"') == 3


def test_a_german_goal_is_asked_about_in_german(kestrel: Kestrel, signed_in: SignIn) -> None:
    keep(kestrel.ruth, "goal-new", {"statement": ["Wir verlieren weniger Pakete"]})
    text = signed_in(kestrel.ruth).get(METHOD).content.decode()
    assert "Was für ein Ziel ist es?" in text
    assert '<form class="choosing" method="post" action="/kestrel/goals/new/method" lang="de">' in (
        text
    )


def test_a_draft_too_long_to_keep_stays_on_the_page(kestrel: Kestrel, signed_in: SignIn) -> None:
    fields = typed(compare="1", why="y" * 100_001)
    answer = signed_in(kestrel.ruth).post(NEW, fields)
    assert answer.status_code == 422
    text = answer.content.decode()
    assert "This draft is over 100,000 characters. Shorten it." in text
    assert 'href="#id_statement"' in text


@pytest.mark.parametrize("name", ["", "goal-new:", "check-in:1", "goal-new:a b", "goal-new:\x00"])
def test_a_draft_of_another_form_is_never_asked_for(
    kestrel: Kestrel, signed_in: SignIn, name: str
) -> None:
    keep(kestrel.ruth, "check-in:1", {"statement": ["Something else"]})
    client = signed_in(kestrel.ruth)
    page = client.get(METHOD, {"draft": name}).content.decode()
    assert 'name="draft_key" value="goal-new"' in page
    assert "Something else" not in page
    client.post(METHOD, {"draft_key": name, "scope": "me"})
    kept = Draft.objects.filter(person=kestrel.ruth).values_list("key", flat=True)
    assert set(kept) == {"check-in:1", "goal-new"}
