"""My week: what is due, the flow of a check-in, and everything around it."""

from collections.abc import Callable

import pytest
from django.test import Client

from northing.people.models import Person
from tests.cast import Kestrel

SignedIn = Callable[[Person], Client]
WEEK = "/kestrel/my/week"


def test_the_first_due_goal_is_open(kestrel: Kestrel, signed_in: SignedIn) -> None:
    page = signed_in(kestrel.ines).get(WEEK)
    assert page.status_code == 200, page.content.decode()[:3000]
    html = page.content.decode()
    assert html.count("data-check-in open") == 1
    assert "Where is it now?" in html
