"""The list of goals: outline, table and file, narrowed by the address."""

import csv
import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client

from northing.cycles.models import Cycle
from northing.goals.models import Goal
from northing.measures.measure import Kind, Measure
from northing.people.models import Person
from northing.spreadsheets.rules.formulas import harmless
from tests import cast
from tests.cast import Kestrel, said

SignIn = Callable[[Person], Client]
GOALS = "/kestrel/goals"


@pytest.fixture
def ruth(kestrel: Kestrel, signed_in: SignIn) -> Client:
    said(kestrel.repair_share, "71", 6)
    said(kestrel.slot_wait, "5.9", 2, help_wanted=True)
    return signed_in(kestrel.ruth)


def page(client: Client, query: str = "", status: int = 200) -> str:
    answer = client.get(GOALS + query)
    assert answer.status_code == status
    return answer.content.decode()


def short_ids(text: str) -> list[str]:
    return re.findall(r'class="short-id">([^<]+)<', text)


def test_the_outline_nests_what_hangs_under_what(ruth: Client) -> None:
    text = page(ruth)
    assert short_ids(text) == ["KB-1", "WN-1", "WN-1.1", "WN-1.2", "IO-1"]
    assert text.count("<ul>") == text.count("</ul>") - text.count('<ul class="') > 2


def test_the_outline_begins_with_the_mission(kestrel: Kestrel, ruth: Client) -> None:
    from northing.strategy.models import Strategy

    Strategy.objects.create(organization=kestrel.organization, mission="Second choice: the car")
    text = page(ruth)
    assert text.index("Second choice") < text.index("Always riding") < text.index("KB-1")


def test_the_table_has_every_column(ruth: Client) -> None:
    text = page(ruth, "?view=table&q=share")
    for words in ("Same-week repair share", "62 %", "71 %", "85 %", "At risk", "6<small>in 10"):
        assert words.replace(" %", "\u00a0%") in text or words in text
    for words in ("39 percent of the way, 47 percent of time gone", "Behind pace", "in 7\u00a0d"):
        assert words in text


def test_filters_stand_in_the_address_as_chips(ruth: Client) -> None:
    text = page(ruth, "?says=off_track&team=workshop-network&owner=aiko-sato&kind=key_result")
    assert short_ids(text) == ["KB-1", "WN-1", "WN-1.2"]
    for words, without in (
        ("Workshop network", "?owner=aiko-sato&amp;kind=key_result&amp;says=off_track"),
        ("Aiko Sato", "?team=workshop-network&amp;kind=key_result&amp;says=off_track"),
        ("Says off track", "?team=workshop-network&amp;owner=aiko-sato&amp;kind=key_result"),
    ):
        assert f'<span class="filter-chip">{words}<a href="{without}">' in text


def test_a_filter_may_name_whoever_looks(ruth: Client) -> None:
    assert "No goal fits" in page(ruth, "?owner=me")


