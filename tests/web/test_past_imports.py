"""The imports so far: who may see and undo them, and what the pages say."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from northing.goals.models import Goal
from northing.people.models import Organization, Person
from northing.spreadsheets.models import Import
from tests.cast import Kestrel, said
from tests.spreadsheets.importing import bring_in, csv_upload

_PLAN = "Objective,Key result,Owner,Baseline,Target\nGrow,Sell,Dee New,1,9\n,Call,Ines Okafor,2,8\n"

SignedIn = Callable[..., Client]


@pytest.fixture
def imported(kestrel: Kestrel) -> Import:
    """An import of three goals and a person."""
    return bring_in(csv_upload(_PLAN), kestrel.marijke).imported


@pytest.fixture
def admin(kestrel: Kestrel, signed_in: SignedIn) -> Client:
    return signed_in(kestrel.marijke)


def _read(browser: Client, address: str, status: int = 200) -> str:
    answer = browser.get(address)
    assert answer.status_code == status
    return answer.content.decode()


def test_the_list_says_who_when_and_how_much(admin: Client, imported: Import) -> None:
    shown = _read(admin, "/kestrel/import")
    assert f'href="/kestrel/imports/{imported.pk}"' in shown
    assert "Marijke van Dalen" in shown
    assert "3 created, 0 updated" in shown


def test_times_are_those_of_the_organizations_clocks(
    kestrel: Kestrel, admin: Client, imported: Import
) -> None:
    Organization.objects.update(time_zone="Pacific/Auckland")
    Import.objects.update(at=datetime(2027, 2, 14, 21, 5, tzinfo=UTC))
    assert "Marijke van Dalen, 15 February" in _read(admin, "/kestrel/import")
    assert "10:05" in _read(admin, f"/kestrel/imports/{imported.pk}")


def test_an_import_is_undone_after_a_page_that_lists_what_happens(
    admin: Client, imported: Import
) -> None:
    said(Goal.objects.get(statement="Call"), "3", 5)
    page = _read(admin, f"/kestrel/imports/{imported.pk}")
    assert f'href="/kestrel/imports/{imported.pk}/undo"' in page
    asked = _read(admin, f"/kestrel/imports/{imported.pk}/undo")
    assert "has checked in since" in asked
    assert "Dee New" in asked
    assert Goal.objects.filter(statement="Sell").exists()
    answer = admin.post(f"/kestrel/imports/{imported.pk}/undo")
    assert answer["Location"] == f"/kestrel/imports/{imported.pk}"
    told = _read(admin, f"/kestrel/imports/{imported.pk}")
    assert "1 goal withdrawn" in told
    assert "has checked in since" in told
    assert "removed: Dee New" in told
    assert not Goal.objects.filter(statement="Sell").exists()
    assert "undone" in _read(admin, "/kestrel/import")


def test_a_second_time_is_refused_politely(admin: Client, imported: Import) -> None:
    admin.post(f"/kestrel/imports/{imported.pk}/undo")
    for answer in (
        admin.post(f"/kestrel/imports/{imported.pk}/undo"),
        admin.get(f"/kestrel/imports/{imported.pk}/undo"),
    ):
        assert answer.status_code == 409
        assert "undone already, by Marijke van Dalen" in answer.content.decode()


def test_after_30_days_the_page_says_so(admin: Client, imported: Import) -> None:
    Import.objects.update(at=timezone.now() - timedelta(days=31))
    assert "Undo this import" not in _read(admin, f"/kestrel/imports/{imported.pk}")
    shown = _read(admin, f"/kestrel/imports/{imported.pk}/undo", 409)
    assert "An import can be undone for 30 days" in shown
    assert admin.post(f"/kestrel/imports/{imported.pk}/undo").status_code == 409
    assert Goal.objects.filter(statement="Sell").exists()


def test_the_last_step_of_an_import_that_was_undone_says_so(admin: Client) -> None:
    address = str(admin.post("/kestrel/import", {"pasted": _PLAN})["Location"])
    admin.post(address.replace("/columns", "/apply"))
    past = f"/kestrel/imports/{Import.objects.get().pk}"
    admin.post(f"{past}/undo")
    assert admin.get(address.replace("/columns", "/done"))["Location"] == past


def test_rejected_rows_are_kept_as_long_as_the_file(admin: Client) -> None:
    rows = f"{_PLAN},Win,,7,7\n"
    address = str(admin.post("/kestrel/import", {"pasted": rows})["Location"])
    admin.post(address.replace("/columns", "/differences"), {"answer:unfit": "leave_out"})
    admin.post(address.replace("/columns", "/apply"))
    mend = f"/kestrel/imports/{Import.objects.get().pk}/to-mend"
    assert "Win" in _read(admin, mend)
    Import.objects.update(at=timezone.now() - timedelta(days=31))
    admin.post("/kestrel/import", {"pasted": _PLAN})
    _read(admin, mend, 404)


def test_members_neither_see_nor_undo_imports(
    kestrel: Kestrel, imported: Import, signed_in: SignedIn
) -> None:
    member = signed_in(kestrel.aiko)
    assert member.get(f"/kestrel/imports/{imported.pk}").status_code == 403
    assert member.post(f"/kestrel/imports/{imported.pk}/undo").status_code == 403
    assert Goal.objects.filter(statement="Sell").exists()


def test_another_admin_sees_no_goal_that_is_not_theirs_to_see(
    kestrel: Kestrel, imported: Import, admin: Client, signed_in: SignedIn
) -> None:
    said(Goal.objects.get(statement="Call"), "3", 5)
    Goal.objects.filter(statement="Call").update(visibility="private", owner=kestrel.marijke)
    Person.objects.filter(pk=kestrel.tomas.pk).update(role="admin")
    other = signed_in(kestrel.tomas, Client())
    asked = _read(other, f"/kestrel/imports/{imported.pk}/undo")
    assert "Call" not in asked.split("<main")[1].split("</main")[0]
    assert "1 goal that you may not see" in asked
    admin.post(f"/kestrel/imports/{imported.pk}/undo")
    assert "WN" not in _read(other, f"/kestrel/imports/{imported.pk}").split("Left as they are")[1]
