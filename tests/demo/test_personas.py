"""Whom a visitor may be."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from northing.demo.actions import load
from northing.demo.queries import personas_of
from northing.people.models import Organization
from tests.demo.days import TODAY

pytestmark = pytest.mark.django_db


def test_a_visitor_may_be_one_of_six_people() -> None:
    demo = load(TODAY)
    with CaptureQueriesContext(connection) as queries:
        personas = personas_of(demo)
    assert len(queries) == 1
    assert [persona.person.name for persona in personas] == [
        "Ines Okafor",
        "Tomas Lindqvist",
        "Ruth Adeyemi",
        "Aiko Sato",
        "Marijke van Dalen",
        "Priit Saar",
    ]


def test_nobody_becomes_somebody_else_in_a_real_organization() -> None:
    assert personas_of(Organization(name="Kestrel Cycles", slug="kestrel", key="KC")) == []
