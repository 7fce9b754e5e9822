"""The import page: four steps that work as plain forms, and what goes wrong said in words."""

import io
from collections.abc import Callable

import pytest
from django.http import HttpResponse
from django.test import Client

from northing.cycles.models import Cycle
from northing.goals.models import Goal
from northing.people.models import Person
from northing.spreadsheets.models import Import, ImportedFile
from tests.cast import Kestrel
from tests.spreadsheets.importing import SAMPLES, TRACKER

_ASKING = 'Objective,Key result,Baseline,Target\nGrow,Revenue,0,"1,250"\n'


@pytest.fixture
def admin(kestrel: Kestrel, signed_in: Callable[[Person], Client]) -> Client:
    """A browser in which an admin is signed in."""
    return signed_in(kestrel.marijke)


def _upload(admin: Client, content: bytes, name: str = "plan.csv") -> HttpResponse:
    file = io.BytesIO(content)
    file.name = name
    return admin.post("/kestrel/import", {"file": file})


def _paste(admin: Client, text: str) -> str:
    """The address of the file's pages, after rows were pasted."""
    answer = admin.post("/kestrel/import", {"pasted": text})
    assert answer.status_code == 303
    return str(answer["Location"]).removesuffix("/columns")


def test_a_file_goes_through_four_steps(admin: Client) -> None:
    answer = _upload(admin, (SAMPLES / TRACKER).read_bytes(), TRACKER)
    address = answer["Location"].removesuffix("/columns")
    columns = admin.get(f"{address}/columns").content.decode()
    assert "Share of tenders" in columns
    assert "It is not a table" in columns
    assert admin.post(f"{address}/columns", {})["Location"] == f"{address}/differences"
    shown = admin.get(f"{address}/differences").content.decode()
    assert "Import 14 goals" in shown
    assert "Ömer Yılmaz" in shown
    assert admin.post(f"{address}/apply")["Location"] == f"{address}/done"
    told = admin.get(f"{address}/done").content.decode()
    assert "14 goals created" in told
    assert 'href="/kestrel/goals?cycle=q1-fy27' in told
    assert Goal.objects.filter(statement="Gross margin").exists()


def test_a_column_is_changed_by_hand_and_survives_a_reload(admin: Client) -> None:
    address = _paste(admin, "Objective,Key result,Chief\nGrow,Sell,Ines Okafor\n")
    name = "map:pasted rows.csv!C"
    admin.post(f"{address}/columns", {name: "owner"})
    kept = ImportedFile.objects.get()
    assert kept.mapping == {"pasted rows.csv!C": "owner"}
    assert 'value="owner" selected' in admin.get(f"{address}/columns").content.decode()
    admin.post(f"{address}/apply")
    assert Goal.objects.get(statement="Sell").owner.name == "Ines Okafor"


def test_a_question_is_answered_on_the_page(admin: Client) -> None:
    address = _paste(admin, _ASKING)
    asked = admin.get(f"{address}/differences").content.decode()
    assert "What is 1,250" in asked
    assert "Answer the questions first" in asked
    admin.post(f"{address}/differences", {"answer:decimals:pasted rows.csv!D": "point"})
    assert "Import 2 goals" in admin.get(f"{address}/differences").content.decode()


def test_applying_too_early_writes_nothing_and_says_why(admin: Client) -> None:
    address = _paste(admin, _ASKING)
    answer = admin.post(f"{address}/apply")
    assert answer.status_code == 422
    assert "Only you can say" in answer.content.decode()
    assert not Goal.objects.filter(statement="Revenue").exists()


def test_problems_are_grouped_by_their_repair(admin: Client) -> None:
    rows = "".join(f",Result {n},5,5\n" for n in range(8))
    address = _paste(admin, f"Objective,Key result,Baseline,Target\nGrow,First,5,5\n{rows}")
    shown = admin.get(f"{address}/differences").content.decode()
    assert "9 things to repair" in shown
    assert shown.count("The target equals the baseline") == 1
    assert "and 3 more" in shown


