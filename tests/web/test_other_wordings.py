"""The button that asks the language model: only when pressed, marked, and never in the way."""

import re
from collections.abc import Callable, Iterator
from html import unescape

import pytest
from django.core.cache import cache
from django.db import connection
from django.template import engines
from django.test import Client
from pytest_django import Settings

from northing.people.models import Person
from northing.storage.gate import gate_of
from northing.web import wordings
from tests.cast import Kestrel
from tests.coach import stand_in
from tests.coach.stand_in import KEY, StandIn, standing_in

SignIn = Callable[[Person], Client]
PLACE = "/kestrel/coach/wordings"
STATEMENT = "Broken on Monday, riding by Friday"
ANOTHER = "Every <b>broken</b> bike & its owner ride home within [how many?] days"
BUTTON = re.compile(r'<button[^>]*name="statement" value="([^"]*)"')


@pytest.fixture
def model(settings: Settings) -> Iterator[StandIn]:
    """A language model that is set, and nobody has asked yet."""
    cache.clear()
    with standing_in(stand_in.saying(ANOTHER, "Riders wait less")) as standing:
        settings.LANGUAGE_MODEL = standing.endpoint()
        yield standing


@pytest.fixture
def ines(kestrel: Kestrel, signed_in: SignIn) -> Client:
    return signed_in(kestrel.ines)


def typed(**changes: str) -> dict[str, str]:
    """The composer's form as it comes without scripts."""
    fields = {
        "draft_key": "goal-new",
        "method": "okr",
        "statement": STATEMENT,
        "wording_of": "statement",
        "why": "Canary of the reasons",
        "owner": "Canary of the owner",
        "team": "Canary of the team",
        "visibility": "private",
        "audience": "Canary of the audience",
        "kr0_statement": "Canary of the key result",
        "kr0_baseline": "4711",
    }
    return fields | changes


def fragment(client: Client, **fields: str) -> str:
    answer = client.post(PLACE, fields, headers={"HX-Request": "true"})
    assert answer.status_code == 200
    return answer.content.decode()


def asking() -> str:
    """What the composer includes."""
    source = (
        '{% import "composer/_wordings.html" as other %}{{ other.asking("/k/coach/wordings") }}'
    )
    return str(engines["jinja2"].from_string(source).render())  # type: ignore[attr-defined]


def test_the_fragment_marks_each_wording_and_offers_it(ines: Client, model: StandIn) -> None:
    text = fragment(ines, statement=STATEMENT, kind="objective", language="en")
    mark = f"Suggested by the language model at 127.0.0.1:{model.port}, not by the coach’s rules"
    assert text.count(mark) == 2
    offered = re.findall(r'type="button"[^>]* data-use-wording="([^"]*)"', text)
    assert [unescape(one) for one in offered] == [ANOTHER, "Riders wait less"]
    assert "<b>broken" not in text
    assert "<html" not in text


def test_only_words_kind_and_what_is_open_leave_the_house(ines: Client, model: StandIn) -> None:
    answer = ines.post(PLACE, typed(open="measurable nonsense", language="de"))
    assert answer.status_code == 200
    sent = str(model.asked)
    assert STATEMENT in sent
    assert "an objective" in sent
    assert "measurable" in sent
    assert not re.search("Canary|4711|private|nonsense|Ines|kestrel", sent, re.IGNORECASE)
    assert "cookie" not in model.headers[0]


def test_without_scripts_a_wording_goes_back_with_all_that_was_typed(
    ines: Client, model: StandIn
) -> None:
    text = ines.post(PLACE, typed()).content.decode()
    assert 'action="/kestrel/goals/new"' in text
    offered = [unescape(value) for value in BUTTON.findall(text)]
    assert offered == [ANOTHER, "Riders wait less", STATEMENT]
    hidden = re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', text)
    back = {name: unescape(value) for name, value in hidden} | {"statement": offered[0]}
    composer = ines.post("/kestrel/goals/new", back)
    assert composer.status_code == 200
    shown = unescape(composer.content.decode())
    for word in (ANOTHER, "Canary of the reasons", "Canary of the key result", "4711"):
        assert word in shown
    assert 'name="visibility" value="private" checked' in shown