def test_a_chosen_person_counts_more_than_what_was_typed(kestrel: Kestrel, ruth: Client) -> None:
    text = page(ruth, f"?owner=Aiko+Sato&owner_id={kestrel.aiko.pk}&view=table")
    assert short_ids(text) == ["WN-1.2"]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("?team=nowhere", "There is no team called nowhere"),
        ("?owner=nobody", "Nobody here is called nobody"),
        ("?owner=x&owner_id=zz", "Start from the first page"),
        ("?cycle=2199-q9", "There is no cycle “2199-q9”"),
        ("?kind=wish", "“wish” is not one of"),
        ("?says=fine", "“fine” is not one of"),
        ("?pace=fast", "“fast” is not one of"),
        ("?due=soon", "“soon” is not a day"),
        ("?sort=luck", "“luck” is not one of"),
        ("?after=zz", "Start from the first page"),
        ("?sort=due&after=" + "0" * 32 + "~never", "Start from the first page"),
        ("?sort=says&after=" + "0" * 32 + "~x", "Start from the first page"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_cure(ruth: Client, query: str, words: str) -> None:
    text = page(ruth, query, status=422)
    assert words in text
    assert "Show all goals" in text


@pytest.mark.parametrize("text", ["mechan", "wn-1.1", "TRAIN 12", "wàit", "wait workshop"])
def test_words_are_found_by_how_they_begin(ruth: Client, text: str) -> None:
    shown = short_ids(page(ruth, f"?view=table&q={text}"))
    assert len(shown) == 1


@pytest.mark.parametrize("text", ["%25%25", "__", "...", "' OR 1=1 --", "echanics"])
def test_signs_and_endings_find_nothing(ruth: Client, text: str) -> None:
    assert "No goal fits" in page(ruth, f"?q={text}")


def test_null_characters_and_long_words_are_harmless(ruth: Client) -> None:
    assert "No goal fits" in page(ruth, "?q=%00" + "x" * 5000)


def test_columns_sort_both_ways(ruth: Client) -> None:
    text = page(ruth, "?view=table&sort=says")
    assert short_ids(text)[:2] == ["KB-1", "WN-1"]
    assert 'aria-sort="ascending"' in text
    assert "sort=-says" in text
    assert short_ids(page(ruth, "?view=table&sort=-says"))[0] == "WN-1.1"


def test_pages_follow_one_another(
    kestrel: Kestrel, ruth: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("northing.web.goals.PAGE", 2)
    seen, query = [], "?view=table&sort=due"
    while query:
        text = page(ruth, query)
        seen += short_ids(text)
        found = re.search(r'rel="next" href="([^"]+)"', text)
        query = found[1].replace("&amp;", "&") if found else ""
    assert sorted(seen) == ["IO-1", "KB-1", "WN-1", "WN-1.1", "WN-1.2"]


def test_what_hangs_under_one_goal_is_a_page_and_a_piece(ruth: Client) -> None:
    whole = page(ruth, "?root=WN-1")
    assert short_ids(whole) == ["WN-1.1", "WN-1.2", "IO-1"]
    piece = ruth.get(f"{GOALS}?root=WN-1", headers={"HX-Request": "true"}).content.decode()
    assert piece.startswith("<ul>")
    assert short_ids(piece) == short_ids(whole)


def test_without_goals_there_are_three_ways_in(kestrel: Kestrel, signed_in: SignIn) -> None:
    Goal.objects.all().delete()
    text = page(signed_in(kestrel.marijke))
    for words in ("No goals in Q1 2027 yet", "Write a goal", "Import a spreadsheet"):
        assert words in text


def test_without_a_cycle_the_way_leads_to_the_cycles(kestrel: Kestrel, signed_in: SignIn) -> None:
    Goal.objects.all().delete()
    kestrel.organization.cycles.all().delete()
    assert "Goals live in a cycle" in page(signed_in(kestrel.ines))


def test_a_closed_goal_looks_closed(kestrel: Kestrel, ruth: Client) -> None:
    Goal.objects.filter(pk=kestrel.slot_wait.pk).update(state="dropped")
    text = page(ruth, "?view=table&q=WN-1.2")
    assert 'class="is-closed"' in text
    assert "Dropped" in text


def test_whoever_left_is_marked(kestrel: Kestrel, ruth: Client) -> None:
    Person.objects.filter(pk=kestrel.aiko.pk).update(left_on=cast.TODAY)
    assert "Aiko Sato, has left" in page(ruth)


def rows_of(client: Client, query: str = "?format=csv") -> list[dict[str, str]]:
    answer = client.get(GOALS + query)
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    text = b"".join(answer).decode("utf-8-sig")  # type: ignore[arg-type]
    return list(csv.DictReader(text.splitlines()))


def test_the_file_holds_every_digit(kestrel: Kestrel, ruth: Client) -> None:
    measure = Measure(Kind.FROM_TO, Decimal("-1250000.50"), Decimal("0.123456789012345"))
    goal = cast.measured("Exact", kestrel.ines, kestrel.objective, measure)
    said(goal, "-3.10", 5)
    [row] = [row for row in rows_of(ruth) if row["statement"] == "Exact"]
    assert (row["start value"], row["current value"]) == ("-1250000.50", "-3.10")
    assert row["target"] == "0.123456789012345"
    assert (row["confidence"], row["status"]) == ("5", "at_risk")


def test_the_file_follows_the_filters(ruth: Client) -> None:
    assert [row["id"] for row in rows_of(ruth, "?format=csv&says=off_track&sort=due")] == [
        "KB-1",
        "WN-1",
        "WN-1.2",
    ]


def test_whoever_asks_for_csv_gets_it_at_the_same_address(ruth: Client) -> None:
    answer = ruth.get(GOALS, headers={"Accept": "text/csv"})
    assert answer["Content-Disposition"] == 'attachment; filename="goals-2027-q1.csv"'


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@sum", "\tx", "\rx", "\nx"])
def test_no_text_becomes_a_formula(text: str) -> None:
    assert harmless(text) == f"'{text}"
    assert harmless(f"x{text}") == f"x{text}"


def test_a_statement_that_looks_like_a_formula_is_written_as_text(
    kestrel: Kestrel, ruth: Client
) -> None:
    cast.objective('=HYPERLINK("http://x")', kestrel.ines, kestrel.cycle)
    assert '\'=HYPERLINK("http://x")' in {row["statement"] for row in rows_of(ruth)}


def test_at_risk_and_off_track_are_listed_together(ruth: Client) -> None:
    text = page(ruth, "?view=table&says=worrying")
    assert {"WN-1.1", "WN-1.2"} <= set(short_ids(text))
    assert "IO-1" not in short_ids(text)
    assert "Says at risk or off track" in text


def test_an_empty_cycle_leads_to_where_the_goals_stand(kestrel: Kestrel, ruth: Client) -> None:
    start, due = date(2027, 4, 5), date(2027, 7, 4)
    Cycle.objects.create(
        organization=kestrel.organization, name="Q2 2027", slug="2027-q2", start=start, due=due
    )
    for view in ("", "&view=table"):
        text = page(ruth, f"?cycle=2027-q2{view}")
        assert "The newest ones stand in Q1 2027." in text
        assert "cycle=2027-q1" in text