def test_rows_that_do_not_fit_are_left_out_mended_and_imported_again(admin: Client) -> None:
    address = _paste(admin, "Objective,Key result,Baseline,Target\nGrow,Sell,1,9\n,Win,7,7\n")
    shown = admin.get(f"{address}/differences").content.decode()
    assert "Leave these rows out" in shown
    assert f'href="{address}/to-mend"' in shown
    admin.post(f"{address}/differences", {"answer:unfit": "leave_out"})
    assert "Import 2 goals" in admin.get(f"{address}/differences").content.decode()
    admin.post(f"{address}/apply")
    done = admin.get(f"{address}/done").content.decode()
    assert "Download 1 row that did not come along" in done
    rows = admin.get(f"/kestrel/imports/{Import.objects.get().pk}/to-mend")
    assert rows["Content-Disposition"] == 'attachment; filename="pasted rows - to mend.csv"'
    mended = rows.content.decode().replace("Win,7,7", "Win,7,9")
    address = _upload(admin, mended.encode(), "pasted rows - to mend.csv")["Location"]
    admin.post(address.replace("/columns", "/apply"))
    assert Goal.objects.get(statement="Win").links_up.get().parent.statement == "Grow"


def test_rows_worth_a_second_look_can_be_had_as_a_file(admin: Client) -> None:
    address = _paste(admin, "Objective,Key result,Status\nGrow,Sell,at risk\n")
    assert "?of=warnings" in admin.get(f"{address}/differences").content.decode()
    rows = admin.get(f"{address}/to-mend?of=warnings").content.decode()
    assert "taken as a confidence of 5 in 10" in rows
    assert "at risk" not in admin.get(f"{address}/to-mend").content.decode()


def test_the_rows_of_another_admins_import_are_not_found(
    kestrel: Kestrel, admin: Client, signed_in: Callable[..., Client]
) -> None:
    address = _paste(admin, "Objective,Key result,Baseline,Target\nGrow,Win,7,7\n,Sell,1,9\n")
    admin.post(f"{address}/differences", {"answer:unfit": "leave_out"})
    admin.post(f"{address}/apply")
    rows = f"/kestrel/imports/{Import.objects.get().pk}/to-mend"
    assert admin.get(rows).status_code == 200
    Person.objects.filter(pk=kestrel.tomas.pk).update(role="admin")
    other = signed_in(kestrel.tomas, Client())
    assert other.get(rows).status_code == 404
    assert "did not come along" not in other.get(rows.removesuffix("/to-mend")).content.decode()


def test_one_answer_settles_the_same_question_about_many_columns(admin: Client) -> None:
    rows = "".join(f",Result {n},0{n}/02/2027,0{n}/03/2027\n" for n in range(1, 9))
    address = _paste(admin, f"Objective,Key result,Start date,Due date\nGrow,First,,\n{rows}")
    asked = admin.get(f"{address}/differences").content.decode()
    assert "14 dates in 2 columns are written day first or month first: which?" in asked
    assert "Or answer each of the 2 by itself" in asked
    admin.post(f"{address}/differences", {"answer:dates": "day"})
    assert "Import 10 goals" in admin.get(f"{address}/differences").content.decode()


def test_one_column_may_be_answered_otherwise(admin: Client) -> None:
    text = "Objective,Key result,Start date,Due date\nGrow,Sell,01/02/2027,03/04/2027\n"
    address = _paste(admin, text)
    chosen = {"answer:dates": "day", "answer:dates:pasted rows.csv!D": "month"}
    admin.post(f"{address}/differences", chosen)
    admin.post(f"{address}/apply")
    goal = Goal.objects.get(statement="Sell")
    assert (goal.start.isoformat(), goal.due.isoformat()) == ("2027-02-01", "2027-03-04")


def test_the_same_repair_of_different_cells_is_told_once(admin: Client) -> None:
    rows = ",Sell,soon\n,Call,later\n,Win,some day\n"
    address = _paste(admin, f"Objective,Key result,Due date\nGrow,First,2027-03-01\n{rows}")
    shown = admin.get(f"{address}/differences").content.decode()
    assert shown.count("This is not a date. Write it as 2027-03-26.") == 1
    assert "3 cells" in shown


def test_columns_are_read_as_at_the_last_import_of_such_a_file(admin: Client) -> None:
    rows = "Objective,Key result,Chief\nGrow,Sell,Ines Okafor\n"
    address = _paste(admin, rows)
    admin.post(f"{address}/columns", {"map:pasted rows.csv!C": "owner"})
    admin.post(f"{address}/apply")
    again = _paste(admin, rows)
    assert "as last time" in admin.get(f"{again}/columns").content.decode()
    admin.post(f"{again}/columns", {"map:pasted rows.csv!C": "owner"})
    assert ImportedFile.objects.order_by("-uploaded_at")[0].mapping == {}


