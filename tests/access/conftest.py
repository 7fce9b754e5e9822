"""One town for all tests of access: built once, and what a test changes in it is undone."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import time_machine
from django.core.cache import cache
from django.db import transaction
from pytest_django import DjangoDbBlocker

from tests.access import town as towns
from tests.access.town import Town
from tests.access.visiting import sign_everybody_in
from tests.cast import NOW


@pytest.fixture(scope="package")
def _built(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Town]:
    with django_db_blocker.unblock(), time_machine.travel(NOW, tick=True), _undone():
        town = towns.build()
        sign_everybody_in(town)
        yield town


@pytest.fixture
def town(_built: Town, db: None) -> Iterator[Town]:
    """Both organizations, everybody signed in, and no guess counted yet."""
    cache.clear()
    return _built


@contextmanager
def _undone() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
