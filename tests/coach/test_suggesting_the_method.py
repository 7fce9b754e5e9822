"""What the words of a goal suggest, in two languages, with near misses and hostile texts."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from northing.coach.rules.choosing.contrasts import CONTRASTS, Method
from northing.coach.rules.choosing.deciding import Override
from northing.coach.rules.choosing.suggesting import Surroundings, suggest
from northing.coach.rules.choosing.wording import codes, wording_of

A_QUARTER = Surroundings(has_team=True, days=91)

WORDS = [
    # OKR: a team, a direction, a change
    ("Guests feel at home from the first evening", Method.OKR),
    ("Our team answers every letter sooner", Method.OKR),
    ("Become the library that the whole valley uses", Method.OKR),
    ("Raise the share of trains on time from 81 % to 92 %", Method.OKR),
    ("All departments halve their paper", Method.OKR),
    ("Gäste fühlen sich vom ersten Abend an zu Hause", Method.OKR),
    ("Wir werden die Bücherei, die das ganze Tal nutzt", Method.OKR),
    ("Alle Abteilungen halbieren ihr Papier", Method.OKR),
    # SMART: one person, a skill, one result by a day
    ("I will learn to weld aluminium by 30 June", Method.SMART),
    ("Pass the bee inspector exam by 12 May", Method.SMART),
    ("Train eight volunteers at the scales by 2 April", Method.SMART),
    ("Walk my round three times a week", Method.SMART),
    ("Ich lerne bis 30. Juni Aluminium schweißen", Method.SMART),
    ("Die Prüfung zur Imkerin bis 12. Mai bestehen", Method.SMART),
    # a level to keep
    ("Keep the queue at the counter under 8 minutes", Method.HEALTHY),
    ("Maintain at least 12 beds free for emergencies", Method.HEALTHY),
    ("The water never falls below 60 cm", Method.HEALTHY),
    ("Die Schlange am Schalter unter 8 Minuten halten", Method.HEALTHY),
    ("Höchstens 2 Stürze pro Monat auf der Station", Method.HEALTHY),
    # something to do once
    ("Book the hall for the spring concert", Method.TASK),
    ("Ask the council for the key", Method.TASK),
    ("Den Saal für das Frühlingskonzert buchen", Method.TASK),
    # near misses: nothing is suggested, or something else
    ("Keep a diary", None),
    ("Book every visitor within two days", None),
    ("A new roof", None),
    ("", None),
    ("…", None),
    ("42", None),
    ("Keep our promises to parents", Method.OKR),
    ("Call back 9 in 10 of those who left, together with the other two teams", Method.OKR),
    ("More than a museum", None),
]


@pytest.mark.parametrize(("text", "method"), WORDS, ids=[text or "empty" for text, _ in WORDS])
def test_words_suggest_a_method(text: str, method: Method | None) -> None:
    assert suggest(text, A_QUARTER).method is method


def test_the_reason_points_at_the_words() -> None:
    text = "By spring our team loses fewer parcels"
    found = suggest(text, A_QUARTER)
    assert [text[sign.span.start : sign.span.end] for sign in found.signs if sign.span] == [
        "our team",
        "fewer parcels",
    ]
    assert [sign.phrase for sign in found.signs] == ["a team", "a change over a quarter"]


def test_what_the_form_says_is_no_word_of_the_statement() -> None:
    signs = suggest("Fewer parcels are lost", A_QUARTER).signs
    assert [(sign.key, sign.span is None) for sign in signs] == [
        ("its_team", True),
        ("change", False),
    ]


def test_a_team_in_the_form_suggests_nothing_alone() -> None:
    assert suggest("A new roof", A_QUARTER).method is None
    assert suggest("Read 12 books", A_QUARTER).method is Method.SMART


@pytest.mark.parametrize(
    ("days", "phrase"),
    [
        (0, "a change"),
        (30, "a change"),
        (89, "a change over a quarter"),
        (92, "a change over a quarter"),
        (120, "a change"),
        (365, "a change over a year"),
    ],
)
def test_a_change_is_named_with_its_time(days: int, phrase: str) -> None:
    found = suggest("We lose fewer parcels", Surroundings(days=days))
    assert found.signs[-1].phrase == phrase


def test_much_on_both_sides_suggests_both() -> None:
    found = suggest("I want our team to lose fewer parcels by 30 June")
    assert found.method is Method.BOTH
    assert [sign.key for sign in found.signs] == ["me", "team"]


def test_a_faint_sign_is_said_faintly() -> None:
    assert not suggest("Read 12 books").is_clear
    assert suggest("Read 12 books by 1 June").is_clear


def test_a_statement_is_read_in_its_language() -> None:
    assert suggest("Wir verlieren weniger Pakete").language == "de"
    assert suggest("We lose fewer parcels").language == "en"
    assert suggest("Pakete").language == "en"


HOSTILE = [
    "keep " * 2_000,
    "our w" * 2_000,
    "no more than x " * 700,
    "1" * 10_000,
    "höchstens x " * 900,
    "der die das aa.-" * 700,
    "\x00" * 10_000,
    "👩‍👩‍👧‍👦" * 1_500,
    "\u202eteam\u2066 our" * 700,
    "<script>alert(1)</script>" * 400,
]


@pytest.mark.parametrize("text", HOSTILE, ids=[text[:12].encode().hex() for text in HOSTILE])
def test_any_text_is_read_in_time(text: str) -> None:
    suggest("warm")
    before = time.process_time()
    suggest(text, A_QUARTER)
    assert time.process_time() - before < 0.1


@given(st.text(max_size=400))
def test_spans_lie_within_the_text(text: str) -> None:
    for sign in suggest(text, A_QUARTER).signs:
        assert sign.span is None or 0 <= sign.span.start < sign.span.end <= len(text)


@pytest.mark.parametrize("code", codes())
def test_a_language_says_everything(code: str) -> None:
    words, english = wording_of(code), wording_of("en")
    assert words.patterns.keys() == english.patterns.keys()
    for row in CONTRASTS:
        told = [words.text("contrasts", row.key, name) for name in ("title", "question")]
        told += [words.text("contrasts", row.key, "answers", c.value) for c in row.choices]
        told += [words.text("contrasts", row.key, name) for name in ("smart", "okr")]
        assert all(told)
    for method in Method:
        assert words.text("methods", method)
        assert words.text("fits", method)
    assert all(words.text("overrides", case) for case in Override)


@pytest.mark.parametrize("code", codes())
def test_languages_have_the_same_texts(code: str) -> None:
    assert _places(wording_of(code)._read) == _places(wording_of("en")._read)


def _places(texts: object, before: str = "") -> set[str]:
    if not isinstance(texts, dict):
        return {before}
    return {place for key, one in texts.items() for place in _places(one, f"{before}.{key}")}


def test_german_and_english_are_there() -> None:
    assert codes() == ("en", "de")


def test_an_unknown_language_speaks_english() -> None:
    assert wording_of("xx").code == "en"