def test_the_sample_file_can_be_imported_as_it_is(admin: Client) -> None:
    sample = admin.get("/kestrel/import/sample")
    assert sample["Content-Disposition"] == 'attachment; filename="northing-sample.csv"'
    address = str(_upload(admin, sample.content)["Location"]).removesuffix("/columns")
    shown = admin.get(f"{address}/differences").content.decode()
    assert "Import 4 goals" in shown
    assert "Only you can say" not in shown
    assert "Worth knowing" not in shown


def test_demo_data_is_offered_until_something_was_imported(admin: Client) -> None:
    assert "Try with demo data" in admin.get("/kestrel/import").content.decode()
    address = str(admin.post("/kestrel/import", {"sample": "yes"})["Location"])
    assert "northing-sample.csv" in admin.get(address).content.decode()
    admin.post(address.replace("/columns", "/apply"))
    assert Goal.objects.filter(tags=["sample"]).count() == 4
    assert "Try with demo data" not in admin.get("/kestrel/import").content.decode()


def test_a_sample_is_there_without_a_cycle(kestrel: Kestrel, admin: Client) -> None:
    Cycle.objects.update(state="closed")
    address = str(admin.post("/kestrel/import", {"sample": "yes"})["Location"])
    assert admin.post(address.replace("/columns", "/apply")).status_code == 303
    assert Goal.objects.filter(tags=["sample"]).count() == 4


def test_applying_twice_imports_once(admin: Client) -> None:
    address = _paste(admin, "Objective,Key result\nGrow,Sell\n")
    admin.post(f"{address}/apply")
    assert admin.post(f"{address}/apply").status_code == 303
    assert Goal.objects.filter(statement="Sell").count() == 1


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"%PDF-1.7", "This is a PDF document."),
        (b"", "The file is empty."),
        (b"PK\x03\x04 and then nothing", "The workbook is damaged"),
        ("Ziel;Wer\nGrün;Ann\n".encode() + b"Gr\xf6;Bo\n", "mixes encodings"),
        (b"Objective\nGro\x00w\n", "U+0000"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_words(
    admin: Client, content: bytes, words: str
) -> None:
    answer = _upload(admin, content)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not ImportedFile.objects.exists()


def test_pasted_rows_are_still_there_after_a_refusal(admin: Client) -> None:
    answer = admin.post("/kestrel/import", {"pasted": 'Objective\n"never closed\n'})
    assert answer.status_code == 422
    assert "never closed" in answer.content.decode()


def test_a_file_of_100_megabytes_is_refused_by_its_size(admin: Client) -> None:
    answer = admin.post(
        "/kestrel/import", b"", content_type="text/csv", CONTENT_LENGTH=str(100_000_000)
    )
    assert answer.status_code == 413
    assert "at most 32 MiB" in answer.content.decode()


def test_a_forged_form_is_refused(kestrel: Kestrel, signed_in: Callable[..., Client]) -> None:
    careful = signed_in(kestrel.marijke, Client(enforce_csrf_checks=True))
    assert careful.post("/kestrel/import", {"pasted": "Objective\nGrow\n"}).status_code == 403
    assert not ImportedFile.objects.exists()


def test_members_are_told_who_imports(
    kestrel: Kestrel, signed_in: Callable[[Person], Client]
) -> None:
    answer = signed_in(kestrel.aiko).get("/kestrel/import")
    assert answer.status_code == 403
    assert "Admins import" in answer.content.decode()


def test_somebody_elses_file_is_not_found(
    kestrel: Kestrel, admin: Client, signed_in: Callable[..., Client]
) -> None:
    address = _paste(admin, "Objective,Key result\nGrow,Sell\n")
    Person.objects.filter(pk=kestrel.tomas.pk).update(role="admin")
    assert signed_in(kestrel.tomas, Client()).get(f"{address}/differences").status_code == 404


def test_a_file_without_a_table_says_what_it_lacks(admin: Client) -> None:
    address = _paste(admin, "a,b\nc,d\n")
    assert "No table of goals was found" in admin.get(f"{address}/columns").content.decode()
