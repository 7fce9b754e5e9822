"""Loading the demo anew, and removing it."""

from datetime import timedelta

import pytest
from django.apps import apps

from northing.demo.actions import DemoRefused, NotADemo, load, remove
from northing.people.models import Account, Organization, Person
from tests.demo.days import TODAY
from tests.timing import cpu_seconds

pytestmark = pytest.mark.django_db


def test_loading_again_replaces_the_demo_and_removing_it_leaves_nothing_behind() -> None:
    started = cpu_seconds()
    first = load(TODAY)
    assert cpu_seconds() - started < 8
    second = load(TODAY + timedelta(days=1))
    assert Organization.objects.filter(slug="kestrel").get() == second != first
    remove(second)
    left = {model.__name__ for model in apps.get_models() if model._base_manager.exists()}
    assert left <= {"Permission", "ContentType", "Site"}


def test_an_account_that_belongs_to_another_organization_too_stays() -> None:
    demo = load(TODAY)
    account = Person.objects.get(organization=demo, handle="ines-okafor").account
    other = Organization.objects.create(name="Other", slug="other", key="OT")
    Person.objects.create(
        organization=other, account=account, name="Ines Okafor", handle="ines", key="IO"
    )
    remove(demo)
    assert Account.objects.get() == account


def test_what_people_wrote_themselves_is_never_removed_or_replaced() -> None:
    own = Organization.objects.create(name="Kestrel Cycles", slug="kestrel", key="KC")
    with pytest.raises(NotADemo, match="Kestrel Cycles is no demo"):
        remove(own)
    with pytest.raises(DemoRefused, match="belongs to Kestrel Cycles"):
        load(TODAY)