def test_a_key_result_is_asked_about_by_its_own_field(ines: Client, model: StandIn) -> None:
    answer = ines.post(PLACE, typed(wording_of="kr0_statement", kind="key_result"))
    assert "Canary of the key result" in str(model.asked)
    assert "a key result" in str(model.asked)
    assert STATEMENT not in str(model.asked)
    assert 'name="kr0_statement" value="Riders wait less"' in answer.content.decode()


@pytest.mark.parametrize(("method", "told"), [("smart", "a SMART goal"), ("", "a goal")])
def test_the_kind_follows_the_composers_method(
    ines: Client, model: StandIn, method: str, told: str
) -> None:
    fragment(ines, statement=STATEMENT, method=method)
    assert told in str(model.asked)


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"statement": " \u200b"}, "Type a statement first"),
        ({"statement": "x" * 401}, "1 characters too long"),
        ({"statement": "a\x00b"}, "null character"),
        ({"statement": STATEMENT, "kind": "poem"}, "There is no such kind of goal"),
        ({"statement": STATEMENT, "language": "../en"}, "does not read this language"),
    ],
)
def test_what_does_not_fit_is_told_and_nothing_is_sent(
    ines: Client, model: StandIn, fields: dict[str, str], told: str
) -> None:
    answer = ines.post(PLACE, fields)
    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert model.asked == []


@pytest.mark.parametrize(
    "behaviour",
    [
        stand_in.sending(b"<script>alert(1)</script>", 500, "text/html"),
        stand_in.sending(b"<script>alert(1)</script>", 200, "text/html"),
        stand_in.sending(b"{}", 401),
        stand_in.raw(b"no\r\n"),
    ],
)
def test_a_failing_model_is_a_sentence_on_a_page_that_works(
    ines: Client, model: StandIn, behaviour: stand_in.Behaviour
) -> None:
    model.behaviour = behaviour
    text = fragment(ines, statement=STATEMENT)
    assert f"The language model at 127.0.0.1:{model.port} gave nothing." in text
    assert "<script" not in text
    page = ines.post(PLACE, typed()).content.decode()
    assert "Back with my own words" in page
    assert KEY not in text + page


def test_a_wording_of_odd_signs_can_be_shown(ines: Client, model: StandIn) -> None:
    model.behaviour = stand_in.saying("\ud800 half \u202e turned \x00 {{ 7*7 }} ${x}")
    text = fragment(ines, statement="\U0001f6b2 كل دراجة")
    assert "half turned {{ 7*7 }} ${x}" in unescape(text)


def test_twenty_times_an_hour_and_no_more(
    kestrel: Kestrel, signed_in: SignIn, model: StandIn
) -> None:
    ines = signed_in(kestrel.ines)
    for _ in range(20):
        fragment(ines, statement=STATEMENT)
    answer = ines.post(PLACE, {"statement": STATEMENT}, headers={"HX-Request": "true"})
    assert answer.status_code == 429
    assert "20 times within an hour" in answer.content.decode()
    assert answer["Retry-After"]
    assert len(model.asked) == 20
    fragment(signed_in(kestrel.ruth), statement=STATEMENT)


def test_a_viewer_is_refused(kestrel: Kestrel, signed_in: SignIn, model: StandIn) -> None:
    assert signed_in(kestrel.helena).post(PLACE, typed()).status_code == 403
    assert model.asked == []


def test_the_button_says_where_the_words_go(model: StandIn) -> None:
    text = asking()
    assert f"<b>127.0.0.1:{model.port}</b>" in text
    assert 'formaction="/k/coach/wordings"' in text
    assert "hx-trigger" not in text  # it is asked by a press, not while somebody types
    assert KEY not in text


def test_without_a_model_there_is_no_button_and_nothing_is_asked(ines: Client) -> None:
    assert asking().strip() == ""
    assert "No language model is set here" in fragment(ines, statement=STATEMENT)


@pytest.mark.django_db(transaction=True)
def test_no_transaction_is_open_and_no_gate_is_held_while_the_model_is_asked(
    kestrel: Kestrel, signed_in: SignIn, model: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []
    suggest = wordings.suggest

    def watched(*arguments: object) -> object:
        seen.append(connection.in_atomic_block)
        if connection.vendor == "sqlite":
            seen.append(gate_of(str(connection.settings_dict["NAME"]))._taken)
        return suggest(*arguments)  # type: ignore[arg-type]

    ines = signed_in(kestrel.ines)
    monkeypatch.setattr(wordings, "suggest", watched)
    fragment(ines, statement=STATEMENT)
    assert seen
    assert not any(seen)
