"""What every test stands on. The database is chosen by DATABASE_URL alone, as for the server."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    # Pure tests run without Django: nothing of it is loaded before a fixture asks for it.
    from django.test import Client

    from northing.people.models import Person
    from tests.cast import Kestrel

# A loaded machine is no fault of a property: no deadlines. CI tries the same examples every time.
settings.register_profile(
    "home", deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=100
)
settings.register_profile("ci", settings.get_profile("home"), derandomize=True)
settings.register_profile("thorough", settings.get_profile("home"), max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if "CI" in os.environ else "home"))


@pytest.fixture
def monday() -> Iterator[None]:
    """The clock stands at nine on the Monday of the cast, and goes on from there."""
    import time_machine

    from tests.cast import NOW

    with time_machine.travel(NOW, tick=True):
        yield


@pytest.fixture
def kestrel(db: None, monday: None) -> Kestrel:
    """An organization in week 7 of its quarter (tests/cast.py), made for this test."""
    from tests import cast

    return cast.kestrel()


@pytest.fixture
def signed_in(client: Client) -> Callable[[Person], Client]:
    """`signed_in(person)`: a client in which that person is signed in, without a password."""

    def sign_in(person: Person, using: Client | None = None) -> Client:
        chosen = using or client
        assert person.account is not None
        chosen.force_login(person.account, "allauth.account.auth_backends.AuthenticationBackend")
        return chosen

    return sign_in
